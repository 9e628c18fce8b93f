import Diagnostics
import Testing

/// A program of many files, whose functions call each other across them in chains, diamonds, rings
/// and through tables, is analyzed as one.
@Suite struct ProgramTests {

  /// Some files and functions: enough for every shape that the generator knows.
  private static let size = (files: 30, functions: 400)

  @Test func programHasTheFindingsThatItWants() throws {
    let program = try GeneratedProgram(files: Self.size.files, functions: Self.size.functions)
    defer { program.remove() }
    let report = try program.report()
    #expect(report.failures.isEmpty)
    #expect(report.diagnostics.count > 20)
    #expect(try program.differences(from: report) == [])
  }

  @Test func programOfOneFileHasTheSameFindings() throws {
    let parts = try GeneratedProgram(files: Self.size.files, functions: Self.size.functions)
    let merged = try GeneratedProgram(
      files: Self.size.files, functions: Self.size.functions, isMerged: true)
    defer {
      parts.remove()
      merged.remove()
    }
    let (many, one) = (try parts.report(), try merged.report())
    #expect(try merged.differences(from: one) == [])
    #expect(parts.findings(of: many) == merged.findings(of: one))
    #expect(many.functionsAnalyzed == one.functionsAnalyzed)
  }

  @Test func reportDependsNeitherOnTheOrderOfFilesNorOnTheNumberOfJobs() throws {
    let program = try GeneratedProgram(files: Self.size.files, functions: Self.size.functions)
    defer { program.remove() }
    let report = try program.report()
    let others = [
      try program.report(jobs: 2),
      try program.report(order: program.sources.reversed()),
      try program.report(jobs: 2, order: Self.shuffled(program.sources)),
    ]
    for other in others {
      #expect(other.diagnostics == report.diagnostics)
      #expect(other.ledger == report.ledger)
    }
  }

  /// Returns the elements in an order that is far from theirs, the same each time.
  private static func shuffled(_ elements: [String]) -> [String] {
    elements.indices.map { elements[($0 * 17 + 5) % elements.count] }
  }

}

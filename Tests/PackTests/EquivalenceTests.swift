import Driver
import Testing

/// The stand-ins for HPy's headers against the real ones.
struct EquivalenceTests {

  @Test(.enabled(if: Repository.hasMaterial, "run scripts/fetch-test-material"))
  func standInsGiveTheFindingsThatTheRealHeadersGive() throws {
    let real = try Self.findings(withHeadersIn: Repository.realHeaders)
    let standIns = try Self.findings(withHeadersIn: Repository.standIns)
    #expect(real.count > 50)
    #expect(standIns.filter { !real.contains($0) } == [])
    #expect(real.filter { !standIns.contains($0) } == [])
  }

  /// Returns the findings in HPy's test suite and examples.
  private static func findings(withHeadersIn folder: String) throws -> [String] {
    var options = Options(workingDirectory: Repository.material)
    options.paths = Repository.corpusFolders
    options.isIsolated = true
    options.rulesDirectory = Repository.root + "/rules"
    options.runtimeInclude = folder
    // Legacy sources want a header that the real ones do not bring.
    options.extraArguments = ["-idirafter", Repository.standIns]
    return try check(options).diagnostics.map { (diagnostic) in
      "\(diagnostic.range.start): \(diagnostic.message) [\(diagnostic.rule)]"
    }
  }

}

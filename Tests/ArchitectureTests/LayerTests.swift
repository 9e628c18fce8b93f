import Foundation
import Testing

/// Checks that each target imports only the targets below it.
///
/// SwiftPM compiles an undeclared import if the other target happens to be built first, so the
/// manifest alone does not keep the layers apart.
@Suite struct LayerTests {

  /// For each target, what it may import beside the standard library. The order is that of the
  /// data flow.
  static let layers: KeyValuePairs<String, Set<String>> = [
    "CLibclang": [],
    "Source": [],
    "Graphs": [],
    "Clang": ["CLibclang", "Source"],
    "IR": ["Source", "Graphs"],
    "Lowering": ["Clang", "IR", "Graphs", "Source"],
    "Dataflow": ["IR"],
    "Lifetimes": ["Dataflow", "IR", "Graphs", "Source"],
    "Contracts": ["Lifetimes", "IR", "Source"],
    "Diagnostics": ["Source", "FoundationEssentials"],
    "Rules": ["Lifetimes", "Dataflow", "IR", "Diagnostics", "Source"],
    "Driver": [
      "Clang", "Lowering", "IR", "Lifetimes", "Contracts", "Rules", "Diagnostics", "Source",
      "TOMLKit", "OrderedCollections", "FoundationEssentials",
    ],
    "holdfast": ["Driver", "Diagnostics", "ArgumentParser"],
    "Expectations": ["Diagnostics", "Source"],
  ]

  /// Libraries that every target may use; `Foundation` is only imported where its small part is
  /// not available.
  static let common: Set<String> = [
    "Glibc", "Musl", "Darwin", "Dispatch", "Synchronization", "Foundation",
  ]

  @Test(arguments: layers.map(\.key))
  func importsOnlyLayersBelow(_ target: String) throws {
    let allowed = try #require(Self.layers.first { $0.key == target }).value.union(Self.common)
    for file in try Repository.swiftFiles(below: "Sources/" + target) {
      let source = try Repository.text(of: file)
      let imported = source.matches(of: /(?m)^\s*(?:@testable )?import (\w+)/).map { String($0.1) }
      #expect(Set(imported).isSubset(of: allowed), "\(file)")
    }
  }

  /// Full Foundation makes a static binary four times larger.
  @Test func foundationIsOnlyASubstitute() throws {
    for file in try Repository.swiftFiles(below: "Sources") {
      let source = try Repository.text(of: file)
      guard source.contains("import Foundation\n") else { continue }
      #expect(source.contains("#if canImport(FoundationEssentials)"), "\(file)")
    }
  }

  @Test func everyTargetHasALayer() throws {
    let folder = Repository.root.appendingPathComponent("Sources").path
    let targets = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(Set(targets) == Set(Self.layers.map(\.key)))
  }

  /// What the manifest allows is what this test allows.
  @Test func manifestDeclaresNoMore() throws {
    let manifest = try Repository.text(of: "Package.swift")
    for match in manifest.matches(of: /module\(\s*"(\w+)",\s*\[([^\]]*)\]/) {
      let allowed = Self.layers.first { $0.key == match.1 }?.value ?? []
      let declared = match.2.matches(of: /"(\w+)"/).map { String($0.1) }
        .filter { $0 != "package" && $0 != "swift-collections" }
      #expect(Set(declared).isSubset(of: allowed), "\(match.1)")
    }
  }

  /// Only packs know a runtime: no Swift code names one of its functions, types or headers.
  @Test func sourcesNameNoRuntime() throws {
    let names = /\bHPy\w*|\bhpy\w*|\bPy[A-Z]\w*_\w+|\bPyObject\b|_AsStruct/
    for file in try Repository.swiftFiles(below: "Sources") {
      let found = try Repository.text(of: file).matches(of: names).map { String($0.0) }
      #expect(found == [], "\(file)")
    }
  }

}

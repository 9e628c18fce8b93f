import Testing

@testable import Driver

/// The entries of a compilation database tell which configurations there are.
@Suite struct DatabaseConfigurationsTests {

  @Test(arguments: [
    ([["-DA", "-DB"], ["-DB", "-DA"]], [[], []]),
    ([["-DN", "-DA"], ["-DN"], ["-DC", "-DN"]], [["-DA"], [], ["-DC"]]),
    (
      [["-isystem", "/a", "-I/x"], ["-isystem", "/b", "-I/x"]],
      [["-isystem", "/a"], ["-isystem", "/b"]]
    ),
    ([["-DA", "-DA"], ["-DA"]], [["-DA"], []]),
  ])
  func flagsThatAreNotSharedTellEntriesApart(_ lists: [[String]], _ flags: [[String]]) {
    #expect(FlagDifferences(lists).flags == flags)
  }

  /// Returns the names of the configurations of sources with these entries.
  private func names(_ sources: [[[String]]]) -> [String] {
    DatabaseConfigurations(sources).all.map(\.name)
  }

  @Test func configurationsAreNamedByTheirMacros() {
    let universal = ["-DHPY", "-I/forbidden", "-DHPY_ABI_UNIVERSAL"]
    let native = ["-DHPY", "-DHPY_ABI_CPYTHON"]
    #expect(
      names([[native], [native, universal], [universal, native]]) == [
        "-DHPY_ABI_CPYTHON", "-DHPY_ABI_UNIVERSAL",
      ])
    #expect(names([[["-DX"], []]]) == ["-DX", "no further flags"])
    #expect(names([[["-I/a", "-DX"], ["-I/b", "-DX"]]]) == ["-I/a", "-I/b"])
    #expect(names([[["-I/a", "-DX"], ["-I/b"]]]) == ["-I/a -DX", "-I/b"])
    #expect(names([[["-DX"]], [["-DY"]]]) == [])
  }

  /// For each configuration, which entry of a source holds; `nil` if the source is not in it.
  @Test(arguments: [
    ([["-DN", "-DA"], ["-DN", "-DB"]], [0, 1, nil]), ([["-DB", "-DM"]], [nil, 0, nil]),
    ([["-DM"]], [0, 0, 0]), ([["-DA", "-DC"], ["-DB", "-DC"]], [0, 1, 0]),
    ([["-DC"], ["-DA"]], [1, nil, 0]), ([["-DX"], ["-DY"]], [nil, nil, nil]),
    ([["-DA", "-DX"], ["-DA", "-DY"]], [0, nil, nil]),
  ])
  func entriesBelongToConfigurations(_ entries: [[String]], _ expected: [Int?]) {
    let all = DatabaseConfigurations([[["-DA"], ["-DB"], ["-DC"]]]).all
    #expect(
      all.map { $0.includes(entries) ? $0.choice(among: entries).entry : nil } == expected)
  }

}

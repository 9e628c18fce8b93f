import Testing

@testable import Driver

@Suite struct SourceDiscoveryTests {

  /// Returns the files that are found in a folder that holds empty files called `names`.
  private func found(
    _ names: [String], paths: [String] = ["."], _ change: (inout Options) -> Void = { _ in }
  ) throws -> [String] {
    let scratch = try Scratch(Dictionary(names.map { ($0, "") }, uniquingKeysWith: { $1 }))
    var options = scratch.options()
    options.paths = paths
    change(&options)
    let packs = try RulesDirectory(requested: options.rulesDirectory).packs()
    let catalog = try SettingsCatalog(options, rules: allRules)
    return try SourceDiscovery(options: options, settings: catalog, packs: packs).files
  }

  @Test func foldersAreWalkedForSources() throws {
    let names = ["b.c", "a/x.cpp", "a/y.cc", "a/z.cxx", "a/w.c++", "a/h.h", "a/t.txt", "B.C"]
    #expect(
      try found(names) == ["B.C", "a/w.c++", "a/x.cpp", "a/y.cc", "a/z.cxx", "b.c"])
  }

  /// A checkout below a folder of such a name is checked all the same.
  @Test func foldersOfToolsAreLeftOutBelowTheRootOnly() throws {
    let names = ["build/p/a.c", "build/p/build/b.c", "build/p/.venv/c.c", "build/p/x.egg-info/d.c"]
    #expect(try found(names, paths: ["build/p"]) == ["build/p/a.c"])
  }

  @Test func sourcesOfTheRuntimeAreLeftOut() throws {
    let names = ["hpy/devel/src/runtime/argparse.c", "hpy/debug/src/debug_ctx.c", "hpy/a.c"]
    #expect(try found(names) == ["hpy/a.c"])
    #expect(try found(names, paths: [names[0]]) == [])
  }

  @Test func exclusionHoldsForNamedFilesOnlyIfForced() throws {
    let names = ["third_party/a.c", "b.c", "build/c.c"]
    #expect(try found(names) { $0.extendExclude = ["third_party"] } == ["b.c"])
    #expect(try found(names, paths: names) { $0.extendExclude = ["third_party"] } == names.sorted())
    let forced = try found(names, paths: names) { (options) in
      options.extendExclude = ["third_party"]
      options.forceExclude = true
    }
    #expect(forced == ["b.c"])
  }

  @Test func onlyWhatIsIncludedIsFoundInFolders() throws {
    let names = ["src/a.c", "src/deep/b.c", "c.c", "tests/d.c"]
    let include = { (options: inout Options) in options.overrides = ["include = ['src/**']"] }
    #expect(try found(names, include) == ["src/a.c", "src/deep/b.c"])
    #expect(try found(names, paths: ["tests/d.c", "."], include).count == 3)
  }

  @Test func filesThatAreNamedTwiceAreCheckedOnce() throws {
    #expect(try found(["a.c"], paths: ["a.c", "./a.c", "."]) == ["a.c"])
  }

}

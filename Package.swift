// swift-tools-version:6.0
import PackageDescription

/// A target of the analyzer. Targets are listed in the order of the data flow.
func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies)
}

/// Tests of one target, or of several together.
func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies)
}

let package = Package(
  name: "holdfast",
  products: [.executable(name: "holdfast", targets: ["holdfast"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
  ],
  targets: [
    // Our own declarations of libclang's functions, bound at run time.
    .target(
      name: "CLibclang", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
    // Positions in source files.
    module("Source"),
    // Orders and components of graphs over integers.
    module("Graphs"),
    // Swift values over libclang.
    module("Clang", ["CLibclang", "Source"]),
    // Functions as basic blocks of instructions.
    module("IR", ["Source", "Graphs"]),
    // C's syntax tree → IR.
    module("Lowering", ["Clang", "IR", "Source"]),
    // Lattices, the worklist and fixed points.
    module("Dataflow", ["IR"]),
    // Objects, loans, the transfer function, and summaries of functions.
    module("Lifetimes", ["Dataflow", "IR", "Graphs", "Source"]),
    // Annotated declarations → summaries.
    module("Contracts", ["Lifetimes", "IR", "Source"]),
    // What a finding is, and how it is written.
    module("Diagnostics", ["Source"]),
    // What is wrong: one file for each rule.
    module("Rules", ["Lifetimes", "IR", "Diagnostics", "Source"]),
    // Which files and flags; the stages in order; the report.
    module(
      "Driver",
      [
        "Clang", "Lowering", "IR", "Lifetimes", "Contracts", "Rules", "Diagnostics", "Source",
        "TOMLKit", .product(name: "OrderedCollections", package: "swift-collections"),
      ]),
    // The command line.
    .executableTarget(
      name: "holdfast",
      dependencies: [
        "Driver", "Diagnostics", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    // `// want` comments; used by tests only.
    module("Expectations", ["Diagnostics", "Source"]),
    tests("ExpectationsTests", ["Expectations", "Diagnostics", "Source"]),
    // The sources that say what must be found in them: fixtures, samples, rule pages.
    tests("FixturesTests", ["Driver", "Expectations", "Diagnostics"]),
    tests("DiagnosticsTests", ["Diagnostics", "Source"]),
    tests("DriverTests", ["Driver", "Diagnostics", "Source"]),
    // Generated programs of many files.
    tests("ProgramTests", ["Driver", "Expectations", "Diagnostics"]),
    tests("ArchitectureTests", ["Driver"]),
    tests("GraphsTests", ["Graphs"]),
    tests("IRTests", ["IR", "Source"]),
    tests("DataflowTests", ["Dataflow"]),
    tests("LifetimesTests", ["Lifetimes"]),
    tests("ClangTests", ["Clang", "Source"]),
    tests("LoweringTests", ["Lowering", "Clang", "IR", "Source"]),
    // The description of HPy against its real headers and sources; a runtime that does not exist.
    tests(
      "PackTests",
      ["Clang", "Contracts", "Lowering", "Lifetimes", "IR", "Driver", "Expectations", "Diagnostics"]
    ),
  ])

import Testing

/// Checks that files, functions and lines stay small.
@Suite struct SizeTests {

  static let folders = ["Sources", "Tests"]

  @Test(arguments: folders)
  func linesHaveAtMost100Columns(_ folder: String) throws {
    for file in try Repository.swiftFiles(below: folder) {
      let lines = try Repository.text(of: file).split(separator: "\n")
      let long = lines.filter { $0.count > 100 && !$0.contains("\"") }
      #expect(long == [], "\(file)")
    }
  }

  @Test(arguments: folders)
  func filesHaveAtMost400Lines(_ folder: String) throws {
    for file in try Repository.swiftFiles(below: folder) {
      let count = try Repository.text(of: file).split(
        separator: "\n", omittingEmptySubsequences: false
      ).count
      #expect(count <= 401, "\(file)")
    }
  }

  @Test func functionsHaveAtMost40Lines() throws {
    for file in try Repository.swiftFiles(below: "Sources") {
      for function in Self.functions(in: try Repository.text(of: file)) {
        #expect(function.lineCount <= 40, "\(file):\(function.line)")
      }
    }
  }

  @Test func functionsAreFound() throws {
    let source = """
      struct S {
        func f() {
          g()
        }
        init(
          x: Int
        ) {
          y()
        }
        func short() { 1 }
      }
      """
    #expect(Self.functions(in: source).map(\.lineCount) == [1, 1, 0])
  }

  /// A function, told by its indentation, as the formatter keeps it.
  struct MeasuredFunction {
    let line: Int
    /// The number of lines between the braces.
    let lineCount: Int
  }

  /// Returns the functions of a formatted source.
  static func functions(in source: String) -> [MeasuredFunction] {
    let declaration =
      #/
      ^(@\w+\ )*
      ((public|private|fileprivate|static|mutating|override|convenience|final)\ )*
      (func\ \w|func\ [=<>!+\-&|]|init[?(<]|deinit)
      /#
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    var functions: [MeasuredFunction] = []
    for (index, line) in lines.enumerated() {
      let content = line.drop { $0 == " " }
      guard content.contains(declaration) else { continue }
      let indentation = String(line.prefix { $0 == " " })
      if line.hasSuffix("}") {
        functions.append(.init(line: index + 1, lineCount: 0))
        continue
      }
      guard
        let open = lines[index...].firstIndex(where: { $0.hasSuffix("{") }),
        let close = lines[open...].firstIndex(where: { $0 == indentation + "}" })
      else { continue }
      functions.append(.init(line: index + 1, lineCount: close - open - 1))
    }
    return functions
  }

}

import Clang
import Testing

struct LibraryTests {

  @Test func opensALibraryAndTellsItsVersion() throws {
    let version = try withLargeStack { try Library.open().majorVersion }
    #expect(version >= 14)
  }

  @Test func missingFileIsAnError() throws {
    let library = try withLargeStack { try Library.open() }
    #expect(throws: ParseError.notReadable(path: "no/such/file.c")) {
      try withLargeStack {
        _ = try TranslationUnit(path: "no/such/file.c", arguments: [], library: library)
      }
    }
  }

  @Test func missingHeaderIsTold() throws {
    let missing = try withLargeStack {
      let library = try Library.open()
      let unit = try TranslationUnit(
        path: "t.c", contents: "int x;\n#include \"absent/one.h\"\n", arguments: [],
        library: library)
      return unit.missingIncludes
    }
    #expect(missing.map(\.header) == ["absent/one.h"])
    #expect(missing.first?.position.line == 2)
  }

  @Test func builtinHeadersAreFound() throws {
    let errors = try withLargeStack {
      let library = try Library.open()
      let unit = try TranslationUnit(
        path: "t.c", contents: "#include <stddef.h>\n#include <stdarg.h>\nsize_t n;", arguments: [],
        library: library)
      return unit.diagnostics.filter { $0.severity >= .error }
    }
    #expect(errors.isEmpty)
  }

}

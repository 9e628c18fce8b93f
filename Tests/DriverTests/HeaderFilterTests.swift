import Driver
import Foundation
import Testing

/// In which headers findings are reported.
@Suite struct HeaderFilterTests {

  /// Returns the headers with findings, of one in the project and one beside it.
  private func headers(_ filter: String?, in configuration: String = "") throws -> [String] {
    let body = Sources.bad.replacingOccurrences(of: "#include \"hpy.h\"\n", with: "")
    let scratch = try Scratch([
      "main/a.c": "#include \"hpy.h\"\n#include \"own.h\"\n#include \"../beside/other.h\"\n",
      "main/own.h": body,
      "beside/other.h": body.replacingOccurrences(of: "Point", with: "Other")
        .replacingOccurrences(of: "scale", with: "grow"),
      "main/holdfast.toml": configuration, "main/.git/HEAD": "",
    ])
    var options = scratch.options("main/a.c")
    options.headerFilter = filter
    return try check(options).diagnostics.map(\.range.start.file)
  }

  @Test func headersOfTheProjectAreReportedByDefault() throws {
    #expect(try headers(nil) == ["main/own.h"])
  }

  @Test(arguments: [
    (".*", ["beside/other.h", "main/own.h"]), ("beside/", ["beside/other.h"]), ("nothing", []),
    ("^main/.*\\.h$", ["main/own.h"]), ("/(own|other)\\.h$", ["beside/other.h", "main/own.h"]),
  ])
  func filterDecides(_ filter: String, _ found: [String]) throws {
    #expect(try headers(filter) == found)
    let escaped = filter.replacingOccurrences(of: "\\", with: "\\\\")
    #expect(try headers(nil, in: "header-filter = \"\(escaped)\"\n") == found)
  }

  @Test(arguments: ["(", "a{1000}{1000}", "(a)\\1", String(repeating: "(", count: 100_000)])
  func filterThatIsNoneOrTakesLongIsRefused(_ filter: String) {
    #expect(throws: InputError.self) { try headers(filter) }
  }

}

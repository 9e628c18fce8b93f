import Foundation
import Testing

/// Checks that the code is formatted as the formatter would.
@Suite struct FormatTests {

  @Test func formatterHasNothingToSay() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["swift", "format", "lint", "--strict", "--recursive", "Sources", "Tests"]
    process.currentDirectoryURL = Repository.root
    let output = Pipe()
    process.standardError = output
    try process.run()
    let messages = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(String(decoding: messages, as: UTF8.self))")
  }

}

import Testing

@testable import Diagnostics

/// The values are those that code scanning's own uploader computes for the same texts.
@Suite struct LineHashTests {

  @Test(arguments: [
    ("", ["c129715d7a2bc9a3:1"]),
    (
      " a\nb\n  \t\tc\n d",
      ["271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"]
    ),
  ])
  func hashesAreThoseOfTheService(_ text: String, _ hashes: [String]) {
    #expect(SourceText(Array(text.utf8)).lineHashes() == hashes)
  }

  @Test(arguments: ["\n", "\r", "\r\n"])
  func lineBreaksDoNotMatter(_ lineBreak: String) {
    let lines = [" hello; \t", "world!!!", "", "", "  \t\tGreetings", " End", ""]
    #expect(
      SourceText(Array(lines.joined(separator: lineBreak).utf8)).lineHashes() == [
        "e9496ae3ebfced30:1", "fb7c023a8b9ccb3f:1", "ce8ba1a563dcdaca:1", "e20e36e16fcb0cc8:1",
        "b3edc88f2938467e:1", "c8e28b0b4002a3a0:1", "c129715d7a2bc9a3:1",
      ])
  }

  @Test func equalLinesAreCounted() {
    let text = String(repeating: "Lorem ipsum dolor sit amet.\n", count: 10)
    let hashes = SourceText(Array(text.utf8)).lineHashes()
    #expect(hashes.count == 11)
    #expect(hashes[0] == "a7f2ff13bc495cf2:1" && hashes[5] == "a7f2ff13bc495cf2:6")
    #expect(hashes[6] == "a7f2ff1481e87703:1")
  }

}

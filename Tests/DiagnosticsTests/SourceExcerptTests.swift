import Testing

@testable import Diagnostics

@Suite struct SourceExcerptTests {

  @Test func linesAreThoseOfTheWholeText() {
    let text = SourceText(Array("one\r\ntwo\nthree\nfour".utf8))
    let excerpt = SourceExcerpt(text, lines: [2, 4, 9])
    #expect((0 ... 9).map { excerpt.line($0) != nil } == (0 ... 9).map { [2, 4].contains($0) })
    #expect(excerpt.line(2).map { String(decoding: $0, as: UTF8.self) } == "two")
    #expect(excerpt.hash(ofLine: 4) == text.lineHashes()[3])
    #expect(excerpt.hash(ofLine: 1) == nil)
  }

}

import Testing

@testable import Driver

@Suite struct SpillFileTests {

  @Test func bytesComeBackAndNoFileIsLeft() throws {
    let folder = try Scratch().path
    let file = try #require(SpillFile(in: folder))
    let parts: [[UInt8]] = [[1, 2, 3], [], Array(repeating: 7, count: 100_000), [9]]
    let offsets = try parts.map { try #require(file.append($0)) }
    for (part, offset) in zip(parts, offsets) {
      #expect(file.bytes(in: offset ..< offset + part.count) == part)
    }
    #expect(file.bytes(in: 1 ..< 4) == [2, 3, 7])
    #expect(FileSystem.names(in: folder) == [])
  }

  @Test func whereNothingCanBeWrittenThereIsNone() throws {
    #expect(SpillFile(in: try Scratch()["none"]) == nil)
  }

}

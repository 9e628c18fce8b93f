#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import Lifetimes

/// Summaries as text, each a line that is known by its digest.
struct SummaryLines {

  /// The lines with the breaks between them.
  private(set) var bytes: [UInt8] = []
  private var lines: [String: Range<Int>] = [:]

  init() {}

  /// Reads the lines of a text.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      lines[Digest.of(bytes[start ..< end])] = start ..< end
      start = end + 1
    }
  }

  /// Adds a summary as `line`, unless it is there, and returns its digest.
  mutating func add(_ line: Data) -> String {
    let digest = Digest.of(line)
    guard lines[digest] == nil else { return digest }
    lines[digest] = bytes.count ..< bytes.count + line.count
    bytes += line
    bytes.append(0x0A)
    return digest
  }

  /// Returns the summary that has a digest, if it is there and says nothing that cannot be.
  func summary(_ digest: String) -> FunctionSummary? {
    guard let range = lines[digest],
      let summary = try? JSONDecoder().decode(FunctionSummary.self, from: Data(bytes[range]))
    else { return nil }
    return summary.isPossible ? summary : nil
  }

}

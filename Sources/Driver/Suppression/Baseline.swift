import Diagnostics

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Findings that are known and not reported; no line numbers are stored, so that edits elsewhere
/// do not matter.
struct Baseline: Codable, Sendable {

  /// A kind of finding, and how often it is known.
  struct Entry: Codable, Sendable {
    let rule: String
    let path: String
    let function: String
    let fingerprint: String
    let count: Int
  }

  /// The version of the format.
  var version = 1
  /// The known findings, sorted.
  let findings: [Entry]

  /// Reads the baseline at `path`.
  init(at path: String) throws(InputError) {
    let bytes: [UInt8]
    do {
      bytes = try FileSystem.contents(of: path)
    } catch {
      throw InputError("cannot read the baseline '\(path)': \(error.description)")
    }
    do {
      self = try JSONDecoder().decode(Baseline.self, from: Data(bytes))
    } catch {
      throw InputError("'\(path)' is not a baseline", hint: "make one with --write-baseline")
    }
  }

  /// Creates the baseline that knows all of `diagnostics`.
  init(of diagnostics: [Diagnostic]) {
    let groups = Dictionary(grouping: diagnostics, by: \.fingerprint)
    findings = groups.compactMap { (fingerprint, group) in
      group.first.map { (first) in
        Entry(
          rule: first.rule, path: first.range.start.file, function: first.function ?? "",
          fingerprint: fingerprint, count: group.count)
      }
    }
    .sorted { ($0.path, $0.rule, $0.fingerprint) < ($1.path, $1.rule, $1.fingerprint) }
  }

  /// Writes the baseline to `path`.
  func write(to path: String) throws(InputError) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      let data = try encoder.encode(self) + Data([0x0A])
      try data.write(to: URL(fileURLWithPath: path))
    } catch {
      throw InputError("cannot write the baseline '\(path)'")
    }
  }

  /// Returns which of `diagnostics` are not known, and which are.
  func divided(_ diagnostics: [Diagnostic]) -> (unknown: [Diagnostic], known: [Diagnostic]) {
    var (unknown, known): ([Diagnostic], [Diagnostic]) = ([], [])
    var remaining = Dictionary(
      findings.map { ($0.fingerprint, $0.count) }, uniquingKeysWith: +)
    for diagnostic in diagnostics {
      if let count = remaining[diagnostic.fingerprint], count > 0 {
        remaining[diagnostic.fingerprint] = count - 1
        known.append(diagnostic)
      } else {
        unknown.append(diagnostic)
      }
    }
    return (unknown, known)
  }

}

import Diagnostics

/// Writes comments into the sources of a report that ask not to report its findings.
///
/// - Returns: What was done, a line each.
public func addSuppressions(
  for report: Report, reason: String, _ options: Options
) throws(InputError) -> [String] {
  if reason.contains("*/") || reason.contains(where: \.isNewline) {
    throw InputError("--add-suppressions: a reason is one line and does not end a comment")
  }
  if options.paths.contains("-") {
    throw InputError("--add-suppressions: the standard input cannot be changed")
  }
  let own = Set(SuppressionFilter.rules.map(\.id))
  let found = report.diagnostics.filter { !own.contains($0.rule) }
  let files = Dictionary(grouping: found, by: \.range.start.file)
  var count = 0
  var messages: [String] = []
  for (file, findings) in files.sorted(by: { $0.key < $1.key }) {
    let path = options.absolute(file)
    var writer = SuppressionWriter(try FileSystem.contents(of: path))
    let byLine = Dictionary(grouping: findings, by: \.range.start.line)
    let rest = writer.add(byLine.mapValues { Set($0.map(\.rule)) }, reason: reason)
    try FileSystem.replace(contentsOf: path, with: writer.bytes)
    count += byLine.count - rest.count
    messages += rest.map { "\(file):\($0): there is no place for a comment" }
  }
  return messages + ["\(count) suppression\(count == 1 ? "" : "s") added"]
}

extension Report {

  /// Whether nothing was found and every input was analyzed.
  public var isClean: Bool { diagnostics.isEmpty && failures.isEmpty }

  /// Returns the line that sums up the run, without the tool's name.
  public func summary() -> String {
    var parts = [findings]
    if configurations.count > 1 { parts.append(counted(configurations.count, "configuration")) }
    if !failures.isEmpty {
      let files = Set(failures.map(\.file)).count
      parts.append("\(counted(files, "file")) not analyzed")
    }
    if ledger.functionCount > 0 {
      parts.append(
        "\(counted(ledger.functionCount, "function")) not fully analyzed (see --ledger)")
    }
    if suppressed > 0 { parts.append("\(suppressed) suppressed") }
    if baselined > 0 { parts.append("\(baselined) in the baseline") }
    return parts.joined(separator: ", ")
  }

  /// Returns how many findings there are, and in how many of the files.
  private var findings: String {
    let files = filesAnalyzed + Set(failures.map(\.file)).count
    if diagnostics.isEmpty { return "no findings in \(counted(files, "file"))" }
    let kinds = [Severity.error, .warning, .note]
      .map { (severity: $0, count: count(of: $0)) }.filter { $0.count > 0 }
      .map { counted($0.count, $0.severity.rawValue) }
    let affected = Set(diagnostics.map(\.range.start.file)).count
    return "\(counted(diagnostics.count, "finding")) (\(kinds.joined(separator: ", "))) in "
      + "\(affected) of \(counted(max(files, affected), "file"))"
  }

}

/// Returns `count` with `noun` in singular or plural.
func counted(_ count: Int, _ noun: String) -> String {
  "\(count) \(noun)\(count == 1 ? "" : "s")"
}

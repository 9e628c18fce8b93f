/// Returns a remark, with a leading space, that something holds in `configurations` only; nothing
/// if there are none, which means that it holds in all.
public func remark(onlyIn configurations: [String]) -> String {
  configurations.isEmpty ? "" : " (only in \(named(configurations)))"
}

/// Returns `configurations` as a part of a sentence.
///
/// - Requires: there is at least one.
public func named(_ configurations: [String]) -> String {
  let names = configurations.map { "'\($0)'" }.joined(separator: ", ")
  return "configuration\(configurations.count == 1 ? "" : "s") \(names)"
}

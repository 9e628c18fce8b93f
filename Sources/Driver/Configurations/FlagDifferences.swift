/// What lists of flags do not share.
struct FlagDifferences {

  /// For each list the flags that not all have, in its order.
  let flags: [[String]]

  /// Compares `lists`.
  init(_ lists: [[String]]) {
    let grouped = lists.map(CompilerArguments.grouped)
    let counts = grouped.map { (list) in
      list.reduce(into: [[String]: Int]()) { $0[$1, default: 0] += 1 }
    }
    let shared = (counts.first ?? [:]).reduce(into: [[String]: Int]()) { (shared, flag) in
      shared[flag.key] = counts.map { $0[flag.key] ?? 0 }.min()
    }
    flags = grouped.map { (list) in
      var left = shared
      return list.filter { (flag) in
        let count = left[flag] ?? 0
        left[flag] = count - 1
        return count <= 0
      }.flatMap { $0 }
    }
  }

}

/// Guesses at what a misspelt name was meant to be.
public enum Spelling {

  /// Returns the candidate that is spelt most like `name`, if any is like it at all.
  public static func nearest(to name: String, among candidates: some Sequence<String>) -> String? {
    let limit = max(1, name.count / 3)
    let ranked = candidates.map { (candidate: $0, distance: distance($0, name)) }
      .filter { $0.distance <= limit }
    return ranked.min { ($0.distance, $0.candidate) < ($1.distance, $1.candidate) }?.candidate
  }

  /// Returns a question for `nearest`, with a leading space, or nothing.
  public static func suggestion(for name: String, among candidates: some Sequence<String>)
    -> String
  {
    nearest(to: name, among: candidates).map { " (did you mean '\($0)'?)" } ?? ""
  }

  /// Returns the number of letters to insert, delete, replace or swap to make `l` into `r`.
  static func distance(_ l: String, _ r: String) -> Int {
    let l = Array(l)
    let r = Array(r)
    var beforeLast: [Int] = []
    var last = Array(0 ... r.count)
    for i in l.indices {
      var row = [i + 1]
      for j in r.indices {
        var best = min(row[j] + 1, last[j + 1] + 1, last[j] + (l[i] == r[j] ? 0 : 1))
        if i > 0, j > 0, l[i] == r[j - 1], l[i - 1] == r[j] {
          best = min(best, beforeLast[j - 1] + 1)
        }
        row.append(best)
      }
      beforeLast = last
      last = row
    }
    return last[r.count]
  }

}

/// What a run does not vouch for: functions analyzed in part or not at all, calls judged by
/// default, and places that were not judged.
public struct Ledger: Hashable, Sendable {

  /// A function that was not analyzed completely, or a place in one that was not judged.
  public struct Entry: Hashable, Sendable, Comparable {

    /// The name of the function.
    public let function: String
    /// The file that holds the function's body.
    public let file: String
    /// The line to look at; 0 if none.
    public let line: Int
    /// Why the function is named here.
    public let reason: String
    /// The configurations in which it is, if those are not all in which the file was analyzed;
    /// otherwise empty.
    public var configurations: [String]

    public init(
      function: String, file: String, line: Int, reason: String, configurations: [String] = []
    ) {
      self.function = function
      self.file = file
      self.line = line
      self.reason = reason
      self.configurations = configurations
    }

    public static func < (l: Self, r: Self) -> Bool {
      (l.file, l.line, l.function, l.reason) < (r.file, r.line, r.function, r.reason)
    }

  }

  /// Calls whose effects nothing in the program or the contracts tells.
  public struct Default: Hashable, Sendable, Comparable {

    /// The callee as the user knows it.
    public let callee: String
    /// What was assumed.
    public let assumption: String
    /// The number of calls that were judged so.
    public let count: Int
    /// The configurations in which there are such calls, if not in all; otherwise empty.
    public var configurations: [String]

    public init(
      callee: String, assumption: String, count: Int, configurations: [String] = []
    ) {
      self.callee = callee
      self.assumption = assumption
      self.count = count
      self.configurations = configurations
    }

    public static func < (l: Self, r: Self) -> Bool {
      (l.callee, l.assumption, l.count) < (r.callee, r.assumption, r.count)
    }

  }

  /// A file that was left out, although it was asked for.
  public struct SkippedFile: Hashable, Sendable, Comparable {

    /// The file.
    public let file: String
    /// Why it was left out.
    public let reason: String
    /// The configurations in which it was, if those are not all that it belongs to; otherwise
    /// empty.
    public var configurations: [String]

    public init(file: String, reason: String, configurations: [String] = []) {
      self.file = file
      self.reason = reason
      self.configurations = configurations
    }

    public static func < (l: Self, r: Self) -> Bool {
      (l.file, l.reason) < (r.file, r.reason)
    }

  }

  /// The functions that were not analyzed completely, in source order.
  public let functions: [Entry]

  /// The calls judged by default, ordered by callee.
  public let defaults: [Default]

  /// The places at which rules are silent because too little is known, in source order.
  public let doubts: [Entry]

  /// The files that were left out, by path.
  public let skippedFiles: [SkippedFile]

  public init(
    functions: [Entry] = [], defaults: [Default] = [], doubts: [Entry] = [],
    skippedFiles: [SkippedFile] = []
  ) {
    self.functions = Set(functions).sorted()
    self.defaults = defaults.sorted()
    self.doubts = Set(doubts).sorted()
    self.skippedFiles = Set(skippedFiles).sorted()
  }

  /// The number of functions that have at least one entry.
  public var functionCount: Int { Set(functions.map { [$0.file, $0.function] }).count }

  /// Whether nothing is in the ledger.
  public var isEmpty: Bool {
    functions.isEmpty && defaults.isEmpty && doubts.isEmpty && skippedFiles.isEmpty
  }

  /// Returns the ledger as lines of text, one for each entry.
  public func text() -> String {
    let functionLines = functions.map { (entry) in
      "\(entry.file):\(entry.line): '\(entry.function)' not fully analyzed: \(entry.reason)"
        + remark(onlyIn: entry.configurations)
    }
    let defaultLines = defaults.map { (entry) in
      "\(counted(entry.count, "call")) of '\(entry.callee)' judged by default: "
        + entry.assumption + remark(onlyIn: entry.configurations)
    }
    let doubtLines = doubts.map { (entry) in
      "\(entry.file):\(entry.line): in '\(entry.function)' not judged: \(entry.reason)"
        + remark(onlyIn: entry.configurations)
    }
    let fileLines = skippedFiles.map {
      "\($0.file) skipped: \($0.reason)" + remark(onlyIn: $0.configurations)
    }
    return (functionLines + defaultLines + doubtLines + fileLines).map { $0 + "\n" }.joined()
  }

}

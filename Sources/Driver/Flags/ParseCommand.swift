/// How one source is parsed.
struct ParseCommand: Sendable {

  /// Whether a source uses a runtime, as far as its text tells.
  enum RuntimeUse: Sendable {
    /// It includes one of the runtime's headers under some condition.
    case likely
    /// It includes nothing of the runtime.
    case none
    /// Something that it includes was not found.
    case unknown
    /// It names the runtime, and includes headers that may be the system's.
    case possible
  }

  /// The path under which the source is shown and parsed.
  let file: String
  /// The compiler's arguments.
  let arguments: [String]
  /// Where the flags come from, for the user.
  let origin: String
  /// Whether the source uses a runtime.
  let use: RuntimeUse
  /// What it includes that is no file that can be read to its end.
  let obstacle: IncludeScan.Obstacle?
  /// The folders of headers that are not the user's.
  let foreignFolders: [String]
  /// The folder of the project that the source belongs to.
  let projectRoot: String
  /// What holds for the source.
  let settings: Settings

}

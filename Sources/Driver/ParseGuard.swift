import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Gives up when parses take more time or memory than a machine can spare.
///
/// A few lines of macros, or of headers that include each other twice, can stand for more text than
/// fits into any memory, and a pipe that a macro names never ends. libclang can neither be given a
/// limit nor be stopped, so the run as a whole ends, and says which source was to blame.
final class ParseGuard: Sendable {

  /// What parses may take.
  struct Limits: Sendable {

    /// The seconds for one source.
    var seconds = 120
    /// The bytes of the process while one source is parsed.
    var memory = 3 << 30
    /// The bytes for each source that is parsed at the same time.
    var memoryForEach = 1 << 30
    /// The time between two looks.
    var microseconds: UInt32 = 100_000

  }

  /// The sources that are being parsed, and since when.
  private let active = Mutex<[String: ContinuousClock.Instant]>([:])
  private let limits: Limits
  private let giveUp: @Sendable (InputError) -> Void

  /// Creates a guard that calls `giveUp`, once, when a limit is passed.
  static func started(
    _ limits: Limits = Limits(), giveUp: @escaping @Sendable (InputError) -> Void
  ) -> ParseGuard {
    let new = ParseGuard(limits, giveUp)
    runApart { [weak new] in
      while let current = new, !current.hasGivenUp() { usleep(limits.microseconds) }
    }
    return new
  }

  private init(_ limits: Limits, _ giveUp: @escaping @Sendable (InputError) -> Void) {
    self.limits = limits
    self.giveUp = giveUp
  }

  /// Parses the source `file` by calling `parse`.
  func watching<Value>(_ file: String, _ parse: () -> Value) -> Value {
    active.withLock { $0[file] = .now }
    defer { active.withLock { $0[file] = nil } }
    return parse()
  }

  /// Gives up if a limit is passed, and returns whether it was.
  private func hasGivenUp() -> Bool {
    let parsed = active.withLock { $0 }
    guard let (file, start) = parsed.min(by: { ($0.value, $0.key) < ($1.value, $1.key) }) else {
      return false
    }
    let hint = "leave it out with --exclude"
    if start.duration(to: .now) > .seconds(limits.seconds) {
      giveUp(
        InputError(
          "\(file) not analyzed: it takes more than \(limits.seconds) s to parse", hint: hint))
      return true
    }
    let limit = min(
      limits.memory + parsed.count * limits.memoryForEach, Self.physicalMemory / 4 * 3)
    guard let memory = Self.residentMemory, memory > limit else { return false }
    let files = parsed.keys.sorted().joined(separator: ", ")
    giveUp(
      InputError(
        "\(files) not analyzed: more than \(limit >> 20) MB of memory are needed to parse "
          + (parsed.count > 1 ? "one of them" : "it"), hint: hint))
    return true
  }

  /// The bytes of memory that the machine has.
  private static let physicalMemory =
    max(1, Int(sysconf(Int32(_SC_PHYS_PAGES)))) * max(1, Int(sysconf(Int32(_SC_PAGESIZE))))

  /// The bytes of memory that the process occupies, where the system tells.
  private static var residentMemory: Int? {
    let pages = FileSystem.text(of: "/proc/self/statm")?.split(separator: " ").dropFirst().first
    return pages.flatMap { Int($0) }.map { $0 * Int(sysconf(Int32(_SC_PAGESIZE))) }
  }

}

import Driver
import Synchronization

/// A line on the standard error stream that tells which source is being parsed.
///
/// It appears when a run takes longer than a second, and is erased before anything else is written.
enum ProgressLine {

  /// The sources that were begun, and whether the line is visible.
  private static let state = Mutex<(begun: Int, isShown: Bool)>((0, false))
  private static let start = ContinuousClock.now

  /// Whether somebody sees the line, and no other messages are mixed with it.
  static var isPossible: Bool {
    Terminal.isErrorInteractive && FileSystem.environment("TERM") != "dumb"
  }

  /// Shows that `file` is begun, one of `count`.
  @Sendable
  static func show(_ file: String, of count: Int) {
    let isSlow = start.duration(to: .now) > .seconds(1)
    state.withLock { (state) in
      state.begun += 1
      if !isSlow { return }
      let text = "[\(state.begun)/\(count)] \(file)"
      Terminal.writeError("\r\(text.prefix(max(1, Terminal.errorWidth - 1)))\u{1B}[K")
      state.isShown = true
    }
  }

  /// Erases the line, if it is shown.
  @Sendable
  static func erase() {
    state.withLock { (state) in
      if state.isShown { Terminal.writeError("\r\u{1B}[K") }
      state.isShown = false
    }
  }

}

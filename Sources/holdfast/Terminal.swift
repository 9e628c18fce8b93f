import Driver

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The standard streams.
enum Terminal {

  /// When colours are used.
  enum ColorChoice: String, CaseIterable { case auto, always, never }

  /// Writes `text` to the standard output.
  static func write(_ text: String) { write(text, to: STDOUT_FILENO) }

  /// Writes `text` to the standard error stream.
  static func writeError(_ text: String) { write(text, to: STDERR_FILENO) }

  /// Tells the user what is wrong.
  static func complain(_ message: String, hint: String? = nil) {
    writeError("holdfast: error: \(message)\n")
    if let hint { writeError("hint: \(hint)\n") }
  }

  /// Tells the user what may be other than it looks.
  static func warn(_ message: String) { writeError("holdfast: warning: \(message)\n") }

  /// Tells the user why the run ends, and ends it whatever its threads are doing.
  @Sendable
  static func giveUp(_ error: InputError) {
    ProgressLine.erase()
    complain(error.description, hint: error.hint)
    _exit(2)
  }

  /// The number of columns of the terminal that shows the standard error stream.
  static var errorWidth: Int {
    var size = winsize()
    let isKnown = ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    return isKnown ? Int(size.ws_col) : 80
  }

  /// Whether messages on the standard error stream are read by a person at a terminal.
  static var isErrorInteractive: Bool {
    isatty(STDERR_FILENO) == 1 && FileSystem.environment("CI") == nil
      && FileSystem.environment("PRE_COMMIT") == nil
  }

  /// Whether output is coloured: by choice, then by the conventions of the environment.
  static func isColored(_ choice: ColorChoice) -> Bool {
    switch choice {
    case .always: return true
    case .never: return false
    case .auto: break
    }
    if FileSystem.environment("NO_COLOR") != nil { return false }
    for name in ["FORCE_COLOR", "CLICOLOR_FORCE"] {
      if let value = FileSystem.environment(name), value != "0" { return true }
    }
    if FileSystem.environment("TERM") == "dumb" { return false }
    return isatty(STDOUT_FILENO) == 1
  }

  /// Returns what remains of the standard input.
  static func readInput() throws -> [UInt8] {
    try FileSystem.contents(ofDescriptor: STDIN_FILENO)
  }

  /// Writes `text` to a file.
  static func write(_ text: String, toFile path: String) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else {
      throw InputError("cannot write '\(path)': \(String(cString: strerror(errno)))")
    }
    defer { close(descriptor) }
    write(text, to: descriptor)
  }

  /// Writes all of `text`, as far as the other end takes it.
  private static func write(_ text: String, to descriptor: Int32) {
    var text = text
    text.withUTF8 { (bytes) in
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = systemWrite(
          descriptor, UnsafeBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count < 0 && errno == EINTR { continue }
        if count <= 0 { return }
        rest = rest.dropFirst(count)
      }
    }
  }

}

/// The system call, under a name that the methods above do not hide.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}

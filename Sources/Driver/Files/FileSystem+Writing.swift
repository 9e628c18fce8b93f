#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension FileSystem {

  /// Writes all of `bytes` to an open file; returns whether that was possible.
  static func write(_ bytes: [UInt8], toDescriptor descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  /// Writes `bytes` into the file at `path`, which exists, in place of what it holds.
  static func replace(contentsOf path: String, with bytes: [UInt8]) throws(InputError) {
    let descriptor = open(path, O_WRONLY | O_TRUNC | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw InputError("cannot write '\(path)': \(String(cString: strerror(errno)))")
    }
    defer { close(descriptor) }
    if !write(bytes, toDescriptor: descriptor) {
      throw InputError("cannot write all of '\(path)': \(String(cString: strerror(errno)))")
    }
  }

}

/// Writes to an open file; the system's function of a name that is also a member here.
private func systemWrite(_ descriptor: Int32, _ start: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, start, count)
}

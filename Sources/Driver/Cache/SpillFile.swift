import IR
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file without a name, for what a run need not have in memory. It is gone when the run ends,
/// however it ends.
final class SpillFile: ByteStore {

  private let descriptor: Int32
  /// How many bytes are taken.
  private let size = Atomic<Int>(0)

  /// Makes a file in a folder, if that is possible.
  init?(in folder: String) {
    let path = Path.join(folder, "bodies.\(getpid())")
    // One that another process has left behind, as it ended in the line after next.
    unlink(path)
    descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    if descriptor < 0 { return nil }
    unlink(path)
  }

  deinit { close(descriptor) }

  func append(_ bytes: [UInt8]) -> Int? {
    let offset = size.add(bytes.count, ordering: .relaxed).oldValue
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { (buffer) in
        pwrite(
          descriptor, buffer.baseAddress.map { $0 + written }, buffer.count - written,
          offset + written)
      }
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { return nil }
      written += count
    }
    return offset
  }

  func bytes(in range: Range<Int>) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: range.count) { (buffer, read) in
      while read < range.count {
        let count = pread(
          descriptor, UnsafeMutableRawPointer(buffer.baseAddress.map { $0 + read }),
          range.count - read, range.lowerBound + read)
        if count < 0 && errno == EINTR { continue }
        // What was written to a file that nobody else can open is there, unless the disk fails.
        guard count > 0 else { fatalError("holdfast: the disk does not give back what it holds") }
        read += count
      }
    }
  }

}

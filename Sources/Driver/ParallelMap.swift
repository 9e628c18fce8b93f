import Clang
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Returns what `transform` makes of each element, in the order of the elements.
///
/// Up to `jobs` elements are worked on at the same time, each on a large stack; the result does
/// not depend on their number.
func parallelMap<Element: Sendable, Value: Sendable>(
  _ elements: [Element], jobs: Int, _ transform: @escaping @Sendable (Element) -> Value
) -> [Value] {
  let results = Mutex<[Value?]>(Array(repeating: nil, count: elements.count))
  let next = Atomic<Int>(0)
  let work: @Sendable () -> Void = {
    withLargeStack {
      while true {
        let index = next.add(1, ordering: .relaxed).oldValue
        guard index < elements.count else { return }
        let value = transform(elements[index])
        results.withLock { $0[index] = value }
      }
    }
  }
  runConcurrently(work, times: max(1, min(jobs, elements.count)))
  return results.withLock { $0.compactMap { $0 } }
}

/// The number of processors that this process may use.
func availableProcessors() -> Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

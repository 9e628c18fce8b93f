#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Runs `work` on `count` threads, of which the current one is the first, until all have ended.
func runConcurrently(_ work: @escaping @Sendable () -> Void, times count: Int) {
  let threads = (1 ..< max(1, count)).compactMap { (_) in startThread(work) }
  work()
  for thread in threads { pthread_join(thread, nil) }
}

/// Runs `work` on a thread that nobody waits for.
func runApart(_ work: @escaping @Sendable () -> Void) {
  if let thread = startThread(work) { pthread_detach(thread) }
}

/// Begins `work` on a new thread; `nil` if there can be none.
private func startThread(_ work: @escaping @Sendable () -> Void) -> pthread_t? {
  let context = UnsafeMutablePointer<@Sendable () -> Void>.allocate(capacity: 1)
  context.initialize(to: work)
  var thread = pthread_t()
  let status = pthread_create(
    &thread, nil,
    { (context) in
      // The pointer was made from one to a closure of this type, a few lines above.
      let work = context?.assumingMemoryBound(to: (@Sendable () -> Void).self)
      work?.pointee()
      work?.deinitialize(count: 1)
      work?.deallocate()
      return nil
    }, context)
  if status == 0 { return thread }
  context.deinitialize(count: 1)
  context.deallocate()
  return nil
}

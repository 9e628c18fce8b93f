import Glibc

/// The size of the stack on which sources are parsed and lowered: generated code nests deeply, and
/// libclang recurses over it.
private let largeStackSize = 512 << 20

/// Runs `body` on a thread with a stack of 512 MB, and returns or throws what it does.
///
/// Every parse and every lowering must run inside. Pages of the stack that are not used cost
/// nothing.
public func withLargeStack<Value: Sendable, Failure: Error>(
  _ body: @Sendable () throws(Failure) -> Value
) throws(Failure) -> Value {
  var result: Result<Value, Failure>?
  withoutActuallyEscaping(body) { (body) in
    runOnThread {
      do throws(Failure) {
        result = .success(try body())
      } catch {
        result = .failure(error)
      }
    }
  }
  guard let result else { preconditionFailure("the thread ended without a result") }
  return try result.get()
}

/// What a thread runs.
private struct ThreadBody {
  let run: () -> Void
}

/// Runs `body` on a thread with a large stack and waits for it.
private func runOnThread(_ body: @escaping () -> Void) {
  var attributes = pthread_attr_t()
  pthread_attr_init(&attributes)
  defer { pthread_attr_destroy(&attributes) }
  pthread_attr_setstacksize(&attributes, largeStackSize)
  let context = UnsafeMutablePointer<ThreadBody>.allocate(capacity: 1)
  context.initialize(to: ThreadBody(run: body))
  defer {
    context.deinitialize(count: 1)
    context.deallocate()
  }
  var thread = pthread_t()
  let status = pthread_create(
    &thread, &attributes,
    { (context) in
      context?.assumingMemoryBound(to: ThreadBody.self).pointee.run()
      return nil
    }, context)
  guard status == 0 else {
    // No memory for such a stack: this thread's own has to do.
    body()
    return
  }
  pthread_join(thread, nil)
}

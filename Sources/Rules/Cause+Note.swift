import Diagnostics
import Lifetimes

extension Cause {

  /// The step as a note; `nil` if it tells the reader nothing.
  var note: Diagnostic.Note? {
    text.map { Diagnostic.Note($0, at: range) }
  }

  private var text: String? {
    switch what {
    case .obtained(let pointer, let handle):
      Self.text(obtaining: pointer, from: handle)
    case .made(let name, let function):
      name.hasPrefix("the result") || name == "a value"
        ? "made by '\(function)' here" : "\(Rule.quoted(name)) is created here"
    case .parameter: nil
    case .ended(let name, let call, let inside):
      inside == nil
        ? "\(Rule.quoted(name)) is closed here"
        : "\(Rule.quoted(name)) is closed by \(call.text) here"
    case .collected(let chain): Self.text(of: chain)
    case .stored(let name, let place):
      "\(Rule.quoted(name)) is stored in \(Rule.quoted(place, or: "memory")) here"
    case .assumed(let text): text
    case .left: "the runtime is left here"
    case .called(let call): "passed to \(call.text) here"
    case .returned(let handle):
      "the function returns here, and its caller can close \(Rule.quoted(handle))"
    }
  }

  private static func text(obtaining pointer: String, from handle: String) -> String {
    let (name, owner) = (Rule.quoted(pointer, or: "it"), Rule.quoted(handle, or: "a handle"))
    return "\(name) is obtained from \(owner) here"
  }

  /// Why a call can collect: the shortest way down.
  private static func text(of chain: CallChain) -> String {
    guard let first = chain.links.first else { return "this can collect: it \(chain.reason)" }
    if chain.links.count > 1 { return "\(first.text) can collect: \(chain.description)" }
    return chain.reason.hasPrefix("its")
      ? "\(first.text) can collect: \(chain.reason)"
      : "\(first.text) can collect: it \(chain.reason)"
  }

}

extension CallChain.Link {
  /// The called function, and the pointer that it is called through.
  fileprivate var text: String {
    pointer.map { "'\(callee)' (through '\($0)')" } ?? "'\(callee)'"
  }
}

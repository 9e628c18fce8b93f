import Diagnostics
import Lifetimes

extension Cause {

  /// The step as a note, and where in a function it happens that is called; none if it tells the
  /// reader nothing.
  var notes: [Diagnostic.Note] {
    guard let text else { return [] }
    let note = Diagnostic.Note(text, at: range)
    guard case .ended(_, let call, let inside?) = what else { return [note] }
    return [note, Diagnostic.Note("in '\(call.callee)' it is closed here", at: inside)]
  }

  private var text: String? {
    switch what {
    case .obtained(let pointer, let handle):
      Self.text(obtaining: pointer, from: handle)
    case .made(let name, let function):
      if case .source = name {
        "\(name.quoted()) is created here"
      } else {
        "made by '\(function)' here"
      }
    case .parameter: nil
    case .ended(let name, let call, let inside):
      inside == nil
        ? "\(name.quoted()) is closed here"
        : "\(name.quoted()) is closed by \(call.text) here"
    case .collected(let chain): Self.text(of: chain)
    case .stored(let name, let place):
      "\(name.quoted()) is stored in \(place.quoted(or: "memory")) here"
    case .assumed(let text): text
    case .left: "the runtime is left here"
    case .called(let call): "passed to \(call.text) here"
    case .returned(let handle):
      "the function returns here, and its caller can close \(handle.quoted())"
    }
  }

  private static func text(obtaining pointer: Designation, from handle: Designation) -> String {
    "\(pointer.quoted()) is obtained from \(handle.quoted(or: "a handle")) here"
  }

  /// Why a call can collect: the shortest way down.
  private static func text(of chain: CallChain) -> String {
    guard let first = chain.links.first else { return "this can collect: \(chain.reason)" }
    if chain.links.count > 1 { return "\(first.text) can collect: \(chain.description)" }
    return "\(first.text) can collect: \(chain.reason)"
  }

}

extension CallChain.Link {
  /// The called function, and the pointer that it is called through.
  fileprivate var text: String {
    pointer.map { "'\(callee)' (through '\($0)')" } ?? "'\(callee)'"
  }
}

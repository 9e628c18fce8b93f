/// Something that holds in some of the configurations in which a program was analyzed.
public protocol Configured {

  /// The names of those configurations; none if it holds in all that it can hold in.
  var configurations: [String] { get set }

}

extension Diagnostic: Configured {}
extension InputFailure: Configured {}
extension Ledger.Entry: Configured {}
extension Ledger.Default: Configured {}
extension Ledger.SkippedFile: Configured {}

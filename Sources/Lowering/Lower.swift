import Clang
import IR

/// Lowers a translation unit: the bodies of functions in its own file and in headers of the user,
/// and what they refer to.
///
/// Must run inside `withLargeStack`, on the thread that parsed the unit.
public func lower(_ unit: TranslationUnit, options: LoweringOptions = .init()) -> Module {
  var lowerer = Lowerer(unit, options: options)
  return lowerer.lowerUnit()
}

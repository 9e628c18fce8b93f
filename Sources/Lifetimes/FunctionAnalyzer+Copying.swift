import IR
import Source

// What `memcpy` and the like copy.

extension FunctionAnalyzer {

  /// More elements than this are not copied one by one.
  private static let maximumElements = 64

  /// Copies what one pointer points to to where another points: one element, or several if the size
  /// tells how many.
  mutating func copyPointee(
    _ source: LocationID, to target: LocationID, at site: CallSite, in state: inout AbstractState
  ) {
    var count = elementCount(from: source, to: target, at: site)
    if count > Self.maximumElements {
      doubt("only the first of \(count) elements is copied", at: site.range)
      count = 1
    }
    let isText = holdsText(source, copiedTo: target)
    // All as they were before: the two places may overlap.
    let copied = (0 ..< count).map { (index) in
      let old = contents(of: element(source, index: .constant(index), isArray: false), in: state)
      return isText && old.isAsBefore ? Contents(.unknown) : old
    }
    for (index, contents) in copied.enumerated() {
      let place = element(target, index: .constant(index), isArray: false)
      write(contents, to: place, at: site.point, store: StoreSite(range: site.range), in: &state)
    }
  }

  /// Whether a place holds characters, in which nothing is that rules judge.
  private func holdsText(_ source: LocationID, copiedTo target: LocationID) -> Bool {
    guard let type = type(of: source) ?? type(of: target) else { return false }
    if case .integer(8, _) = (type.arrayElement ?? type).unaliased { return true }
    return false
  }

  /// Returns how many elements a call copies: one if that is not known.
  private func elementCount(
    from source: LocationID, to target: LocationID, at site: CallSite
  ) -> Int {
    guard case .constant(let bytes)? = site.arguments.last,
      case .integer(let bits, _)? = site.call.argumentTypes.last?.unaliased,
      let type = type(of: source) ?? type(of: target), !type.isArray,
      let size = program.size(of: type, pointer: bits / 8), size > 0
    else { return 1 }
    return max(1, bytes / size)
  }

  /// Returns the type of a location, if the source tells.
  func type(of location: LocationID) -> Type? {
    switch names[location] {
    case .local(let local): return function[local].type
    case .global(let name): return program.globals[name]?.type
    case .pointee(let symbol):
      guard case .initial(let holder, _) = names[symbol] else { return nil }
      return type(of: holder)?.pointee
    case .part(let whole, .field(let name)):
      guard case .record(let record)? = type(of: whole)?.unaliased else { return nil }
      return program.type(ofField: name, in: record)
    case .part(let whole, _):
      guard let type = type(of: whole) else { return nil }
      return type.arrayElement ?? type
    case .keeper, .content, .heap, .context, .string: return nil
    }
  }

}

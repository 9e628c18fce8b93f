import IR

/// A function that is called when the life of an object ends: what a `cleanup` attribute names, or
/// a C++ destructor.
struct Cleanup {

  let function: FunctionName
  /// The way from the variable to the part whose address the function gets.
  let path: [Place.Projection]
  /// The type of the part; `nil` if it is the whole variable.
  let type: Type?

  init(_ function: FunctionName, path: [Place.Projection] = [], type: Type? = nil) {
    self.function = function
    self.path = path
    self.type = type
  }

  /// Returns the same for an object of which this one is a part.
  func behind(_ prefix: [Place.Projection], type: Type) -> Cleanup {
    Cleanup(function, path: prefix + path, type: self.type ?? type)
  }

}

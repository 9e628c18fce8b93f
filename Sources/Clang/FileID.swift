/// A file of a translation unit, valid while the unit lives.
public struct FileID: Hashable {

  /// libclang's handle.
  let pointer: UnsafeMutableRawPointer

}

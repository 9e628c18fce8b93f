import CLibclang

/// A position in a translation unit, which may be inside a macro.
public struct Location {

  /// libclang's value.
  let raw: CXSourceLocation

  /// Whether it is in a header that the compiler was told is the system's.
  public var isInSystemHeader: Bool { clang_Location_isInSystemHeader(raw) != 0 }

  /// Whether it is in the file that is parsed.
  public var isInMainFile: Bool { clang_Location_isFromMainFile(raw) != 0 }

  /// The place in a file: of code from the body of a macro, the use of the macro; of an argument of
  /// a macro, the argument.
  public var inFile: FileLocation {
    var file: CXFile?
    var line: UInt32 = 0
    var column: UInt32 = 0
    var offset: UInt32 = 0
    clang_getFileLocation(raw, &file, &line, &column, &offset)
    return FileLocation(
      file: file.map(FileID.init), line: Int(line), column: Int(column), offset: Int(offset))
  }

}

/// A position in a file.
public struct FileLocation: Hashable {

  /// The file; `nil` for a position that is in none.
  public let file: FileID?
  /// The line, counted from 1.
  public let line: Int
  /// The column in bytes, counted from 1.
  public let column: Int
  /// The bytes before it.
  public let offset: Int

  public init(file: FileID?, line: Int, column: Int, offset: Int) {
    self.file = file
    self.line = line
    self.column = column
    self.offset = offset
  }

}

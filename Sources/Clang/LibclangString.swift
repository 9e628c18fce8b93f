import CLibclang

/// Returns the text of a string of libclang's, and frees it. Bytes that are not UTF-8 are replaced.
func string(_ string: CXString) -> String {
  defer { clang_disposeString(string) }
  guard let bytes = clang_getCString(string) else { return "" }
  return String(cString: bytes)
}

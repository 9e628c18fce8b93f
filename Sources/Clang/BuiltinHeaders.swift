import CLibclang

/// Returns the flags with which the loaded library finds the compiler's own headers.
///
/// Debian's libraries find theirs; the one of Python's package has none, and is then given those of
/// another clang, or gcc's. Nothing is executed to find them.
func argumentsForBuiltinHeaders(
  library path: String, majorVersion: Int
) throws(LibraryError) -> [String] {
  if findsBuiltinHeaders(with: []) { return [] }
  for directory in resourceDirectories(library: path, majorVersion: majorVersion) {
    let arguments = ["-resource-dir", directory]
    if findsBuiltinHeaders(with: arguments) { return arguments }
  }
  for directory in gccIncludeDirectories() {
    let arguments = ["-isystem", directory]
    if findsBuiltinHeaders(with: arguments) { return arguments }
  }
  throw .noBuiltinHeaders(library: path)
}

/// Whether a small file that includes the compiler's own headers parses.
private func findsBuiltinHeaders(with arguments: [String]) -> Bool {
  guard
    let unit = try? TranslationUnit(
      path: "holdfast-probe.c",
      contents: "#include <stddef.h>\n#include <stdarg.h>\n#include <stdbool.h>\n",
      arguments: arguments)
  else { return false }
  return unit.diagnostics.allSatisfy { $0.severity < .error }
}

/// The resource directories of clang on this system: those of the same version first.
private func resourceDirectories(library path: String, majorVersion: Int) -> [String] {
  let libraryDirectory = path.lastIndex(of: "/").map { String(path[..<$0]) }
  var roots = libraryDirectory.map { [$0 + "/clang"] } ?? []
  roots.append("/usr/lib/llvm-\(majorVersion)/lib/clang")
  roots += ["/usr/lib/clang", "/usr/lib64/clang", "/usr/local/lib/clang"]
  let others = namesInDirectory("/usr/lib").filter { $0.hasPrefix("llvm-") }
  roots += others.map { "/usr/lib/\($0)/lib/clang" }
  let found = roots.flatMap { (root) in namesInDirectory(root).map { root + "/" + $0 } }
    .filter { fileExists($0 + "/include/stddef.h") }
  let isSame = { (directory: String) -> Bool in
    let name = directory.split(separator: "/").last ?? ""
    return name == "\(majorVersion)" || name.hasPrefix("\(majorVersion).")
  }
  return found.filter(isSame) + found.filter { !isSame($0) }
}

/// The directories of gcc's own headers, newest first.
private func gccIncludeDirectories() -> [String] {
  var found: [String] = []
  for root in ["/usr/lib/gcc", "/usr/lib64/gcc", "/usr/local/lib/gcc"] {
    for target in namesInDirectory(root) {
      let versions = namesInDirectory("\(root)/\(target)")
        .sorted { (Int($0.prefix { $0.isNumber }) ?? 0) > (Int($1.prefix { $0.isNumber }) ?? 0) }
      found += versions.map { "\(root)/\(target)/\($0)/include" }
    }
  }
  return found.filter { fileExists($0 + "/stddef.h") }
}

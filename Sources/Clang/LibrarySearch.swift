/// The places where libclang may be, best first.
struct LibrarySearch {

  /// Files, or names that the dynamic loader looks up.
  let candidates: [String]

  /// Whether somebody said where the library is, so that no other one may be taken.
  let isExplicit: Bool

  /// The places for an explicit path, else for the environment, else on this system.
  init(explicitPath: String?) {
    let path =
      explicitPath ?? environmentVariable("HOLDFAST_LIBCLANG")
      ?? environmentVariable("LIBCLANG_PATH")
    isExplicit = path != nil
    if let path {
      candidates = isDirectory(path) ? Self.libraries(below: path) : [path]
    } else {
      candidates = Self.llvmInstallations() + Self.loaderNames() + Self.pythonPackages()
    }
  }

  /// The libraries in a directory and in its `lib`.
  private static func libraries(below path: String) -> [String] {
    let found = libraries(in: path) + libraries(in: path + "/lib")
    return found.isEmpty ? [path + "/libclang.so"] : found
  }

  /// The files of a directory that are libclang, the plain names first.
  private static func libraries(in directory: String) -> [String] {
    namesInDirectory(directory)
      .filter { name in
        (name.hasPrefix("libclang.so") || name.hasPrefix("libclang-")) && name.contains(".so")
          && !name.hasPrefix("libclang-cpp")
      }
      .sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
      .map { directory + "/" + $0 }
  }

  /// The libraries of the installed versions of LLVM, newest first.
  private static func llvmInstallations() -> [String] {
    var found: [String] = []
    for root in ["/usr/lib", "/usr/local/lib", "/opt"] {
      let versions = namesInDirectory(root).compactMap { (name) in
        name.hasPrefix("llvm-") ? Int(name.dropFirst("llvm-".count)) : nil
      }
      for version in versions.sorted(by: >) {
        found += libraries(in: "\(root)/llvm-\(version)/lib")
      }
    }
    return found
  }

  /// The names under which distributions install the library for the dynamic loader.
  private static func loaderNames() -> [String] {
    let versioned = (14 ... 30).reversed().flatMap { (version) in
      [
        "libclang-\(version).so.\(version)", "libclang-\(version).so.1", "libclang.so.\(version)",
        "libclang.so.\(version).1",
      ]
    }
    return versioned + ["libclang.so.1", "libclang.so"]
  }

  /// The libraries of Python's package `libclang`.
  private static func pythonPackages() -> [String] {
    var roots = ["/usr/local/lib", "/usr/lib"]
    if let home = environmentVariable("HOME") { roots.insert(home + "/.local/lib", at: 0) }
    if let environment = environmentVariable("VIRTUAL_ENV") {
      roots.insert(environment + "/lib", at: 0)
    }
    var found: [String] = []
    for root in roots {
      for python in namesInDirectory(root).reversed() where python.hasPrefix("python3") {
        for packages in ["site-packages", "dist-packages"] {
          let path = "\(root)/\(python)/\(packages)/clang/native/libclang.so"
          if fileExists(path) { found.append(path) }
        }
      }
    }
    return found
  }

}

import Testing

@testable import Driver

@Suite struct CompilerArgumentsTests {

  @Test(arguments: [
    (["-DX", "-I", "inc", "--sysroot", "/x", "-isystem", "a", "-fshort-enums"], nil),
    (["-DX", "x.c"], "x.c"), (["-o", "-DX"], "-o"), (["-I"], "-I"), (["--", "-DX"], "--"),
    (["-Xclang", "-DX"], "-Xclang"), (["-fplugin=x.so"], "-fplugin=x.so"), ([], nil),
  ])
  func firstFlagThatIsNotUsedIsTold(_ flags: [String], _ refused: String?) {
    #expect(CompilerArguments.firstRefused(in: flags) == refused)
  }

  @Test func valuesStayWithTheirFlags() {
    #expect(
      CompilerArguments.grouped(["-DX", "-isystem", "/a", "-include", "b.h", "-m64", "-target"])
        == [["-DX"], ["-isystem", "/a"], ["-include", "b.h"], ["-m64"], ["-target"]])
  }

  @Test(arguments: [
    ("-I inc -Isrc -isystem sys", ["-I/d/inc", "-I/d/src", "-isystem", "/d/sys"]),
    ("-DA -D B=1 -UC", ["-DA", "-DB=1", "-UC"]),
    ("-c -o x.o -MMD -MF x.d -O2 -Wall x.c", []),
    (
      "-std=c99 -m64 -fshort-enums -funsigned-char",
      ["-std=c99", "-m64", "-fshort-enums", "-funsigned-char"]
    ),
    ("-fno-canonical-system-headers -fconserve-stack -mfoo", []),
    ("-include /d/config.h --sysroot=root", ["-include", "/d/config.h", "--sysroot=/d/root"]),
    ("-x c++ x.cc", ["-xc++"]), ("-include-pch a.pch -include-pchb -DA", ["-DA"]),
  ])
  func keepsWhatChangesTheMeaning(_ command: String, _ kept: [String]) {
    #expect(
      CompilerArguments.relevant(in: ShellWords.split(command), relativeTo: "/d") == kept)
  }

  /// Flags that load code, run programs or write files.
  private static let harmful = [
    "-fplugin=evil.so", "-Xclang -load -Xclang evil.so", "-fpass-plugin=evil.so", "-wrapper sh,-c",
    "-B /evil", "-specs=evil", "-Wp,-MD,evil.d", "-Wp,-load,evil.so", "-fmodules",
    "-fmodules-cache-path=evil", "-ftime-trace=evil", "-mllvm -load=evil", "-mllvm=-load=evil",
    "--config=evil.cfg", "-H", "-gen-reproducer", "-fcrash-diagnostics-dir=evil", "-MMD", "-MFevil",
    "-o evil", "-oevil", "--serialize-diagnostics evil", "-save-temps=evil", "@evil", "evil.c",
    "-fproc-stat-report=evil", "-fsanitize-ignorelist=evil", "-cc1 -load evil.so",
  ]

  @Test(arguments: harmful)
  func neverKeepsWhatLoadsCodeOrWrites(_ command: String) {
    let words = ShellWords.split(command)
    #expect(CompilerArguments.relevant(in: words, relativeTo: "/d") == [])
    #expect(CompilerArguments.permitted(words, relativeTo: "/d") == [])
  }

  @Test func keepsTheUsersOwnFlags() {
    let flags = [
      "-fblocks", "-c", "-o", "x", "-DX", "-I", "inc", "-Wno-everything", "-mavx2", "-march=native",
      "-fvisibility=hidden", "-std=c2x", "-include", "gone.h",
    ]
    #expect(
      CompilerArguments.permitted(flags, relativeTo: "/d") == [
        "-fblocks", "-DX", "-I/d/inc", "-Wno-everything", "-mavx2", "-march=native",
        "-fvisibility=hidden", "-std=c2x", "-include", "gone.h",
      ])
  }

}

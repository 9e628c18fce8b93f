import Testing

@testable import Driver

@Suite struct CompilerArgumentsTests {

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

  @Test(arguments: [
    "-fplugin=evil.so", "-Xclang -load -Xclang evil.so", "-fpass-plugin=evil.so", "-wrapper sh,-c",
    "-B /evil", "-specs=evil",
  ])
  func neverKeepsWhatLoadsCode(_ command: String) {
    let words = ShellWords.split(command)
    #expect(CompilerArguments.relevant(in: words, relativeTo: "/d") == [])
    #expect(!CompilerArguments.permitted(words).contains { $0.hasPrefix("-") })
  }

  @Test func keepsTheUsersOwnFlags() {
    #expect(
      CompilerArguments.permitted(["-fblocks", "-c", "-o", "x", "-DX"]) == ["-fblocks", "-DX"])
  }

}

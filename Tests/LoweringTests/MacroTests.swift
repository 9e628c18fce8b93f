import IR
import Source
import Testing

/// Positions of code that comes from macros.
struct MacroTests {

  /// Returns the range of the first instruction that assigns to the named local.
  private func range(ofAssignmentTo name: String, in source: String) throws -> SourceRange? {
    let function = try lowered(source).functions.last
    return function?.blocks.flatMap(\.instructions).first { (instruction) in
      guard case .assign(let place, _) = instruction.kind, case .local(let local) = place.base
      else { return false }
      return function?[local].name == name
    }?.range
  }

  @Test func codeOfABodyStandsWhereTheMacroIsUsed() throws {
    let range = try range(
      ofAssignmentTo: "x", in: "#define SET(v) v = 1\nvoid f(int x) {\n  SET(x);\n}")
    #expect(range?.start == SourcePosition(file: "t.c", line: 3, column: 3))
    #expect(range?.end == SourcePosition(file: "t.c", line: 3, column: 9))
    #expect(range?.macro?.name == "SET")
    #expect(range?.macro?.definition == SourcePosition(file: "t.c", line: 1, column: 9))
  }

  @Test func argumentsStandWhereTheyAreWritten() throws {
    let range = try range(
      ofAssignmentTo: "x", in: "#define ID(v) v\nvoid f(int x) {\n  ID(x = 2);\n}")
    #expect(range?.start == SourcePosition(file: "t.c", line: 3, column: 6))
    #expect(range?.end == SourcePosition(file: "t.c", line: 3, column: 11))
    #expect(range?.macro == nil)
  }

  @Test func theOutermostMacroIsNamed() throws {
    let range = try range(
      ofAssignmentTo: "x",
      in: "#define INNER(v) v = 1\n#define OUTER(v) INNER(v)\nvoid f(int x) {\n  OUTER(x);\n}")
    #expect(range?.macro?.name == "OUTER")
  }

  @Test func codeAroundAMacroIsNotTheMacros() throws {
    let range = try range(
      ofAssignmentTo: "x", in: "#define ONE 1\nvoid f(int x) {\n  x = ONE;\n  x = ONE + x;\n}")
    #expect(range?.start.column == 3)
    #expect(range?.end.column == 10)
    #expect(range?.macro == nil)
  }

  @Test func functionsOfMacrosStandWhereTheMacroIsUsed() throws {
    let module = try lowered("#define DEF(n) int n(void) { return 1; }\nDEF(one)\n\nDEF(two)")
    #expect(module.functions.map(\.name.name) == ["one", "two"])
    #expect(module.functions.map(\.range.start.line) == [2, 4])
  }

}

import IR
import Lowering
import Testing

/// What a module says about functions, types and files.
struct DeclarationTests {

  @Test func onlyFunctionsThatMatterAreDeclared() throws {
    let source = """
      #include <stdlib.h>
      int used(int n, ...);
      static inline int never(void) { return 0; }
      int f(void) { return used(1); }
      """
    let module = try lowered(source)
    #expect(module.declarations.map(\.name.name) == ["used", "never", "f"])
    #expect(module.declarations.map(\.isDefined) == [false, true, true])
    #expect(module.declarations[0].isVariadic)
    #expect(module.declarations[1].name.file == "t.c")
  }

  @Test func annotationsOfAllDeclarationsAreMerged() throws {
    let source = """
      #define A(t) __attribute__((annotate(t)))
      typedef struct R *H A("handle");
      int g(H h A("closes"), int n) A("one");
      int g(H, int n A("null-ok")) A("two");
      int f(H h) { return g(h, 1); }
      """
    let module = try lowered(source)
    #expect(module.declarations[0].annotations == ["one", "two"])
    #expect(module.declarations[0].parameters.map(\.annotations) == [["closes"], ["null-ok"]])
    #expect(module.declarations[0].parameters.map(\.name) == ["h", "n"])
    #expect(module.annotatedTypes == ["H": ["handle"]])
  }

  @Test func annotatedTypesOfFunctionsAreKept() throws {
    let source = """
      #define A(t) __attribute__((annotate(t)))
      typedef long (*quiet)(int n) A("quiet");
      typedef int closes(char *p A("closes"), ...);
      typedef int plain(void);
      long f(quiet q, closes *c, plain *p) { return q(1) + c(0) + p(); }
      """
    let types = try lowered(source).functionTypes
    #expect(types.map(\.name.name) == ["quiet", "closes"])
    #expect(types.map(\.annotations) == [["quiet"], []])
    #expect(types.map(\.isVariadic) == [false, true])
    #expect(types.map { $0.parameters.map(\.name) } == [["n"], ["p"]])
    #expect(types[1].parameters[0].annotations == ["closes"])
  }

  @Test func contractsKeepAllDeclarations() throws {
    let source = """
      #define A(t) __attribute__((annotate(t)))
      typedef struct { long i; } H A("handle");
      typedef long unused A("token");
      struct Slot { void *fn A("entry-point"); } A("table");
      H g(H h) A("new");
      int h(void);
      """
    let module = try lowered(source, options: { LoweringOptions(allDeclarations: true) })
    #expect(module.declarations.map(\.name.name) == ["g", "h"])
    #expect(module.annotatedTypes == ["H": ["handle"], "unused": ["token"]])
    #expect(module.records["Slot"]?.fields.map(\.annotations) == [["entry-point"]])
    #expect(module.records["Slot"]?.annotations == ["table"])
  }

  @Test func functionsThatDoNotReturnAreMarked() throws {
    let source = """
      _Noreturn void a(void);
      void b(void) __attribute__((noreturn));
      void c(void);
      void f(int n) { if (n) a(); if (n > 1) b(); c(); }
      """
    #expect(try lowered(source).declarations.map(\.isNoReturn) == [true, true, false, false])
  }

  @Test func recordsHaveNamesAndMembers() throws {
    let source = """
      typedef struct { long i; } H;
      struct S { H h; union { int a; H b; }; struct S *next; unsigned : 3; int bits : 2; };
      void f(struct S s) { }
      """
    let records = try lowered(source).records
    #expect(records["H"]?.fields.map(\.name) == ["i"])
    #expect(records["S"]?.fields.map(\.name) == ["h", "<1>", "next", "bits"])
    #expect(records["S"]?.fields[0].type == .named("H", .record("H")))
    #expect(records["union@2:17"]?.isUnion == true)
  }

  @Test func runtimeAndSystemHeadersAreNotLowered() throws {
    let module = try lowered(
      "#include <ctype.h>\nint f(void) { return 1; }",
      options: { LoweringOptions(isRuntimeFile: { _ in true }) })
    #expect(module.functions.map(\.name.name) == ["f"])
    #expect(module.includedFiles.contains { $0.hasSuffix("/ctype.h") })
  }

  @Test func typesKeepTheirAliases() throws {
    let module = try lowered("typedef int number; void f(const number *p, number a[2]) { }")
    #expect(
      module.functions[0].parameters.map(\.type.description) == ["number*", "number*"])
    #expect(module.functions[0].parameters[0].type.pointee?.names == ["number"])
  }

}

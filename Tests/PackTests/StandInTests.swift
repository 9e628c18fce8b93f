import Clang
import Testing

/// The stand-ins for HPy's headers.
struct StandInTests {

  /// Functions that only generated code calls, which the stand-ins do not generate.
  private static let trampolines: Set<String> = ["_HPyGetContext"]

  /// The one source of the corpus that is an error by intent.
  private static let deliberateError = "test_expect_make_error/"

  @Test func standInsDeclareWhatIsDescribed() throws {
    let described = try Header.contract().arities
    let declared = try Header.hpy(["-DHPY_ABI_UNIVERSAL", "-I" + Repository.standIns]).arities
    let missing = described.filter { (name, arity) in
      !Self.trampolines.contains(name) && declared[name] != arity
    }
    #expect(missing.keys.sorted() == [])
    #expect(Set(declared.keys).subtracting(described.keys) == [])
  }

  @Test(
    .enabled(if: Repository.hasMaterial, "run scripts/fetch-test-material"),
    arguments: [["-DHPY_ABI_UNIVERSAL"], []])
  func sourcesOfHPyParse(_ interface: [String]) throws {
    let sources = Repository.corpus.filter { !Self.isLegacy($0) }
    #expect(sources.count > 300)
    #expect(try Self.errors(in: sources, interface) == [])
  }

  @Test(.enabled(if: Repository.hasMaterial, "run scripts/fetch-test-material"))
  func legacySourcesOfHPyParse() throws {
    let sources = Repository.corpus.filter(Self.isLegacy)
    #expect(sources.count > 50)
    #expect(try Self.errors(in: sources, ["-DHPY_ABI_HYBRID"]) == [])
  }

  @Test(.enabled(if: Repository.hasMaterial, "run scripts/fetch-test-material"))
  func cPlusPlusSourcesOfHPyParse() throws {
    let sources = Repository.files(
      below: Repository.root + "/.deps/hpy-sdist/proof-of-concept", suffix: ".cpp")
    #expect(sources.count == 2)
    #expect(try Self.errors(in: sources, ["-x", "c++", "-DHPY_ABI_UNIVERSAL"]) == [])
  }

  @Test func oldFormsParse() throws {
    let source = """
      #include <hpy.h>
      typedef struct { double x; } Point;
      HPyType_HELPERS(Point)
      HPyDef_METH(norm, "norm", norm_of, HPyFunc_NOARGS, .doc = "length")
      static HPy norm_of(HPyContext *ctx, HPy self) { return HPy_CAST(ctx, Point, self)->x > 0 \\
          ? HPyLong_FromLong(ctx, 1) : HPy_NULL; }
      HPyDef_METH(add, "add", add_all, HPyFunc_VARARGS)
      static HPy add_all(HPyContext *ctx, HPy self, HPy *args, HPy_ssize_t nargs)
      { return HPy_Add(ctx, args[0], args[nargs - 1]); }
      HPyDef_SLOT(create, Point_create, HPy_tp_new)
      static HPy Point_create(HPyContext *ctx, HPy type, HPy *args, HPy_ssize_t nargs, HPy kw)
      { return HPy_Dup(ctx, type); }
      HPyDef_SLOT(create_plainly, HPyType_GenericNew, HPy_tp_new)
      HPyDef_SLOT(sum, sum_points, HPy_nb_add, HPyFunc_BINARYFUNC)
      HPyDef_GET(x, "x", get_x, .closure = NULL)
      static HPy get_x(HPyContext *ctx, HPy self, void *closure) { return HPy_Dup(ctx, self); }
      static HPyDef *definitions[] = { &norm, &add, NULL };
      static HPyModuleDef module = {
        HPyModuleDef_HEAD_INIT, .m_name = "old", .m_size = -1, .defines = definitions };
      HPy_MODINIT(old)
      static HPy init_old_impl(HPyContext *ctx) { return HPyModule_Create(ctx, &module); }
      """
    #expect(try Self.errors(inText: source, ["-DHPY_ABI_UNIVERSAL"]) == [])
  }

  /// Whether a source uses the C API, too.
  private static func isLegacy(_ path: String) -> Bool {
    Repository.text(of: path).contains(/\bPy[A-Z_]/)
  }

  /// Returns what does not parse in files with the stand-ins.
  private static func errors(in files: [String], _ arguments: [String]) throws -> [String] {
    try files.filter { !$0.contains(deliberateError) }.flatMap { (file) in
      try errors(path: file, contents: nil, arguments)
    }
  }

  /// Returns what does not parse in a text with the stand-ins.
  private static func errors(inText text: String, _ arguments: [String]) throws -> [String] {
    try errors(path: "source.c", contents: text, arguments)
  }

  /// Returns what does not parse in one source with the stand-ins.
  private static func errors(
    path: String, contents: String?, _ arguments: [String]
  ) throws -> [String] {
    try withLargeStack {
      let unit = try TranslationUnit(
        path: path, contents: contents,
        arguments: ["-DHPY", "-idirafter", Repository.standIns] + arguments,
        library: try Library.open())
      return unit.diagnostics.filter { $0.severity >= .error }.map(\.description)
    }
  }

}

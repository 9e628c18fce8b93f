import Contracts
import IR
import Lifetimes
import Testing

/// The description of HPy against HPy's real headers.
struct ContractTests {

  /// Functions of the real headers that belong to HPy's own implementation for CPython.
  private static let internals: Set<String> = [
    "_HPyModuleDef_AsPyInit", "_HPyModuleDef_CreatePyModuleDef",
    "_HPyModule_CheckCreateSlotResult",
  ]

  @Test func contractIsUnderstood() throws {
    var runtime = RuntimeModel()
    try runtime.read(Header.contract().module, under: .normal)
    #expect(runtime.summaries.count > 230)
    #expect(Set(runtime.roles.values) == Set(TypeRole.allCases))
  }

  @Test(.enabled(if: Repository.hasMaterial, "run scripts/fetch-test-material"))
  func everyFunctionOfTheRealHeadersIsDescribed() throws {
    let real = try Header.hpy(["-DHPY_ABI_UNIVERSAL", "-I" + Repository.realHeaders]).arities
    let described = try Header.contract().arities
    #expect(real.count > 200)
    let missing = real.filter { (name, arity) in
      !Self.internals.contains(name) && described[name] != arity
    }
    #expect(missing.keys.sorted() == [])
  }

  @Test(.enabled(if: Repository.hasMaterial, "run scripts/fetch-test-material"))
  func everyFunctionBehindTheContextIsDescribed() throws {
    let real = try Header.hpy(["-DHPY_ABI_UNIVERSAL", "-I" + Repository.realHeaders])
    let context = try #require(real.module.records["_HPyContext_s"])
    var runtime = RuntimeModel()
    try runtime.read(Header.contract().module, under: .normal)
    let functions = context.fields.filter { $0.type.pointee != nil && $0.name.hasPrefix("ctx_") }
    #expect(functions.count > 170)
    let missing = functions.map(\.name).filter { runtime.function(forMember: $0) == nil }
    #expect(missing == [])
  }

  @Test(.enabled(if: Repository.hasMaterial, "run scripts/fetch-test-material"))
  func everyConstantOfTheContextIsDescribed() throws {
    let real = try Header.hpy(["-DHPY_ABI_UNIVERSAL", "-I" + Repository.realHeaders])
    let described = try #require(try Header.contract().module.records["_HPyContext_s"])
    let names = Set(described.fields.map(\.name))
    let context = try #require(real.module.records["_HPyContext_s"])
    let constants = context.fields.map(\.name).filter { $0.hasPrefix("h_") }
    #expect(Set(constants).subtracting(names) == [])
  }

  @Test func everyTextIsDocumented() throws {
    let documentation = Repository.text(of: Repository.root + "/docs/contracts.md")
    let names = Set(try Header.contract().texts.map { String($0.prefix { $0 != "(" }) })
    #expect(names.filter { !documentation.contains("`\($0)") } == [])
  }

}

extension Header {

  /// The texts of all annotations, without what they begin with.
  fileprivate var texts: Set<String> {
    let onFunctions = module.declarations.flatMap { (declaration) in
      declaration.annotations + declaration.parameters.flatMap(\.annotations)
    }
    let onMembers = module.records.values.flatMap { $0.fields.flatMap(\.annotations) }
    let onTypes = module.annotatedTypes.values.joined()
    return Set((onFunctions + onMembers + onTypes).map { String($0.dropFirst("holdfast:".count)) })
  }

}

import IR
import Source
import Synchronization
import Testing

/// Functions are the same after they were packed.
@Suite struct PackingTests {

  @Test func functionsOfEveryKindOfPartComeBackUnchanged() {
    let functions = [function("first", everyInstruction), function("second", [])]
    let packed = PackedFunctions(functions)
    #expect(Array(packed) == functions)
    #expect(packed.names == functions.map(\.name))
    // Each can be unpacked without the others.
    #expect(packed[1] == functions[1])
  }

  @Test(arguments: [0, 1, -1, 63, 64, -64, -65, 8191, Int.max, Int.min])
  func numbersComeBackUnchanged(number: Int) {
    let assignment = Instruction(.assign(Self.local(0), .operand(.constant(number))), at: range(1))
    let functions = [function("f", [assignment])]
    #expect(Array(PackedFunctions(functions)) == functions)
  }

  /// Memory in place of a file, with room for so many bytes.
  private final class Shelf: ByteStore {
    let room: Int
    private let kept = Mutex<[UInt8]>([])
    init(room: Int) { self.room = room }
    var count: Int { kept.withLock { $0.count } }
    func append(_ bytes: [UInt8]) -> Int? {
      kept.withLock { (kept) in
        if kept.count + bytes.count > room { return nil }
        defer { kept += bytes }
        return kept.count
      }
    }
    func bytes(in range: Range<Int>) -> [UInt8] { kept.withLock { Array($0[range]) } }
  }

  @Test(arguments: [0, 100_000]) func partsOfAModuleComeBackFromAStore(room: Int) {
    let functions = [function("first", everyInstruction), function("second", [])]
    let declarations = functions.map { (function) in
      FunctionDeclaration(
        name: function.name, result: Self.int,
        parameters: [.init(name: "p", type: .record("R"), annotations: ["closes"])],
        isVariadic: false, isNoReturn: true, isDefined: true, annotations: ["a", "b"],
        range: function.range)
    }
    let module = Module(
      file: "file.c", functions: PackedFunctions(functions),
      declarations: PackedDeclarations(declarations), globals: [], records: [:],
      annotatedTypes: [:], functionTypes: [], includedFiles: [])
    let shelf = Shelf(room: room)
    let moved = module.moved(to: shelf)
    #expect((shelf.count > 0) == (room > 0))
    #expect(Array(moved.functions) == functions && moved.functions[1] == functions[1])
    #expect(Array(moved.declarations) == declarations)
    let renamed = moved.renaming(records: ["R": "S"])
    #expect(renamed.declarations[1].parameters[0].type == .record("S"))
  }

  private static let int = Type.integer(bits: 32, isSigned: true)

  private static func local(_ index: Int, _ projections: [Place.Projection] = []) -> Place {
    Place(.local(.init(index)), projections, type: int)
  }

  /// Positions that go back and forth, into another file and out of macros.
  private func range(_ line: Int) -> SourceRange {
    let file = line % 3 == 0 ? "other.h" : "file.c"
    let macro = SourceRange.MacroUse(
      name: "MACRO", definition: line % 2 == 0 ? nil : .init(file: "m.h", line: 4, column: 9))
    return SourceRange(
      start: .init(file: file, line: 100 - line, column: line * 7),
      end: .init(file: line % 5 == 0 ? "end.c" : file, line: 101 - line, column: 3),
      macro: line % 4 == 0 ? macro : nil)
  }

  private var everyInstruction: [Instruction] {
    let deep = Place(
      .global("file.c::table"),
      [
        .field("entries", record: "Table"), .index(.constant(-3)), .dereference,
        .index(.copy(Self.local(1))),
      ], type: .named("Entry", .record("Entry")))
    let operands: [Operand] = [
      .copy(deep), .address(deep), .constant(7), .function(.init("g", file: "file.c")),
      .function(.init("h")), .string("text"), .unknown,
    ]
    let expressions: [Expression] =
      operands.map { .operand($0) } + [
        .unary(.bitwiseNot, operands[0]), .binary(.greaterOrEqual, operands[1], operands[2]),
        .cast(operands[0], to: .pointer(to: .void)), .zero,
      ]
    let call = Call(
      .direct(.init("h")), arguments: operands, argumentTypes: [Self.int, .floating],
      argumentRanges: [range(3), range(10)], result: deep, resultType: .other)
    let indirect = Call(
      .indirect(operands[0]), arguments: [], argumentTypes: [], argumentRanges: [], result: nil,
      resultType: .void)
    let kinds: [Instruction.Kind] =
      expressions.map { .assign(Self.local(0, [.dereference]), $0) } + [
        .call(call), .call(indirect), .storageLive(.init(2)), .storageDead(.init(2)),
        .opaque(reason: "asm", reads: operands, writes: [deep]),
      ]
    return kinds.enumerated().map { Instruction($1, at: range($0)) }
  }

  private func function(_ name: String, _ instructions: [Instruction]) -> Function {
    let kinds: [Terminator.Kind] = [
      .branch(.constant(1), nonzero: .init(1), zero: .init(2)),
      .switch(
        .unknown, cases: [.init(1 ... 3, .init(2)), .init(-5 ... -5, .init(3))], default: .init(4)),
      .anyOf([.init(3), .init(4)]), .jump(.init(5)), .return(.copy(Self.local(0))), .return(nil),
      .unreachable,
    ]
    let blocks = kinds.enumerated().map { (index, kind) in
      BasicBlock(index == 0 ? instructions : [], Terminator(kind, at: range(index + 20)))
    }
    return Function(
      name: .init(name, file: "file.c"), range: range(1), end: range(40), result: Self.int,
      parameterCount: 1, isVariadic: true,
      locals: [
        Local(name: "p", type: .array(of: Self.int, count: 4), kind: .parameter, range: range(2)),
        Local(name: "v", type: Self.int, kind: .variable, range: range(6)),
        Local(name: "", type: Self.int, kind: .temporary, range: range(8)),
      ], blocks: blocks, gaps: [.init("no", at: range(12))])
  }

}

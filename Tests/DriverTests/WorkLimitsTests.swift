import Diagnostics
import Driver
import Testing

/// Functions, rings and programs whose analysis is too much work. With the real limits the tests
/// would take minutes; what happens past small ones is the same.
@Suite struct WorkLimitsTests {

  /// Returns the report on a source; with `least` units of work for each function.
  private func report(
    _ source: String, least: Int? = nil, jobs: Int = 1, _ change: (inout Options) -> Void = { _ in }
  ) throws -> Report {
    var options = try Scratch(["a.c": source]).options("a.c")
    options.jobs = jobs
    if let least {
      options.workLimits.least = least
      options.workLimits.perInstruction = 0
    }
    change(&options)
    return try check(options)
  }

  /// Returns the functions that were too much work.
  private func unfinished(_ report: Report) -> [String] {
    report.ledger.functions.filter { $0.reason.contains("too much work") }.map(\.function)
  }

  /// An interpreter: cases that go to each other, over handles and pointers.
  private func interpreter(cases: Int) -> String {
    let bodies = (0 ..< cases).map { (index) in
      """
        case \(index): next\(index):
          if (a->v > x\(index % 7)) { b = a->next; x\(index % 5)++; }
          else if (HPy_IsNull(h\(index % 3))) h\(index % 3) = HPyLong_FromLong(ctx, x1);
          if (decode(b) == \(index)) goto next\((index * 7 + 3) % cases);
          op = decode(a); break;

      """
    }
    return """
      #include "hpy.h"
      typedef struct node { struct node *next; long v; } node;
      extern int decode(node *);
      HPy huge(HPyContext *ctx, HPy h, node *a, int op)
      {
        HPy closed = HPy_Dup(ctx, h);
        HPy_Close(ctx, closed);
        HPy_Close(ctx, closed);
        node *b = a;
        HPy h0 = HPy_NULL, h1 = HPy_NULL, h2 = HPy_NULL;
        long \((0 ..< 7).map { "x\($0) = 0" }.joined(separator: ", "));
        for (;;) {
          switch (op) {
      \(bodies.joined())    default: goto out;
          }
        }
      out:
        HPy_Close(ctx, h0);
        HPy_Close(ctx, h1);
        HPy_Close(ctx, h2);
        return HPy_NULL;
      }

      """
  }

  @Test func whatWasFoundBeforeTheEndIsKept() throws {
    let report = try report(interpreter(cases: 12), least: 1_000_000)
    #expect(unfinished(report) == ["huge"])
    #expect(report.diagnostics.map(\.rule) == ["handle-double-close"])
  }

  @Test func theSameCodeIsFinishedWithTheRealLimits() throws {
    let report = try report(interpreter(cases: 12))
    #expect(unfinished(report).isEmpty)
    #expect(report.diagnostics.map(\.rule) == ["handle-double-close"])
  }

  @Test func tooManyStatesAreTooMuch() throws {
    let report = try report(interpreter(cases: 12)) { $0.workLimits.entries = 500 }
    #expect(unfinished(report) == ["huge"])
  }

  /// Whether a handle is closed by a function that was not finished is not known.
  @Test func nothingIsInventedInCallers() throws {
    let callers = """
      static HPy consume(HPyContext *ctx, HPy h, node *a)
      {
        HPy result = huge(ctx, h, a, 1);
        HPy_Close(ctx, h);
        return result;
      }
      HPy through(HPyContext *ctx, HPy h, node *a)
      {
        HPy mine = HPy_Dup(ctx, h);
        HPy result = consume(ctx, mine, a);
        return result;
      }
      static HPy wrapper(HPyContext *ctx, HPy h, node *a)
      {
        return huge(ctx, h, a, 1);
      }
      HPy through_a_wrapper(HPyContext *ctx, HPy h, node *a)
      {
        HPy mine = HPy_Dup(ctx, h);
        return wrapper(ctx, mine, a);
      }
      HPy direct(HPyContext *ctx, HPy h, node *a)
      {
        HPy mine = HPy_Dup(ctx, h);
        return huge(ctx, mine, a, 1);
      }

      """
    let report = try report(interpreter(cases: 12) + callers, least: 1_000_000)
    #expect(unfinished(report) == ["huge"])
    #expect(report.diagnostics.map(\.function) == ["huge"])
  }

  /// Functions that pass structs to each other, and of which the last closes what it gets.
  private func ring(_ count: Int) -> String {
    let declarations = (0 ..< count).map {
      "static long f\($0)(HPyContext *ctx, HPy owned, state *p, bag b);\n"
    }
    let bodies = (0 ..< count).map { (index) in
      """
      static long f\(index)(HPyContext *ctx, HPy owned, state *p, bag b)
      {
        bag c = b;
        if (!p) { HPy_Close(ctx, owned); return \(index); }
        c.first = p->up;
        if (b.k > \(index)) {
          p->n = b.k;
          return f\((index * 3 + 1) % count)(ctx, owned, p->tail, c);
        }
        if (p->n == \(index % 5)) { b.second->up = p; c.k++; }
        return f\((index + 1) % count)(ctx, owned, b.second, c);
      }

      """
    }
    return """
      #include "hpy.h"
      typedef struct state { struct state *up, *tail; long n; } state;
      typedef struct bag { state *first, *second; long k; } bag;
      \(declarations.joined())
      \(bodies.joined())
      long start(HPyContext *ctx, HPy h, state *p)
      {
        bag b = { p, p->up, 0 };
        HPy mine = HPy_Dup(ctx, h);
        return f0(ctx, mine, p, b);
      }

      """
  }

  @Test func aRingIsOpened() throws {
    let report = try report(ring(12), least: 3_000_000)
    #expect(unfinished(report) == (0 ..< 12).map { "f\($0)" })
    #expect(report.diagnostics.isEmpty)
  }

  @Test func theSameRingIsFinishedWithTheRealLimits() throws {
    #expect(unfinished(try report(ring(12))).isEmpty)
  }

  @Test func aProgramThatWasTooMuchWorkLeavesLessForTheRest() throws {
    let small = (0 ..< 200).map { "int s\($0)(int a) { return a + \($0); }\n" }.joined()
    let source = small + interpreter(cases: 12).replacing("HPy huge", with: "HPy zhuge")
    let finished = try report(source)
    #expect(unfinished(finished).isEmpty)
    let report = try report(source) {
      $0.workLimits.leastForPrograms = 1
      $0.workLimits.leastWhereScarce = 1_000_000
      $0.workLimits.perInstruction = 0
    }
    #expect(unfinished(report) == ["zhuge"])
  }

  @Test(arguments: [100_000, 1_000_000, 10_000_000])
  func whatIsGivenUpDoesNotDependOnThreads(_ least: Int) throws {
    let source = ring(12) + interpreter(cases: 12).replacing("#include \"hpy.h\"", with: "")
    func text(_ jobs: Int) throws -> String {
      let report = try report(source, least: least, jobs: jobs)
      return "\(report.diagnostics) \(report.ledger)"
    }
    #expect(try text(1) == text(4))
  }

  /// A bound that is not reached changes nothing.
  @Test func ordinaryCodeIsFarFromTheLimits() throws {
    func text(_ factor: Int) throws -> String {
      var options = Options(workingDirectory: Scratch.repository)
      options.paths = [Scratch.repository + "/samples"]
      options.workLimits.least /= factor
      options.workLimits.perInstruction /= factor
      let report = try check(options)
      return "\(report.diagnostics) \(report.ledger)"
    }
    #expect(try text(1) == text(10))
  }

}

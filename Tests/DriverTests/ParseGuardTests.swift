import Foundation
import Synchronization
import Testing

@testable import Driver

/// Parses that would take all time or memory end the run with a message.
@Suite struct ParseGuardTests {

  /// Returns what a guard with `limits` says while something is parsed for up to ten seconds.
  private func complaints(_ limits: ParseGuard.Limits) -> [String] {
    let said = Mutex<[String]>([])
    let guardian = ParseGuard.started(limits) { (error) in
      said.withLock { $0.append(error.description) }
    }
    guardian.watching("a.c") {
      for _ in 0 ..< 1000 where said.withLock(\.isEmpty) { usleep(10_000) }
    }
    return said.withLock { $0 }
  }

  @Test func longParseEndsTheRun() {
    let limits = ParseGuard.Limits(seconds: 0, microseconds: 1000)
    #expect(complaints(limits) == ["a.c not analyzed: it takes more than 0 s to parse"])
  }

  @Test func largeParseEndsTheRun() {
    let limits = ParseGuard.Limits(memory: 1 << 20, memoryForEach: 0, microseconds: 1000)
    #expect(
      complaints(limits) == [
        "a.c not analyzed: more than 1 MB of memory are needed to parse it"
      ])
  }

  @Test func othersAreLeftAlone() throws {
    let scratch = try Scratch(["a.c": Sources.bad])
    var options = scratch.options("a.c")
    let isCalled = Mutex(false)
    let files = Mutex<[String]>([])
    options.giveUp = { (_) in isCalled.withLock { $0 = true } }
    options.onProgress = { (file, count) in files.withLock { $0.append("\(file) of \(count)") } }
    #expect(try check(options).diagnostics.count == 1)
    #expect(!isCalled.withLock { $0 } && files.withLock { $0 } == ["a.c of 1"])
  }

}

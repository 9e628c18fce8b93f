import Driver
import Testing

@Suite struct SpellingTests {

  @Test(arguments: [
    ("selct", "select"), ("ingore", "ignore"), ("handle-leek", "handle-leak"), ("xyz", nil),
  ])
  func findsTheNearestName(_ name: String, _ nearest: String?) {
    #expect(Spelling.nearest(to: name, among: ["select", "ignore", "handle-leak"]) == nearest)
  }

}

import Diagnostics
import OrderedCollections

/// What there is to say of each program of a run, where the same is said once.
struct ConfiguredTexts {

  /// The configurations of which a text holds, by the text.
  private var configurations: OrderedDictionary<String, [String]> = [:]
  /// Whether there was nothing to say of a program.
  private var isPartial = false

  /// Takes what `text` says of each program; `nil` if nothing.
  init(_ programs: [AnalyzedProgram], _ text: (AnalyzedProgram) -> String?) {
    for program in programs {
      if let text = text(program) {
        configurations[text, default: []] += program.configuration.map { [$0] } ?? []
      } else {
        isPartial = true
      }
    }
  }

  /// The texts, each with the configurations of which it holds unless those are all; `nil` if there
  /// is none.
  var joined: String? {
    if configurations.isEmpty { return nil }
    if configurations.count == 1 && !isPartial { return configurations.keys[0] }
    return configurations.map { (text, names) in "\(named(names)):\n\(text)" }.joined()
  }

}

import ArgumentParser
import Driver

/// The commands of holdfast.
struct Holdfast: ParsableCommand {

  static let configuration = CommandConfiguration(
    commandName: "holdfast",
    abstract: "Finds pointers and handles that C extension sources keep longer than allowed.",
    subcommands: [CheckCommand.self, ReadinessCommand.self], defaultSubcommand: CheckCommand.self)

}

/// Runs the command that `arguments` spell, and returns the exit status: 0 nothing found, 1
/// findings, 2 the job could not be done.
func runHoldfast(_ arguments: [String]) -> Int32 {
  let line = ArgumentLine(
    arguments, workingDirectory: FileSystem.workingDirectory, RuntimeKeys())
  do {
    var command = try Holdfast.parseAsRoot(line.words)
    if let check = command as? CheckCommand {
      return try check.perform(compilerFlags: line.compilerFlags)
    }
    if let readiness = command as? ReadinessCommand {
      return try readiness.perform(compilerFlags: line.compilerFlags)
    }
    try command.run()
    return 0
  } catch let error as InputError {
    Terminal.complain(error.description, hint: error.hint)
    return 2
  } catch {
    return explain(error)
  }
}

/// Shows the help that `error` stands for, or says what is wrong with the arguments.
private func explain(_ error: any Error) -> Int32 {
  if Holdfast.exitCode(for: error).isSuccess {
    Terminal.write(Holdfast.fullMessage(for: error) + "\n")
    return 0
  }
  let lines = Holdfast.message(for: error).split(whereSeparator: \.isNewline)
  let values = lines.dropFirst().map { $0.drop { $0 == " " || $0 == "-" } }
  var message = lines.prefix(1).joined() + (values.isEmpty ? "" : " ")
  message += values.joined(separator: ", ")
  if let question = message.firstRange(of: ". Did you mean ") {
    let names = message.split(separator: "'").map(String.init).filter { $0.hasPrefix("-") }
    let isLike = names.count == 2 && Spelling.nearest(to: names[0], among: [names[1]]) != nil
    let rest = message[question.upperBound...]
    message = message[..<question.lowerBound] + (isLike ? " (did you mean \(rest))" : "")
  }
  let text = message.prefix(1).lowercased() + message.dropFirst()
  Terminal.complain(text.hasSuffix(".") ? String(text.dropLast()) : text)
  Terminal.writeError("see 'holdfast --help'\n")
  return 2
}

import Foundation
import Testing

/// The program from the outside: arguments, streams and exit status.
@Suite struct CommandLineTests {

  @Test func findingsGoToTheOutputAndFail() throws {
    let scratch = try Scratch(["src/a.c": Sources.bad])
    let run = try Tool.run("check", "src", in: scratch.path)
    #expect(run.status == 1)
    #expect(
      run.output.hasPrefix(
        """
        src/a.c:9:5: warning: 'point' is used after a call that can collect [pointer-spans-gc]
            9 |     point->x *= factor;
              |     ^~~~~~~~
        src/a.c:7:20: note: (1) 'point' is obtained from 'self' here
        """))
    #expect(run.errors == "holdfast: 1 finding (1 warning) in 1 of 1 file\n")
  }

  @Test func cleanRunSaysNothing() throws {
    let scratch = try Scratch(["a.c": Sources.good])
    let run = try Tool.run(in: scratch.path)
    #expect(run.status == 0 && run.output == "" && run.errors == "")
  }

  @Test(
    arguments: [
      (["--fail-on", "error"], 0), (["--exit-zero"], 0), (["--fail-on=never"], 0),
      (["--ignore", "pointer-spans-gc"], 0), (["--select", "handle-leak"], 0),
      (["--select", "pointer-*"], 1), (["-s"], 1), (["-j4"], 1), (["-j", "1", "-q"], 1),
      (["--hpy-abi=universal"], 1), (["--hpy-abi", "none"], 2),
    ] as [([String], Int32)])
  func optionsDecideTheStatus(_ options: [String], _ status: Int32) throws {
    let scratch = try Scratch(["a.c": Sources.bad, "options": options.joined(separator: "\n")])
    #expect(try Tool.run("@options", "a.c", in: scratch.path).status == status)
  }

  @Test func silentRunPrintsNothing() throws {
    let scratch = try Scratch(["a.c": Sources.bad])
    let run = try Tool.run("-s", in: scratch.path)
    #expect(run.output == "" && run.errors == "")
  }

  @Test func standardInputIsCheckedUnderItsName() throws {
    let scratch = try Scratch(["src/other.h": "#include \"hpy.h\"\n"])
    let source = Sources.bad.replacingOccurrences(of: "\"hpy.h\"", with: "\"other.h\"")
    let run = try Tool.run(
      "-", "--stdin-filename", "src/a.c", "--output-format", "concise", in: scratch.path,
      input: source)
    #expect(run.status == 1 && run.output.hasPrefix("src/a.c:9:5: warning: "), "\(run.errors)")
  }

  @Test func flagsStandBehindTwoHyphens() throws {
    let source = "#ifdef CHECKED\n" + Sources.bad + "#endif\n"
    let scratch = try Scratch(["a.c": source])
    #expect(try Tool.run("a.c", in: scratch.path).status == 0)
    #expect(try Tool.run("a.c", "--", "-DCHECKED", in: scratch.path).status == 1)
    #expect(try Tool.run("a.c", "--extra-arg=-DCHECKED", in: scratch.path).status == 1)
    #expect(try Tool.run("a.c", "--extra-arg", "-DCHECKED", in: scratch.path).status == 1)
  }

  @Test func colorsFollowTheEnvironment() throws {
    let scratch = try Scratch(["a.c": Sources.bad])
    func isColored(_ environment: [String: String], _ option: String = "--color=auto") throws
      -> Bool
    {
      try Tool.run(option, in: scratch.path, environment: environment).output.contains("\u{1B}[")
    }
    #expect(try !isColored([:]))
    #expect(try isColored(["FORCE_COLOR": "1"]))
    #expect(try !isColored(["FORCE_COLOR": "1", "NO_COLOR": "1"]))
    #expect(try isColored(["NO_COLOR": "1"], "--color=always"))
    #expect(try !isColored(["CLICOLOR_FORCE": "0"]))
    #expect(try !isColored(["FORCE_COLOR": "1"], "--color=never"))
    #expect(try !isColored(["FORCE_COLOR": "1"], "--no-color"))
  }

  @Test func severalOutputsAreWrittenAtOnce() throws {
    let scratch = try Scratch(["a.c": Sources.bad])
    let run = try Tool.run("--output", "sarif:out.sarif", "-o", "out.txt", in: scratch.path)
    #expect(run.output == "")
    let text = try String(contentsOfFile: scratch["out.txt"], encoding: .utf8)
    let sarif = try String(contentsOfFile: scratch["out.sarif"], encoding: .utf8)
    #expect(text.contains("[pointer-spans-gc]") && sarif.contains("\"pointer-spans-gc\""))
  }

  @Test(arguments: ["--version", "-V"])
  func versionNamesLibclang(_ option: String) throws {
    let run = try Tool.run(option, in: "/")
    #expect(run.status == 0)
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 2 && lines[0].hasPrefix("holdfast "))
    #expect(lines[1].hasPrefix("libclang: "))
  }

  @Test(arguments: [
    ("--selct", "unknown option '--selct' (did you mean '--select'?)"),
    ("--fail-on=x", "the value 'x' is invalid"), ("--explain=x", "unknown rule 'x'"),
    ("--select=handle-leek", "unknown rule 'handle-leek' (did you mean 'handle-leak'?)"),
    ("--config=none.toml", "cannot read"), ("-pnone", "cannot read"),
    ("--libclang=/none.so", "/none.so"), ("--abi=x", "has no ABI named 'x'"),
    ("--baseline=none.json", "cannot read the baseline"), ("--why=x", "FILE:LINE"),
    ("--explain-gc=nothing", "no function 'nothing'"), ("--bogus", "unknown option '--bogus'"),
    ("--runtime-include=gone", "gone', does not exist"),
    ("--program=gone", "gone': no such file"),
    ("", "a path is empty"), ("--resource-dir=gone", "'gone' is not a folder"),
    ("-j=-1", "--jobs cannot be -1"), ("--output=bogus:x", "unknown format 'bogus'"),
    ("--output-format=xml", "is invalid for '--output-format <output-format>'. Please provide one"),
    ("--config=fial-on = 1", "--config:1: unknown key 'fial-on' (did you mean 'fail-on'?)"),
    ("--config=jobs = -1", "--config:1: 'jobs' cannot be -1"),
  ])
  func wrongArgumentsAreOneClearLine(_ argument: String, _ message: String) throws {
    let scratch = try Scratch(["a.c": Sources.good])
    let run = try Tool.run(argument, in: scratch.path)
    #expect(run.status == 2 && run.output == "")
    let lines = run.errors.split(separator: "\n")
    #expect(lines.first?.hasPrefix("holdfast: error: ") == true)
    #expect(lines.first?.contains(message) == true, "\(run.errors)")
    #expect(lines.count <= 2)
  }

  @Test func wrongEnvironmentIsAnError() throws {
    let scratch = try Scratch(["a.c": Sources.good])
    #expect(try Tool.run("--select", "", in: scratch.path).errors.contains("names no rule"))
    let run = try Tool.run(in: scratch.path, environment: ["HOLDFAST_OUTPUT_FORMAT": "bogus"])
    #expect(run.status == 2 && run.errors.contains("HOLDFAST_OUTPUT_FORMAT: unknown format"))
  }

  @Test func helpNamesEveryOption() throws {
    let run = try Tool.run("--help", in: "/")
    #expect(run.status == 0)
    let options = ["--select", "-p, --compile-commands", "--output-format", "--all-configs"]
    for option in options + ["--list-rules"] {
      #expect(run.output.contains(option), "\(option)")
    }
  }

  @Test func rulesAreListedAndExplained() throws {
    let list = try Tool.run("--list-rules", in: "/").output
    #expect(list.contains("pointer-spans-gc"))
    let page = try Tool.run("--explain", "pointer-spans-gc", in: "/").output
    #expect(page.hasPrefix("# pointer-spans-gc\n"))
    let json = try Tool.run(
      "--explain", "pointer-spans-gc", "--output-format", "json", in: "/"
    ).output
    #expect(json.hasPrefix("{\n") && json.contains("\"page\" : \"# pointer-spans-gc"))
  }

  @Test func settingsAndFilesAreShown() throws {
    let scratch = try Scratch([
      "holdfast.toml": "extend = \"more/base.toml\"\nfail-on = \"error\"\n", "b.c": "",
      "a.cpp": "", "build/x.c": "", "h.h": "",
      "more/base.toml": "fail-on = \"note\"\nbaseline = \"known.json\"\n",
    ])
    #expect(try Tool.run("--show-files", in: scratch.path).output == "a.cpp\nb.c\n")
    let settings = try Tool.run(
      "--show-settings", "--ignore=handle-leak", "--config", "abi = \"cpython\"", "--config",
      "gc-model = \"strict\"", "--config", "ignore = [\"handle-*\"]", in: scratch.path
    ).output
    let base = scratch["more/base.toml"] + ":2"
    for line in [
      "fail-on = error  # \(scratch["holdfast.toml"]):2", "jobs = 0  # default",
      "baseline = \(scratch["more/known.json"])  # \(base)", "abi = cpython  # --config:1",
      "gc-model = strict  # --config:2",
      "ignore = [handle-leak, handle-*]  # --config:3 and the command line",
    ] {
      #expect(settings.contains(line + "\n"), "\(settings)")
    }
  }

  @Test func warningsTellWhatIsNotDone() throws {
    let scratch = try Scratch(["a.c": Sources.good, "a.h": ""])
    let header = try Tool.run("a.h", in: scratch.path)
    #expect(header.status == 0 && header.errors.hasPrefix("holdfast: warning: nothing is checked"))
    #expect(try Tool.run("a.h", "--ledger", in: scratch.path).output.hasPrefix("a.h skipped: "))
    #expect(try Tool.run("a.h", "a.c", in: scratch.path).errors == "")
    let cache = try Tool.run(
      "--cache-dir", "a.h", in: scratch.path, environment: ["HOLDFAST_NO_CACHE": ""])
    #expect(cache.status == 0 && cache.errors.hasPrefix("holdfast: warning: nothing is kept"))
  }

  @Test func headersAreShownAsFindingsShowThem() throws {
    let scratch = try Scratch([
      "a.c": "#include \"hpy.h\"\n#include \"own.h\"\n",
      "own.h":
        "static inline void f(HPyContext *ctx) { HPy_Close(ctx, HPyLong_FromLong(ctx, 1)); }\n",
    ])
    let flags = ["--extra-arg=-iquote", "--extra-arg=.", "a.c"].joined(separator: "\n")
    try scratch.write(flags, to: "flags")
    let report = try Tool.run("gc-report", "@flags", in: scratch.path)
    #expect(report.output.contains("\n  own.h:1:"), "\(report.output)")
    let collection = try Tool.run("--explain-gc", "f", "@flags", in: scratch.path)
    #expect(collection.output.hasPrefix("own.h:1:"), "\(collection.output)")
  }

  @Test func nameThatBeginsWithAHyphenIsAFile() throws {
    let scratch = try Scratch(["-dash.c": Sources.bad])
    for name in ["-dash.c", "./-dash.c"] {
      let run = try Tool.run(name, in: scratch.path)
      #expect(run.status == 1 && run.output.hasPrefix("-dash.c:9:5: "), "\(run.errors)")
    }
  }

  @Test(arguments: ["a.c:9:point", "./a.c:9:point", "sub/../a.c:9:point"])
  func placesAreNamedInAnyWay(_ place: String) throws {
    let scratch = try Scratch(["a.c": Sources.bad])
    #expect(try Tool.run("--why", place, ".", in: scratch.path).output.contains("point →"))
    let absolute = try Tool.run("--why", scratch["a.c"] + ":9:gone", ".", in: scratch.path)
    #expect(absolute.output.contains("nothing is tracked of 'gone'"), "\(absolute.errors)")
  }

  @Test func doctorTellsWhatIsMissing() throws {
    let scratch = try Scratch(["a.c": "#include \"hpy.h\"\n#include \"gone.h\"\n"])
    let run = try Tool.run("--doctor", in: scratch.path)
    #expect(run.status == 2 && run.output.contains("the compiler's headers: "))
    #expect(run.output.split(separator: "'gone.h' not found").count == 2)
    try scratch.write(Sources.good, to: "a.c")
    #expect(try Tool.run("--doctor", in: scratch.path).status == 0)
    #expect(run.output.contains("libclang: ") && run.output.contains("'gone.h' not found"))
  }

  @Test func explanationsAnswerQuestions() throws {
    let scratch = try Scratch(["a.c": Sources.bad])
    let collection = try Tool.run("--explain-gc", "scale_impl", "a.c", in: scratch.path)
    #expect(collection.output.hasPrefix("a.c:5:12: 'scale_impl' can collect:\n"))
    let declared = try Tool.run("--explain-gc", "HPy_Close", "a.c", in: scratch.path)
    #expect(declared.output == "'HPy_Close' cannot collect: it is declared so\n")
    let states = try Tool.run("--why", "a.c:9:point", in: scratch.path)
    #expect(states.output.contains("in 'scale_impl'") && states.output.contains("point →"))
    let heads = states.output.split(separator: "\n").filter { $0.hasPrefix("a.c:") }
    #expect(Set(heads).count == heads.count)
    let report = try Tool.run("gc-report", "--output-format=json", in: scratch.path)
    #expect(report.status == 0 && report.output.contains("\"canCollect\" : true"))
  }

  @Test func intermediateResultsCanBePrinted() throws {
    let scratch = try Scratch(["a.c": Sources.bad])
    #expect(try Tool.run("--emit", "ir", in: scratch.path).output.contains("func scale_impl"))
    #expect(try Tool.run("--emit=states", in: scratch.path).output.contains("func scale_impl"))
  }

  @Test func baselineHidesWhatItKnows() throws {
    let scratch = try Scratch(["a.c": Sources.bad])
    #expect(try Tool.run("--write-baseline", "b.json", in: scratch.path).status == 0)
    try scratch.write("\n\n" + Sources.bad, to: "a.c")
    #expect(try Tool.run("--baseline", "b.json", in: scratch.path).status == 0)
    try scratch.write(
      Sources.bad
        + Sources.bad.replacingOccurrences(of: "scale", with: "grow")
        .replacingOccurrences(of: "Point", with: "Line"), to: "a.c")
    #expect(try Tool.run("--baseline", "b.json", in: scratch.path).status == 1)
  }

  /// A hook is given the changed files only; the rest of the program is read, and not judged.
  @Test func restOfTheProgramIsRead() throws {
    let folder = Scratch.repository + "/samples/program"
    #expect(try Tool.run("methods.c", in: folder).status == 0)
    let run = try Tool.run("methods.c", "--program", ".", in: folder)
    #expect(run.status == 1 && run.output.hasPrefix("methods.c:10:5: warning: "))
    #expect(try Tool.run("access.c", "--program", ".", in: folder).status == 0)
  }

}

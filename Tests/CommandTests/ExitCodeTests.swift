import Testing

extension CommandSuite {
    /// The codes of sysexits.h, which scripts and systemd tell apart; data on stdout, talk on stderr.
    @Suite("Exit codes")
    struct ExitCodeTests {
        struct Case: CustomTestStringConvertible {
            var arguments: [String]
            var code: Int32
            /// A piece of what stderr must say.
            var says: String = ""
            var input: String?
            /// Lines of data on stdout.
            var lines = 0

            var testDescription: String { arguments.joined(separator: " ") }
        }

        private let world: ContractWorld

        init() throws { world = try ContractWorld.shared.get() }

        @Test(arguments: [
            Case(arguments: ["frobnicate"], code: 64, says: "frobnicate"),
            Case(arguments: ["run", "--twice"], code: 64, says: "--twice"),
            Case(arguments: ["run", "--now", "2026-01-01T00:00:00Z"], code: 64, says: "--once"),
            Case(arguments: ["match", "--now", "yesterday"], code: 64, says: "yesterday"),
            Case(arguments: ["match", "--now", "2026-02-30T00:00:00Z"], code: 64, says: "2026-02-30"),
            Case(arguments: ["parse"], code: 64, says: "FILE"),
            Case(arguments: ["parse", "--kind", "song", "x"], code: 64, says: "song"),
            Case(arguments: ["parse", "--kind", "list", "x"], code: 64, says: "--rows"),
            Case(arguments: ["digest", "--config", "{config}"], code: 64, says: "--rep"),
            Case(arguments: ["digest", "--config", "{config}", "--rep", "nobody"], code: 64, says: "ada, ben"),
            Case(
                arguments: ["digest", "--config", "{config}", "--rep", "ada", "--format", "pdf"], code: 64, says: "html"
            ),
            Case(
                arguments: ["digest", "--config", "{config}", "--rep", "ada", "--date", "2026-13-01"], code: 64,
                says: "2026-13-01"),
            Case(arguments: ["parse", "{config}/absent.xml"], code: 65, says: "absent.xml: error: No such file"),
            Case(arguments: ["parse", "{config}/whynow.yaml"], code: 65, says: "whynow.yaml: error: "),
            Case(
                arguments: ["explain", "--config", "{config}", "nowhere-to-be-found"], code: 65,
                says: "nowhere-to-be-found"),
            Case(
                arguments: ["match", "--config", "{config}", "-"], code: 65, says: "-:1: error: ", input: "no JSON\n"),
            Case(arguments: ["match", "--config", "{config}", "{config}/absent"], code: 66, says: "No such file"),
            Case(arguments: ["demo", "--keep", "{config}"], code: 73, says: "not made by a demo"),
            Case(arguments: ["check", "--config", "{config}"], code: 0, lines: 2),
            Case(arguments: ["check", "--config", "{failing-trial}"], code: 65, says: "rules/local.yaml", lines: 2),
            Case(
                arguments: ["check", "--config", "{broken-rule}"], code: 78, says: "rules/local.yaml:5:5: error: ",
                lines: 2),
            Case(
                arguments: ["check", "--config", "{broken-rule}"], code: 78, says: "did you mean strength?", lines: 2),
            Case(arguments: ["check", "--config", "/nonexistent"], code: 78, says: "/nonexistent", lines: 2),
            Case(
                arguments: ["match", "--config", "{no-rules}"], code: 78, says: "no rule", input: "{\"title\":\"x\"}\n"),
            Case(
                arguments: ["match", "--config", "{broken-rule}"], code: 0, says: "rules/local.yaml",
                input: "{\"title\":\"x\"}\n", lines: 1),
            Case(arguments: ["match", "--config", "{config}"], code: 0, input: "", lines: 0),
            Case(arguments: ["run", "--once", "--config", "/nonexistent"], code: 78, says: "/nonexistent"),
            Case(arguments: ["status", "--config", "/nonexistent"], code: 78, says: "/nonexistent"),
            Case(arguments: ["--version"], code: 0, lines: 1),
        ])
        func code(_ expected: Case) throws {
            let places = [
                "{config}": world.watched.config, "{failing-trial}": world.failingTrial,
                "{broken-rule}": world.brokenRule,
                "{no-rules}": world.noRules,
            ]
            let arguments = expected.arguments.map { argument in
                places.reduce(argument) { $0.replacing($1.key, with: $1.value) }
            }
            let run = try BuiltProgram.run(arguments, input: expected.input)
            #expect(run.exitCode == expected.code, "\(run.talk)")
            #expect(run.lines.count == expected.lines, "\(run.text)")
            if expected.says.isEmpty {
                #expect(run.exitCode == 0 || !run.talk.isEmpty)
            } else {
                #expect(run.talk.contains(expected.says), "\(run.talk)")
            }
        }

        @Test("the configuration is taken from --config, then $WHYNOW_CONFIG, then ./Config")
        func whereTheConfigurationIs() throws {
            let item = "{\"title\":\"x\"}\n"
            let named = try BuiltProgram.run(
                ["match"], input: item, environment: ["WHYNOW_CONFIG": world.watched.config])
            #expect(named.exitCode == 0 && named.lines.count == 1)
            let given = try BuiltProgram.run(
                ["match", "--config", world.noRules], input: item, environment: ["WHYNOW_CONFIG": world.watched.config])
            #expect(given.exitCode == 78)
            let here = try BuiltProgram.run(["match"], input: item, directory: Repository.root)
            #expect(here.exitCode == 0 && here.lines.count == 1, "\(here.talk)")
        }

        @Test(
            "every command explains itself with --help",
            arguments: ["run", "demo", "check", "parse", "match", "explain", "digest", "status"])
        func help(command: String) throws {
            let run = try BuiltProgram.run([command, "--help"])
            #expect(run.exitCode == 0)
            #expect(run.text.contains("USAGE: whynow \(command)"))
            #expect(run.talk.isEmpty)
        }
    }
}

import ConfigLoading
import RuleLanguage
import Testing
import TriggerModel

@Suite("YAML")
struct YAMLTests {
    /// Loads a source whose `name` is written as `value`.
    static func name(_ value: String) throws -> (name: String?, faults: [String]) {
        let sandbox = try ConfigSandbox([
            "sources/x.yaml": "sources:\n  x:\n    kind: feed\n    url: https://x.example/f\n    name: \(value)\n"
        ])
        return (sandbox.load().configuration.sources.first?.name, sandbox.faults())
    }

    @Test(
        "that is sound is not mistaken for a slip",
        arguments: [
            ("Plain text", "Plain text"), ("\"Quoted: text # 1\"", "Quoted: text # 1"), ("'It''s'", "It's"),
            ("\"say \\\"hi\\\"\"", "say \"hi\""), ("Wire   # a comment", "Wire"),
            ("http://x.example", "http://x.example"),
            ("a {b} [c] *d & e", "a {b} [c] *d & e"), ("50% of @all", "50% of @all"), ("C#", "C#"),
            ("a - b ? c", "a - b ? c"),
            ("|\n      a *b\n      &c: {d\n    first-hand: false", "a *b\n&c: {d\n"),
            (">-\n      two\n      lines\n", "two lines"), ("two\n      {lines} *here", "two {lines} *here"),
            ("\"two\n      lines\"", "two lines"), ("\n      'next line'", "next line"), ("-dash", "-dash"),
            ("?what", "?what"),
            ("\u{1F4C8} rise", "\u{1F4C8} rise"), ("NULL pointers", "NULL pointers"), ("2026-11-21", "2026-11-21"),
        ])
    func sound(written: String, name: String) throws {
        let result = try Self.name(written)
        #expect(result.faults == [])
        #expect(result.name == name)
    }

    @Test("flow style, lists with ids, CRLF, a byte order mark and comments load")
    func styles() throws {
        let text = """
            \u{FEFF}# comment
            --- # document
            sources:
              - { id: a, kind: feed, url: "https://a.example/f", forms: [], enabled: no }
              - id: b
                kind: filing
                url: https://b.example/f
                forms: [8-K,
                  "10-K"]   # over two lines
                interval: 2 hours
            """
        for text in [text, text.replacing("\n", with: "\r\n")] {
            let sandbox = try ConfigSandbox(["sources/x.yaml": text])
            #expect(sandbox.faults() == [])
            #expect(
                sandbox.load().configuration.sources == [
                    Source(
                        id: "a", kind: .feed, url: "https://a.example/f", name: "a", publisher: "a.example",
                        isEnabled: false),
                    Source(
                        id: "b", kind: .filing, url: "https://b.example/f", name: "b", publisher: "b.example",
                        interval: 7200,
                        forms: ["8-K", "10-K"]),
                ])
        }
    }

    @Test("of random signs never stops the load")
    func hostile() throws {
        var generator = SeededGenerator(state: 5)
        let alphabet = Array("ab:-?#{}[]\"'|>&*!%@`, \n\n    \t\\".utf8)
        let good = "sources:\n  good: {kind: feed, url: \"https://good.example/f\"}\n"
        for _ in 0..<300 {
            let bytes = (0..<80).map { _ in alphabet[Int(generator.next() % UInt64(alphabet.count))] }
            let sandbox = try ConfigSandbox(["sources/good.yaml": good])
            try sandbox.write("sources/bad.yaml", bytes)
            #expect(sandbox.load().configuration.sources.map(\.id) == ["good"])
        }
    }

    @Test("nested or long beyond reason is refused quickly")
    func bombs() throws {
        let bombs = [
            String(repeating: "[", count: 100_000), String(repeating: "- ", count: 100_000),
            String(repeating: "{a: ", count: 50_000), "x: \"" + String(repeating: "\\", count: 100_000),
            (0..<3000).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
        ]
        for bomb in bombs {
            let sandbox = try ConfigSandbox(["sources/bomb.yaml": bomb])
            #expect(sandbox.load().hasErrors)
        }
    }
}

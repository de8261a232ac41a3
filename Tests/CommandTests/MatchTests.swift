import Foundation
import Testing
import TriggerModel

extension CommandSuite {
    @Suite("whynow match")
    struct MatchTests {
        private let world: ContractWorld
        private static let one = ContractWorld.company

        init() throws { world = try ContractWorld.shared.get() }

        private func match(_ lines: [String], now: String = "2026-11-18T12:00:00Z") throws -> BuiltProgram.Run {
            try BuiltProgram.run(
                ["match", "--config", world.watched.config, "--now", now], input: lines.map { $0 + "\n" }.joined())
        }

        private func results(_ run: BuiltProgram.Run) throws -> [JSONValue] { try run.lines.map { try JSONValue($0) } }

        @Test("gives every key of a result, offsets in Unicode scalars, and scores that are the sum of their parts")
        func everyKey() throws {
            // Outside the basic plane, and as letter with accent in two scalars: bytes, UTF-16 and characters all differ.
            let title = "\u{1F69A} e\u{301} \(Self.one) appoints Ruth Okafor as chief financial officer"
            let run = try match(["{\"id\":\"a\",\"title\":\"\(title)\",\"published\":\"2026-11-17T08:00:00Z\"}"])
            #expect(run.exitCode == 0 && run.talk.isEmpty, "\(run.talk)")
            let result = try #require(try results(run).first)
            #expect(result.keys == ["boilerplate", "events", "gates", "id", "matches", "mentions"])
            #expect(result["id"] == "a")
            func text(_ span: JSONValue?) -> String? {
                guard let start = span?["start"]?.number, let end = span?["end"]?.number else { return nil }
                return String(String.UnicodeScalarView(Array(title.unicodeScalars)[Int(start)..<Int(end)]))
            }
            let mention = try #require(result["mentions"]?.elements.first)
            #expect(mention.keys == ["account", "certainty", "end", "field", "name", "start"])
            #expect(mention["account"] == "one" && mention["field"] == "title")
            #expect(text(mention) == Self.one)
            let event = try #require(result["events"]?.elements.first)
            #expect(
                Set(["confidence", "evidence", "hedged", "id", "parties", "slots", "trigger"]).isSubset(of: event.keys))
            #expect(event["trigger"] == "leadership.cfo")
            #expect(event["hedged"] == false)
            #expect((event["confidence"]?.number ?? 0) >= 0.5)
            #expect(event["slots"]?["person"] == "Ruth Okafor")
            #expect(event["parties"] == [.object(["name": .string(Self.one), "role": "subject", "account": "one"])])
            let evidence = try #require(event["evidence"]?.elements.first)
            #expect(evidence.keys == ["end", "field", "start", "text"])
            #expect(evidence["text"]?.text == text(evidence))
            let match = try #require(result["matches"]?.elements.first)
            #expect(Set(["account", "parts", "profile", "relation", "score", "trigger"]).isSubset(of: match.keys))
            #expect(match["account"] == "one" && match["profile"] == "everybody" && match["relation"] == "itself")
            guard case .object(let parts) = match["parts"] else { throw BuiltProgram.Hung(description: "no parts") }
            #expect(match["score"]?.number == parts.values.reduce(0) { $0 + ($1.number ?? 0) })
        }

        @Test("echoes ids, or names the line; names bad lines, goes on, and ends with 65")
        func badLines() throws {
            let run = try match([
                "{\"id\":\"mine\",\"title\":\"x\"}", "", "not JSON", "{\"title\":\"y\"}", "{\"id\":\"untitled\"}",
                "[1]",
                "{\"title\":5}", "{\"id\":\"\",\"title\":\"z\",\"unknown\":{\"a\":[]}}",
            ])
            #expect(run.exitCode == 65)
            #expect(try results(run).map { $0["id"] } == ["mine", "line:4", "line:8"])
            #expect(
                run.talk.split(separator: "\n").map { $0.prefix { $0 != " " } } == ["-:3:", "-:5:", "-:6:", "-:7:"])
        }

        @Test("lists what is stopped with the stage and the gate, and a party that is nobody's account as null")
        func gates() throws {
            let run = try match([
                "{\"id\":\"cue\",\"title\":\"\(Self.one) opens its doors to pupils\"}",
                "{\"id\":\"nobody\",\"title\":\"Harrowgate Mills hit by ransomware attack\"}",
                "{\"id\":\"talk\",\"title\":\"\(Self.one) in talks to acquire Bluefen Logistics\"}",
            ])
            let results = try results(run)
            #expect(
                results.map { $0["gates"]?.elements.map(\.keys) }
                    == Array(repeating: [["detail", "gate", "stage"]], count: 3))
            #expect(
                results.map { $0["gates"]?.elements.map { "\($0["stage"]?.text ?? "") \($0["gate"]?.text ?? "")" } }
                    == [["recognise no-cue"], ["match no-account"], ["reason low-confidence"]])
            #expect(results.map { $0["mentions"]?.elements.count } == [1, 0, 1])
            #expect(results[1]["events"]?.elements.first?["parties"]?.elements.first?["account"] == .null)
            let hedged = try #require(results[2]["events"]?.elements.first)
            #expect(hedged["hedged"] == true)
            #expect((hedged["confidence"]?.number ?? 1) < 0.5)
            #expect(results.allSatisfy { $0["matches"] == [] })
        }

        @Test(
            "gives the same event told twice one id and the same accounts, the same output on a second run, and per line the same in any order"
        )
        func folding() throws {
            let lines = [
                "{\"id\":\"a\",\"title\":\"\(Self.one) appoints Ruth Okafor as chief financial officer\",\"published\":\"2026-11-17T08:00:00Z\",\"source\":\"s1\"}",
                "{\"id\":\"b\",\"title\":\"Ruth Okafor joins \(Self.one) as CFO\",\"published\":\"2026-11-16T08:00:00Z\",\"source\":\"s2\"}",
                "{\"id\":\"c\",\"title\":\"\(Self.one) hit by ransomware attack\",\"published\":\"2026-11-16T09:00:00Z\",\"source\":\"s2\"}",
                "{\"id\":\"d\",\"title\":\"Harrowgate Mills to cut 1,200 jobs worldwide\",\"published\":\"2026-11-15T09:00:00Z\",\"source\":\"s3\"}",
                "{\"id\":\"e\",\"title\":\"Harrowgate Mills to cut 1,200 jobs\",\"published\":\"2026-11-17T09:00:00Z\",\"source\":\"s4\"}",
            ]
            let first = try match(lines)
            #expect(try match(lines).standardOutput == first.standardOutput)
            let results = try results(first)
            let ids = results.map { $0["events"]?.elements.first?["id"]?.text ?? "" }
            #expect(ids.allSatisfy { $0.count == 32 })
            #expect(ids[0] == ids[1] && ids[3] == ids[4])
            #expect(Set(ids).count == 3)
            #expect(results[0]["matches"] == results[1]["matches"])
            #expect(results[0]["matches"]?.elements.count == 1)
            let reversed = try match(lines.reversed())
            #expect(reversed.lines.reversed() == first.lines)
            // Derived from content: alone, the earlier teller gives the event the same id.
            #expect(try self.results(match([lines[1]])).first?["events"]?.elements.first?["id"]?.text == ids[0])
        }

        @Test(
            "lists events whatever their age; --now gates matches only",
            arguments: [
                ("2026-11-18T12:00:00Z", 1, [String]()), ("2027-02-14T12:00:00Z", 1, []),
                ("2027-02-16T12:00:00Z", 0, ["expired"]),
                ("2036-01-01T00:00:00Z", 0, ["expired"]),
            ])
        func now(now: String, matches: Int, gates: [String]) throws {
            let line =
                "{\"id\":\"a\",\"title\":\"\(Self.one) appoints Ruth Okafor as chief financial officer\",\"published\":\"2026-11-17T08:00:00Z\"}"
            let result = try #require(try results(match([line], now: now)).first)
            #expect(result["events"]?.elements.count == 1)
            #expect(result["matches"]?.elements.count == matches)
            #expect(result["gates"]?.elements.compactMap { $0["gate"]?.text } == gates)
        }

        @Test("reads what parse prints, from a file as from stdin")
        func pipe() throws {
            let folder = try TemporaryFolder()
            let feed = try folder.write(
                FeedText.atom(
                    "F", [Story(id: "f", title: "\(Self.one) hit by ransomware attack", at: ContractWorld.now)]),
                to: "f.xml")
            let items = try BuiltProgram.run(["parse", feed])
            let file = try folder.write(items.standardOutput, to: "items.ndjson")
            let arguments = ["match", "--config", world.watched.config, "--now", "\(ContractWorld.now)"]
            let fromFile = try BuiltProgram.run(arguments + [file])
            #expect(fromFile.exitCode == 0)
            #expect(try results(fromFile).map { $0["id"] } == ["urn:story:f"])
            #expect(try BuiltProgram.run(arguments, input: items.text).standardOutput == fromFile.standardOutput)
        }

        @Test("touches no state")
        func pure() throws {
            let before = try TemporaryFolder.tree(world.watched.state).filter { !$0.key.hasSuffix("-shm") }
            _ = try match(["{\"title\":\"\(Self.one) hit by ransomware attack\"}"])
            #expect(try TemporaryFolder.tree(world.watched.state).filter { !$0.key.hasSuffix("-shm") } == before)
        }
    }
}

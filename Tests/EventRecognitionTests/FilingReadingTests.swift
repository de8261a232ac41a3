import Foundation
import Testing
import TriggerModel

@testable import EventRecognition

/// What 8-Ks say of the people at the top, whatever items they declare.
@Suite("Filings read")
struct FilingReadingTests {
    private static func recognise(_ content: String, items: [String]) -> Recognition {
        let filing = Filing(
            form: "8-K", items: items, parties: [FilingParty(name: "Harrowgate Mills Inc", role: .filer)])
        return ShippedPackTests.recogniser.recognise(
            TestPack.item("8-K - HARROWGATE MILLS INC (Filer)", content: content, filing: filing),
            teller: TestPack.teller, received: TestPack.received)
    }

    private static let hiring =
        "On June 2, 2026, the Board of Directors appointed Petra Lindqvist as Chief Executive Officer of the Company."

    @Test("an appointment under an item that may hold anything is flagged")
    func misdeclared() {
        let result = Self.recognise(Self.hiring, items: ["8.01"])
        #expect(result.events.map(\.trigger) == ["leadership.ceo"])
        #expect(result.gates.map(\.gate) == ["misdeclared"])
        #expect(result.gates.first?.detail.contains("declared 8.01, reads as 5.02: leadership.ceo") == true)
        #expect(Self.recognise(Self.hiring, items: ["5.02"]).gates.map(\.gate) == [])
        #expect(
            Self.recognise("On June 2, 2026, the Company opened a mill.", items: ["8.01"]).gates.map(\.gate) == [
                "no-cue"
            ])
    }

    @Test("where the items are not known, what a paragraph opens with counts, and what it recalls does not")
    func hiddenItems() {
        let results = "On June 1, 2026, the Company issued a press release with its results for the quarter."
        let filler = Array(repeating: "The Company has many looms and runs them all day.", count: 6).joined(
            separator: " ")
        func triggers(_ content: String) -> [String] {
            Self.recognise(content, items: []).events.filter { $0.confidence >= 0.5 }.map(\.trigger)
        }
        #expect(triggers("\(results) \(filler)\n\n\(Self.hiring)") == ["leadership.ceo"])
        #expect(
            triggers("\(results) \(filler)\n\nMs. Lindqvist was appointed as Chief Executive Officer in 2019.") == [])
    }

    /// Files of `edgar/8-K-items` beside the repository, by name, with the text of their items under no heading.
    private static let filings: [String: (company: String, day: String, content: String)]? = {
        let file = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        let root = file.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let folder = root.deletingLastPathComponent().appendingPathComponent("shared/corpus/edgar/8-K-items")
        guard let labels = try? String(contentsOf: folder.appendingPathComponent("labels.tsv"), encoding: .utf8),
            let texts = try? Data(contentsOf: folder.appendingPathComponent("item_texts.jsonl"))
        else { return nil }
        var filings: [String: (company: String, day: String, content: String)] = [:]
        for line in labels.split(separator: "\n").dropFirst() {
            let parts = line.split(separator: "\t", omittingEmptySubsequences: false)
            filings[String(parts[0])] = (String(parts[2]), String(parts[3]), "")
        }
        for line in texts.split(separator: UInt8(ascii: "\n")) {
            guard let one = try? JSONSerialization.jsonObject(with: line) as? [String: Any],
                let name = one["file"] as? String, let items = one["items"] as? [String: String]
            else { continue }
            let bodies = items.keys.sorted().filter { !["9.01", "7"].contains($0) }.map { key in
                let text = items[key] ?? ""
                guard text.lowercased().hasPrefix("item"), let end = text.firstIndex(of: "\n") else { return text }
                return String(text[text.index(after: end)...])
            }
            filings[name]?.content = bodies.joined(separator: "\n\n")
        }
        return filings
    }()

    private struct Text: Decodable {
        var id, filer, day, tries, text: String
        var leadership: Bool
    }

    /// Invented texts in the manner of all kinds of issuers, half of which tell that somebody comes or goes.
    @Test func `by their words alone tell of leaders who come and go`() throws {
        let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(
            path: "Fixtures/filing-texts.ndjson")
        let texts = try String(contentsOf: path, encoding: .utf8).split(separator: "\n").map {
            try JSONDecoder().decode(Text.self, from: Data($0.utf8))
        }
        #expect(texts.count == 170)
        var (right, wrong, missed) = (0, [String](), [String]())
        for text in texts {
            let filing = Filing(form: "8-K", items: [], parties: [FilingParty(name: text.filer, role: .filer)])
            let result = ShippedPackTests.recogniser.recognise(
                TestPack.item(
                    "8-K - \(text.filer) (Filer)", content: text.text, published: "\(text.day)T12:00:00Z",
                    filing: filing, id: text.id),
                teller: TestPack.teller, received: TestPack.received)
            let isTold = result.events.contains { $0.trigger.hasPrefix("leadership.") && $0.confidence >= 0.5 }
            switch (isTold, text.leadership) {
            case (true, true): right += 1
            case (true, false): wrong.append(text.tries)
            case (false, true): missed.append(text.tries)
            case (false, false): continue
            }
        }
        #expect(2 * right >= 19 * (wrong.count + missed.count), "wrong: \(wrong), missed: \(missed)")
    }

    /// Labels by reading: whether a filing tells that somebody comes or goes. A filing that declares item 5.02 for a pay
    /// plan only tells no such thing. A third is set apart, by the first byte of the name's SHA-256 below 85.
    @Test(
        "with their items hidden tell of leaders who come and go",
        .enabled(if: filings != nil, "needs ../shared/corpus"))
    func leadership() throws {
        let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(
            path: "Fixtures/filing-leadership.txt")
        let telling = Set(try String(contentsOf: path, encoding: .utf8).split(separator: "\n").map(String.init))
        let isApartAsked = ProcessInfo.processInfo.environment["WHYNOW_MEASURE_APART"] != nil
        var counts: [Bool: (right: Int, wrong: Int, missed: Int)] = [:]
        for (name, filing) in try #require(Self.filings) {
            let first = try #require(UInt8(ContentHash.hex(name).prefix(2), radix: 16))
            let isApart = first < 85
            if isApart, !isApartAsked { continue }
            let source = Filing(
                form: "8-K", items: [], parties: [FilingParty(name: filing.company, role: .filer)])
            let result = ShippedPackTests.recogniser.recognise(
                TestPack.item(
                    "8-K - \(filing.company) (Filer)", content: filing.content,
                    published: "\(filing.day)T12:00:00Z", filing: source, id: name),
                teller: TestPack.teller, received: TestPack.received)
            let isTold = result.events.contains { $0.trigger.hasPrefix("leadership.") && $0.confidence >= 0.5 }
            let isSo = telling.contains(name)
            if isTold, isSo { counts[isApart, default: (0, 0, 0)].right += 1 }
            if isTold, !isSo { counts[isApart, default: (0, 0, 0)].wrong += 1 }
            if !isTold, isSo { counts[isApart, default: (0, 0, 0)].missed += 1 }
        }
        if let apart = counts[true] { print("filings set apart: \(apart)") }
        let visible = try #require(counts[false])
        let f1 = Double(2 * visible.right) / Double(2 * visible.right + visible.wrong + visible.missed)
        #expect(f1 >= 0.85, "\(visible)")
    }
}

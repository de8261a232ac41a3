import Foundation
import Testing
import TriggerModel

@testable import EventRecognition

/// What the shipped pack states of press-release headlines, beside what a person reading them would.
///
/// The labels stand as the first twelve digits of a headline's SHA-256 and trigger ids; `?` marks what is only talked of,
/// `~` what one careful reader gives and another leaves out.
/// A third of the headlines is set apart (see the architecture page): those are measured when asked, by
/// `WHYNOW_MEASURE_APART=1`, and nobody develops on them.
@Suite("Labelled headlines")
struct HeadlineLabelTests {
    /// Counts at family level: the part of an id before its dot.
    struct Tally {
        var right = 0
        var wrong = 0
        var missed = 0
        var found = 0
        var precision: Double { Double(right) / Double(max(1, right + wrong)) }
        var recall: Double { Double(right) / Double(max(1, right + missed)) }
    }

    @Test(
        "that rules were developed on are told with few false alarms",
        .enabled(if: CorpusTests.headlines != nil, "needs ../shared/corpus beside the repository"))
    func visible() throws {
        let tally = try measure("headline-labels.tsv")
        #expect(tally.found > 3_000)
        #expect(tally.precision >= 0.97, "\(tally)")
        #expect(tally.recall >= 0.87, "\(tally)")
    }

    @Test(
        "that were set apart are measured when asked",
        .enabled(
            if: CorpusTests.headlines != nil && ProcessInfo.processInfo.environment["WHYNOW_MEASURE_APART"] != nil,
            "asked for by WHYNOW_MEASURE_APART=1, with ../shared/corpus beside the repository"))
    func apart() throws {
        let tally = try measure("headline-labels-apart.tsv")
        print(
            "set apart: \(tally.found) headlines, \(tally.right) right, \(tally.wrong) wrong, \(tally.missed) missed:",
            "precision \(tally.precision), recall \(tally.recall)")
        #expect(tally.found > 1_500)
    }

    private func measure(_ file: String) throws -> Tally {
        let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/\(file)")
        var labels: [Substring: (wanted: Set<String>, optional: Set<String>)] = [:]
        let text = try String(contentsOf: path, encoding: .utf8)
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: "\t")
            let ids = parts[1] == "-" ? [] : parts[1].split(separator: ",").filter { !$0.hasSuffix("?") }
            labels[parts[0]] = (
                Set(ids.filter { !$0.hasSuffix("~") }.map(Self.family)),
                Set(ids.filter { $0.hasSuffix("~") }.map { Self.family($0.dropLast()) })
            )
        }
        let recogniser = Recogniser(pack: ShippedPackTests.pack, accounts: [])
        var tally = Tally()
        for headline in Set(try #require(CorpusTests.headlines)) {
            let trimmed = headline.trimmingCharacters(in: .whitespaces)
            guard let (wanted, optional) = labels.removeValue(forKey: ContentHash.hex(trimmed).prefix(12)) else {
                continue
            }
            let result = recogniser.recognise(
                TestPack.item(trimmed, id: trimmed), teller: TestPack.teller, received: TestPack.received)
            let told = Set(result.events.filter { $0.confidence >= 0.5 }.map { Self.family(Substring($0.trigger)) })
            tally.found += 1
            tally.right += told.intersection(wanted).count
            tally.wrong += told.subtracting(wanted).subtracting(optional).count
            tally.missed += wanted.subtracting(told).count
        }
        return tally
    }

    private static func family(_ id: Substring) -> String { String(id.prefix { $0 != "." }) }
}

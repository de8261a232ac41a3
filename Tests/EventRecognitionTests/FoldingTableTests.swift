import Foundation
import Testing
import TriggerModel

@testable import EventRecognition

/// Pairs of headlines that tell one event and pairs that only look like it, read with the shipped rules.
@Suite("Folding, headline by headline")
struct FoldingTableTests {
    struct Line {
        var isOne: Bool
        var tries: String
        var items: [(publisher: String, item: Item)]

        init?(_ text: Substring, number: Int) {
            let cells = text.split(separator: "\t").map(String.init)
            guard cells.count == 8 else { return nil }
            isOne = cells[0] == "one"
            tries = cells[1]
            items = [2, 5].map { place in
                let item = Item(
                    source: cells[place], id: "\(number)-\(place)", title: cells[place + 2],
                    published: CalendarDay(cells[place + 1]).map { Timestamp($0, secondOfDay: 36_000) })
                return (cells[place], item)
            }
        }
    }

    private static func lines() throws -> [Line] {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appending(path: "Fixtures/folding-pairs.tsv")
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").enumerated()
            .filter { !$0.element.hasPrefix("#") }.compactMap { Line($0.element, number: $0.offset) }
    }

    @Test func `at least nineteen of twenty pairs that are folded are one event, whoever comes first`() throws {
        let lines = try Self.lines()
        #expect(lines.count == 874)
        let recogniser = Recogniser(pack: ShippedPackTests.pack, accounts: [])
        let folding = EventFolding(twins: TriggerTwins(ShippedPackTests.pack))
        var (right, wrong, missed, untold) = (0, 0, 0, 0)
        for line in lines {
            let told = line.items.map { publisher, item in
                recogniser.recognise(
                    item, teller: TellerOrigin(source: publisher, publisher: publisher, isFirstHand: false),
                    received: TestPack.received
                ).events
            }
            guard !told.contains(where: \.isEmpty) else {
                // What is not recognised is the rules' affair, and counted, so that the table cannot become empty.
                untold += 1
                print("not told:", line.tries, line.items.compactMap(\.item.title))
                continue
            }
            let orders = [told, Array(told.reversed())].map { told in
                folding.fold(told[0] + told[1], into: []).contains { folded in
                    folded.members.contains { $0 < told[0].count } && folded.members.contains { $0 >= told[0].count }
                }
            }
            #expect(orders[0] == orders[1], "\(line.tries)")
            switch (orders[0], line.isOne) {
            case (true, true): right += 1
            case (true, false): wrong += 1
            case (false, true): missed += 1
            case (false, false): continue
            }
            if orders[0] != line.isOne {
                print(line.isOne ? "apart:" : "folded:", line.tries, line.items.compactMap(\.item.title))
                for event in told.joined() {
                    print("    ", event.trigger, event.parties.map { "\($0.role) \($0.name)" }, event.slots)
                }
            }
        }
        print("folding: \(right) right, \(wrong) wrong, \(missed) missed, \(untold) not told")
        #expect(Double(right) >= 0.95 * Double(right + wrong))
        #expect(Double(right) >= 0.9 * Double(right + missed))
        #expect(untold <= 70)
    }
}

import SourceRhythm
import Testing
import TriggerModel

@Suite struct BlindnessTests {
    struct Look: Sendable, CustomTestStringConvertible {
        var name: String
        var change: @Sendable (inout PollSight) -> Void
        var line: String?
        var testDescription: String { name }
    }

    static let looks: [Look] = [
        Look(
            name: "no entries in a document of the usual size",
            change: {
                $0.entries = 0; $0.newItems = 0
            },
            line: "its documents hold no entries, usually about 30"),
        Look(
            name: "no entries in a small document",
            change: {
                $0.entries = 0; $0.newItems = 0; $0.bytes = 512
            },
            line: "its documents hold no entries, usually about 30; the document has 512 bytes instead of about 27 kB"),
        Look(
            name: "a fraction of the rows",
            change: {
                $0.entries = 9; $0.titled = 9; $0.dated = 9; $0.linked = 9
            },
            line: "its documents hold 9 entries, usually about 30"),
        Look(
            name: "no titles", change: { $0.titled = 2 },
            line: "its entries have no titles, usually 100 of 100 have one"),
        Look(
            name: "no links", change: { $0.linked = 0 }, line: "its entries have no links, usually 100 of 100 have one"),
        Look(
            name: "no dates", change: { $0.dated = 5 }, line: "its entries have no dates, usually 100 of 100 have one"),
        Look(
            name: "half the rows",
            change: {
                $0.entries = 15; $0.titled = 15; $0.dated = 15; $0.linked = 15
            }),
        Look(name: "half the titles", change: { $0.titled = 15 }),
        Look(name: "another size", change: { $0.bytes = 100 }),
        Look(
            name: "many more rows",
            change: {
                $0.entries = 300; $0.titled = 300; $0.dated = 300; $0.linked = 300
            }),
    ]

    @Test(
        "A long list that is gone is a sign from the first document on, a short one only by habit",
        arguments: [(12, "blind"), (4, nil)])
    func gone(entries: Int, kind: String?) {
        var rhythm = Rhythm()
        var first = seen(monday, new: entries)
        (first.entries, first.titled, first.dated, first.linked) = (entries, entries, entries, entries)
        rhythm.note(first)
        var empty = seen(monday.adding(seconds: 12 * hour), new: 0)
        (empty.entries, empty.titled, empty.dated, empty.linked) = (0, 0, 0, 0)
        rhythm.note(empty)
        #expect(rhythm.judgement(at: empty.at).faultKind == nil, "one odd document is no fault")
        rhythm.note(PollSight(at: empty.at.adding(seconds: 12 * hour), outcome: .unchanged))
        #expect(rhythm.judgement(at: empty.at.adding(seconds: 12 * hour)).faultKind == kind)
    }

    private func usual() -> (Rhythm, Timestamp) {
        var rhythm = Rhythm()
        var now = monday
        for _ in 0..<30 {
            rhythm.note(seen(now, new: 1))
            now = now.adding(seconds: 12 * hour)
        }
        return (rhythm, now)
    }

    @Test("A feed that lives while we see nothing in it is told apart at the second look", arguments: looks)
    func look(look: Look) {
        var (rhythm, now) = usual()
        func sight() -> PollSight {
            var sight = seen(now)
            look.change(&sight)
            return sight
        }
        let first = now
        rhythm.note(sight())
        #expect(rhythm.judgement(at: now).faultKind == nil, "one odd document is no fault")
        now = now.adding(seconds: 900)
        var again = rhythm
        rhythm.note(sight())
        // Unchanged is as good a second look as any.
        #expect(again.note(PollSight(at: now, outcome: .unchanged)) == (look.line != nil))
        for judgement in [rhythm.judgement(at: now), again.judgement(at: now)] {
            #expect(judgement.faultKind == (look.line == nil ? nil : "blind"))
            if let line = look.line { #expect(judgement.line == "since \(at(first)) " + line) }
        }
        now = now.adding(seconds: 900)
        rhythm.note(seen(now, new: 1))
        #expect(rhythm.judgement(at: now).faultKind == nil, "a usual document ends it")
    }

    private func at(_ time: Timestamp) -> String { "\(time)".replacing("T", with: " ").dropLast(4) + " UTC" }

    @Test("A source that never said dates or links is not blind without them")
    func neverHad() {
        var rhythm = Rhythm()
        for index in 0..<40 {
            var sight = seen(monday.adding(seconds: index * hour), new: 1)
            sight.dated = 0
            sight.linked = 0
            rhythm.note(sight)
            #expect(rhythm.judgement(at: sight.at).faultKind == nil)
        }
    }

    @Test("A list that is empty now and then is believed after the second time; one that was never empty is not")
    func emptyNowAndThen() {
        var (rhythm, now) = usual()
        var faults: [Bool] = []
        for _ in 0..<5 {
            for _ in 0..<3 {
                rhythm.note(PollSight(at: now, outcome: .changed, entries: 0, bytes: 4000))
                now = now.adding(seconds: hour)
            }
            faults.append(rhythm.judgement(at: now).faultKind != nil)
            rhythm.note(seen(now, new: 3))
            now = now.adding(seconds: hour)
        }
        #expect(faults == [true, true, false, false, false])
        var (other, later) = usual()
        for _ in 0..<100 {
            other.note(PollSight(at: later, outcome: .changed, entries: 0, bytes: 4000))
            later = later.adding(days: 1)
        }
        #expect(other.judgement(at: later).faultKind == "blind", "emptiness alone never becomes usual")
    }

    @Test("Another look becomes the usual one after four weeks")
    func adopted() {
        var (rhythm, now) = usual()
        var days: [Int] = []
        let start = now
        for _ in 0..<(40 * 4) {
            rhythm.note(seen(now, new: 1, entries: 6))
            if rhythm.judgement(at: now).faultKind == "blind" { days.append(now.seconds(since: start) / day) }
            now = now.adding(seconds: 6 * hour)
        }
        #expect(days.first == 0 && days.last == 27, "\(days)")
    }
}

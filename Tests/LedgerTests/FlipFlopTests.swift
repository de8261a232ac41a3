import Ledger
import Testing
import TriggerModel

@Suite struct FlipFlopTests {
    static let story = news("Acme names Jane Roe", guid: "1", url: "https://acme.example/1", text: "One.")

    static func story(_ change: (inout Item) -> Void) -> Item {
        var item = story
        change(&item)
        return item
    }

    static let retitled = story { $0.title = "Acme appoints Jane Roe" }
    static let reworded = story { $0.summary = "Two." }

    /// What each document of one item is, in order.
    static let series: [(String, [Item], [Mutation.Seen])] = [
        ("a title goes and comes back", [story, retitled, story], [.new, .revised, .known]),
        (
            "a title goes to and fro", [story, retitled, story, retitled, story, retitled],
            [.new, .revised, .known, .known, .known, .known]
        ),
        (
            "a text goes to and fro", [story, reworded, story, reworded, story],
            [.new, .revised, .known, .known, .known]
        ),
        (
            "three versions in turn", [story, retitled, reworded, story, retitled, reworded],
            [.new, .revised, .revised, .known, .known, .known]
        ),
        (
            "title and date go to and fro together",
            [
                story, story { $0.published = start.adding(days: 9) }, retitled,
                story { $0.published = start.adding(days: 20) },
                story {
                    $0.title = retitled.title
                    $0.published = start.adding(days: 30)
                },
            ], [.new, .known, .revised, .known, .known]
        ),
        (
            "a text that is new after a return is a revision",
            [story, retitled, story, story { $0.summary = "Three." }], [.new, .revised, .known, .revised]
        ),
        (
            "the date jumps by years", [story, story { $0.published = start.adding(days: 900) }, story],
            [.new, .known, .known]
        ),
        (
            "the date jumps and there is only a guid",
            [
                news("A", guid: "g"), news("A", guid: "g", day: 50), news("A", guid: "g", day: -50),
                news("A", guid: "g", day: nil),
            ], [.new, .known, .known, .known]
        ),
    ]

    @Test("A version that returns is no revision, and never a new item", arguments: series)
    func returns(name: String, items: [Item], expected: [Mutation.Seen]) throws {
        let ledger = try Scratch.ledger()
        var ids: Set<StoredItemID> = []
        var seen: [Mutation.Seen] = []
        for (poll, item) in items.enumerated() {
            let identity = try ledger.read([item], at: start.adding(seconds: 900 * poll))[0]
            seen.append(identity.seen)
            ids.insert(identity.id)
        }
        #expect(seen == expected)
        #expect(ids.count == 1)
        let revisions = try ids.first.map { try ledger.item($0)?.revisions }
        #expect(revisions == expected.count { $0 == .revised })
        #expect(try ledger.openFaults() == [])
    }

    @Test("A page that alternates for a year grows nothing")
    func bounded() throws {
        let ledger = try Scratch.ledger()
        for poll in 0..<60 {
            let item = Self.story { $0.summary = "Version \(poll % 6)" }
            #expect(
                try ledger.read([item], at: start.adding(days: poll))[0].seen
                    == (poll == 0 ? .new : poll < 6 ? .revised : .known))
        }
        let keys = try ledger.keyCount(of: "wire")
        #expect(keys <= 4)
    }
}

@Suite struct MovedHostTests {
    /// Where one story is found later, all else being equal.
    static let moves: [(String, String)] = [
        ("http to https", "https://acme.example/news/cfo"), ("www. gained", "http://www.acme.example/news/cfo"),
        ("m. gained", "http://m.acme.example/news/cfo"),
        ("another registrable host", "https://acme-group.example/news/cfo"),
        ("a tracking parameter", "http://acme.example/news/cfo?utm_source=rss"),
        ("many of them, and a fragment", "http://acme.example/news/cfo/?utm_medium=a&fbclid=x#top"),
    ]

    @Test("An item that moved is the same item, seen from either side, with a date or without", arguments: moves)
    func moved(name: String, address: String) throws {
        for day in [0, nil] {
            for isGuid in [true, false] {
                let before = news(
                    "Acme names Jane Roe", guid: isGuid ? "http://acme.example/news/cfo" : "42",
                    url: "http://acme.example/news/cfo", day: day)
                var after = before
                after.url = address
                if isGuid { after.id = address } else { after.id = "43" }
                for pair in [(before, after), (after, before)] {
                    let ledger = try Scratch.ledger()
                    let first = try ledger.read([pair.0])
                    let second = try ledger.read([pair.1])
                    #expect(second == [.known(first[0].id)])
                    #expect(try ledger.openFaults() == [])
                }
            }
        }
    }

    @Test("A guid that is used for another story is reported once, and the report closes by itself")
    func reuse() throws {
        let ledger = try Scratch.ledger()
        var told = 0
        for week in 0..<6 {
            let at = start.adding(days: 7 * week)
            let items = [
                news("Story \(week)", guid: "latest", url: "https://acme.example/\(week)", day: 7 * week),
                news("Other \(week)", guid: "second", url: "https://acme.example/other-\(week)", day: 7 * week),
            ]
            let before = try ledger.openFaults().count
            #expect(try ledger.read(items, at: at).map(\.seen) == [.new, .new])
            told += try ledger.openFaults().count - before
            #expect(try ledger.read(items, at: at.adding(seconds: 60)).map(\.seen) == [.known, .known])
            _ = try ledger.prune(now: at.adding(days: 6))
        }
        #expect(told == 1)
        _ = try ledger.prune(now: start.adding(days: 90))
        #expect(try ledger.openFaults() == [])
    }
}

import Ledger
import Testing
import TriggerModel

/// What the second document of a source is after the first.
struct Mutation: CustomTestStringConvertible, Sendable {
    enum Seen: Sendable, Equatable { case new, known, revised }

    var name: String
    var before: [Item]
    var after: [Item]
    var expected: [Seen]
    var testDescription: String { name }

    init(_ name: String, before: [Item], after: [Item], _ expected: [Seen]) {
        self.name = name
        self.before = before
        self.after = after
        self.expected = expected
    }
}

extension Identity {
    var seen: Mutation.Seen {
        switch self {
        case .new: .new
        case .known: .known
        case .revised: .revised
        }
    }
}

@Suite struct IdentityTests {
    static let one = news(
        "Acme names Jane Roe finance chief", guid: "https://www.acme.example/?p=12",
        url: "https://www.acme.example/cfo", text: "Today.")

    static func changed(_ change: (inout Item) -> Void) -> Item {
        var item = one
        change(&item)
        return item
    }

    /// Promise 2, one mutation each. Dates are days from the first.
    static let mutations: [Mutation] = [
        Mutation("nothing changed", before: [one], after: [one], [.known]),
        // A guid changes.
        Mutation(
            "the guid moves to https and loses www", before: [changed { $0.id = "http://www.acme.example/?p=12" }],
            after: [changed { $0.id = "https://acme.example/?p=12/" }], [.known]),
        Mutation("the guid is another one", before: [one], after: [changed { $0.id = "urn:uuid:5" }], [.known]),
        Mutation(
            "an address inside the guid changes", before: [news("A", guid: "12 at http://www.acme.example")],
            after: [news("A", guid: "12 at https://acme.example/", day: 9)], [.known]),
        Mutation(
            "the site moves to another host", before: [one],
            after: [
                changed {
                    $0.id = "https://new.example/?p=12"; $0.url = "https://new.example/cfo"
                }
            ], [.known]),
        Mutation(
            "the site moves to another host and dates everything anew", before: [one],
            after: [
                changed {
                    $0.id = "x"; $0.url = "https://new.example/cfo"; $0.published = start.adding(days: 90)
                }
            ], [.known]),
        Mutation(
            "an undated list moves to another host", before: [news("A", url: "https://old.example/a", day: nil)],
            after: [news("A", url: "https://new.example/a", day: nil)], [.known]),
        Mutation(
            "guid and link change, title and day stay", before: [one],
            after: [
                changed {
                    $0.id = "9"; $0.url = "https://acme.example/stories/9"
                }
            ], [.known]),
        Mutation(
            "guid and link change, the day moves by two", before: [one],
            after: [
                changed {
                    $0.id = "9"; $0.url = "https://acme.example/stories/9"; $0.published = start.adding(days: 2)
                }
            ], [.known]),
        Mutation(
            "guid and link change, the day moves by three", before: [one],
            after: [
                changed {
                    $0.id = "9"; $0.url = "https://acme.example/stories/9"; $0.published = start.adding(days: 3)
                }
            ], [.new]),
        Mutation(
            "the link gains tracking parameters", before: [news("A", url: "https://acme.example/a")],
            after: [
                news(
                    "A", guid: "https://acme.example/a?utm_source=x&utm_medium=y",
                    url: "http://www.acme.example/a/?fbclid=1#top", day: 30)
            ], [.known]),
        Mutation(
            "a title in other case, quotes and accents",
            before: [news("Café “Acme” opens", guid: "1", url: "https://acme.example/1")],
            after: [news("CAFE \"ACME\" OPENS", guid: "2", url: "https://acme.example/2", day: 1)], [.known]),
        // An edit.
        Mutation(
            "the title is corrected", before: [one], after: [changed { $0.title = "Acme appoints Jane Roe" }],
            [.revised]),
        Mutation("the text is corrected", before: [one], after: [changed { $0.summary = "Yesterday." }], [.revised]),
        Mutation(
            "the text gets other white space", before: [changed { $0.summary = "A b.\nC" }],
            after: [changed { $0.summary = "A  b. C" }], [.known]),
        Mutation(
            "it is dated anew", before: [one], after: [changed { $0.published = start.adding(days: 20) }], [.known]),
        Mutation(
            "it is edited and only `updated` moves",
            before: [
                changed {
                    $0.published = nil; $0.updated = start
                }
            ],
            after: [
                changed {
                    $0.published = nil; $0.updated = start.adding(days: 5); $0.title = "Acme appoints Jane Roe"
                }
            ], [.revised]),
        Mutation(
            "an undated item gets another title", before: [changed { $0.published = nil }],
            after: [
                changed {
                    $0.published = nil; $0.title = "Acme appoints Jane Roe"
                }
            ], [.revised]),
        // A guid or link that identifies nothing.
        Mutation(
            "the guid is used again a year later", before: [one],
            after: [
                changed {
                    $0.title = "Acme buys Borealis"; $0.url = "https://acme.example/deal";
                    $0.published = start.adding(days: 365)
                }
            ], [.new]),
        Mutation(
            "guid and link are used again for another title on another day", before: [one],
            after: [
                changed {
                    $0.title = "Acme buys Borealis"; $0.published = start.adding(days: 1)
                }
            ], [.new]),
        Mutation(
            "all items share one guid",
            before: [
                news("A", guid: "1", url: "https://acme.example/a"),
                news("B", guid: "1", url: "https://acme.example/b"),
            ],
            after: [
                news("C", guid: "1", url: "https://acme.example/c"),
                news("A", guid: "1", url: "https://acme.example/a"),
                news("B", guid: "1", url: "https://acme.example/b"),
            ], [.new, .known, .known]),
        Mutation(
            "all items share one link",
            before: [
                news("A", guid: "1", url: "https://acme.example/news"),
                news("B", guid: "2", url: "https://acme.example/news"),
            ],
            after: [
                news("C", guid: "3", url: "https://acme.example/news"),
                news("B", guid: "2", url: "https://acme.example/news"),
            ], [.new, .known]),
        Mutation(
            "all items share guid and link, without dates",
            before: [
                news("A", url: "https://acme.example/news", day: nil),
                news("B", url: "https://acme.example/news", day: nil),
            ],
            after: [
                news("C", url: "https://acme.example/news", day: nil),
                news("A", url: "https://acme.example/news", day: nil),
                news("B", url: "https://acme.example/news", day: nil),
            ], [.new, .known, .known]),
        Mutation(
            "the second item with the shared guid comes later, without dates",
            before: [news("A", url: "https://acme.example/news", day: nil)],
            after: [
                news("B", url: "https://acme.example/news", day: nil),
                news("A", url: "https://acme.example/news", day: nil),
            ], [.new, .known]),
        Mutation(
            "the second item that links to the home page comes later, without dates",
            before: [news("A", url: "https://acme.example/", day: nil)],
            after: [
                news("B", url: "https://acme.example/", day: nil), news("A", url: "https://acme.example/", day: nil),
            ], [.new, .known]),
        Mutation(
            "one recurring headline on one page, another week",
            before: [news("Weekly update", guid: "1", url: "https://acme.example/weekly")],
            after: [
                news("Weekly update", guid: "2", url: "https://acme.example/weekly", day: 7),
                news("Weekly update", guid: "1", url: "https://acme.example/weekly"),
            ], [.new, .known]),
        Mutation(
            "two notices of one day bear one headline",
            before: [
                news("Notice", guid: "1", url: "https://acme.example/1"),
                news("Notice", guid: "2", url: "https://acme.example/2"),
            ],
            after: [
                news("Notice", guid: "3", url: "https://acme.example/3", day: 1),
                news("Notice", guid: "2", url: "https://acme.example/2"),
                news("Notice", guid: "1", url: "https://acme.example/1"),
            ], [.new, .known, .known]),
        Mutation(
            "a page whose places are told apart by fragments",
            before: [news("A", guid: "https://acme.example/n#1", url: "https://acme.example/n#1", day: nil)],
            after: [
                news("B", guid: "https://acme.example/n#2", url: "https://acme.example/n#2", day: nil),
                news("A", guid: "https://acme.example/n#1", url: "https://acme.example/n#1", day: nil),
            ], [.new, .known]),
        // Twice in one document.
        Mutation("one entry stands twice in a document", before: [], after: [one, one], [.new, .known]),
        Mutation(
            "one entry stands twice with two texts", before: [one, changed { $0.summary = "Again." }],
            after: [one, changed { $0.summary = "Again." }], [.known, .known]),
        // Without much to go by.
        Mutation(
            "neither guid nor link nor date, another text", before: [news("A", guid: "hash-1", day: nil, text: "x")],
            after: [news("A", guid: "hash-2", day: nil, text: "y")], [.revised]),
        Mutation(
            "untitled notes",
            before: [news(nil, guid: "1", text: "We moved."), news(nil, guid: "2", text: "We hire.")],
            after: [
                news(nil, guid: "3", text: "We grow."), news(nil, guid: "2", text: "We hire."),
                news(nil, guid: "1", text: "We moved."),
            ], [.new, .known, .known]),
        Mutation(
            "an old item comes back late", before: [one],
            after: [news("Borealis closes a plant", guid: "7", url: "https://acme.example/7", day: -400)], [.new]),
        // Filings.
        Mutation(
            "two filings of one company on one day", before: [filing("0001-26-1")],
            after: [filing("0001-26-2"), filing("0001-26-1")], [.new, .known]),
        Mutation(
            "one filing lists its parties in another order", before: [filing("0001-26-1")],
            after: [filing("0001-26-1", title: "8-K - BOREALIS (0000000002) (Filer)", day: 4)], [.revised]),
    ]

    static func filing(_ accession: String, title: String = "8-K - ACME CORP (0000000001) (Filer)", day: Int = 0)
        -> Item
    {
        Item(
            source: "edgar", id: accession, url: "https://filings.example/\(accession)", title: title,
            published: start.adding(days: day), filing: Filing(form: "8-K", accession: accession))
    }

    @Test("Any one matching key is the same item, and a shared one decides nothing", arguments: mutations)
    func mutation(_ mutation: Mutation) throws {
        let ledger = try Scratch.ledger()
        try ledger.read(mutation.before)
        let after = try ledger.read(mutation.after, at: start.adding(days: 400))
        #expect(after.map(\.seen) == mutation.expected)
        // What was once decided stays decided.
        let again = try ledger.read(mutation.after, at: start.adding(days: 401))
        #expect(again.map(\.seen) == mutation.expected.map { _ in .known })
        #expect(Set(again.map(\.id)) == Set(after.map(\.id)))
    }

    @Test("An edit names the title it replaced, and keeps the item's place")
    func revision() throws {
        let ledger = try Scratch.ledger()
        let first = try ledger.read([Self.one])
        let second = try ledger.read([Self.changed { $0.title = "Acme appoints Jane Roe" }])
        #expect(second == [.revised(first[0].id, previousTitle: Self.one.title)])
        let stored = try #require(try ledger.item(first[0].id))
        #expect(stored.item.title == "Acme appoints Jane Roe")
        #expect(stored.previousTitle == Self.one.title)
        #expect(stored.revisions == 1)
    }

    @Test("Sources do not share what they have seen")
    func perSource() throws {
        let ledger = try Scratch.ledger()
        #expect(try ledger.read([Self.one], source: "a").map(\.seen) == [.new])
        #expect(try ledger.read([Self.one], source: "b").map(\.seen) == [.new])
    }

    @Test("Guids that change on every fetch are given up and reported once; nothing comes twice")
    func rotatingGuids() throws {
        let ledger = try Scratch.ledger()
        func page(_ fetch: Int, extra: [Item] = []) -> [Item] {
            extra
                + (0..<6).map {
                    news("Story \($0)", guid: "random-\(fetch)-\($0)", url: "https://acme.example/\($0)", day: -$0)
                }
        }
        try ledger.read(page(0))
        var keys: [Int] = []
        for fetch in 1...8 {
            let seen = try ledger.read(page(fetch), at: start.adding(days: fetch)).map(\.seen)
            #expect(seen == Array(repeating: .known, count: 6))
            keys.append(try ledger.keyCount(of: "wire"))
        }
        #expect(keys[3...].allSatisfy { $0 == keys[3] }, "keys must not grow with every fetch: \(keys)")
        let faults = try ledger.openFaults()
        #expect(faults.map(\.kind) == ["identity-key-retired"])
        #expect(faults[0].scope == "source:wire")
        #expect(faults[0].openedAt == start.adding(days: 3))
        let fresh = news("Fresh", guid: "random-x", url: "https://acme.example/fresh")
        #expect(try ledger.read(page(9, extra: [fresh])).map(\.seen).prefix(2) == [.new, .known])
    }

    /// Entries without a date whose guid and link are other ones at every fetch.
    private static func churning(_ names: [String], fetch: Int) -> [Item] {
        names.map {
            news(
                "Story \($0)", guid: "random-\(fetch)-\($0)", url: "https://acme.example/s\(fetch)/\($0)?v=\(fetch)",
                day: nil, text: "The text of \($0).")
        }
    }

    @Test("Undated items whose guids and links both change on every fetch come once, also those that return")
    func rotatingAddresses() throws {
        let ledger = try Scratch.ledger()
        try ledger.read(Self.churning(["a", "b", "c"], fetch: 0))
        var keys: [Int] = []
        for fetch in 1...8 {
            // A, B, A: what was gone for a while is no news either.
            let names = fetch % 3 == 2 ? ["d", "e"] : ["a", "b", "c"]
            let seen = try ledger.read(Self.churning(names, fetch: fetch), at: start.adding(seconds: 900 * fetch))
            #expect(seen.map(\.seen) == names.map { _ in fetch == 2 ? .new : .known }, "fetch \(fetch)")
            keys.append(try ledger.keyCount(of: "wire"))
        }
        #expect(keys[5...].allSatisfy { $0 == keys[5] }, "keys must not grow with every fetch: \(keys)")
        let faults = try ledger.openFaults()
        #expect(faults.map(\.kind) == ["identity-key-retired"])
        #expect(faults[0].detail.contains("most guids are new on every fetch"))
        #expect(faults[0].detail.contains("most links are new on every fetch"))
        let mixed = Self.churning(["a", "f", "b"], fetch: 10)
        #expect(try ledger.read(mixed, at: start.adding(days: 9)).map(\.seen) == [.known, .new, .known])
    }

    @Test("A single undated item with a new guid and link is the same within two days, and news a week later")
    func rotatingSingle() throws {
        let ledger = try Scratch.ledger()
        func read(_ fetch: Int, day: Int) throws -> [Mutation.Seen] {
            try ledger.read(Self.churning(["a"], fetch: fetch), at: start.adding(days: day)).map(\.seen)
        }
        #expect(try read(0, day: 0) == [.new])
        #expect(try read(1, day: 1) == [.known])
        #expect(try read(2, day: 8) == [.new])
    }

    @Test("A column that is called the same every week is news every week where its neighbours keep their links")
    func weeklyColumn() throws {
        let ledger = try Scratch.ledger()
        let others = (0..<4).map { news("Story \($0)", url: "https://acme.example/\($0)", day: nil) }
        for week in 0..<6 {
            let column = news("Market update", guid: "w\(week)", url: "https://acme.example/w\(week)", day: nil)
            let seen = try ledger.read(others + [column], at: start.adding(days: week)).map(\.seen)
            #expect(seen.last == .new)
        }
        #expect(try ledger.openFaults() == [])
    }

    @Test("Stable guids with links that change on every fetch stay in charge")
    func rotatingLinks() throws {
        let ledger = try Scratch.ledger()
        func page(_ fetch: Int) -> [Item] {
            (0..<4).map {
                news("Market update", guid: "g\($0)", url: "https://acme.example/\(fetch)-\($0)", day: nil)
            }
        }
        for fetch in 0..<6 { try ledger.read(page(fetch), at: start.adding(days: fetch)) }
        let keys = try ledger.keyCount(of: "wire")
        var next = page(7)
        next.append(news("Market update", guid: "g9", url: "https://acme.example/7-9", day: nil))
        let seen = try ledger.read(next, at: start.adding(days: 7)).map(\.seen)
        #expect(seen == [.known, .known, .known, .known, .new])
        #expect(try ledger.keyCount(of: "wire") <= keys + 2)
    }

    @Test("A site rebuilt once keeps its guids trusted")
    func rebuiltOnce() throws {
        let ledger = try Scratch.ledger()
        func page(_ build: Int) -> [Item] {
            (0..<6).map { news("Story \($0)", guid: "b\(build)-\($0)", url: "https://acme.example/\($0)") }
        }
        try ledger.read(page(0))
        for _ in 0..<5 { try ledger.read(page(1)) }
        #expect(try ledger.openFaults() == [])
    }

    @Test("A shared guid is reported once for a source, on one printable line")
    func reportedOnce() throws {
        let ledger = try Scratch.ledger()
        for poll in 0..<3 {
            try ledger.read(
                (0..<3).map {
                    news("Story \(poll)-\($0)", guid: "bad\r\nguid\(poll)", url: "https://acme.example/\(poll)\($0)")
                },
                at: start.adding(days: poll))
        }
        let faults = try ledger.openFaults()
        #expect(
            faults.map(\.detail) == [
                "guid \"badguid0\" is shared by several items of one document. "
                    + "Other signs decide now what is new; nothing needs to be done."
            ])
    }

    @Test("Three thousand items with one headline are told apart by their links, in one pass")
    func manyAlike() throws {
        let ledger = try Scratch.ledger()
        let items = (0..<3000).map { news("Notice", guid: "\($0)", url: "https://acme.example/\($0)") }
        #expect(try ledger.read(items).allSatisfy(\.isNew))
        #expect(try ledger.read(items).allSatisfy { $0.seen == .known })
    }
}

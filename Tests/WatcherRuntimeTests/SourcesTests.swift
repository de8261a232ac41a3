import ConfigLoading
import Foundation
import Ledger
import SourceFetching
import Testing
import TriggerModel

@testable import WatcherRuntime

@Suite("whynow sources list, show, remove, import, export")
struct SourcesTests {
    static let mine = """
        sources:
          floor:
            kind: feed
            url: https://floor.example/feed.xml
            name: The Plant Floor
            interval: 1 hour
          room:
            kind: page
            url: https://room.example/news
            rows: li
            enabled: false
          wire:
            kind: feed
            url: https://wire.example/feed.xml

        """

    /// A world whose watcher has polled twice: `floor` read a document of three items, `wire` failed, `gone` was removed.
    static func world() throws -> SourcesWorld {
        let world = try SourcesWorld(["sources/mine.yaml": mine])
        let folder = "\(world.directory)/state"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let ledger = try WatchLedger(path: "\(folder)/\(Workplace.stateFile)")
        let first = SourcesWorld.now.adding(days: -3)
        func poll(_ id: String, _ titles: [String], at time: Timestamp) throws {
            let record = PollRecord(
                source: id, at: time, outcome: .document, status: 200, bytes: 1000,
                nextPollAt: time.adding(seconds: 3600))
            try ledger.commitPoll(record) { transaction in
                let items = titles.map { Item(source: id, id: $0, url: "https://\(id).example/\($0)", title: $0) }
                for identity in try transaction.identifyAll(items) {
                    if case .new(let item) = identity {
                        try transaction.judge(item, as: .gated(Gate(.recognise, "no-event", "nothing in it")))
                    }
                }
            }
        }
        try poll("floor", ["one", "two"], at: first)
        try poll("gone", ["old"], at: first)
        try poll("floor", ["two", "three", "four", "five"], at: SourcesWorld.now.adding(seconds: -600))
        let failed = SourcesWorld.now.adding(seconds: -300)
        try ledger.commitPoll(
            PollRecord(
                source: "wire", at: failed, outcome: .failed, detail: "dns: no such host", failures: 3,
                nextPollAt: failed.adding(seconds: 1800))
        ) { transaction in
            _ = try transaction.open(
                Fault(scope: "source:wire", kind: "dns", detail: "no such host", openedAt: failed))
        }
        try ledger.close()
        return world
    }

    @Test("list shows each source in one line, removed ones too, and then what is wrong")
    func list() throws {
        let world = try Self.world()
        let command = SourcesListCommand(directory: world.directory, clock: world.clock, output: world.output)
        #expect(try command.run(json: false) == .ok)
        let lines = world.data.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        func row(_ id: String) -> [String] {
            let line = lines.first { $0.hasPrefix("\(id) ") } ?? ""
            return line.components(separatedBy: "  ").map { $0.trimmingCharacters(in: .whitespaces) }.filter {
                !$0.isEmpty
            }
        }
        #expect(lines.first?.hasPrefix("SOURCE  KIND  STATE    LAST POLL, UTC    ANSWER") == true, "\(lines[0])")
        #expect(
            Array(row("floor").prefix(6)) == [
                "floor", "feed", "on", "2026-11-23 14:50", "document", "2026-11-23 15:50",
            ])
        #expect(Array(row("gone").prefix(3)) == ["gone", "-", "removed"])
        #expect(row("room") == ["room", "page", "off", "-", "-", "-", "-", "-"])
        #expect(Array(row("wire").prefix(5)) == ["wire", "feed", "on", "2026-11-23 14:55", "failed (3 times)"])
        #expect(lines.contains("2 on, 2 off or removed. PER DAY: new items, last 7 days."))
        #expect(lines.contains("wire: dns since 2026-11-23 14:55: no such host"))
    }

    @Test("list gives new items a day since the day after first contact")
    func perDay() throws {
        let world = try Self.world()
        let book = try SourcesBook(world.configuration, output: world.output)
        // Three new ones on the third of three days.
        #expect(try book.standing(of: "floor", at: SourcesWorld.now)?.newItemsPerDay == 1)
        #expect(try book.standing(of: "wire", at: SourcesWorld.now)?.newItemsPerDay == nil)
        #expect(try book.standing(of: "nobody", at: SourcesWorld.now) == nil)
    }

    @Test("list speaks JSON, one source a line")
    func json() throws {
        struct Line: Decodable, Equatable {
            struct Fault: Decodable, Equatable { var kind: String }
            var id: String
            var state: String
            var failures: Int
            var faults: [Fault]
        }
        let world = try Self.world()
        let command = SourcesListCommand(directory: world.directory, clock: world.clock, output: world.output)
        #expect(try command.run(json: true) == .ok)
        let lines = try world.data.split(separator: "\n").map {
            try JSONDecoder().decode(Line.self, from: Data($0.utf8))
        }
        #expect(
            lines == [
                Line(id: "floor", state: "on", failures: 0, faults: []),
                Line(id: "gone", state: "removed", failures: 0, faults: []),
                Line(id: "room", state: "off", failures: 0, faults: []),
                Line(id: "wire", state: "on", failures: 3, faults: [.init(kind: "dns")]),
            ])
    }

    @Test("list works before the first run, and says that nothing was polled yet")
    func beforeFirstRun() throws {
        let world = try SourcesWorld(["sources/mine.yaml": Self.mine])
        let command = SourcesListCommand(directory: world.directory, clock: world.clock, output: world.output)
        #expect(try command.run(json: false) == .ok)
        #expect(world.data.contains("not polled yet"))
        #expect(world.talk.hasPrefix("whynow: nothing was polled yet"))
    }

    @Test("show tells all that is configured and known, with its last polls")
    func show() throws {
        let world = try Self.world()
        let command = SourcesShowCommand(directory: world.directory, clock: world.clock, output: world.output)
        #expect(try command.run(id: "floor", json: false) == .ok)
        for part in [
            "floor: The Plant Floor\n", "State       on\n", "Defined     sources/mine.yaml:2:3\n",
            "Configured  kind:       feed\n", "            interval:   1 hour\n", "Next poll   2026-11-23 15:50 UTC\n",
            "New items   1.0 a day over the last week\n", "Faults      none open\n",
            "2026-11-23 14:50  document  200     1000   4      3",
            "2026-11-20 15:00  document  200     1000   2      2",
        ] {
            #expect(world.data.contains(part), "\(part) in \(world.data)")
        }
    }

    @Test("show names the nearest id")
    func showUnknown() throws {
        let world = try Self.world()
        let command = SourcesShowCommand(directory: world.directory, clock: world.clock, output: world.output)
        let failure = #expect(throws: CommandFailure.self) { try command.run(id: "flor", json: false) }
        #expect(failure?.code == .noInput)
        #expect(
            failure?.description == "there is no source flor (did you mean floor?); 'whynow sources list' names them")
    }

    @Test("remove prints what it took out")
    func remove() throws {
        let world = try Self.world()
        let command = SourcesRemoveCommand(directory: world.directory, output: world.output)
        #expect(try command.run(id: "room") == .ok)
        #expect(
            world.data
                == "  room:\n    kind: page\n    url: https://room.example/news\n    rows: li\n    enabled: false\n")
        #expect(try world.text("sources/mine.yaml") == Self.mine.replacing(world.data, with: ""))
        let failure = #expect(throws: CommandFailure.self) { try command.run(id: "room") }
        #expect(failure?.code == .noInput)
    }

    static let list = """
        <opml version="2.0"><body>
        <outline text="Trade"><outline text="Steel Weekly" xmlUrl="https://steel.example/rss"/>
        <outline text="Floor again" xmlUrl="http://www.floor.example/feed.xml?utm_medium=opml"/></outline>
        <outline text="Steel Weekly" xmlUrl="https://steel.example/rss/"/>
        <outline text="Steel Weekly" xmlUrl="https://other.example/rss"/>
        <outline text="Off" isComment="true" xmlUrl="https://off.example/rss"/>
        <outline text="Script" xmlUrl="|script.sh"/>
        <outline text="Secret" xmlUrl="https://me:pw@secret.example/rss"/>
        </body></opml>
        """

    @Test("import adds what is new in one go and says why the rest is skipped")
    func importList() throws {
        let world = try SourcesWorld(["sources/mine.yaml": Self.mine, "lists/mine.opml": Self.list])
        let command = SourcesImportCommand(directory: world.directory, output: world.output)
        #expect(try command.run(file: "\(world.directory)/lists/mine.opml", groupPrefix: false) == .ok)
        #expect(
            world.data == """
                steel-weekly  https://steel.example/rss
                steel-weekly-other-example  https://other.example/rss
                off  https://off.example/rss  (off)

                """)
        #expect(
            world.talk.split(separator: "\n").filter { $0.hasPrefix("skipped") } == [
                "skipped: http://www.floor.example/feed.xml?utm_medium=opml: is source floor already",
                "skipped: https://steel.example/rss/: stands in the list before, as steel-weekly",
                "skipped: |script.sh: is no web address (http or https)",
                "skipped: https://me:pw@secret.example/rss: holds a user name or password; a source is fetched without one",
            ])
        let added = world.configuration.sources.filter { ["steel-weekly", "off"].contains($0.id) }
        #expect(added.map(\.isEnabled) == [false, true])
        #expect(try world.text("sources/added.yaml").contains("  # From mine.opml, group Trade.\n  steel-weekly:\n"))

        // A second time nothing is new.
        #expect(try command.run(file: "\(world.directory)/lists/mine.opml", groupPrefix: false) == .ok)
        #expect(world.talk.hasSuffix("Nothing was added: all 7 are skipped, as said above."))
    }

    @Test("import puts the names of the list's groups before the ids when asked")
    func groupPrefix() throws {
        let world = try SourcesWorld(["mine.opml": Self.list])
        let command = SourcesImportCommand(directory: world.directory, output: world.output)
        #expect(try command.run(file: "\(world.directory)/mine.opml", groupPrefix: true) == .ok)
        #expect(world.data.hasPrefix("trade-steel-weekly  https://steel.example/rss\ntrade-floor-again  "))
    }

    @Test("import of something else says what it is")
    func importOther() throws {
        let world = try SourcesWorld(["feed.xml": "<rss version='2.0'/>"])
        let command = SourcesImportCommand(directory: world.directory, output: world.output)
        let path = "\(world.directory)/feed.xml"
        let failure = #expect(throws: CommandFailure.self) { try command.run(file: path, groupPrefix: false) }
        #expect(failure?.code == .data)
        #expect(
            failure?.description
                == "\(path): a feed, not a list of feeds; add its address with 'whynow sources add'")
        let missing = #expect(throws: CommandFailure.self) { try command.run(file: "\(path).x", groupPrefix: false) }
        #expect(missing?.code == .noInput)
    }

    @Test("export writes the feeds, which import takes in again elsewhere")
    func export() throws {
        let world = try Self.world()
        let path = "\(world.directory)/out.opml"
        #expect(try SourcesExportCommand(directory: world.directory, output: world.output).run(to: path) == .ok)
        #expect(
            world.talk
                == "2 feeds written, 0 of them switched off (as comments); 1 source of other kinds have no place in OPML"
        )
        let other = try SourcesWorld()
        #expect(
            try SourcesImportCommand(directory: other.directory, output: other.output).run(
                file: path, groupPrefix: false)
                == .ok)
        #expect(
            other.configuration.sources.map(\.url) == [
                "https://floor.example/feed.xml", "https://wire.example/feed.xml",
            ])
    }

    @Test("export keeps the placeholders of an address, and import takes them in")
    func placeholders() throws {
        let entry = """
            sources:
              dated:
                kind: feed
                url: https://dated.example/feed.xml?since={today-3d}

            """
        let world = try SourcesWorld(["sources/dated.yaml": entry])
        let path = "\(world.directory)/out.opml"
        #expect(try SourcesExportCommand(directory: world.directory, output: world.output).run(to: path) == .ok)
        let other = try SourcesWorld()
        let command = SourcesImportCommand(directory: other.directory, output: other.output)
        #expect(try command.run(file: path, groupPrefix: false) == .ok)
        #expect(other.configuration.sources.map(\.url) == ["https://dated.example/feed.xml?since={today-3d}"])
        #expect(try command.run(file: path, groupPrefix: false) == .ok)
        #expect(other.talk.contains("is source"))
    }

    @Test("show and test of an entry that does not load say where it stands and why")
    func invalid() async throws {
        let entry = """
            sources:
              good:
                kind: feed
                url: https://good.example/feed.xml
              bad:
                kind: feed
                url: https://bad.example/feed.xml
                interval: soon
              other:
                kind: page
                url: https://other.example/

            """
        let world = try SourcesWorld(["sources/mine.yaml": entry])
        let show = #expect(throws: CommandFailure.self) {
            try SourcesShowCommand(directory: world.directory, clock: world.clock, output: world.output)
                .run(id: "bad", json: false)
        }
        #expect(show?.code == .configuration)
        let lines = show?.description.split(separator: "\n").map(String.init) ?? []
        #expect(lines.first == "source bad stands in sources/mine.yaml:5, but is not valid and is not polled:")
        #expect(lines.count == 2)
        #expect(lines.last?.hasPrefix("sources/mine.yaml:8:") == true)
        let test = await #expect(throws: CommandFailure.self) { try await SourcesTestTests.run(world, "bad") }
        #expect(test?.description == show?.description)
        let unknown = #expect(throws: CommandFailure.self) {
            try SourcesShowCommand(directory: world.directory, clock: world.clock, output: world.output)
                .run(id: "nobody", json: false)
        }
        #expect(unknown?.code == .noInput)
    }
}

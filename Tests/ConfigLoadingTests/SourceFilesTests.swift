import Foundation
import Testing
import TriggerModel

@testable import ConfigLoading

@Suite("The sources files of an operator")
struct SourceFilesTests {
    static let wires = """
        # Wires.  Two blanks, and a trailing one: \u{20}
        sources:
          # ---- Group ----

          # The big one,
          # told twice.
          prwire:
            kind: feed
            url: 'https://prwire.example/feed.xml'   # single quotes
            # interval: 1 hour
          # About the page.
          room:
            kind: page
            url: https://room.example/news
            rows: >-
              //li
            publisher: |
              Room

              # this is text of the block
            name: "Room: the \\"news\\""

          last: {kind: feed, url: "https://last.example/feed.xml"}
        # The end.
        """

    static func sandbox(_ files: [String: String] = ["sources/wires.yaml": wires]) throws -> ConfigSandbox {
        try ConfigSandbox(files.merging(["whynow.yaml": "", "reps.yaml": "reps: {}"]) { given, _ in given })
    }

    static func text(_ sandbox: ConfigSandbox, _ name: String) throws -> String {
        try String(contentsOf: URL(fileURLWithPath: sandbox.path).appending(path: name), encoding: .utf8)
    }

    static func fault(_ body: () throws -> Void) -> SourceFiles.Fault? {
        do { try body() } catch let fault as SourceFiles.Fault { return fault } catch { return nil }
        return nil
    }

    // MARK: Adding

    @Test("get a file of their own for what is added, with a head that says what it is")
    func addToNothing() throws {
        let sandbox = try Self.sandbox([:])
        let entry = SourceEntry(
            id: "wire", url: "https://wire.example/feed?a=1&b=2#c", name: "The \"Wire\": news", publisher: "Wire",
            isFirstHand: true, interval: 1800, comment: "Added on 2026-11-21.\nNot a second line")
        let change = try SourceFiles(directory: sandbox.path).add([entry])
        #expect(
            try Self.text(sandbox, "sources/added.yaml") == """
                # yaml-language-server: $schema=../schema/sources.schema.json
                #
                # Sources added by 'whynow sources add' and 'whynow sources import'. Edit them as you like, or take one out with
                # 'whynow sources remove ID'.

                sources:
                  # Added on 2026-11-21. Not a second line
                  wire:
                    kind: feed
                    url: "https://wire.example/feed?a=1&b=2#c"
                    name: 'The "Wire": news'
                    publisher: Wire
                    first-hand: true
                    interval: 30 minutes

                """)
        #expect(change.file == "sources/added.yaml")
        #expect(change.line == 7)
        #expect(sandbox.faults() == [])
        #expect(
            sandbox.load().configuration.sources == [
                Source(
                    id: "wire", kind: .feed, url: "https://wire.example/feed?a=1&b=2#c", name: "The \"Wire\": news",
                    publisher: "Wire", isFirstHand: true, interval: 1800)
            ])
    }

    static let homes = [
        ("", "a file without a byte"), ("# only a comment\n", "a file of comments"),
        ("sources:\n", "a file whose sources were all taken out"), ("sources: {}  # none\n", "empty braces"),
        ("sources: []\n", "empty brackets"),
        ("sources:\n    deep:\n        kind: feed\n        url: https://deep.example/f\n", "four blanks"),
        ("sources:\n- id: dash\n  kind: feed\n  url: https://dash.example/f", "a list without a last line end"),
        ("sources:\r\n  dos:\r\n    kind: feed\r\n    url: https://dos.example/f\r\n", "lines of DOS"),
        (
            "\u{FEFF}sources:\n  bom:\n    kind: feed\n    url: https://bom.example/f\n# end",
            "a mark and a last comment"
        ),
    ]

    @Test("take a new entry in whatever way the file is written", arguments: homes)
    func addToHome(text: String, name: String) throws {
        let sandbox = try Self.sandbox(["sources/added.yaml": text])
        let before = sandbox.load().configuration.sources
        let page = SourceEntry(
            id: "new", kind: .page, url: "https://new.example/", name: "新しい",
            selectors: ListSelectors(rows: "//li[@class='a \"b\"']", link: "a@href", title: "a"), isEnabled: false)
        _ = try SourceFiles(directory: sandbox.path).add([page])
        let after = sandbox.load()
        #expect(after.faults.map(\.description) == [], "\(name)")
        #expect(after.configuration.sources.filter { $0.id != "new" } == before)
        let added = try #require(after.configuration.sources.first { $0.id == "new" })
        #expect(added.selectors == page.selectors)
        #expect(added.name == "新しい")
        #expect(!added.isEnabled)
        // What was there is there still, byte for byte, but for brackets that hold nothing.
        let written = try Data(contentsOf: URL(fileURLWithPath: sandbox.path).appending(path: "sources/added.yaml"))
        if !text.contains("{}"), !text.contains("[]") { #expect(written.starts(with: Data(text.utf8))) }
    }

    @Test(
        "cannot be made to say something else by a hostile name",
        arguments: [
            "x\n  evil:\n    kind: feed", "x\u{2028}  evil: 1", "x\u{85}evil:", "\"; evil: '", "#", "{a: b}", "yes",
            "~", "- a",
            "\u{0}\u{7}\u{1b}[31mred", "\u{202E}reversed", "\\", "*alias", "&anchor", "!tag", "@at", "%p", "null",
            "1e3", "0x10",
            String(repeating: "long ", count: 200),
        ])
    func hostileNames(name: String) throws {
        let sandbox = try Self.sandbox()
        let entry = SourceEntry(id: "new", url: "https://new.example/f", name: name, publisher: name, comment: name)
        _ = try SourceFiles(directory: sandbox.path).add([entry])
        let loaded = sandbox.load()
        #expect(loaded.faults.map(\.description) == [])
        #expect(loaded.configuration.sources.map(\.id) == ["last", "new", "prwire", "room"])
    }

    @Test("refuse an id that is taken, also by an entry that does not load")
    func taken() throws {
        let sandbox = try Self.sandbox([
            "sources/wires.yaml": Self.wires, "sources/bad.yaml": "sources:\n  half:\n    kind: fead\n",
            "sources/broken.yaml": "sources:\n  inside:\n    kind: [\n",
        ])
        let files = SourceFiles(directory: sandbox.path)
        for id in ["prwire", "half", "inside"] {
            let entry = SourceEntry(id: id, url: "https://x.example/f", name: "x")
            #expect(Self.fault { _ = try files.add([entry]) }?.kind == .taken, "\(id)")
        }
        #expect(throws: (any Error).self) { try Self.text(sandbox, "sources/added.yaml") }
    }

    @Test("write nothing that would not load")
    func wouldNotLoad() throws {
        let sandbox = try Self.sandbox()
        let entry = SourceEntry(id: "new", url: "ftp://new.example/f", name: "x")
        let fault = Self.fault { _ = try SourceFiles(directory: sandbox.path).add([entry]) }
        #expect(fault?.kind == .wouldNotLoad)
        #expect(fault?.description.contains("url is a web address") == true)
        #expect(throws: (any Error).self) { try Self.text(sandbox, "sources/added.yaml") }
    }

    @Test("written in brackets are left to a person")
    func brackets() throws {
        let text = "sources: {a: {kind: feed, url: \"https://a.example/f\"}}\n"
        let sandbox = try Self.sandbox(["sources/added.yaml": text])
        let files = SourceFiles(directory: sandbox.path)
        let entry = SourceEntry(id: "new", url: "https://x.example/f", name: "x")
        #expect(Self.fault { _ = try files.add([entry]) }?.kind == .byHand)
        #expect(Self.fault { _ = try files.remove("a") }?.kind == .byHand)
        #expect(try Self.text(sandbox, "sources/added.yaml") == text)
    }

    // MARK: Removing

    struct Removal: CustomTestStringConvertible, Sendable {
        var id: String
        var gone: String
        var testDescription: String { id }
    }

    static let removals = [
        Removal(
            id: "prwire",
            gone: """
                  # The big one,
                  # told twice.
                  prwire:
                    kind: feed
                    url: 'https://prwire.example/feed.xml'   # single quotes
                    # interval: 1 hour

                """),
        Removal(
            id: "room",
            gone: """
                  # About the page.
                  room:
                    kind: page
                    url: https://room.example/news
                    rows: >-
                      //li
                    publisher: |
                      Room

                      # this is text of the block
                    name: "Room: the \\"news\\""

                """),
        Removal(id: "last", gone: "  last: {kind: feed, url: \"https://last.example/feed.xml\"}\n"),
    ]

    @Test("lose an entry with its own comment and keep every other byte", arguments: removals)
    func remove(removal: Removal) throws {
        let sandbox = try Self.sandbox()
        let before = sandbox.load().configuration.sources
        let change = try SourceFiles(directory: sandbox.path).remove(removal.id)
        #expect(change.file == "sources/wires.yaml")
        #expect(change.text == removal.gone)
        let kept = Self.wires.replacing(removal.gone, with: "")
        #expect(kept.count == Self.wires.count - removal.gone.count)
        #expect(try Self.text(sandbox, "sources/wires.yaml") == kept + "\n")
        #expect(sandbox.load().configuration.sources == before.filter { $0.id != removal.id })
    }

    @Test("that lose their last entry still load, and take the next one")
    func removeLast() throws {
        let text = "# Head.\nsources:  # here\n  only:\n    kind: feed\n    url: https://only.example/f\n"
        let sandbox = try Self.sandbox(["sources/added.yaml": text])
        let files = SourceFiles(directory: sandbox.path)
        _ = try files.remove("only")
        #expect(try Self.text(sandbox, "sources/added.yaml") == "# Head.\nsources: {}  # here\n")
        #expect(sandbox.faults() == [])
        _ = try files.add([SourceEntry(id: "next", url: "https://next.example/f", name: "Next")])
        #expect(sandbox.load().configuration.sources.map(\.id) == ["next"])
    }

    @Test("written as a list lose an entry, wherever its dash stands")
    func removeFromList() throws {
        let sandbox = try Self.sandbox([
            "sources/list.yaml": """
            sources:
              - id: a
                kind: feed
                url: https://a.example/f
              # b's own
              -
                kind: feed
                id: b
                url: https://b.example/f
              - kind: feed
                url: https://c.example/f
                id: c

            """
        ])
        _ = try SourceFiles(directory: sandbox.path).remove("b")
        #expect(
            try Self.text(sandbox, "sources/list.yaml") == """
                sources:
                  - id: a
                    kind: feed
                    url: https://a.example/f
                  - kind: feed
                    url: https://c.example/f
                    id: c

                """)
    }

    @Test("name the nearest id where there is none of that name")
    func removeUnknown() throws {
        let sandbox = try Self.sandbox()
        let fault = Self.fault { _ = try SourceFiles(directory: sandbox.path).remove("prwir") }
        #expect(fault?.kind == .noSuchSource)
        #expect(
            fault?.description
                == "there is no source prwir (did you mean prwire?); 'whynow sources list' names them")
    }

    @Test("that define an id twice are left to a person")
    func removeTwice() throws {
        let sandbox = try Self.sandbox([
            "sources/wires.yaml": Self.wires,
            "sources/zz.yaml": "sources:\n  room:\n    kind: feed\n    url: https://z.example/f\n",
        ])
        #expect(Self.fault { _ = try SourceFiles(directory: sandbox.path).remove("room") }?.kind == .byHand)
    }

    @Test("can lose an entry that does not load")
    func removeBroken() throws {
        let sandbox = try Self.sandbox([
            "sources/bad.yaml":
                "sources:\n  half:\n    kind: fead\n  whole:\n    kind: feed\n    url: https://w.example/f\n"
        ])
        _ = try SourceFiles(directory: sandbox.path).remove("half")
        #expect(sandbox.load().configuration.sources.map(\.id) == ["whole"])
        #expect(sandbox.faults() == [])
    }

    /// A file of three to six entries in one of many spellings.
    static func anyFile(_ random: inout SeededGenerator) -> (text: String, ids: [String]) {
        let indent = String(repeating: " ", count: [0, 2, 4].randomElement(using: &random)!)
        let isList = Bool.random(using: &random)
        let margin = isList || !indent.isEmpty ? indent : "  "
        let ids = (0..<Int.random(in: 3...6, using: &random)).map { "s\($0)" }
        var text = ["# Head\n\n", "", "\n"].randomElement(using: &random)! + "sources:\n"
        for id in ids {
            text += ["", "", "\n", "\(margin)# about \(id)\n", "\n\(margin)# one\n\(margin)# two\n", "# far left\n"]
                .randomElement(using: &random)!
            let url = "https://\(id).example/f"
            let deep = margin + (isList ? "  " : "   ")
            let name = [
                "name: plain", "name: 'it''s'", "name: \"a # b\"",
                "name: |\n\(deep)    # no comment\n\n\(deep)    more",
                "name: >-\n\(deep)    folded\n\(deep)    text", "# only a comment",
            ].randomElement(using: &random)!
            if Int.random(in: 0..<4, using: &random) == 0 {
                text +=
                    isList
                    ? "\(margin)- {id: \(id), kind: feed, url: \"\(url)\"}\n"
                    : "\(margin)\(id): {kind: feed,\n\(deep)url: \"\(url)\"\n\(margin)}\n"
            } else if isList {
                text += "\(margin)- kind: feed\n\(deep)id: \(id)\n\(deep)\(name)\n\(deep)url: \(url)\n"
            } else {
                text += "\(margin)\(id):\n\(deep)kind: feed\n\(deep)\(name)\n\(deep)url: \(url)  # end\n"
            }
            text += ["", "", "\(deep)# its own\n", "\n\n"].randomElement(using: &random)!
        }
        text += ["", "# The end.\n", "\n"].randomElement(using: &random)!
        return (Bool.random(using: &random) ? text : text.replacing("\n", with: "\r\n"), ids)
    }

    @Test("lose any entry of any spelling, and nothing but a row of whole lines goes with it", arguments: 0..<60)
    func removeAnything(seed: UInt64) throws {
        var random = SeededGenerator(state: seed)
        let (text, ids) = Self.anyFile(&random)
        let sandbox = try Self.sandbox(["sources/any.yaml": text])
        #expect(sandbox.faults() == [], "\(text)")
        let before = sandbox.load().configuration.sources
        #expect(before.map(\.id) == ids)
        let id = ids.randomElement(using: &random)!
        let change = try SourceFiles(directory: sandbox.path).remove(id)
        let after = sandbox.load()
        #expect(after.configuration.sources == before.filter { $0.id != id })
        #expect(after.faults.map(\.description) == [])
        let written = try Data(contentsOf: URL(fileURLWithPath: sandbox.path).appending(path: "sources/any.yaml"))
        let cut = try #require(text.utf8.firstRange(of: change.text.utf8))
        #expect(
            Array(text.utf8[..<cut.lowerBound])
                == Array(written.prefix(text.utf8.distance(from: text.utf8.startIndex, to: cut.lowerBound))))
        let rest = Array(text.utf8[cut.upperBound...])
        let kept = Array(written.suffix(from: text.utf8.distance(from: text.utf8.startIndex, to: cut.lowerBound)))
        #expect(rest.suffix(kept.count).elementsEqual(kept))
        #expect(rest.dropLast(kept.count).allSatisfy { $0 == 0x0A || $0 == 0x0D }, "\(text)")
        #expect(change.text.contains(id))
        for other in ids where other != id { #expect(!change.text.contains("https://\(other).")) }
    }

    // MARK: Files

    @Test("keep their mode, stay links where they are links, and leave no temporary file")
    func modeAndLinks() throws {
        let sandbox = try Self.sandbox(["elsewhere/real.yaml": Self.wires])
        let real = "\(sandbox.path)/elsewhere/real.yaml"
        let link = "\(sandbox.path)/sources/wires.yaml"
        try FileManager.default.createDirectory(atPath: "\(sandbox.path)/sources", withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: real)
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: real)
        _ = try SourceFiles(directory: sandbox.path).remove("room")
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == real)
        #expect(try FileManager.default.attributesOfItem(atPath: real)[.posixPermissions] as? Int == 0o640)
        #expect(try FileManager.default.contentsOfDirectory(atPath: "\(sandbox.path)/elsewhere") == ["real.yaml"])
        #expect(!sandbox.load().configuration.sources.contains { $0.id == "room" })
    }

    @Test("that somebody else changes in the same moment are not overwritten")
    func changedMeanwhile() throws {
        let sandbox = try Self.sandbox(["notes.txt": "old"])
        let path = "\(sandbox.path)/notes.txt"
        guard case .failure(let failure) = AtomicFile.replace(path, with: Array("new".utf8), isStill: { false }) else {
            Issue.record("it was replaced")
            return
        }
        #expect(failure.message.hasSuffix("was changed by somebody else in this moment; run this again"))
        #expect(try Self.text(sandbox, "notes.txt") == "old")
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: sandbox.path).sorted() == [
                "notes.txt", "reps.yaml", "whynow.yaml",
            ])
    }

    @Test("take every entry of writers that come at the same time")
    func manyWriters() async throws {
        let sandbox = try Self.sandbox([:])
        let files = SourceFiles(directory: sandbox.path)
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<12 {
                group.addTask {
                    let entry = SourceEntry(id: "s\(number)", url: "https://s\(number).example/f", name: "S \(number)")
                    #expect(throws: Never.self) { try files.add([entry]) }
                }
            }
        }
        #expect(Set(sandbox.load().configuration.sources.map(\.id)) == Set((0..<12).map { "s\($0)" }))
    }

    // MARK: Ids

    @Test(
        "get an id from a name, else from the host, that nobody has",
        arguments: [
            ("The Plant Floor", "https://www.plantfloor.example/feed.xml", "", "the-plant-floor"),
            ("Zürich & Söhne's News", "https://z.example/f", "", "zurich-sohnes-news"),
            ("新聞", "https://www.shinbun.example/rss", "", "shinbun-example"),
            (nil, "https://feeds.one.example/f", "", "feeds-one-example"),
            ("Taken", "https://www.other.example/f", "", "taken-other-example"),
            ("Twice", "https://twice.example/f", "", "twice-2"),
            ("Ohio", "https://o.example/f", "Trade / Regional", "trade-regional-ohio"),
            (
                "A title that goes on and on for much longer than anybody wants to type", "https://l.example/f", "",
                "a-title-that-goes-on-and-on-for-much"
            ),
        ])
    func ids(name: String?, url: String, prefix: String, id: String) {
        let taken: Set<String> = ["taken", "twice", "twice-twice-example"]
        #expect(SourceEntry.freeID(name: name, url: url, prefix: prefix) { taken.contains($0) } == id)
    }
}

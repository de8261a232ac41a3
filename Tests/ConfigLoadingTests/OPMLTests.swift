import Foundation
import MarkupReading
import Testing
import TriggerModel

@testable import ConfigLoading

@Suite("A subscription list")
struct OPMLTests {
    static func read(_ text: String) throws -> OPML.Reading { try OPML.read(Array(text.utf8)).get() }

    @Test("gives its feeds with their groups, pages and categories, however deep they stand")
    func nested() throws {
        let list = try Self.read(
            """
            <?xml version="1.0"?>
            <opml version="2.0">
              <head><title>What we read &amp; why</title></head>
              <body>
                <outline text="Plain" type="rss" xmlUrl="https://one.example/feed?a=1&amp;b=2" htmlUrl="https://one.example/"/>
                <outline text="Trade">
                  <outline title="Steel &lt;weekly&gt;" xmlUrl="https://steel.example/rss" category="/metals/steel, trade"/>
                  <outline text="Regional" title="not this">
                    <outline text="Ohio" title="not this" xmlUrl="https://ohio.example/atom"/>
                  </outline>
                </outline>
                <outline text="A note without an address"/>
              </body>
            </opml>
            """)
        #expect(list.title == "What we read & why")
        #expect(list.damages == [])
        #expect(
            list.feeds == [
                OPMLFeed(title: "Plain", url: "https://one.example/feed?a=1&b=2", page: "https://one.example/"),
                OPMLFeed(
                    title: "Steel <weekly>", url: "https://steel.example/rss", group: ["Trade"],
                    categories: ["/metals/steel", "trade"]),
                OPMLFeed(title: "Ohio", url: "https://ohio.example/atom", group: ["Trade", "Regional"]),
            ])
    }

    @Test("gives outlines in whatever way an address is spelt")
    func spellings() throws {
        let list = try Self.read(
            """
            <opml version="1.0"><body>
            <outline text="a" xmlurl="https://a.example/feed"/>
            <outline text="b" type="RSS" url="https://b.example/feed"/>
            <outline text="c" type="link" url="https://c.example/page"/>
            <outline text="d" xmlUrl="feed://d.example/feed"/>
            <outline text="e" xmlUrl="feed:https://e.example/feed"/>
            <OUTLINE text="f" xmlURL=" https://f.example/feed "/>
            <outline xmlUrl="|~/script.py"/>
            <outline xmlUrl=""/>
            </body></opml>
            """)
        #expect(
            list.feeds.map(\.url) == [
                "https://a.example/feed", "https://b.example/feed", "http://d.example/feed", "https://e.example/feed",
                "https://f.example/feed", "|~/script.py",
            ])
    }

    @Test("keeps what is marked as a comment, switched off with all that is in it")
    func comments() throws {
        let list = try Self.read(
            """
            <opml><body><outline text="Off" isComment="true"><outline xmlUrl="https://a.example/f"/></outline>
            <outline xmlUrl="https://b.example/f"/></body></opml>
            """)
        #expect(list.feeds.map(\.isSwitchedOff) == [true, false])
    }

    struct Broken: CustomTestStringConvertible, Sendable {
        var name: String
        var text: String
        var urls: [String]
        var testDescription: String { name }
    }

    static let broken = [
        Broken(
            name: "cut off in the middle of a tag",
            text: #"<opml><body><outline text="a" xmlUrl="https://a.example/f"/><outline text="b" xmlU"#,
            urls: ["https://a.example/f"]),
        Broken(
            name: "with a stray ampersand and an entity of HTML",
            text: #"<opml><body><outline text="A & B &eacute;" xmlUrl="https://a.example/f?x=1&y=2"/></body></opml>"#,
            urls: ["https://a.example/f?x=1&y=2"]),
        Broken(
            name: "with outlines that are never closed",
            text:
                #"<opml><body><outline text="g"><outline xmlUrl="https://a.example/f"><outline xmlUrl="https://b.example/f"></body></opml>"#,
            urls: ["https://a.example/f", "https://b.example/f"]),
        Broken(
            name: "with another root", text: #"<list><outline xmlUrl="https://a.example/f"/></list>"#,
            urls: ["https://a.example/f"]),
    ]

    @Test("that is broken gives what can be had of it, with its damage named", arguments: broken)
    func recovers(list: Broken) throws {
        let reading = try Self.read(list.text)
        #expect(reading.feeds.map(\.url) == list.urls)
        #expect(!reading.damages.isEmpty)
    }

    @Test(
        "is told apart from other files",
        arguments: [
            ("", "not OPML: there is no element in it"),
            ("just words", "not OPML: there is no element in it"),
            (
                "<rss><channel/></rss>",
                "a feed, not a list of feeds; add its address with 'whynow sources add'"
            ),
            (
                "<html><body>Hello</body></html>",
                "an HTML page, not OPML; export the subscriptions of the feed reader as OPML"
            ),
            ("<plist/>", "not OPML: the root is <plist> and no outline names a feed"),
        ])
    func otherFiles(text: String, message: String) {
        guard case .failure(let fault) = OPML.read(Array(text.utf8)) else {
            Issue.record("no fault")
            return
        }
        #expect(fault.description == message)
    }

    @Test("without a feed is sound and empty")
    func empty() throws {
        #expect(try Self.read("<opml version='2.0'><head/><body/></opml>").feeds == [])
    }

    @Test("of a hundred thousand feeds ends at the limit and says so")
    func hostileCount() throws {
        let outline = #"<outline xmlUrl="https://a.example/f"/>"#
        let list = try Self.read("<opml><body>" + String(repeating: outline, count: 100_000) + "</body></opml>")
        #expect(list.feeds.count == 10_000)
        #expect(list.damages.contains { $0.kind == .tooManyItems })
    }

    @Test("that was written is read again as it was, hostile names and switched-off feeds included")
    func roundTrip() throws {
        func source(_ id: String, _ name: String, kind: Source.Kind = .feed, isEnabled: Bool = true) -> Source {
            Source(
                id: id, kind: kind, url: "https://\(id).example/feed?a=1&b=\"2\"", name: name, publisher: id,
                isEnabled: isEnabled)
        }
        let sources = [
            source("a", "Plain"), source("b", "<b>\"quoted\" & 'single'\u{1}</b>"),
            source("c", "Off", isEnabled: false),
            source("d", "A page", kind: .page), source("e", "Zürich 新聞 🚀"),
        ]
        let reading = try Self.read(OPML.write(sources))
        #expect(reading.damages == [])
        #expect(reading.feeds.map(\.title) == ["Plain", "<b>\"quoted\" & 'single'</b>", "Off", "Zürich 新聞 🚀"])
        #expect(reading.feeds.map(\.url) == ["a", "b", "c", "e"].map { "https://\($0).example/feed?a=1&b=\"2\"" })
        #expect(reading.feeds.map(\.isSwitchedOff) == [false, false, true, false])
    }

    static let corpus = Repository.root.deletingLastPathComponent().appending(path: "shared/corpus/feeds")

    @Test(
        "of other feed readers is read",
        .enabled(if: FileManager.default.fileExists(atPath: corpus.path), "the corpus is not beside the repository"),
        arguments: [
            ("netnewswire/Subs.opml", 207), ("netnewswire/SubsNoTitleAttributes.opml", 207),
            ("newsboat/category.opml", 1),
            ("newsboat/example.opml", 7), ("newsboat/example2.opml", 7), ("newsboat/filtered.opml", 2),
            ("newsboat/piped.opml", 2), ("newsboat/test-urls+.opml", 4), ("newsboat/body-element-missing.opml", 0),
            ("newsboat/opml-element-missing.opml", 2),
        ])
    func corpusFiles(name: String, count: Int) throws {
        let bytes = try Array(Data(contentsOf: Self.corpus.appending(path: name)))
        let reading = try OPML.read(bytes).get()
        let written = String(decoding: bytes, as: UTF8.self).components(separatedBy: "xmlUrl=\"").dropFirst()
        #expect(reading.feeds.count == count)
        #expect(reading.feeds.count { !$0.url.isEmpty } == written.count { !$0.hasPrefix("\"") })
    }
}

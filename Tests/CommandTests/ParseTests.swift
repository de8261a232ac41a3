import Foundation
import LoopbackServer
import Testing
import TriggerModel

extension CommandSuite {
    @Suite("whynow parse")
    struct ParseTests {
        private let folder: TemporaryFolder
        private let at = Timestamp(seconds: 1_795_003_500)

        init() throws { folder = try TemporaryFolder() }

        private static let itemKeys = [
            "authors", "categories", "content", "filing", "id", "language", "published", "source", "summary", "title",
            "updated", "url",
        ]

        @Test("prints one JSON object a line with every key of the contract, unknown as null or empty")
        func everyKey() throws {
            let path = try folder.write(
                """
                <rss version="2.0"><channel><title>T</title><link>https://t.example/</link><description/>
                <item><title>Bare</title></item>
                </channel></rss>
                """, to: "bare.xml")
            let run = try BuiltProgram.run(["parse", path])
            #expect(run.exitCode == 0 && run.talk.isEmpty, "\(run.talk)")
            let items = try run.lines.map { try JSONValue($0) }
            #expect(items.map(\.keys) == [Self.itemKeys])
            var expected: [String: JSONValue] = [
                "source": .string(path), "title": "Bare", "url": .null, "summary": .null, "content": .null,
                "published": .null, "updated": .null, "authors": [], "categories": [], "language": .null,
                "filing": .null,
            ]
            // Nothing names it, so the id is made from what it says; it only has to be there.
            let id = try #require(items.first?["id"]?.text)
            #expect(!id.isEmpty)
            expected["id"] = .string(id)
            #expect(items == [.object(expected)])
        }

        @Test("fills every key where the document says it, in UTC and with links against --url and xml:base")
        func everythingSaid() throws {
            let path = try folder.write(
                """
                <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" xml:base="news/">
                <title>All</title><id>urn:all</id><updated>2026-11-18T12:00:00+02:00</updated>
                <entry><title>One &amp; all</title><id>urn:one</id><link href="one.html"/>
                <published>2026-11-18T12:00:00+02:00</published><updated>2026-11-18T13:30:00+02:00</updated>
                <author><name>Ann Writer</name></author><category term="people"/>
                <summary>Short</summary><content type="html">&lt;p&gt;Long &amp;amp; plain&lt;/p&gt;</content></entry>
                </feed>
                """, to: "all.xml")
            let run = try BuiltProgram.run(["parse", "--url", "https://a.example/dir/feed.xml", "--feed-info", path])
            #expect(run.exitCode == 0 && run.talk.isEmpty, "\(run.talk)")
            let lines = try run.lines.map { try JSONValue($0) }
            try #require(lines.count == 2)
            #expect(lines[0]["source"] == .string(path))
            #expect(lines[0]["feed"]?["title"] == "All")
            #expect(Set(["title", "url", "language"]).isSubset(of: lines[0]["feed"]?.keys ?? []))
            #expect(lines[0]["feed"]?["language"] == "en")
            #expect(
                lines[1]
                    == .object([
                        "source": .string(path), "id": "urn:one", "url": "https://a.example/dir/news/one.html",
                        "title": "One & all", "summary": "Short", "content": "Long & plain",
                        "published": "2026-11-18T10:00:00Z", "updated": "2026-11-18T11:30:00Z",
                        "authors": ["Ann Writer"],
                        "categories": ["people"], "language": "en", "filing": .null,
                    ]))
        }

        @Test("finds an EDGAR feed by itself, merges the parties of one filing and fills `filing`")
        func filings() throws {
            func entry(_ name: String, _ cik: String, _ role: String) -> String {
                """
                <entry><title>4 - \(name) (\(cik)) (\(role))</title>
                <link rel="alternate" type="text/html" href="https://www.sec.gov/Archives/edgar/data/1/0009900102-26-000003-index.htm"/>
                <summary type="html">&lt;b&gt;Filed:&lt;/b&gt; 2026-11-17 &lt;b&gt;AccNo:&lt;/b&gt; 0009900102-26-000003 &lt;b&gt;Size:&lt;/b&gt; 6 KB</summary>
                <updated>2026-11-17T16:05:00-05:00</updated>
                <category scheme="https://www.sec.gov/" label="form type" term="4"/>
                <id>urn:tag:sec.gov,2008:accession-number=0009900102-26-000003</id></entry>
                """
            }
            let path = try folder.write(
                """
                <?xml version="1.0" encoding="ISO-8859-1" ?>
                <feed xmlns="http://www.w3.org/2005/Atom"><title>Latest Filings - Tue, 17 Nov 2026 16:10:00 EST</title>
                <id>https://www.sec.gov/cgi-bin/browse-edgar?action=getcurrent</id><updated>2026-11-17T16:10:00-05:00</updated>
                \(entry("Plover Freight Corp", "0009900102", "Issuer"))
                \(entry("Wren Arthur", "0009900103", "Reporting"))
                </feed>
                """, to: "getcurrent.atom")
            let run = try BuiltProgram.run(["parse", path])
            #expect(run.exitCode == 0, "\(run.talk)")
            let items = try run.lines.map { try JSONValue($0) }
            #expect(items.map { $0["id"] } == ["0009900102-26-000003"])
            #expect(
                items.first?["filing"]
                    == .object([
                        "form": "4", "accession": "0009900102-26-000003", "items": [],
                        "parties": [
                            .object(["name": "Plover Freight Corp", "cik": "0009900102", "role": "issuer"]),
                            .object(["name": "Wren Arthur", "cik": "0009900103", "role": "reporting"]),
                        ],
                        "filed": "2026-11-17", "accepted": "2026-11-17T21:05:00Z", "period": .null,
                    ]))
        }

        @Test("names a file that it does not recognise on stderr, prints the others, and ends with 65")
        func oneBadFile() throws {
            let good = try folder.write(FeedText.atom("G", [Story(id: "g", title: "Good", at: at)]), to: "good.xml")
            let bad = try folder.write("neither this nor that", to: "bad.xml")
            let none = try folder.write(FeedText.atom("N", []), to: "none.xml")
            let run = try BuiltProgram.run(["parse", good, bad, "\(folder.path)/absent", none, good])
            #expect(run.exitCode == 65)
            // Never folded across files: the same file twice is printed twice.
            #expect(try run.lines.map { try JSONValue($0)["source"] } == [.string(good), .string(good)])
            let talk = run.talk.split(separator: "\n")
            #expect(talk.count == 2)
            #expect(talk.first?.hasPrefix("\(bad): error: ") == true, "\(run.talk)")
            #expect(talk.last?.hasPrefix("\(folder.path)/absent: error: ") == true, "\(run.talk)")
            // A recognised document without items is success.
            #expect(try BuiltProgram.run(["parse", none]).exitCode == 0)
        }

        @Test("reads what is left of a damaged feed, says so in words, and calls it success")
        func damagedFeed() throws {
            let whole = FeedText.atom("W", (1...3).map { Story(id: "\($0)", title: "Story \($0)", at: at) })
            let end = try #require(whole.range(of: "<title>Story 3")?.lowerBound)
            let path = try folder.write(String(whole[..<end]), to: "cut.xml")
            let run = try BuiltProgram.run(["parse", path])
            #expect(run.exitCode == 0, "\(run.talk)")
            #expect(try run.lines.map { try JSONValue($0)["title"] }.prefix(2) == ["Story 1", "Story 2"])
            #expect(run.talk.hasPrefix("\(path): warning: "))
            #expect(!run.talk.contains("Optional("), "\(run.talk)")
        }

        @Test("reads a list page by its selectors")
        func listPage() throws {
            let path = try folder.write(
                """
                <!DOCTYPE html><html><body><ul>
                <li class="release"><time datetime="2026-11-17">17 Nov</time> <a href="/n/1">First</a></li>
                <li class="release"><time datetime="2026-11-16">16 Nov</time> <a href="/n/2">Second</a></li>
                <li><a href="/about">About</a></li></ul></body></html>
                """, to: "list.html")
            let run = try BuiltProgram.run([
                "parse", "--kind", "list", "--url", "https://p.example/news", "--rows", "//li[@class='release']",
                "--link",
                ".//a/@href", "--title", ".//a", "--date", ".//time/@datetime", path,
            ])
            #expect(run.exitCode == 0, "\(run.talk)")
            let items = try run.lines.map { try JSONValue($0) }
            #expect(items.map { $0["url"] } == ["https://p.example/n/1", "https://p.example/n/2"])
            #expect(items.map { $0["title"] } == ["First", "Second"])
            #expect(items.map { $0["published"] } == ["2026-11-17T00:00:00Z", "2026-11-16T00:00:00Z"])
        }
    }
}

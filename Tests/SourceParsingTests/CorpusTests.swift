import MarkupReading
import Testing
import TriggerModel

@testable import SourceParsing

/// Against captured documents that lie beside the repository, where they do.
@Suite(.enabled(if: Corpus.isThere, "the captured documents are not beside the repository"))
struct CorpusTests {
    /// Files among the feeds that give no item, and why.
    static let withoutItems: [String: String] = [
        "feeds/feed-io/truncated-atom.xml": "its only entry is written <entries>",
        "feeds/feed-rs/rss2/rss_2.0_invalid_1.xml": "cut off inside the channel, before any item",
        "feeds/feed-rs/xml/xml_sample_1.xml": "XML of another kind",
        "feeds/feed-rs/xml/xml_sample_2.xml": "XML of another kind",
        "feeds/feedkit/FeedNotFound.xml": "XML of another kind",
        "feeds/feedkit/GeoRSSSimple.xml": "an entry with nothing but coordinates",
        "feeds/feedkit/RSSAtom.xml": "a channel without items",
        "feeds/feedkit/Syndication.xml": "a channel without items",
        "feeds/feedkit/YouTube.xml": "entries with nothing but a video's number",
        "feeds/miniflux/encoding/iso-8859-1.xml": "a channel without items",
        "feeds/miniflux/encoding/windows-1252.xml": "a channel without items",
        "feeds/miniflux/encoding/windows-1252-incorrect-prolog.xml": "a channel without items",
        "feeds/miniflux/xml/iso88591.xml": "XML of another kind",
        "feeds/miniflux/xml/iso88591_utf8_mismatch.xml": "XML of another kind",
        "feeds/newsboat/empty.xml": "an empty file",
        "feeds/node-feedparser/compressed.xml": "compressed with gzip",
        "feeds/reader/10.json": "a feed without items",
        "feeds/reader/custom": "two words of text",
        "feeds/reader/unknown.json": "a feed without items",
        "feeds/rss-parser/incomplete-fields.atom": "an entry with nothing but an empty author",
        "feeds/rust-rss/channel.xml": "a channel without items",
        "feeds/rust-rss/cloud.xml": "a channel without items",
        "feeds/rust-rss/extension.xml": "an item with nothing but elements of an unknown namespace",
        "feeds/rust-rss/image.xml": "a channel without items",
        "feeds/rust-rss/mixed_content.xml": "a channel without items",
        "feeds/rust-rss/source.xml": "an item with nothing but the name of another feed",
        "feeds/rust-rss/textinput.xml": "a channel without items",
        "feeds/rust-rss/verify_write_format.xml": "an empty item",
    ]

    static func feeds() throws -> [String] {
        try Corpus.paths().filter { path in
            path.hasPrefix("feeds/") && !path.hasSuffix(".opml") && !path.hasSuffix(".tsv") && !path.hasSuffix(".html")
                && !path.hasSuffix(".serde.json") && !path.contains("/expected")
        }
    }

    @Test func `every captured feed gives items, or is named with its reason`() throws {
        var without: Set<String> = []
        let paths = try CorpusTests.feeds()
        #expect(paths.count > 300)
        for path in paths {
            let result = SourceParser().parse(ParseInput(bytes: try Corpus.bytes(path), sourceName: path))
            guard case .success(let document) = result, !document.items.isEmpty else {
                without.insert(path)
                continue
            }
            #expect(document.counts.isConserved, "\(path)")
        }
        let unexplained = without.subtracting(CorpusTests.withoutItems.keys).sorted()
        let explainedInVain = Set(CorpusTests.withoutItems.keys).subtracting(without).sorted()
        #expect(unexplained == [])
        #expect(explainedInVain == [])
    }

    @Test func `every date of the captured feeds is read`() throws {
        let names: Set = [
            "pubDate", "published", "updated", "modified", "issued", "created", "dc:date", "dcterms:modified",
            "dcterms:created", "lastBuildDate", "date_published", "date_modified",
        ]
        var unread: Set<String> = []
        var read: Set<String> = []
        for path in try CorpusTests.feeds() {
            for date in CorpusTests.dates(in: TextDecoding.decode(try Corpus.bytes(path)).utf8, of: names) {
                if DateReading.timestamp(date) == nil { unread.insert(date) } else { read.insert(date) }
            }
        }
        #expect(read.count > 3000)
        // The other one is what a program writes for a date that was never set.
        #expect(unread == ["not a date", "Mon, 01 Jan 0001 00:00:00 +0000"])
    }

    /// Texts of XML elements and JSON members with these names; of elements only those that hold nothing but text.
    static func dates(in text: [UInt8], of names: Set<String>) -> [String] {
        var dates: [String] = []
        var isOpen = false
        for piece in text.split(separator: UInt8(ascii: "<")) {
            let tag = piece.prefix(24).split(
                separator: UInt8(ascii: ">"), maxSplits: 1, omittingEmptySubsequences: false)
            if piece.starts(with: "![CDATA[".utf8), isOpen {
                dates.append(String(decoding: piece.dropFirst(8).prefix { $0 != UInt8(ascii: "]") }, as: UTF8.self))
            }
            isOpen = tag.count == 2 && names.contains(String(decoding: tag[0], as: UTF8.self))
            if isOpen { dates.append(String(decoding: piece.dropFirst(tag[0].count + 1), as: UTF8.self)) }
        }
        let words = text.split(separator: UInt8(ascii: "\""))
        for (index, word) in words.enumerated().dropLast(2) where word.count < 16 {
            if names.contains(String(decoding: word, as: UTF8.self)),
                words[index + 1].filter({ $0 > 0x20 }) == [UInt8(ascii: ":")]
            {
                dates.append(String(decoding: words[index + 2], as: UTF8.self))
            }
        }
        return dates.compactMap(\.trimmedOrNil).filter { $0.utf8.count < 120 }
    }

    @Test func `recorded pages of current filings give each filing once`() throws {
        let table = String(decoding: try Corpus.bytes("edgar/getcurrent/INDEX.tsv"), as: UTF8.self)
        var all: Set<String> = []
        var pages = 0
        for line in table.split(separator: "\n").dropFirst() {
            let columns = line.split(separator: "\t")
            let name = String(columns[0])
            let document = try SourceParser().parse(
                ParseInput(bytes: Corpus.bytes("edgar/getcurrent/\(name)"), sourceName: name)
            ).get()
            let ids = Set(document.items.map(\.id))
            #expect(document.items.count == ids.count)
            #expect(ids.count == Int(columns[2]), "\(name)")
            #expect(document.counts.isConserved)
            for item in document.items {
                let filing = try #require(item.filing)
                #expect(filing.accession == item.id)
                #expect(!filing.parties.isEmpty && filing.parties.allSatisfy { $0.cik?.utf8.count == 10 })
                // Filings on paper (numbers of 9999999997) stand there without a day.
                #expect(filing.filed != nil || item.id.hasPrefix("9999999997"))
                #expect(filing.accepted != nil)
                if filing.form == "8-K" { #expect(!filing.items.isEmpty, "\(item.id)") }
            }
            all.formUnion(ids)
            pages += 1
        }
        #expect(pages == 26)
        #expect(all.count == 737)
    }

    @Test func `recorded index pages give form, items and parties`() throws {
        let pages: [(String, String, [String], String)] = [
            ("0000000000-26-001655-index.html", "UPLOAD", [], "0001875558"),
            ("0000019617-26-000241-index.html", "8-K", ["5.02"], "0000019617"),
            ("0000796343-23-000044-index.html", "8-K", ["2.02", "9.01"], "0000796343"),
            ("0001628280-25-058337-index.html", "8-K", ["5.02"], "0001326801"),
        ]
        for (name, form, items, cik) in pages {
            let page = try FilingIndexPage.read(Corpus.bytes("edgar/index-pages/\(name)")).get()
            #expect(page.filing.form == form)
            #expect(page.filing.items == items)
            #expect(page.filing.parties.map(\.cik) == [cik])
            #expect(page.documents.contains { $0.url != nil })
        }
    }

    @Test func `the items of captured 8-K documents are found`() throws {
        let table = String(decoding: try Corpus.bytes("edgar/8-K-items/labels.tsv"), as: UTF8.self)
        var found = 0
        var invented = 0
        var missed = 0
        for line in table.split(separator: "\n").dropFirst() {
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
            let wanted = Set(columns[6].split(separator: ";").map(String.init))
            let document = try SourceParser().parse(
                ParseInput(bytes: Corpus.bytes("edgar/8-K-items/docs/\(columns[0])"), sourceName: "", kind: .filing)
            ).get()
            let items = Set(document.items.first?.filing?.items ?? [])
            found += items.intersection(wanted).count
            invented += items.subtracting(wanted).count
            missed += wanted.subtracting(items).count
        }
        #expect(Double(2 * found) / Double(2 * found + invented + missed) >= 0.99)
    }

    @Test func `captured pages never stop the parser`() throws {
        for path in try Corpus.paths() where path.hasPrefix("pages/") && path.hasSuffix(".html") {
            _ = SourceParser().parse(ParseInput(bytes: try Corpus.bytes(path), sourceName: path, kind: .article))
        }
    }
}

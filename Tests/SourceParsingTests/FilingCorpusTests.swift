import Foundation
import MarkupReading
import Testing
import TriggerModel

@testable import SourceParsing

/// Against captured filings that lie beside the repository, where they do.
@Suite(.enabled(if: Corpus.isThere, "the captured documents are not beside the repository"))
struct FilingCorpusTests {
    private func parse(_ path: String, kind: DocumentKind? = nil, url: String? = nil) throws -> ParsedDocument {
        try SourceParser().parse(ParseInput(bytes: Corpus.bytes(path), url: url, sourceName: path, kind: kind)).get()
    }

    // MARK: - Text per item

    private struct Gold: Decodable {
        var file: String
        var items: [String: String]
    }

    private static func words(_ text: some StringProtocol) -> [String: Int] {
        var counts: [String: Int] = [:]
        for word in text.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "_" }) {
            counts[String(word), default: 0] += 1
        }
        return counts
    }

    private static func agreement(_ one: [String: Int], _ other: [String: Int]) -> Double {
        let shared = one.reduce(0) { $0 + min($1.value, other[$1.key] ?? 0) }
        let total = one.values.reduce(0, +) + other.values.reduce(0, +)
        return total == 0 ? 1 : 2 * Double(shared) / Double(total)
    }

    /// Where the extractor's text differs by more than a twentieth, and why.
    static let differences: [String: String] = [
        "1002022_8K_1999_0001047469-99-037047.txt 7": "it leaves out tables of figures",
        "1002047_8K_2021_0000950170-21-004947.htm 9.01": "it ends before the table of exhibits",
        "1002517_8K_2007_0000950135-07-007242.htm 9.01": "it leaves out a second heading, of the list of exhibits",
        "1002517_8K_2008_0000950135-08-003871.htm 9.01": "it leaves out a second heading, of the list of exhibits",
        "1002517_8K_2011_0000950123-11-102330.htm 5.02": "it leaves out a table of figures",
        "1002517_8K_2016_0001193125-16-777089.htm 5.02": "it leaves out a table of figures",
    ]

    @Test func `the text of each item is what an extractor of filings gives`() throws {
        let lines = String(decoding: try Corpus.bytes("edgar/8-K-items/item_texts.jsonl"), as: UTF8.self)
            .split(separator: "\n")
        var total = 0.0
        var count = 0
        var different: Set<String> = []
        for line in lines {
            let gold = try JSONDecoder().decode(Gold.self, from: Data(line.utf8))
            let item = try #require(try parse("edgar/8-K-items/docs/\(gold.file)", kind: .filing).items.first)
            let scalars = Array((item.content ?? "").unicodeScalars)
            for (code, text) in gold.items {
                var own = String.UnicodeScalarView()
                for section in item.filing?.sections ?? [] where section.code == code {
                    own.append(contentsOf: scalars[section.start..<section.end])
                    own.append("\n")
                }
                // The extractor keeps headings, which are the form's words: its text without them.
                let body = FilingText(text.split(separator: "\n")).content.split(separator: "\n").dropFirst()
                let score = Self.agreement(Self.words(String(own)), Self.words(body.joined(separator: "\n")))
                total += score
                count += 1
                if score < 0.95 { different.insert("\(gold.file) \(code)") }
            }
        }
        print("text per item: mean token F1 \(total / Double(count)) of \(count) items")
        #expect(count == 301)
        #expect(total / Double(count) >= 0.98)
        #expect(different == Set(Self.differences.keys))
    }

    @Test func `the days that covers name are those of the filings' headers`() throws {
        let table = String(decoding: try Corpus.bytes("edgar/8-K-items/labels.tsv"), as: UTF8.self)
        var different: [String] = []
        for line in table.split(separator: "\n").dropFirst() {
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
            let item = try parse("edgar/8-K-items/docs/\(columns[0])", kind: .filing).items.first
            if item?.filing?.period?.description != String(columns[4]) { different.append(String(columns[0])) }
        }
        // Six covers name an earlier day for the event than the header that somebody typed.
        #expect(different.count <= 6, "\(different)")
    }

    // MARK: - Lists

    @Test func `submissions hold as many filings as their arrays are long`() throws {
        let files = [
            ("CIK0000310522.json", 1140), ("CIK0000320193.json", 1005), ("CIK0000749647-submissions-001.json", 395),
            ("CIK0000749647.json", 1000), ("CIK0000895419.json", 1001),
        ]
        for (name, count) in files {
            let document = try parse(
                "edgar/submissions/\(name)", url: "https://data.sec.gov/submissions/\(name)")
            #expect(document.kind == .filing)
            #expect(document.counts == EntryCounts(seen: count, items: count))
            #expect(document.items.allSatisfy { $0.url != nil && $0.filing?.filed != nil && $0.published != nil })
            for item in document.items where item.filing?.form == "8-K" { #expect(item.filing?.items != []) }
        }
        #expect(
            try parse("edgar/submissions/CIK0000310522.json").hints.next
                == "https://data.sec.gov/submissions/CIK0000310522-submissions-001.json")
    }

    @Test func `two captures of one filing agree on when it was accepted`() throws {
        let header = try parse("edgar/index-pages/0001493152-25-029712-index-headers.html").items[0]
        let list = try parse("edgar/submissions/CIK0000749647.json")
        #expect(list.items.first { $0.id == header.id }?.published == header.published)
    }

    @Test func `no filing of a company was accepted at night`() throws {
        for name in ["CIK0000310522", "CIK0000320193", "CIK0000749647", "CIK0000895419"] {
            let items = try parse("edgar/submissions/\(name).json").items
            let night = items.count { item in
                guard let time = item.published else { return false }
                let local = time.adding(
                    seconds: AmericanTime.offset(time.day, time.secondOfDay, standard: AmericanTime.eastern))
                return local.secondOfDay != 0 && !(6 * 3600...22 * 3600).contains(local.secondOfDay)
            }
            #expect(Double(night) / Double(items.count) < 0.03, "\(name): \(night)")
        }
    }

    @Test func `daily indexes give every line`() throws {
        for name in ["form.20200318.idx", "master.20181231.idx"] {
            let bytes = try Corpus.bytes("edgar/daily-index/\(name)")
            let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").filter {
                $0.contains("edgar/data/")
            }
            let reading = try DailyIndex.reading(bytes).get()
            #expect(reading.entries.count == lines.count)
            #expect(reading.skipped == 0)
            let accessions = Set(reading.entries.map(\.accession))
            let document = try parse("edgar/daily-index/\(name)")
            #expect(document.items.count == accessions.count)
            #expect(document.counts.isConserved)
        }
    }

    @Test func `lists of one company give each filing once`() throws {
        let page = try parse("edgar/list-pages/single_cik_multiple_filings_10k.html")
        #expect(page.counts == EntryCounts(seen: 28, items: 28))
        #expect(page.items.allSatisfy { $0.filing?.form.hasPrefix("10-K") == true && $0.filing?.filed != nil })
        // The capture has one row four times.
        let xml = try parse("edgar/list-pages/aapl_10q_filings.xml")
        #expect(xml.counts == EntryCounts(seen: 13, items: 10, merged: 3))
        let party = FilingParty(name: "Apple Inc.", cik: "0000320193", role: .filer, sic: "3571", state: "CA")
        #expect((page.items + xml.items).allSatisfy { $0.filing?.parties == [party] })
    }

    // MARK: - Single filings

    @Test func `index pages and headers give industry and state`() throws {
        let wanted: [(String, String?, String?)] = [
            ("index-pages/0000000000-26-001655-index.html", "2834", "NJ"),
            ("index-pages/0000019617-26-000241-index.html", "6021", "NY"),
            ("index-pages/0000796343-23-000044-index.html", "7372", "CA"),
            ("index-pages/0001628280-25-058337-index.html", "7370", "CA"),
            ("index-pages/0001493152-25-029712-index-headers.html", "2834", "NJ"),
            ("index-pages/0001971857-23-000246-index-headers.html", "4931", "MI"),
            ("index-pages/23AndMe.index-headers.html", "2834", "CA"),
            ("index-pages/index-headers.html", "6022", "MI"),
            ("index-pages/objectivecapital.form144-index-headers.html", nil, "OH"),
            ("list-pages/single_filing_page.html", "3571", "CA"),
            ("8-K-sgml/0000950137-05-004969.txt", "4931", "IL"),
        ]
        for (name, sic, state) in wanted {
            let party = try parse("edgar/\(name)").items.first?.filing?.parties.first
            #expect(party?.sic == sic, "\(name)")
            #expect(party?.state == state, "\(name)")
        }
        #expect(
            try parse("edgar/index-pages/form4.index-headers.html").items[0].filing?.parties == [
                FilingParty(name: "Hassett Joseph", cik: "0001641388", role: .reporting),
                FilingParty(
                    name: "UFP TECHNOLOGIES INC", cik: "0000914156", role: .issuer, sic: "3841", state: "MA"),
            ])
    }

    @Test func `recent filings give their items and text`() throws {
        let wanted: [(String, [String])] = [
            ("8-K-recent/1800Flowers.8-K.html", ["5.07"]), ("8-K-recent/BuckleInc.8-K.html", ["2.02", "9.01"]),
            ("8-K-recent/NextPoint.8K.html", ["8.01"]), ("8-K-recent/adbe-20230315.htm", ["2.02", "9.01"]),
            ("8-K-recent/jpm-20260624.htm", ["5.02", "9.01"]), ("8-K-recent/meta-20251219.htm", ["5.02"]),
            ("8-K-sgml/0000950137-05-004969.txt", ["5.02"]), ("8-K-sgml/0001628280-25-058337.txt", ["5.02"]),
            ("8-K-sgml/aapl-8k-20191115.txt", ["8.01", "9.01"]),
        ]
        for (name, codes) in wanted {
            let item = try parse("edgar/\(name)").items[0]
            #expect(item.filing?.items == codes, "\(name)")
            #expect(item.filing?.sections.map(\.code) == codes, "\(name)")
            // Facts that no page shows, and the cover's boxes.
            #expect(item.content?.contains("EntityCentralIndexKey") == false)
            #expect(item.content?.contains("Soliciting material") == false)
        }
        let release = try parse("edgar/8-K-recent/BuckleInc.8-K.EX99.1.html").items[0]
        #expect(release.summary == "THE BUCKLE, INC. REPORTS THIRD QUARTER NET INCOME")
        let report = try parse("edgar/8-K-recent/form6k.RoyalPhilips.html").items[0]
        #expect(report.summary == "Philips presents its plan to create value with sustainable impact")
    }

    @Test func `notices are never a filing, a list or an article`() throws {
        let notices: [(String, FilingNotice)] = [
            ("http-errors/fullindex_403_0.xml", .denied), ("http-errors/fullindex_403_2.xml", .denied),
            ("http-errors/fullindex_403_4.xml", .denied), ("http-errors/getcurrent_503.html", .unavailable),
            ("http-errors/rate-exceeded.html", .rateLimit), ("http-errors/submissions_404.xml", .notFound),
            ("8-K-recent/SEC.AutomatedTool.html", .denied),
        ]
        for (name, notice) in notices {
            let bytes = try Corpus.bytes("edgar/\(name)")
            #expect(FilingNotice.of(bytes) == notice, "\(name)")
            for kind in [nil, .feed, .filing, .article, .list] as [DocumentKind?] {
                guard
                    case .failure(let fault) = SourceParser().parse(
                        ParseInput(bytes: bytes, sourceName: name, kind: kind))
                else {
                    Issue.record("\(name) was read as \(kind.map(\.rawValue) ?? "something")")
                    continue
                }
                #expect(fault.reason == .otherKind, "\(name)")
            }
        }
        for path in try Corpus.paths() where path.hasPrefix("edgar/") && !path.contains("http-errors") {
            guard !path.contains("AutomatedTool") else { continue }
            #expect(try FilingNotice.of(Corpus.bytes(path)) == nil, "\(path)")
        }
    }
}

import MarkupReading
import Testing
import TriggerModel

@testable import SourceParsing

struct FilingChainTests {
    private static let folder = "https://www.sec.gov/Archives/edgar/data/9900001/000990000126000007/"
    private static let index = folder + "0009900001-26-000007-index.htm"

    private func entry(_ form: String, items: [String] = [], url: String? = index) -> Item {
        let filing = Filing(
            form: form, accession: "0009900001-26-000007", items: items,
            parties: [FilingParty(name: "TARN & HOLLOW CORP", cik: "0009900001", role: .filer)])
        return Item(source: "s", id: "0009900001-26-000007", url: url, title: "\(form) - TARN", filing: filing)
    }

    private func advance(_ item: Item, _ step: FilingStep, _ fixture: String) throws -> (item: Item, next: FilingStep?)
    {
        try FilingChain.advance(item, step, document: Fixture.bytes(fixture), contentType: "text/html", url: step.url)
            .get()
    }

    private func fault(_ item: Item, _ step: FilingStep, _ document: String) -> ParseFault? {
        switch FilingChain.advance(item, step, document: Array(document.utf8), contentType: nil, url: nil) {
        case .success: nil
        case .failure(let fault): fault
        }
    }

    // MARK: - What waits for what

    @Test(
        "A form waits for what can tell an event",
        arguments: [
            ("8-K", FilingStep.index), ("8-K/A", FilingStep.index), ("8-K12B", FilingStep.index),
            ("6-K", FilingStep.index), ("6-K/A", FilingStep.index), ("SC 13D", FilingStep.index),
            ("SCHEDULE 13D/A", FilingStep.index), ("SC TO-T", FilingStep.index), ("SC TO-I/A", FilingStep.index),
            ("S-1", FilingStep.index), ("10-12B/A", FilingStep.index), ("NT 10-K", FilingStep.index),
            ("25", FilingStep.index), ("25-NSE", FilingStep.index), ("D", FilingStep.document),
            ("D/A", FilingStep.document), ("4", nil), ("424B5", nil), ("10-Q", nil), ("SC 13G", nil), ("DEF 14A", nil),
            ("", nil),
        ] as [(String, String?)])
    func first(_ form: String, _ kind: String?) {
        #expect(FilingChain.first(for: entry(form))?.kind == kind)
    }

    @Test func `the index page is the one of the link, else the one of the numbers`() {
        let own = "http://127.0.0.1:8080/f/0009900001-26-000007-index.html"
        #expect(FilingChain.first(for: entry("8-K", url: own)) == FilingStep(kind: "filing-index", url: own))
        let mirror = "http://127.0.0.1:8080/f/page.html"
        #expect(FilingChain.first(for: entry("8-K", url: mirror))?.url == mirror)
        for url in [nil, "https://www.sec.gov/Archives/edgar/data/9900001/0009900001-26-000007.txt"] as [String?] {
            #expect(
                FilingChain.first(for: entry("8-K", url: url)) == FilingStep(kind: "filing-index", url: Self.index))
        }
        #expect(
            FilingChain.first(for: entry("D"))
                == FilingStep(kind: "filing-document", url: Self.folder + "primary_doc.xml"))
        #expect(FilingChain.first(for: Item(source: "s", id: "i", url: Self.index)) == nil)
    }

    // MARK: - The whole way

    @Test func `an entry becomes its words: index page, report, release`() throws {
        let start = entry("8-K", items: ["5.02"])
        let (covered, second) = try advance(start, #require(FilingChain.first(for: start)), "edgar-index-page.html")
        #expect(
            covered.filing
                == Filing(
                    form: "8-K", accession: "0009900001-26-000007", items: ["5.02", "9.01"],
                    parties: [
                        FilingParty(
                            name: "TARN & HOLLOW CORP", cik: "0009900001", role: .filer, sic: "3540", state: "NY")
                    ], filed: CalendarDay("2026-03-09"), accepted: Timestamp(rfc3339: "2026-03-09T21:31:08Z"),
                    period: CalendarDay("2026-03-05")))
        #expect(covered.published == Timestamp(rfc3339: "2026-03-09T21:31:08Z"))
        #expect(
            second == FilingStep(kind: "filing-document EX-99.1 ex991.htm", url: Self.folder + "tarn-8k.htm"))

        // Kept as two strings in between.
        let kept = try #require(second)
        let (told, third) = try advance(
            covered, FilingStep(kind: kept.kind, url: kept.url), "edgar-8k-inline-xbrl.htm")
        #expect(told.filing?.items == ["5.02", "9.01", "8.01"])
        #expect(told.filing?.sections.map(\.code) == ["5.02", "8.01", "9.01"])
        #expect(told.filing?.parties == covered.filing?.parties)
        #expect(third == FilingStep(kind: "filing-exhibit EX-99.1", url: Self.folder + "ex991.htm"))

        let (whole, end) = try advance(told, #require(third), "edgar-ex991.htm")
        #expect(end == nil)
        #expect(whole.title == "8-K - TARN")
        #expect(whole.summary == "TARN & HOLLOW NAMES ULF BRANDT AS CHIEF FINANCIAL OFFICER")
        let section = try #require(whole.filing?.sections.last)
        #expect(section.code == "EX-99.1")
        let scalars = Array(try #require(whole.content).unicodeScalars)
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars[section.start..<section.end])
        #expect(String(text).hasPrefix("NEWS RELEASE\nFOR IMMEDIATE RELEASE\n"))
        #expect(String(text).hasSuffix("\nTarn & Hollow makes lathes."))
        #expect(section.end == scalars.count)
        // Done: nothing more is waited for, also when the list names it again.
        #expect(FilingChain.first(for: whole) == nil)
    }

    @Test func `an offering is told by its notice alone`() throws {
        var item = entry("D")
        item.filing?.parties = [FilingParty(name: "Lumen Kelp, Inc.", cik: "0009900003", role: .filer)]
        let (told, next) = try advance(item, #require(FilingChain.first(for: item)), "edgar-form-d.xml")
        #expect(next == nil)
        #expect(told.title == "D - TARN")
        #expect(told.filing?.period == CalendarDay("2026-02-20"))
        #expect(told.filing?.parties.map(\.state) == ["ME", "MA"])
        #expect(told.categories == ["Agriculture"])
        #expect(told.content?.split(separator: "\n").contains("Amount sold: $4,000,000") == true)
    }

    @Test func `a stake gives both parties with their roles, then its document, and no exhibit`() throws {
        let filing = Filing(
            form: "SC 13D", accession: "0009900009-26-000031",
            parties: [
                FilingParty(name: "TARN & HOLLOW CORP", cik: "0009900001", role: .filer),
                FilingParty(name: "Nobody on the cover", cik: "0009900077", role: .filer),
            ])
        let item = Item(source: "s", id: "0009900009-26-000031", url: Self.index, filing: filing)
        let (covered, next) = try advance(
            item, FilingStep(kind: "filing-index", url: Self.index), "edgar-index-two-parties.html")
        // A role that only the list gave is replaced; a party that only the list has stays.
        #expect(
            covered.filing?.parties == [
                FilingParty(name: "Nobody on the cover", cik: "0009900077", role: .filer),
                FilingParty(name: "TARN & HOLLOW CORP", cik: "0009900001", role: .subject, sic: "3540", state: "NY"),
                FilingParty(name: "Ferrous (Partners) LP", cik: "0009900009", role: .filedBy),
            ])
        #expect(
            next
                == FilingStep(
                    kind: "filing-document",
                    url: "https://www.sec.gov/Archives/edgar/data/9900001/000990000926000031/sc13d.htm"))
        let document = """
            <html><p>SECURITIES AND EXCHANGE COMMISSION</p><p>SCHEDULE 13D</p><p>Item 1. Security and Issuer</p>
            <p>Common stock.</p><p>Item 4. Purpose of Transaction</p><p>Ferrous asks for two seats on the board.</p>
            <p>SIGNATURE</p><p>Ferrous</p></html>
            """
        let told = try FilingChain.advance(
            covered, #require(next), document: Array(document.utf8), contentType: nil, url: nil
        ).get()
        // The numbers of its items are not those of a current report.
        #expect(told.item.filing?.items == [])
        #expect(told.item.filing?.sections.map(\.code) == ["1", "4"])
        #expect(told.item.content?.contains("two seats") == true)
        #expect(told.next == nil)
    }

    // MARK: - What is not asked for

    private func index(_ rows: String, form: String = "8-K", items: String = "Item 5.02: Departure") -> String {
        """
        <html><title>EDGAR Filing Documents for 0009900001-26-000007</title><div id="formName"><strong>Form \(form)</strong></div>
        <div id="secNum">SEC Accession No. 0009900001-26-000007</div>
        <div class="infoHead">Items</div><div class="info">\(items)</div>
        <table class="tableFile">\(rows)</table></html>
        """
    }

    private func row(_ name: String, _ type: String, size: Int = 1000, href: String? = nil, about: String = "")
        -> String
    {
        "<tr><td>1</td><td>\(about)</td><td><a href=\"\(href ?? "/Archives/edgar/data/9900001/000990000126000007/" + name)\">\(name)</a></td><td>\(type)</td><td>\(size)</td></tr>"
    }

    private func next(_ page: String, form: String = "8-K") throws -> FilingStep? {
        try FilingChain.advance(
            entry(form), FilingStep(kind: "filing-index", url: Self.index), document: Array(page.utf8),
            contentType: "text/html", url: nil
        ).get().next
    }

    @Test func `tables of several megabytes, scans and other hosts are not asked for`() throws {
        let main = row("a8k.htm", "8-K")
        let plain = FilingStep(kind: "filing-document", url: Self.folder + "a8k.htm")
        #expect(try next(index(main + row("ex99.htm", "EX-99.1", size: 9_000_000))) == plain)
        #expect(try next(index(main + row("ex99.pdf", "EX-99.1"))) == plain)
        #expect(try next(index(main + row("x.htm", "EX-99.1", href: "https://evil.example/x.htm"))) == plain)
        #expect(try next(index(main + row("x.htm", "EX-99.1", href: "/elsewhere/x.htm"))) == plain)
        #expect(try next(index(row("a8k.htm", "8-K", href: "http://169.254.169.254/a8k.htm"))) == nil)
        #expect(
            try next(index(row("a8k.htm", "8-K", size: 9_000_000) + row("ex99.htm", "EX-99.1")))
                == FilingStep(kind: "filing-exhibit EX-99.1", url: Self.folder + "ex99.htm"))
    }

    @Test func `of several exhibits the one described as a release is read`() throws {
        let rows =
            row("a8k.htm", "8-K") + row("deck.htm", "EX-99.1", about: "SLIDES")
            + row("news.htm", "EX-99.2", about: "Press Release of March 9")
        #expect(
            try next(index(rows))
                == FilingStep(kind: "filing-document EX-99.2 news.htm", url: Self.folder + "a8k.htm"))
    }

    @Test func `asset-backed items and exhibits alone are never an event`() throws {
        let rows = row("a8k.htm", "8-K")
        #expect(try next(index(rows, items: "Item 6.02: Change<br>Item 9.01: Financial")) == nil)
        #expect(try next(index(rows, items: "Item 9.01: Financial Statements")) == nil)
        #expect(try next(index(rows, items: "Item 6.02: Change<br>Item 8.01: Other")) != nil)
        #expect(try next(index(rows, items: "")) != nil)
    }

    @Test func `a tender offer and a registration are told by their cover`() throws {
        for form in ["SC TO-T", "S-1", "10-12B", "25"] {
            #expect(try next(index(row("main.htm", form), form: form), form: form) == nil)
        }
    }

    // MARK: - Not the awaited document

    @Test func `a notice, another filing's page, an empty answer are no document`() throws {
        let item = entry("8-K")
        let notice =
            "<html><head><title>SEC.gov | Request Rate Threshold Exceeded</title></head><body>Wait.</body></html>"
        let steps = [
            FilingStep(kind: "filing-index", url: Self.index),
            FilingStep(kind: "filing-document", url: Self.folder + "a.htm"),
            FilingStep(kind: "filing-exhibit EX-99.1", url: Self.folder + "b.htm"),
        ]
        for step in steps {
            #expect(fault(item, step, notice)?.reason == .otherKind)
            #expect(fault(item, step, "")?.reason == .empty)
        }
        let page = try String(decoding: Fixture.bytes("edgar-index-page.html"), as: UTF8.self)
        #expect(fault(item, steps[1], page)?.reason == .otherKind)
        #expect(fault(item, steps[2], page)?.reason == .otherKind)
        let other = page.split(separator: "-26-000007").joined(separator: "-26-000008")
        #expect(fault(item, steps[0], other)?.reason == .otherKind)
        #expect(fault(item, steps[0], "<html><p>Please sign in</p></html>") != nil)
        #expect(fault(item, steps[1], "<html><p>Please sign in</p></html>") != nil)
        #expect(fault(entry("D"), steps[1], "<html><p>Please sign in</p></html>") != nil)
        #expect(fault(item, FilingStep(kind: "article", url: Self.index), "<html><p>x</p></html>") != nil)
    }

    @Test func `a scanned page is the awaited document and adds nothing`() throws {
        let item = entry("8-K")
        for step in [
            FilingStep(kind: "filing-document EX-99.1 b.htm", url: Self.folder + "a.htm"),
            FilingStep(kind: "filing-exhibit EX-99.1", url: Self.folder + "b.htm"),
        ] {
            let read = try FilingChain.advance(
                item, step, document: Array("%PDF-1.7 …".utf8), contentType: "application/pdf", url: nil
            ).get()
            #expect(read.item == item)
            #expect(read.next == step.following)
        }
        let pictures = "<html><body><img src=\"p1.jpg\"><img src=\"p2.jpg\"></body></html>"
        let read = try FilingChain.advance(
            item, FilingStep(kind: "filing-exhibit EX-99.1", url: Self.folder + "b.htm"),
            document: Array(pictures.utf8), contentType: nil, url: nil
        ).get()
        #expect(read.item == item)
    }

    @Test func `a step kept by somebody else cannot leave its folder`() {
        for name in ["../x.htm", "a/b.htm", "//evil.example", ".", "..", "x?y"] {
            #expect(FilingStep(kind: "filing-document EX-99.1 \(name)", url: Self.folder + "a.htm").following == nil)
        }
    }
}

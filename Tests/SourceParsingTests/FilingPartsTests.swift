import MarkupReading
import Testing
import TriggerModel

@testable import SourceParsing

struct FilingPartsTests {
    @Test(
        "The servers' notices are known for what they are",
        arguments: [
            ("<html><head><title>SEC.gov | Request Rate Threshold Exceeded</title>", .rateLimit),
            ("<html><title>SEC.gov | Your Request Originates from an Undeclared Automated Tool</title>", .denied),
            ("<html><title>SEC.gov | File Unavailable</title>", .unavailable),
            ("<html><title> SEC.gov | File Not Found Error </title>", .notFound),
            ("<?xml version=\"1.0\"?>\n<Error><Code>NoSuchKey</Code><Message>x</Message></Error>", .notFound),
            ("<Error><Code>AccessDenied</Code></Error>", .denied), ("<Error><Code>SlowDown</Code></Error>", .rateLimit),
            ("<Error><Code>InternalError</Code></Error>", .unavailable),
            ("<html><title>SEC.gov | Home</title>", nil), ("<html><title>File Unavailable</title>", nil),
            ("<rss><Code>NoSuchKey</Code></rss>", nil), ("", nil), ("<title>SEC.gov", nil),
        ] as [(String, FilingNotice?)])
    func notice(_ text: String, _ notice: FilingNotice?) {
        #expect(FilingNotice.of(Array(text.utf8)) == notice)
    }

    @Test(
        "A release's headline is the first line that says something",
        arguments: [
            (
                ["PRESS RELEASE", "Acme Corp. Names Jo Roe Chief Executive", "TAMPA, Fla., March 3, 2026 – Acme …"],
                "Acme Corp. Names Jo Roe Chief Executive"
            ),
            (
                [
                    "Acme, Inc.", "1 Long Road, Tampa FL", "Contact: Jo Roe at Acme today", "Acme to Close",
                    "Acme to Close Its Mill in Ohio",
                ],
                "Acme to Close Its Mill in Ohio"
            ),
            (
                [
                    "March 3, 2026", "ACME CORP ANNOUNCES SALE OF", "ITS EUROPEAN MILLS",
                    "TAMPA, March 3, 2026 /PRNewswire/ -- Acme",
                ],
                "ACME CORP ANNOUNCES SALE OF ITS EUROPEAN MILLS"
            ),
            (
                ["Acme Reports Results for the Third Quarter", "Record revenue of $3 million"],
                "Acme Reports Results for the Third Quarter"
            ),
            (
                [
                    "Acme Corp. (NYSE: ACM) www.acme.example phone: 555",
                    "TAMPA, March 3, 2026 /PRNewswire/ -- Acme said a lot",
                ], nil
            ),
            ([], nil), (["Exhibit"], nil),
        ] as [([String], String?)])
    func headline(_ lines: [String], _ headline: String?) {
        #expect(PressHeadline.of(lines.map { $0[...] }) == headline)
    }

    @Test(
        "An exhibit is named by a line that says nothing else",
        arguments: [
            ("Exhibit 99.1", "EX-99.1"), ("EXHIBIT 99", "EX-99"), ("EX-99.2", "EX-99.2"),
            ("Exhibit No. 99.1", "EX-99.1"),
            ("Exhibit\u{A0}99.1:", "EX-99.1"), ("Exhibit 99.1 Press release", nil), ("Exhibit 10.1", nil),
            ("Exhibits", nil), ("99.1", nil),
        ] as [(String, String?)])
    func exhibit(_ line: String, _ type: String?) {
        #expect(FilingExhibit.type(heading: line[...]) == type)
    }

    @Test(
        "Official names go whatever they look like, and nothing else does",
        arguments: [
            (
                "5.02",
                "Departure of Directors or Certain Officers; Election of Directors; Appointment of Certain Officers; Compensatory Arrangements of Certain Officers. Jo Roe left.",
                "Jo Roe left."
            ),
            ("8.01", "OTHER EVENTS", ""), ("8.01", "Other Events – Acme closes a mill.", "Acme closes a mill."),
            ("9.01", "Financial Statement and Exhibit", ""), ("4", "Change in Registrant's Certifying Account", ""),
            ("7", "Financial Statements, Pro Forma Financial Information and Exhibits.", ""),
            ("5.02", "Departure of the chief executive", "Departure of the chief executive"),
            ("8.01", "Acme closes a mill.", "Acme closes a mill."), ("6.06", "Static Pool", ""),
            ("99.99", "Other Events", "Other Events"),
        ])
    func officialNames(_ code: String, _ text: String, _ rest: String) {
        #expect(OfficialItems.textWithoutName(text[...], code: code) == rest)
    }

    @Test func `names of items mean the numbering of their day`() {
        #expect(OfficialItems.code(named: "Other events") == "8.01")
        #expect(OfficialItems.code(named: "Other events", isOld: true) == "5")
        #expect(OfficialItems.code(named: "Acquisition or disposition of assets") == "2")
        #expect(OfficialItems.code(named: "CHANGES IN REGISTRANTS CERTIFYING ACCOUNTANT", isOld: true) == "4")
        #expect(OfficialItems.code(named: "Weather") == nil)
    }

    @Test func `every item of the form is known by its name`() {
        let codes = [
            "1.01", "1.02", "1.03", "1.04", "1.05", "2.01", "2.02", "2.03", "2.04", "2.05", "2.06", "3.01", "3.02",
            "3.03",
            "4.01", "4.02", "5.01", "5.02", "5.03", "5.04", "5.05", "5.06", "5.07", "5.08", "6.01", "6.02", "6.03",
            "6.04",
            "6.05", "6.06", "7.01", "8.01", "9.01", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12",
        ]
        for code in codes {
            #expect(FilingItems.code(startingLine: "Item \(code)") == code)
            #expect(FilingHeading("ITEM \(code). Something"[...])?.code == code)
        }
    }

    @Test func `an amendment says so in its form`() {
        #expect(Filing(form: "8-K/A").isAmendment)
        #expect(!Filing(form: "8-K").isAmendment)
    }

    @Test func `a release behind the signatures of the same document is an exhibit, its entry in an index is none`() {
        let head = [
            "FORM 8-K", "Item 8.01 Other Events", "Acme sold a mill.", "SIGNATURES", "/s/ Jo Roe", "Exhibit 99.1",
        ]
        let long = String(repeating: "Acme sold the mill to Brook for cash. ", count: 30)
        #expect(FilingText((head + [long]).map { $0[...] }).sections.map(\.code) == ["8.01", "EX-99.1"])
        #expect(FilingText((head + ["Press release"]).map { $0[...] }).sections.map(\.code) == ["8.01"])
    }

    @Test func `a foreign issuer's report loses its boxes and tells its headline`() throws {
        let long = String(repeating: "Fjord sold its yard to Brook for cash and notes. ", count: 20)
        let page = """
            <html><p>SECURITIES AND EXCHANGE COMMISSION</p><p>FORM 6-K</p><p>FJORD ASA</p><p>(Exact name of registrant)</p>
            <p>Indicate by check mark whether the registrant files annual reports:</p><p>Form 20-F [x] Form 40-F</p>
            <p>Pursuant to the requirements of the Securities Exchange Act of 1934, signed.</p><p>/s/ Ola Nes</p>
            <p>Press release</p><p>Fjord sells its yard in Bergen</p><p>\(long)</p></html>
            """
        let item = try #require(SourceParser().document(page, kind: .filing).items.first)
        #expect(item.filing?.form == "6-K")
        #expect(item.summary == "Fjord sells its yard in Bergen")
        #expect(item.content?.hasPrefix("Pursuant to the requirements") == true)
        #expect(item.filing?.parties == [FilingParty(name: "FJORD ASA", role: .filer)])
    }

    @Test func `an offering inside its envelope is the same offering`() throws {
        let notice = try String(decoding: Fixture.bytes("edgar-form-d.xml"), as: UTF8.self)
        let text = """
            <SEC-HEADER>x
            ACCESSION NUMBER: 0009900003-26-000001
            CONFORMED SUBMISSION TYPE: D
            FILED AS OF DATE: 20260309
            FILER:
            COMPANY CONFORMED NAME: Lumen Kelp, Inc.
            CENTRAL INDEX KEY: 0009900003
            STANDARD INDUSTRIAL CLASSIFICATION: [2836]
            </SEC-HEADER>
            <DOCUMENT>
            <TYPE>D
            <FILENAME>primary_doc.xml
            <TEXT>
            <XML>
            \(notice)
            </XML>
            </TEXT>
            </DOCUMENT>
            """
        let alone = try #require(SourceParser().document(notice).items.first)
        let item = try #require(SourceParser().document(text).items.first)
        #expect(item.content == alone.content)
        #expect(item.categories == alone.categories)
        #expect(
            item.filing
                == Filing(
                    form: "D", accession: "0009900003-26-000001",
                    parties: [
                        FilingParty(
                            name: "Lumen Kelp, Inc.", cik: "0009900003", role: .filer, sic: "2836", state: "ME",
                            industry: "Agriculture", revenue: StatedSize(least: 1, most: 1_000_000)),
                        FilingParty(name: "Lumen Kelp Holdings & Co", cik: "0009900004", role: .filer, state: "MA"),
                    ], filed: CalendarDay("2026-03-09"), period: CalendarDay("2026-02-20")))
    }

    @Test func `a late report keeps its reason, which stands before its boxes`() throws {
        let page = """
            <html><p>UNITED STATES</p><p>SECURITIES AND EXCHANGE COMMISSION</p><p>FORM 12b-25</p>
            <p>Form 10-K [x] Form 20-F [ ]</p><p>PART III - NARRATIVE</p><p>Acme needs time for a restatement.</p>
            <p>PART IV</p><p>Yes [x] No [ ]</p></html>
            """
        let item = Item(source: "s", id: "i", filing: Filing(form: "NT 10-K"))
        let told = try FilingDocument.enrich(item, with: Array(page.utf8), contentType: nil).get()
        #expect(told.content?.contains("Acme needs time for a restatement.") == true)
        #expect(told.filing == Filing(form: "NT 10-K"))
    }

    @Test func `times that could only be Eastern are taken for Eastern`() throws {
        func accepted(_ times: [String]) throws -> [String?] {
            let list = { (values: [String]) in values.map { "\"\($0)\"" }.joined(separator: ",") }
            let numbers = times.indices.map { "0009900001-26-00000\($0)" }
            let text = """
                {"accessionNumber":[\(list(numbers))],"form":[\(list(times.map { _ in "8-K" }))],"acceptanceDateTime":[\(list(times))]}
                """
            return try SourceParser().document(text).items.map { $0.filing?.accepted?.description }
        }
        // 07:00 in winter is 02:00 Eastern, when nothing is accepted.
        #expect(try accepted(["2026-01-05T07:00:00.000Z"]) == ["2026-01-05T12:00:00Z"])
        #expect(try accepted(["2026-01-05T21:00:00.000Z"]) == ["2026-01-05T21:00:00Z"])
        // 02:30 is 21:30 Eastern, and at night if it were Eastern itself.
        #expect(
            try accepted(["2026-01-05T02:30:00.000Z", "2026-01-05T21:00:00.000Z"])
                == ["2026-01-05T02:30:00Z", "2026-01-05T21:00:00Z"])
    }

    @Test func `a page that shows the envelope has its ampersands back`() throws {
        let text = """
            <SEC-HEADER>x
            <ACCESSION-NUMBER>0009900001-26-000007
            ACCESSION NUMBER: 0009900001-26-000007
            <FILER>
            <CONFORMED-NAME>BROOK &amp; SONS
            <CIK>9900001
            <ASSIGNED-SIC>0000
            </SEC-HEADER>
            """
        let header = try #require(FilingHeader(Array(text.utf8)[...]))
        #expect(
            header.filing.parties == [FilingParty(name: "BROOK & SONS", cik: "0009900001", role: .filer)])
    }

    @Test func `huge and hostile documents take no time`() {
        var documents = [
            String(repeating: "Item 5.02\n", count: 40_000), String(repeating: "Exhibit 99.1\n", count: 40_000),
            "SIGNATURES\n" + String(repeating: "Exhibit 99.1\nx\n", count: 40_000),
            String(repeating: "Departure of Directors or Certain\n", count: 20_000),
            "<SEC-HEADER>\n" + String(repeating: "<DOCUMENT>\n<TYPE>EX-99.1\n<TEXT>\n", count: 20_000),
            "<edgarSubmission><submissionType>D<" + String(repeating: "<a>", count: 40_000),
            "Index of EDGAR Dissemination Feed\nForm Type   Company Name  CIK  Date Filed  File Name\n"
                + String(repeating: "8-K                                       \n", count: 20_000),
        ]
        documents.append(
            "<html><title>EDGAR Search Results</title><div class=companyInfo>"
                + String(repeating: "<table class=tableFile2><tr><td>", count: 10_000))
        for document in documents {
            let time = processorTime {
                _ = SourceParser().parse(ParseInput(bytes: Array(document.utf8), sourceName: "x", kind: .filing))
            }
            #expect(time < .seconds(5), "\(document.prefix(30))")
        }
    }
}

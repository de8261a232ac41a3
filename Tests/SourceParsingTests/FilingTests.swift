import MarkupReading
import Testing
import TriggerModel

@testable import SourceParsing

struct FilingTests {
    @Test func `an index page gives the cover and the documents`() throws {
        let page = try FilingIndexPage.read(Fixture.bytes("edgar-index-page.html")).get()
        #expect(
            page.filing
                == Filing(
                    form: "8-K", accession: "0009900001-26-000007", items: ["5.02", "9.01"],
                    parties: [
                        FilingParty(
                            name: "TARN & HOLLOW CORP", cik: "0009900001", role: .filer, sic: "3540", state: "NY")
                    ],
                    filed: CalendarDay("2026-03-09"), accepted: Timestamp(rfc3339: "2026-03-09T21:31:08Z"),
                    period: CalendarDay("2026-03-05")))
        #expect(
            page.documents == [
                FilingIndexPage.Document(
                    name: "tarn-8k.htm", description: "CURRENT REPORT", type: "8-K",
                    url: "https://www.sec.gov/Archives/edgar/data/9900001/000990000126000007/tarn-8k.htm", size: 2431),
                FilingIndexPage.Document(
                    name: "ex991.htm", type: "EX-99.1",
                    url: "https://www.sec.gov/Archives/edgar/data/9900001/000990000126000007/ex991.htm", size: 1601),
            ])
        #expect(page.mainDocument?.name == "tarn-8k.htm")
        #expect(page.pressRelease?.name == "ex991.htm")
    }

    @Test func `a page without accession number is no index page`() {
        guard
            case .failure(let fault) = FilingIndexPage.read(
                Array("<html><p>Request Rate Threshold Exceeded</p></html>".utf8))
        else {
            Issue.record("no fault")
            return
        }
        #expect(fault.reason == .notRecognised)
    }

    @Test func `official item names never become text`() throws {
        for name in ["edgar-getcurrent.atom", "edgar-index-page.html", "edgar-submission.txt"] {
            let document = try SourceParser().parse(ParseInput(bytes: Fixture.bytes(name), sourceName: name)).get()
            for item in document.items {
                let text = [item.title, item.summary, item.content].compactMap { $0 }.joined(separator: "\n")
                #expect(!text.contains("Departure of Directors"))
                #expect(!text.contains("Other Events"))
            }
        }
    }

    @Test(
        "Headings name items, prose does not",
        arguments: [
            ("Item 5.02 Departure of Directors", "5.02"), ("ITEM 8.01. OTHER EVENTS", "8.01"),
            ("Item\u{A0}1.05:", "1.05"),
            ("Item 5. Other Events", "5"), ("Item 12", "12"), ("Items 5.02", nil), ("Item 1A. Risk", nil),
            ("Itemized 5", nil),
            ("Item 502", nil), ("The Item 5.02", nil),
        ] as [(String, String?)])
    func codes(_ line: String, _ code: String?) {
        #expect(FilingItems.code(startingLine: line) == code)
    }

    @Test func `numbers of companies have ten digits`() {
        #expect(FilingItems.paddedCIK(" 320193 ") == "0000320193")
        #expect(FilingItems.paddedCIK("12345678901") == nil)
        #expect(FilingItems.paddedCIK("12a") == nil)
        #expect(FilingItems.isAccession("0001193125-25-316834"))
        #expect(!FilingItems.isAccession("0001193125-25-31683x"))
    }
}

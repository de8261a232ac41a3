import ConfigLoading
import Foundation
import SourceParsing
import Testing
import TriggerModel

@Suite("The sources that ship")
struct ShippedSourcesTests {
    @Test func `load without a fault, all off, each with a name and a publisher`() {
        #expect(Shipped.loaded.faults.map(\.description).filter { $0.contains("sources/") } == [])
        let sources = Shipped.loaded.configuration.sources
        #expect(sources.count >= 50)
        #expect(sources.filter(\.isEnabled).map(\.id) == [])
        #expect(sources.filter { $0.name == $0.id || $0.publisher.isEmpty }.map(\.id) == [])
    }

    @Test func `say above each entry what it brings`() throws {
        let folder = Shipped.root.appending(path: "Config/sources")
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where name.hasSuffix(".yaml") {
            let lines = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
                .split(separator: "\n", omittingEmptySubsequences: false)
            for (index, line) in lines.enumerated() where line.hasPrefix("  ") && line.hasSuffix(":") {
                guard line.dropFirst(2).first?.isLetter == true, index > 0 else { continue }
                #expect(
                    lines[index - 1].hasPrefix("  #") || lines[index - 1] == "sources:", "\(name): \(line)")
            }
        }
    }

    @Test func `ask the network only over https, except our own files`() {
        for source in Shipped.loaded.configuration.sources where source.kind != .activity {
            #expect(source.url.hasPrefix("https://"), "\(source.id)")
        }
    }

    struct Expected: Sendable, CustomTestStringConvertible {
        var id: String
        var ending = "json"
        /// Of each item: id, title, day, form, company, number, link.
        var items: [[String]]
        var testDescription: String { id }
    }

    static let expected = [
        Expected(
            id: "usaspending-contracts",
            items: [
                [
                    "CONT_AWD_W0000X26C0001_8900_-NONE-_-NONE-",
                    "NORTHWIND TURBINES INC awarded a $2,500,000 contract by Department of Energy", "2026-09-28",
                    "Contract award", "NORTHWIND TURBINES INC", "-",
                    "https://www.usaspending.gov/award/CONT_AWD_W0000X26C0001_8900_-NONE-_-NONE-",
                ],
                [
                    "CONT_AWD_W0000X26C0002_9700_X/1",
                    "HARBOUR FOODS LLC awarded a $12,000,000 contract by Defense Logistics Agency", "2026-10-15",
                    "Contract award", "HARBOUR FOODS LLC", "-",
                    "https://www.usaspending.gov/award/CONT_AWD_W0000X26C0002_9700_X%2F1",
                ],
            ]),
        Expected(
            id: "find-a-tender-awards",
            items: [
                [
                    "090001-2026", "Northwind Marine Ltd awarded a contract by Leith Harbour Authority: Dredging 2027",
                    "2026-11-20", "Contract award", "Northwind Marine Ltd", "-",
                    "https://www.find-tender.service.gov.uk/Notice/090001-2026",
                ],
                [
                    "090002-2026", "Buoys", "2026-11-20", "Contract award", "-", "-",
                    "https://www.find-tender.service.gov.uk/Notice/090002-2026",
                ],
            ]),
        Expected(
            id: "companies-house-one-company",
            items: [
                [
                    "MzAwMDAwMDAwMWFkaXF6a2N4", "Company 01234567: Ms Jane Roe appointed as director (AP01)",
                    "2026-11-02", "AP01", "01234567", "01234567",
                    "https://find-and-update.company-information.service.gov.uk/company/01234567/filing-history/MzAwMDAwMDAwMWFkaXF6a2N4/document?format=pdf&download=0",
                ],
                [
                    "MzAwMDAwMDAwMmFkaXF6a2N4",
                    "Company 01234567: new charge over the company's assets, number 012345670003 (MR01)",
                    "2026-10-20",
                    "MR01", "01234567", "01234567",
                    "https://find-and-update.company-information.service.gov.uk/company/01234567/filing-history/MzAwMDAwMDAwMmFkaXF6a2N4/document?format=pdf&download=0",
                ],
            ]),
        Expected(
            id: "companies-house-filings", ending: "ndjson",
            items: [
                [
                    "MzAwMDAwMDAwM2FkaXF6a2N4",
                    "Company SC000017: Mr John Doe leaves as director (TM01)", "2026-11-20", "TM01",
                    "SC000017", "SC000017",
                    "https://find-and-update.company-information.service.gov.uk/company/SC000017/filing-history/MzAwMDAwMDAwM2FkaXF6a2N4/document?format=pdf&download=0",
                ]
            ]),
        Expected(
            id: "companies-house-insolvency", ending: "ndjson",
            items: [
                [
                    "01234567 1 creditors-voluntary-liquidation wound-up-on",
                    "Company 01234567: creditors' voluntary liquidation, wound up on 2026-11-13", "2026-11-20",
                    "creditors-voluntary-liquidation", "01234567", "01234567",
                    "https://find-and-update.company-information.service.gov.uk/company/01234567/insolvency",
                ]
            ]),
        Expected(
            id: "federal-register-rules",
            items: [
                [
                    "2026-90001", "Limits on Solvents in Coatings", "2026-11-20", "Rule", "-", "-",
                    "https://www.federalregister.gov/documents/2026/11/20/2026-90001/limits-on-solvents-in-coatings",
                ],
                [
                    "2026-90002", "Labels of Pumps", "2026-11-20", "Proposed Rule", "-", "-",
                    "https://www.federalregister.gov/documents/2026/11/20/2026-90002/labels-of-pumps",
                ],
            ]),
        Expected(
            id: "fda-drug-enforcement",
            items: [
                [
                    "D-9001-2027",
                    "Lanternpost Pharma, Inc. recalls (Class II) Example tablets, 10 mg, 30-count bottles",
                    "2026-11-18",
                    "Recall", "Lanternpost Pharma, Inc.", "-", "-",
                ]
            ]),
        Expected(
            id: "cpsc-recalls",
            items: [
                [
                    "27001", "Lanternpost Recalls Camping Lanterns Due to Fire Hazard", "2026-11-19", "Recall",
                    "Lanternpost LLC, of Dayton, Ohio", "-",
                    "https://www.cpsc.gov/Recalls/2027/Lanternpost-Recalls-Camping-Lanterns",
                ]
            ]),
        Expected(
            id: "warn-texas", ending: "csv",
            items: [
                [
                    "TX Harbour Foods, LLC, Houston, 2026-11-10T00:00:00.000, 120",
                    "Harbour Foods, LLC to lay off 120 employees in Houston", "2026-11-10", "WARN",
                    "Harbour Foods, LLC", "-",
                    "-",
                ],
                [
                    "TX Northwind Turbines, Killeen, 2026-11-09T00:00:00.000, 48",
                    "Northwind Turbines to lay off 48 employees in Killeen", "2026-11-09", "WARN", "Northwind Turbines",
                    "-", "-",
                ],
            ]),
        Expected(
            id: "fda-warning-letters",
            items: [
                [
                    "https://www.fda.gov/warning-letters/lanternpost-pharma-inc-900001-10302026",
                    "FDA issues warning letter to Lanternpost Pharma, Inc. & Sons: CGMP/Finished Pharmaceuticals/Adulterated",
                    "2026-11-17", "Warning letter", "Lanternpost Pharma, Inc. & Sons", "-",
                    "https://www.fda.gov/warning-letters/lanternpost-pharma-inc-900001-10302026",
                ],
                [
                    "https://www.fda.gov/warning-letters/harbour-foods-ltd-900002-11022026",
                    "FDA issues warning letter to Harbour Foods Ltd", "2026-11-17", "Warning letter",
                    "Harbour Foods Ltd", "-", "https://www.fda.gov/warning-letters/harbour-foods-ltd-900002-11022026",
                ],
            ]),
        Expected(
            id: "warn-oregon",
            items: [
                [
                    "OR 90001, Plant Floor Tools, Salem, 35", "Plant Floor Tools to lay off 35 employees in Salem",
                    "2026-11-05",
                    "WARN", "Plant Floor Tools", "-", "-",
                ],
                [
                    "OR 90001, Plant Floor Tools, Bend, 12", "Plant Floor Tools to lay off 12 employees in Bend",
                    "2026-11-05",
                    "WARN", "Plant Floor Tools", "-", "-",
                ],
            ]),
    ]

    @Test("read what their register answers", arguments: expected)
    func reads(_ expected: Expected) throws {
        let document = try Shipped.read(expected.id, expected.ending)
        let items = document.items.map { item in
            [
                item.id, item.title ?? "-", item.published?.day.description ?? "-", item.filing?.form ?? "-",
                item.filing?.parties.first?.name ?? "-", item.filing?.parties.first?.number ?? "-", item.url ?? "-",
            ]
        }
        #expect(items == expected.items)
        #expect(document.damageSummary == nil)
        #expect(document.counts.isConserved)
    }

    @Test func `read the tables of pages`() throws {
        let maryland = try Shipped.read("warn-maryland", "html")
        #expect(
            maryland.items.map(\.title) == [
                "Harbour Foods to lay off 64 employees in Baltimore City",
                "Northwind Turbines to lay off 20 employees in Frederick",
            ])
        #expect(maryland.items.map { $0.published?.day.description } == ["2026-11-10", "2026-11-03"])
    }

    struct Said: Sendable, CustomTestStringConvertible {
        var id: String
        var ending = "json"
        /// Of each item: code, industry, state, country, head count.
        var facts: [[String]]
        var testDescription: String { id }
    }

    @Test(
        "say of a company what a profile asks of who is nobody's account",
        arguments: [
            Said(
                id: "usaspending-contracts", facts: [["333611", "-", "OH", "USA", "-"], ["-", "-", "-", "CAN", "-"]]),
            Said(
                id: "warn-texas", ending: "csv",
                facts: [["-", "-", "TX", "-", "at least 120"], ["-", "-", "TX", "-", "at least 48"]]),
            Said(
                id: "warn-oregon",
                facts: [["-", "-", "OR", "-", "at least 35"], ["-", "-", "OR", "-", "at least 12"]]),
            Said(
                id: "warn-maryland", ending: "html",
                facts: [["311999", "-", "MD", "-", "at least 64"], ["333611", "-", "MD", "-", "at least 20"]]),
            Said(id: "fda-drug-enforcement", facts: [["-", "pharmaceuticals", "NJ", "United States", "-"]]),
            Said(
                id: "fda-warning-letters",
                facts: [
                    ["-", "Division of Examples", "-", "-", "-"],
                    ["-", "Food: Center for Food Safety and Applied Nutrition", "-", "-", "-"],
                ]),
        ])
    func facts(_ said: Said) throws {
        let facts = try Shipped.read(said.id, said.ending).items.map { item in
            let party = item.filing?.parties.first
            return [party?.naics, party?.industry, party?.state, party?.country, party?.employees?.description].map {
                $0 ?? "-"
            }
        }
        #expect(facts == said.facts)
    }

    @Test func `go on where a stream broke off`() throws {
        #expect(try Shipped.read("companies-house-filings", "ndjson").timepoint == "200000002")
        let source = try Shipped.source("companies-house-filings")
        let day = try #require(CalendarDay("2026-11-21"))
        func url(_ timepoint: String?) -> String {
            RequestTemplate.fill(source.url, today: day, page: 0, offset: 0, timepoint: timepoint)
        }
        #expect(url(nil) == "https://stream.companieshouse.gov.uk/filings")
        #expect(url("200000002") == "https://stream.companieshouse.gov.uk/filings?timepoint=200000002")
        #expect(source.request.credential == SourceCredential(name: "companies-house-stream", form: .basicUser))
    }

    @Test(
        "find their further pages",
        arguments: [
            ("usaspending-contracts", RecordPaging.More.nextPage),
            (
                "federal-register-rules",
                .address("https://www.federalregister.gov/api/v1/documents.json?page=2&per_page=100")
            ),
            (
                "find-a-tender-awards",
                .address("https://www.find-tender.service.gov.uk/api/1.0/ocdsReleasePackages?cursor=abc")
            ),
        ])
    func pages(id: String, more: RecordPaging.More) throws {
        let paging = try #require(Shipped.source(id).paging)
        #expect(RecordPaging.more(in: try Shipped.bytes("\(id).json"), paging) == more)
    }

    @Test func `ask questions that are JSON once their placeholders are filled`() throws {
        let day = try #require(CalendarDay("2026-11-21"))
        let source = try Shipped.source("usaspending-contracts")
        #expect(source.request.method == .post)
        for body in [source.request.body, source.control?.body] {
            let text = RequestTemplate.fill(
                try #require(body), today: day, page: 2, offset: 0, timepoint: nil)
            let question = try #require(
                JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any], "\(text)")
            #expect(question["page"] != nil)
            #expect(!text.contains("{today"))
        }
    }

    @Test func `tell empty from broken where nothing is an answer`() throws {
        for id in ["usaspending-contracts", "cpsc-recalls", "federal-register-rules"] {
            #expect(try Shipped.source(id).control?.atLeast ?? 0 >= 5, "\(id)")
        }
    }
}

import MarkupReading
import Testing
import TriggerModel

@testable import SourceParsing

@Suite("JSON records")
struct RecordsOfJSONTests {
    static func parse(
        _ text: String, _ map: RecordMap, kind: DocumentKind = .json, limits: MarkupLimits = .standard,
        contentType: String? = nil
    ) -> Result<ParsedDocument, ParseFault> {
        SourceParser().parse(
            ParseInput(
                bytes: Array(text.utf8), contentType: contentType, url: "https://register.example/api/notices",
                sourceName: "register", kind: kind, records: map, limits: limits))
    }

    static let map = RecordMap(
        rows: "/data/rows", id: "{/no}", url: "/notice/{/no}", title: "{/firm/name}[: {/what}]", summary: "{/why}",
        content: "{/text}", date: "{/posted}", form: "{/type}", company: "{/firm/name}", companyNumber: "{/firm/no}",
        categories: ["{/tags}", "{/type}", "{/area|/region}"])

    @Test func `become items with everything that the map names`() throws {
        let text = #"""
            {"data": {"rows": [
              {"no": 17, "firm": {"name": " Harbour  Foods Ltd ", "no": "SC000017"}, "what": "closes its plant in Leith",
               "why": "120 jobs &amp; more", "text": "<p>First.</p><p>Second.</p>", "posted": "2026-03-05T23:30:00-05:00",
               "type": "CLOSURE", "tags": ["food", "jobs", "food"], "area": "", "region": "Lothian"},
              {"no": "18", "firm": {"name": "Northwind"}, "posted": null, "type": null, "tags": null},
              {"no": null, "firm": {}, "what": "nobody"}
            ]}}
            """#
        let document = try Self.parse(text, Self.map).get()
        var first = Item(
            source: "register", id: "17", url: "https://register.example/notice/17",
            title: "Harbour Foods Ltd: closes its plant in Leith", summary: "120 jobs & more",
            content: "First.\n\nSecond.", published: Timestamp(rfc3339: "2026-03-06T04:30:00Z"),
            categories: ["food", "jobs", "CLOSURE", "Lothian"])
        first.filing = Filing(
            form: "CLOSURE",
            parties: [FilingParty(name: "Harbour Foods Ltd", role: .subject, number: "SC000017")],
            filed: CalendarDay("2026-03-05"))
        first.content = document.items.first?.content
        var second = Item(
            source: "register", id: "18", url: "https://register.example/notice/18", title: "Northwind")
        second.filing = Filing(form: "", parties: [FilingParty(name: "Northwind", role: .subject)])
        #expect(document.items.prefix(2) == [first, second])
        #expect(first.content?.split(separator: "\n") == ["First.", "Second."])
        // "nobody" has words but no identity: its id comes from its content.
        #expect(document.items.count == 3)
        #expect(document.items[2].id.hasPrefix("hash:"))
        #expect(document.counts == EntryCounts(seen: 3, items: 3))
        #expect(document.kind == .json)
        #expect(document.damages == [])
    }

    @Test func `cells of HTML give their link, their time and their words`() throws {
        let map = RecordMap(
            rows: "/data", id: "{/1}", url: "{/1}", title: "Notice to {/1}[: {/2}]", date: "{/0}", company: "{/1}",
            categories: ["{/3}"])
        let text = #"""
            {"data": [
              ["<time datetime=\"2026-03-05T05:00:00Z\">3/5/26</time>\n", " <a href=\"/n/7\">Harbour &amp; Sons</a>",
               "a <b>bold</b> claim", "<em>Food</em>"],
              ["<span>6 March 2026</span>", "<a>Northwind</a>", "<5 jobs>", "<i></i>"]
            ]}
            """#
        let items = try Self.parse(text, map).get().items
        var first = Item(
            source: "register", id: "/n/7", url: "https://register.example/n/7",
            title: "Notice to Harbour & Sons: a bold claim", published: Timestamp(rfc3339: "2026-03-05T05:00:00Z"),
            categories: ["Food"])
        first.filing = Filing(
            form: "", parties: [FilingParty(name: "Harbour & Sons", role: .subject)], filed: CalendarDay("2026-03-05"))
        var second = Item(
            source: "register", id: "Northwind", title: "Notice to Northwind: <5 jobs>",
            published: Timestamp(rfc3339: "2026-03-06T00:00:00Z"))
        second.filing = Filing(
            form: "", parties: [FilingParty(name: "Northwind", role: .subject)], filed: CalendarDay("2026-03-06"))
        #expect(items == [first, second])
    }

    @Test func `a company known by its number only is called by it`() throws {
        let map = RecordMap(title: "{/t}", form: "TM01", companyNumber: "{/uri/1}")
        let document = try Self.parse(#"[{"t": "x", "uri": "/company/01234567/filings"}]"#, map).get()
        #expect(
            document.items[0].filing
                == Filing(form: "TM01", parties: [FilingParty(name: "01234567", role: .subject, number: "01234567")]))
    }

    @Test(
        "are dated by what machines write",
        arguments: [
            ("\"20261121\"", "2026-11-21T00:00:00Z"), ("20261121", "2026-11-21T00:00:00Z"),
            ("1701011234", "2023-11-26T15:07:14Z"), ("1701011234567", "2023-11-26T15:07:14Z"),
            ("1.701011234e9", "2023-11-26T15:07:14Z"), ("\"2026-06-23T00:00:00.000\"", "2026-06-23T00:00:00Z"),
            ("\"06/23/2026\"", "2026-06-23T00:00:00Z"), ("\"Received June 23, 2026\"", "2026-06-23T00:00:00Z"),
            ("2026", nil), ("\"soon\"", nil), ("null", nil), ("true", nil), ("99999999999999999999", nil),
        ] as [(String, String?)])
    func dates(written: String, moment: String?) throws {
        let map = RecordMap(title: "{/t}", date: "{/d}")
        let document = try Self.parse("[{\"t\": \"x\", \"d\": \(written)}]", map).get()
        #expect(document.items[0].published?.description == moment)
    }

    @Test func `keep leaves out what has another value, and counts it`() throws {
        let map = RecordMap(title: "{/t}", keep: ["/type": ["Filing", "officer"], "/tags": ["new"]])
        let text = #"""
            [{"t": "1", "type": "filing", "tags": ["a", "New"]}, {"t": "2", "type": "FILING"}, {"t": "3", "type": "other"},
             {"t": "4", "tags": "new"}, {"t": "5", "type": "officer", "tags": "new"}]
            """#
        let document = try Self.parse(text, map).get()
        #expect(document.items.map(\.title) == ["1", "5"])
        #expect(document.counts == EntryCounts(seen: 5, items: 2, skipped: 3))
    }

    @Test func `codes are said in words where the map has them, and read as words where it has not`() throws {
        let map = RecordMap(
            id: "{/code} {/no}", title: "Company {/no}: {/code}", form: "{/code}", categories: ["{/tags}"],
            words: [
                "/code": ["leave-director": "{/who} leaves[ on {/day}]", "new-charge": "New charge"],
                "/tags": ["o": "Officers"],
            ])
        let text = #"""
            [{"no": "1", "code": "Leave-Director", "who": "Jane Roe", "day": "2026-11-20", "tags": ["o", "other_thing"]},
             {"no": "2", "code": "leave-director", "tags": "o"}, {"no": "3", "code": "new-charge"},
             {"no": "4", "code": "wind-up_order"}, {"no": "5", "code": "two words-here"}]
            """#
        let items = try Self.parse(text, map).get().items
        #expect(
            items.map(\.title) == [
                "Company 1: Jane Roe leaves on 2026-11-20", "Company 2: leave director", "Company 3: New charge",
                "Company 4: wind up order", "Company 5: two words-here",
            ])
        #expect(items.map(\.categories) == [["Officers", "other thing"], ["Officers"], [], [], []])
        #expect(items.map(\.filing?.form).first == "Leave-Director")
        #expect(items.map(\.id).first == "Leave-Director 1")
    }

    @Test(
        "Records of which nothing can be made are a damage, with their share, beyond a remark or two",
        arguments: [
            (10, 1, nil), (100, 10, nil), (100, 12, "12 of 112 records (10 %)"), (3, 2, "2 of 5 records (40 %)"),
        ]
            as [(Int, Int, String?)])
    func emptyRecords(sound: Int, empty: Int, detail: String?) throws {
        let rows =
            (0..<sound).map { #"{"t": "Notice \#($0)"}"# } + Array(repeating: #"{"headline": "x"}"#, count: empty)
        let document = try Self.parse("[\(rows.joined(separator: ","))]", RecordMap(title: "{/t}")).get()
        #expect(document.items.count == sound)
        #expect(document.counts == EntryCounts(seen: sound + empty, items: sound, skipped: empty))
        #expect(document.damages.map(\.kind) == (detail == nil ? [] : [.emptyRecords]))
        #expect(document.damages.first?.detail.hasPrefix(detail ?? "") ?? (detail == nil))
    }

    @Test func `the same record twice is one, another with the same id is not`() throws {
        let map = RecordMap(id: "{/id}", title: "{/t}")
        let document = try Self.parse(
            #"[{"id": 1, "t": "a"}, {"id": 1, "t": "a"}, {"id": 1, "t": "b"}]"#, map
        ).get()
        #expect(document.items.map(\.title) == ["a", "b"])
        #expect(document.counts == EntryCounts(seen: 3, items: 2, merged: 1))
    }

    @Test func `a corrected record without identity is another one`() throws {
        let map = RecordMap(title: "{/t}", company: "{/c}")
        let document = try Self.parse(#"[{"t": "a", "c": "x"}, {"t": "a", "c": "y"}, {"t": "a", "c": "x"}]"#, map).get()
        #expect(document.items.map { $0.filing?.parties.first?.name } == ["x", "y"])
    }

    struct Fault: Sendable, CustomTestStringConvertible {
        var text: String
        var rows: String
        var reason: ParseFault.Reason
        var message: String
        var testDescription: String { "\(text) rows \(rows)" }
    }

    static let faults = [
        Fault(text: "", rows: "", reason: .empty, message: "the document is empty"),
        Fault(text: "  \n", rows: "", reason: .empty, message: "the document is empty"),
        Fault(text: "<!DOCTYPE html><html><p>No", rows: "", reason: .otherKind, message: "an HTML page, not JSON"),
        Fault(
            text: "<?xml version='1.0'?><Error>No</Error>", rows: "", reason: .otherKind,
            message: "XML with root <error>, not JSON"),
        Fault(text: "Rate limit", rows: "", reason: .notRecognised, message: "not JSON: no value begins here"),
        Fault(
            text: #"{"results": [], "page": {}}"#, rows: "/rows", reason: .layoutChanged,
            message: #"rows /rows leads nowhere: there is no "rows" in an object of results[], page"#),
        Fault(
            text: #"{"data": {"error": "no key"}}"#, rows: "/data/rows", reason: .layoutChanged,
            message: #"rows /data/rows leads nowhere: there is no "rows" in an object of error"#),
        Fault(
            text: #"{"error": "no key"}"#, rows: "", reason: .layoutChanged,
            message: "the document is no array but an object of error"),
        Fault(
            text: #"{"rows": "none"}"#, rows: "/rows", reason: .layoutChanged,
            message: #"rows /rows is no array but the text "none""#),
        Fault(
            text: #"{"rows": [{"t": "#, rows: "/rows", reason: .damaged,
            message: "nothing could be recovered: the document ends too early"),
        Fault(text: "[]", rows: "rows", reason: .badSelector, message: "rows is no JSON pointer: rows"),
    ]

    @Test("that are none are a named fault", arguments: faults)
    func fault(_ example: Fault) {
        let result = Self.parse(example.text, RecordMap(rows: example.rows, title: "{/t}"))
        guard case .failure(let fault) = result else {
            Issue.record("no fault")
            return
        }
        #expect(fault.reason == example.reason)
        #expect(fault.message == example.message)
    }

    @Test func `a column name in a JSON map is a fault that shows how it is written`() {
        guard case .failure(let fault) = Self.parse("[]", RecordMap(title: "{name}")) else {
            Issue.record("no fault")
            return
        }
        #expect(fault == ParseFault(.badSelector, "a reference is a JSON pointer, as in {/name}; found {name}"))
    }

    @Test(
        "only an address that can be followed becomes the item's",
        arguments: [
            ("javascript:alert(1)", nil), ("data:text/html,x", nil), ("//x.example/a", "https://x.example/a"),
            ("../b?c=d", "https://register.example/b?c=d"), (" https://x.example/a b ", "https://x.example/a%20b"),
        ] as [(String, String?)])
    func addresses(written: String, url: String?) throws {
        let map = RecordMap(url: "{/u}", title: "{/t}")
        let document = try Self.parse(#"[{"t": "x", "u": "\#(written)"}]"#, map).get()
        #expect(document.items.map(\.url) == [url])
    }

    @Test func `an empty array and null are no records and no fault`() throws {
        let map = RecordMap(rows: "/rows", title: "{/t}")
        #expect(try Self.parse(#"{"rows": []}"#, map).get().counts == EntryCounts())
        #expect(try Self.parse(#"{"rows": null}"#, map).get().counts == EntryCounts())
    }

    @Test func `a document cut off anywhere gives the records before the cut, or a fault`() throws {
        let text =
            #"{"n": 3, "rows": [{"t": "one", "d": "2026-01-01"}, {"t": "two \"é\""}, {"t": "three"}], "end": true}"#
        let bytes = Array(text.utf8)
        var most = 0
        for end in 0..<bytes.count {
            let result = SourceParser().parse(
                ParseInput(
                    bytes: Array(bytes[..<end]), sourceName: "s", kind: .json,
                    records: RecordMap(rows: "/rows", title: "{/t}", date: "{/d}")))
            guard case .success(let document) = result else { continue }
            #expect(document.counts.isConserved)
            #expect(!document.damages.isEmpty)
            most = max(most, document.items.count)
        }
        #expect(most == 3)
    }

    @Test func `one bad byte does not turn the rest into another encoding`() throws {
        for (rest, more) in [("", []), (#""}, {"t": "Łódź"#, ["Łódź"])] {
            var bytes = Array(#"[{"t": "Zürich "#.utf8)
            bytes.append(0xFF)
            bytes.append(contentsOf: #"\#(rest)"}]"#.utf8)
            let document = try SourceParser().parse(
                ParseInput(bytes: bytes, sourceName: "s", kind: .json, records: RecordMap(title: "{/t}"))
            ).get()
            #expect(document.items.first?.title?.hasPrefix("Zürich") == true)
            #expect(document.items.dropFirst().map(\.title) == more)
            #expect(document.damages.map(\.kind) == [.badBytes])
            #expect(document.encoding.name == "utf-8")
        }
    }

    @Test func `of too many records the newest are read`() throws {
        var limits = MarkupLimits()
        limits.items = 3
        let rows = (1...9).map { #"{"t": "\#($0)", "d": "2026-01-0\#($0)", "k": "\#($0 % 2)"}"# }
        let map = RecordMap(title: "{/t}", date: "{/d}", keep: ["/k": ["1"]])
        let document = try Self.parse("[\(rows.joined(separator: ","))]", map, limits: limits).get()
        #expect(document.items.map(\.title) == ["5", "7", "9"])
        #expect(document.damages.map(\.description) == ["too-many-items: 5 records, the newest 3 are read"])
        #expect(document.counts == EntryCounts(seen: 7, items: 3, skipped: 4))
    }

    @Test func `nesting bombs are a fault and stop nothing`() {
        let bomb = "{\"rows\": " + String(repeating: "[", count: 100_000)
        let result = Self.parse(bomb, RecordMap(rows: "/rows", title: "{/t}"))
        guard case .failure(let fault) = result else {
            Issue.record("no fault")
            return
        }
        #expect(fault.reason == .damaged)
    }
}

import Testing
import TriggerModel

@testable import SourceParsing

@Suite("A file of activities")
struct ActivityFileTests {
    static func read(_ text: String, _ name: String = "activities.csv") -> ActivityReading {
        ActivityFile.read(Array(text.utf8), fileName: name, source: "ours")
    }

    static func rejected(_ reading: ActivityReading) -> [String] {
        reading.rejected.map { "\($0.line): \($0.reason)" }
    }

    @Test func `each row is an item that says who did what`() {
        let reading = Self.read(
            """
            kind,date,company,person,email,what,product,account,domain,id
            download,2026-11-03,Acme,Jane Roe,jane@acme.example,the sizing guide,,acme,acme.example,A-1
            """)
        var item = Item(
            source: "ours", id: "A-1", title: "Jane Roe of Acme downloaded the sizing guide",
            published: Timestamp(rfc3339: "2026-11-03T00:00:00Z"))
        item.activity = Activity(
            kind: .download, account: "acme", company: "Acme", domain: "acme.example", person: "Jane Roe",
            email: "jane@acme.example", what: "the sizing guide")
        #expect(reading.items == [item])
        #expect(Self.rejected(reading) == [])
        #expect(reading.fault == nil)
    }

    @Test(
        "The title is as full as the row",
        arguments: [
            ("download,,Acme,,", "Somebody at Acme downloaded a document"),
            ("webinar,Jane Roe,,jane@acme.example,Pumps", "Jane Roe attended Pumps"),
            ("visit,,,jane@acme.example,", "jane@acme.example visited our site"),
            ("other,Jane Roe,Acme,,asked for a quote", "Jane Roe of Acme: asked for a quote"),
            ("other,,Acme,,", "Somebody at Acme was active"), ("release,,,,Valve 3", "New release: Valve 3"),
            ("end-of-life,,,,Valve 1", "End of life: Valve 1"),
        ])
    func titles(row: String, title: String) {
        let cells = row.split(separator: ",", omittingEmptySubsequences: false)
        let reading = Self.read(
            "kind,date,person,company,email,what\n\(cells[0]),2026-11-03,\(cells[1...].joined(separator: ","))\n")
        #expect(reading.items.map(\.title) == [title])
        #expect(Self.rejected(reading) == [])
    }

    @Test func `the names that customer systems export are known`() {
        let reading = Self.read(
            """
            Activity Type;First Name;Last Name;Company Name;Email Address;Created Date;Asset Name;Lead Score
            Asset Download;Jane;Roe;Acme;jane@acme.example;11/03/2026 14:05;Sizing guide;12
            Page View;;;Acme;;2026-11-04T10:00:00Z;Prices;
            """, "export.csv")
        #expect(
            reading.items.map(\.title) == [
                "Jane Roe of Acme downloaded Sizing guide", "Somebody at Acme visited Prices",
            ])
        #expect(reading.items.map { $0.published?.description } == ["2026-11-03T14:05:00Z", "2026-11-04T10:00:00Z"])
        #expect(Self.rejected(reading) == [])
    }

    @Test func `where no column says the kind, the file's name does`() {
        let text = "Attendee,Company,Date\nJane Roe,Acme,2026-11-03\n"
        #expect(Self.read(text, "webinar-november.csv").items.map(\.activity?.kind) == [.webinar])
        #expect(Self.read(text, "export.csv").items.isEmpty)
        #expect(
            Self.read(text, "export.csv").fault?
                .hasPrefix("no line of the table has the column \"kind\"") == true)
        // Two kinds in a name say none.
        #expect(Self.read(text, "webinar-downloads.csv").fault != nil)
    }

    @Test func `JSON objects, one a line, have the same names`() {
        let reading = Self.read(
            #"""
            {"kind": "webinar", "date": "2026-11-03", "domain": "acme.example", "what": "Pumps", "id": 7}

            {"Event Type": "eol", "Date": "2026-11-04", "Product Code": "V1"}
            {"kind": "webinar", "date": "2026-11-03"
            [1]
            """#, "activities.ndjson")
        #expect(reading.items.map(\.id).first == "7")
        #expect(reading.items.map(\.title) == ["Somebody at acme.example attended Pumps", "End of life: V1"])
        #expect(reading.items.map(\.activity?.product) == [nil, "V1"])
        #expect(
            Self.rejected(reading) == [
                "4: not a JSON object of its own line: an object is not closed",
                "5: not a JSON object of its own line: another value",
            ])
    }

    @Test func `rows that cannot be used say line, what and what is valid`() {
        let reading = Self.read(
            """
            kind,date,company,email,what
            dance,2026-11-03,Acme,,
            ,2026-11-03,Acme,,
            visit,,Acme,,
            visit,yesterday,Acme,,
            visit,2026-11-03,,,
            release,2026-11-03,Acme,,
            visit,2026-11-03,Acme,jane at acme,
            visit,2026-11-03,Acme, Inc.,jane@acme.example,Pumps
            "visit,2026-11-03,Acme,,
            visit,2026-11-03,Acme,,
            """)
        #expect(reading.items.count == 1)
        #expect(
            Self.rejected(reading) == [
                "2: kind is one of download, webinar, visit, release, end-of-life, other; found \"dance\"",
                "3: kind is empty; it is one of download, webinar, visit, release, end-of-life, other",
                "4: date is empty; it is a day or a time, as in 2026-11-21",
                "5: date is a day or a time, as in 2026-11-21; found \"yesterday\"",
                "6: nobody is named: one of account, company, domain and email is needed",
                "7: release needs product, or what was concerned in words",
                "8: email is an address, as in jane.roe@acme.example; found \"jane at acme\"",
                "9: 6 fields under a header of 5; is a separator not in quotes?",
                "10: the quote that opens here is never closed; this row is left out",
            ])
    }

    @Test func `the same row again is the same activity, in another file too`() {
        let text =
            "kind,date,company,what\nvisit,2026-11-03,Acme,Prices\nvisit,2026-11-03,Acme,Prices\nvisit,2026-11-04,Acme,Prices\n"
        let reading = Self.read(text)
        #expect(reading.items.count == 2)
        #expect(reading.repeated == 1)
        #expect(Self.read(text, "again.csv").items == reading.items)
        #expect(reading.items.allSatisfy { $0.id.hasPrefix("activity:") })
    }

    @Test(
        "What is no such file is a fault with a way out",
        arguments: [
            ("", "the file is empty; its first line names the columns: kind,date,company,…"),
            ("[{}]", "a JSON array; write one object a line, without brackets and commas between them"),
            ("PK\u{3}\u{4}", "a spreadsheet or archive; save it as CSV (UTF-8)"),
        ])
    func faults(text: String, fault: String) {
        #expect(Self.read(text).fault == fault)
        #expect(Self.read(text).items.isEmpty)
    }

    @Test func `an activity stands in the item's line, only with what is known`() {
        var item = Item(source: "s", id: "i")
        item.activity = Activity(kind: .endOfLife, product: "V1")
        #expect(ItemLine.json(item).hasSuffix(#""filing":null,"activity":{"kind":"end-of-life","product":"V1"}}"#))
    }
}

import MarkupReading
import Testing
import TriggerModel

@testable import SourceParsing

@Suite("CSV records")
struct RecordsOfCSVTests {
    static let map = RecordMap(
        title: "{Company} in {City}", date: "{Notice Date}", form: "WARN", company: "{Company}",
        categories: ["{Layoff Type|Type}"])

    static func parse(
        _ bytes: [UInt8], _ map: RecordMap = map, limits: MarkupLimits = .standard
    ) -> Result<ParsedDocument, ParseFault> {
        SourceParser().parse(
            ParseInput(bytes: bytes, sourceName: "warn", kind: .csv, records: map, limits: limits))
    }

    static func lines(_ text: String, _ map: RecordMap = map) throws -> [String] {
        try parse(Array(text.utf8), map).get().items.map { item in
            [item.title, item.published?.day.description, item.filing?.parties.first?.name, item.categories.first]
                .map { $0 ?? "-" }.joined(separator: " | ")
        }
    }

    struct Table: Sendable, CustomTestStringConvertible {
        var lesson: String
        var text: String
        var lines: [String]
        var testDescription: String { lesson }
    }

    static let tables = [
        Table(
            lesson: "columns in any order and case",
            text: "CITY,type, Company ,notice date\nUlm,Closure,Acme,1/2/2026\n",
            lines: ["Acme in Ulm | 2026-01-02 | Acme | Closure"]),
        Table(
            lesson: "semicolons", text: "Company;City;Notice Date;Type\r\n\"A; B\";Ulm;2026-01-02;\r\n",
            lines: ["A; B in Ulm | 2026-01-02 | A; B | -"]),
        Table(
            lesson: "tabs", text: "Company\tCity\tNotice Date\tType\nAcme, Inc.\tUlm\t2026-01-02\tX\n",
            lines: ["Acme, Inc. in Ulm | 2026-01-02 | Acme, Inc. | X"]),
        Table(
            lesson: "remarks above the header and a header broken over lines",
            text:
                "WARN notices,,,\nUpdated daily\n\nCompany,City,\"Notice\n Date\",Layoff Type\nAcme,Ulm,2026-01-02,X\n",
            lines: ["Acme in Ulm | 2026-01-02 | Acme | X"]),
        Table(
            lesson: "a byte order mark", text: "\u{FEFF}Company,City,Notice Date,Type\nAcme,Ulm,2026-01-02,X\n",
            lines: ["Acme in Ulm | 2026-01-02 | Acme | X"]),
        Table(
            lesson: "blank rows are none, short rows have empty cells",
            text: "Company,City,Notice Date,Type\n,,,\n\nAcme,Ulm\n", lines: ["Acme in Ulm | - | Acme | -"]),
        Table(
            lesson: "trailing empty cells", text: "Company,City,Notice Date,Type\nAcme,Ulm,2026-01-02,X,,,\n",
            lines: ["Acme in Ulm | 2026-01-02 | Acme | X"]),
        Table(
            lesson: "markup in cells does not make it a page",
            text: "[updated daily]\nCompany,City,Notice Date,Type\nAcme,<p>Ulm</p>,2026-01-02,<b>X</b>\n",
            lines: ["Acme in Ulm | 2026-01-02 | Acme | X"]),
        Table(lesson: "a header alone", text: "Company,City,Notice Date,Type\n", lines: []),
        Table(
            lesson: "a column named twice counts where it stands first",
            text: "Company,City,Notice Date,Type,Company\nAcme,Ulm,2026-01-02,X,Other\n",
            lines: ["Acme in Ulm | 2026-01-02 | Acme | X"]),
    ]

    @Test("are read", arguments: tables)
    func reads(_ table: Table) throws { #expect(try Self.lines(table.text) == table.lines) }

    @Test func `in UTF-16 and in windows-1252 are read`() throws {
        let text = "Company,City,Notice Date,Type\nBäcker,Köln,2026-01-02,X\n"
        let units = text.utf16.map { [UInt8($0 & 255), UInt8($0 >> 8)] }
        let wide: [UInt8] = [0xFF, 0xFE] + units.joined()
        let narrow = text.unicodeScalars.map { UInt8($0.value) }
        for bytes in [wide, narrow] {
            #expect(try Self.parse(bytes).get().items.map(\.title) == ["Bäcker in Köln"])
        }
    }

    @Test func `a row that cannot be cut spoils only itself and is counted`() throws {
        let text = """
            Company,City,Notice Date,Type
            Acme, Inc.,Ulm,2026-01-02,X
            "Broken,Ulm,2026-01-03,X
            Sound,Ulm,2026-01-04,X
            """
        let document = try Self.parse(Array(text.utf8)).get()
        #expect(document.items.map(\.title) == ["Sound in Ulm"])
        #expect(document.counts == EntryCounts(seen: 3, items: 1, skipped: 2))
        #expect(
            document.damages.map(\.description) == [
                "line 2: not-well-formed (2 times): 5 fields under a header of 4; is a separator not in quotes?"
            ])
    }

    struct Fault: Sendable, CustomTestStringConvertible {
        var text: String
        var reason: ParseFault.Reason
        var message: String
        var testDescription: String { text }
    }

    static let faults = [
        Fault(
            text: "Company Name,City,Notice Date,Type\nAcme,Ulm,2026-01-02,X\n", reason: .layoutChanged,
            message:
                "no line of the table has the column \"Company\" (nearest: \"company name\"); the nearest to a header has: company name, city, notice date, type"
        ),
        Fault(
            text: "remarks\nEmployer;City;Date of Notice\nAcme;Ulm;2026-01-02\n", reason: .layoutChanged,
            message:
                "no line of the table has the columns \"Company\", \"Notice Date\" (nearest: \"date of notice\"), \"Layoff Type\"; the nearest to a header has: employer, city, date of notice"
        ),
        Fault(text: "<html><body>Sign in</body></html>", reason: .otherKind, message: "an HTML page, not CSV"),
        Fault(text: "[{\"Company\": 1}]", reason: .otherKind, message: "JSON, not CSV"),
        Fault(
            text: "PK\u{3}\u{4}rest", reason: .otherKind,
            message: "a zip archive or spreadsheet, not CSV; look for the register's CSV file"),
        Fault(text: "\n\n", reason: .empty, message: "the document is empty"),
    ]

    @Test("that lack their header are a named fault", arguments: faults)
    func fault(_ example: Fault) {
        guard case .failure(let fault) = Self.parse(Array(example.text.utf8)) else {
            Issue.record("no fault")
            return
        }
        #expect(fault.reason == example.reason)
        #expect(fault.message == example.message)
    }

    @Test func `keep leaves rows out by column`() throws {
        var map = Self.map
        map.keep = ["type": ["closure"]]
        let text = "Company,City,Notice Date,Type\nA,Ulm,2026-01-02,CLOSURE\nB,Ulm,2026-01-02,Layoff\n"
        #expect(try Self.lines(text, map) == ["A in Ulm | 2026-01-02 | A | CLOSURE"])
    }

    @Test func `of a table that grows at its end the newest rows are read`() throws {
        var limits = MarkupLimits()
        limits.items = 2
        let rows = (1...9).map { "C\($0),Ulm,2026-01-0\($0),X" }.joined(separator: "\n")
        let document = try Self.parse(Array("Company,City,Notice Date,Type\n\(rows)\n".utf8), limits: limits).get()
        #expect(document.items.map(\.title) == ["C8 in Ulm", "C9 in Ulm"])
        #expect(document.damages.map(\.description) == ["too-many-items: 9 records, the newest 2 are read"])
    }

    @Test func `of a hundred thousand rows the newest are read`() throws {
        var text = "Company,City,Notice Date,Type\n"
        for row in 0..<100_000 { text += "C\(row),Ulm,\(2000 + row / 5000)-01-02,X\n" }
        let document = try Self.parse(Array(text.utf8)).get()
        #expect(document.items.count == MarkupLimits.standard.items)
        #expect(document.items.first?.title == "C90000 in Ulm")
        #expect(document.items.last?.title == "C99999 in Ulm")
    }
}

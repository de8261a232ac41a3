import MarkupReading
import Testing
import TriggerModel

@testable import SourceParsing

struct DailyIndexTests {
    @Test func `each line is one filing of one party, and lines that are none are counted`() throws {
        let reading = try DailyIndex.reading(Fixture.bytes("edgar-daily.idx")).get()
        #expect(reading.skipped == 3)
        #expect(
            reading.entries == [
                DailyIndexEntry(
                    form: "8-K", company: "TARN & HOLLOW CORP", cik: "0009900001", filed: CalendarDay("2026-03-09"),
                    accession: "0009900001-26-000007", path: "edgar/data/9900001/0009900001-26-000007.txt"),
                DailyIndexEntry(
                    form: "8-K", company: "Tarn & Hollow Finance 2020 B.V.", cik: "0009900011",
                    filed: CalendarDay("2026-03-09"), accession: "0009900001-26-000007",
                    path: "edgar/data/9900011/0009900001-26-000007.txt"),
                DailyIndexEntry(
                    form: "D", company: "Lumen Kelp, Inc.", cik: "0009900003", filed: CalendarDay("2026-03-09"),
                    accession: "0009900003-26-000001", path: "edgar/data/9900003/0009900003-26-000001.txt"),
                DailyIndexEntry(
                    form: "D", company: "Café Überfluss GmbH", cik: "0009900012", filed: CalendarDay("2026-03-09"),
                    accession: "0009900012-26-000002", path: "edgar/data/9900012/0009900012-26-000002.txt"),
                DailyIndexEntry(
                    form: "SC TO-T/A", company: "Ferrous Partners LP", cik: "0009900009",
                    filed: CalendarDay("2026-03-09"), accession: "0009900009-26-000040",
                    path: "edgar/data/9900001/0009900009-26-000040.txt"),
            ])
    }

    @Test func `the same day with bars, and by company, says the same`() throws {
        let path = "edgar/data/9900003/0009900003-26-000001.txt"
        let wanted = [
            DailyIndexEntry(
                form: "D/A", company: "Lumen | Kelp", cik: "0009900003", filed: CalendarDay("2026-03-09"),
                accession: "0009900003-26-000001", path: path)
        ]
        let company = """
            Company Name            Form Type   CIK         Date Filed  File Name
            ---------------------------------------------------------------------
            Lumen | Kelp            D/A         9900003     2026-03-09    \(path)\r
            """
        #expect(try DailyIndex.read(Array(company.utf8)).get() == wanted)
        let master = """
            CIK|Company Name|Form Type|Date Filed|Filename
            ----------
            9900003|Lumen Kelp|D/A|20260309|\(path)
            9900003|Lumen|Kelp|D/A|20260309|\(path)
            """
        let reading = try DailyIndex.reading(Array(master.utf8)).get()
        #expect(reading.entries.map(\.company) == ["Lumen Kelp"])
        #expect(reading.skipped == 1)
    }

    @Test func `items lie beside the index, each filing once`() throws {
        let entries = try DailyIndex.read(Fixture.bytes("edgar-daily.idx")).get()
        let items = DailyIndex.items(
            entries, source: "s", url: "http://127.0.0.1:8080/Archives/edgar/daily-index/2026/QTR1/form.20260309.idx")
        #expect(
            items.map(\.id) == [
                "0009900001-26-000007", "0009900003-26-000001", "0009900012-26-000002", "0009900009-26-000040",
            ])
        #expect(
            items[0].url
                == "http://127.0.0.1:8080/Archives/edgar/data/9900001/000990000126000007/0009900001-26-000007-index.htm"
        )
        #expect(items[0].filing?.parties.map(\.cik) == ["0009900001", "0009900011"])
        #expect(FilingChain.first(for: items[0])?.url == items[0].url)
    }

    @Test func `an empty day is a day, anything else is named`() throws {
        let header = "Form Type   Company Name  CIK  Date Filed  File Name\n-----\n"
        #expect(try DailyIndex.read(Array(header.utf8)).get() == [])
        func reason(_ text: String) -> ParseFault.Reason? {
            if case .failure(let fault) = DailyIndex.read(Array(text.utf8)) { fault.reason } else { nil }
        }
        #expect(reason("") == .notRecognised)
        #expect(reason("<html>Access denied</html>") == .notRecognised)
        #expect(reason("<Error><Code>AccessDenied</Code></Error>") == .otherKind)
        #expect(reason(header + "nothing\nat all\n") == .damaged)
    }
}

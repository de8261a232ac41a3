import Testing
import TriggerModel

@testable import ConfigLoading

@Suite("Sources of each kind")
struct SourceLoadingTests {
    static func load(_ text: String) throws -> [Source] {
        let sandbox = try ConfigSandbox(["sources/a.yaml": text])
        #expect(sandbox.faults() == [])
        return sandbox.load().configuration.sources.map { source in
            var source = source
            source.url = source.url.replacing(sandbox.path, with: "HERE")
            return source
        }
    }

    @Test("a register's interface: question, key, further pages, control question and record parts")
    func register() throws {
        let sources = try Self.load(
            """
            sources:
              awards:
                kind: json
                url: https://api.awards.example/search?p={page}
                interval: 6 hours
                fastest: 1 hour
                slowest: 1 day
                method: POST
                body: |
                  {"since": "{today-30d}", "page": {page}, "limit": 100}
                credential: awards-key
                credential-as: X-Api-Key
                rows: /results/0/rows
                id: "{/award~1id}"
                link: "https://awards.example/award/{/award~1id}"
                title: "{/recipient|/parent} wins {/amount}[ from {/agency}]"
                date: "{/signed}"
                summary: "[{/description}]"
                form: AWARD
                company: "{/recipient}"
                company-number: "{/uei}"
                categories: [awards, "{/naics}"]
                keep:
                  /type: [A, B]
                  /status: open
                page: {first: 0, step: 50, most: 3, more: /page_metadata/hasNext}
                control:
                  body: '{"since": "2020-01-01"}'
                  at-least: 10
                marker: page_metadata
                at-least: 2
            """)
        #expect(
            sources == [
                Source(
                    id: "awards", kind: .json, url: "https://api.awards.example/search?p={page}", name: "awards",
                    publisher: "api.awards.example", interval: 21_600, fastest: 3600, slowest: 86_400,
                    shape: SourceShape(marker: "page_metadata", minimumRows: 2),
                    request: SourceRequest(
                        method: .post, body: "{\"since\": \"{today-30d}\", \"page\": {page}, \"limit\": 100}\n",
                        credential: SourceCredential(name: "awards-key", form: .header("X-Api-Key"))),
                    records: RecordMap(
                        rows: "/results/0/rows", id: "{/award~1id}", url: "https://awards.example/award/{/award~1id}",
                        title: "{/recipient|/parent} wins {/amount}[ from {/agency}]", summary: "[{/description}]",
                        date: "{/signed}", form: "AWARD", company: "{/recipient}", companyNumber: "{/uei}",
                        categories: ["awards", "{/naics}"], keep: ["/type": ["A", "B"], "/status": ["open"]]),
                    paging: Paging(first: 0, step: 50, most: 3, more: "/page_metadata/hasNext"),
                    control: ControlQuery(body: "{\"since\": \"2020-01-01\"}", atLeast: 10))
            ])
    }

    @Test("a table, a stream, a filing index, a headline feed, a page and files of our own")
    func others() throws {
        let sources = try Self.load(
            """
            sources:
              a-table: {kind: csv, url: "https://labor.example/{yyyy}/warn.csv", title: "{Company Name} closes {Site}", date: "{Notice Date}"}
              b-stream:
                kind: stream
                url: https://stream.example/filings?timepoint={timepoint}
                credential: stream-key
                credential-as: basic
                title: "{/data/type}"
                timepoint: /event/timepoint
              c-filings:
                kind: filing
                url: https://filings.example/current.atom
                forms: [8-K]
                daily-index: "https://filings.example/daily/{yyyy}/QTR{q}/form.{yyyymmdd}.idx"
              d-headlines: {kind: feed, url: "https://paper.example/feed", fetch-article: true, first-poll: seed}
              e-page:
                kind: page
                url: https://room.example/news
                rows: "ul.news > li"
                link: a@href
                title: ".//a"
                date: column(Date)
              f-ours: {kind: activity, url: activities/in}
            """)
        let interval = 900
        #expect(
            sources == [
                Source(
                    id: "a-table", kind: .csv, url: "https://labor.example/{yyyy}/warn.csv", name: "a-table",
                    publisher: "labor.example", interval: interval,
                    records: RecordMap(title: "{Company Name} closes {Site}", date: "{Notice Date}")),
                Source(
                    id: "b-stream", kind: .stream, url: "https://stream.example/filings?timepoint={timepoint}",
                    name: "b-stream", publisher: "stream.example", interval: interval,
                    request: SourceRequest(credential: SourceCredential(name: "stream-key", form: .basicUser)),
                    records: RecordMap(title: "{/data/type}", timepoint: "/event/timepoint")),
                Source(
                    id: "c-filings", kind: .filing, url: "https://filings.example/current.atom", name: "c-filings",
                    publisher: "filings.example", interval: interval,
                    dailyIndex: "https://filings.example/daily/{yyyy}/QTR{q}/form.{yyyymmdd}.idx", forms: ["8-K"]),
                Source(
                    id: "d-headlines", kind: .feed, url: "https://paper.example/feed", name: "d-headlines",
                    publisher: "paper.example", interval: interval, firstPoll: .seed, fetchesArticles: true),
                Source(
                    id: "e-page", kind: .page, url: "https://room.example/news", name: "e-page",
                    publisher: "room.example", interval: interval,
                    selectors: ListSelectors(
                        rows: "ul.news > li", link: "a@href", title: ".//a", date: "column(Date)")),
                Source(
                    id: "f-ours", kind: .activity, url: "HERE/activities/in", name: "f-ours", publisher: "f-ours",
                    interval: interval),
            ])
    }

    @Test("in a list: id names the source there, and is no part of its records")
    func listStyle() throws {
        let sources = try Self.load(
            """
            sources:
              - id: table
                kind: csv
                url: https://labor.example/warn.csv
                title: "{Company}"
            """)
        #expect(sources.map(\.id) == ["table"])
        #expect(sources.first?.records == RecordMap(title: "{Company}"))
    }

    @Test(
        "have templates whose references are found whatever stands around them",
        arguments: [
            ("plain", []), ("{a}", ["2 a"]), ("x {a|b c} y", ["4 a", "6 b c"]), ("[in { /x/y } ,]", ["7 /x/y"]),
            ("{ä}{ö}", ["2 ä", "5 ö"]),
        ] as [(String, [String])])
    func references(text: String, found: [String]) {
        var scan = TemplateScan(text)
        #expect(scan.run() == nil)
        #expect(scan.references.map { "\($0.column) \($0.name)" } == found)
    }
}

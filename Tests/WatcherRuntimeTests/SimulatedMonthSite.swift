import Foundation
import LoopbackServer
import Synchronization
import TriggerModel

/// One source of the simulated month as its publisher runs it: what stands on it at each moment, and how it answers.
final class SimulatedMonthSite: Sendable {
    typealias Plan = SimulatedMonthPlan

    let number: Int
    let form: Plan.Form
    let habit: Plan.Habit
    let news: [SimulatedMonthNews]
    let trouble: SimulatedMonthTrouble?
    private let time: VirtualTime
    private let served = Mutex(0)

    /// Entries that the document shows.
    let capacity: Int

    /// - Parameter headline: of the first news from that time on.
    init(
        _ number: Int, _ entry: (form: Plan.Form, habit: Plan.Habit, trouble: Plan.Trouble?), time: VirtualTime,
        headline: (text: String, from: Timestamp)? = nil
    ) {
        self.number = number
        (form, habit) = (entry.form, entry.habit)
        self.time = time
        capacity = habit == .wire || habit == .bursts ? 24 : 12
        var random = SeededNumbers(Plan.seed * 10_000 + 1000 + number)
        var times = habit.times(&random)
        // Silence and slow repairs need the rest of the month.
        let days = entry.trouble.map {
            $0.needsRhythm ? 1..<5 : $0.faults == ["identity-key-retired"] ? 2..<12 : 1..<18
        }
        trouble = entry.trouble.map { kind in
            SimulatedMonthTrouble(
                kind,
                start: Plan.monthStart.adding(seconds: random.number(days!) * 86_400 + random.number(0..<24) * 3600))
        }
        if let trouble, trouble.kind == .rollover || trouble.kind == .rolloverWithPages {
            times += (0..<capacity * 5 / 2).map { trouble.start.adding(seconds: $0 * 60) }
            times.sort()
        }
        var news = times.enumerated().map { SimulatedMonthNews(number: $0, at: $1) }
        if let trouble, trouble.kind == .guidReuse {
            let later = news.indices.filter { news[$0].at >= trouble.start }
            for index in later.prefix(2) { news[index].guid = news[index - 4].number }
        }
        if let trouble, trouble.kind == .skew {
            for index in news.indices where news[index].at >= trouble.start && index % 3 == 0 {
                news[index].skew = random.number(2..<20) * 86_400
            }
        }
        if let headline, let index = news.firstIndex(where: { $0.at >= headline.from }) {
            news[index].headline = headline.text
        }
        self.news = news
    }

    var id: String { "s" + String(1000 + number).dropFirst() }
    var path: String { form == .filings ? "/\(id)/browse-edgar" : "/\(id)" }

    func title(_ one: SimulatedMonthNews) -> String {
        one.headline ?? "Works \(id) reports matter \(one.number) of its yard"
    }

    /// By what the checks know an item again.
    func key(_ one: SimulatedMonthNews) -> String { form == .filings ? accession(one) : title(one) }

    func accession(_ one: SimulatedMonthNews) -> String {
        let digits = String(10_000_000 + one.number).dropFirst()
        return "000\(9_900_000 + number)-26-\(digits.suffix(6))"
    }

    /// Newest first.
    func listed(at now: Timestamp) -> ArraySlice<SimulatedMonthNews> {
        var low = 0
        var high = news.count
        while low < high {
            let middle = (low + high) / 2
            if news[middle].at <= now { low = middle + 1 } else { high = middle }
        }
        return news[..<low]
    }

    // MARK: Answers

    func answer(_ request: LoggedRequest) -> LoopbackAnswer {
        let now = time.moment
        let turn = served.withLock { count in
            defer { count += 1 }
            return count
        }
        guard let trouble, trouble.isOn(at: now) else { return document(request, at: now) }
        switch trouble.kind {
        case .refused, .failing, .stopped: return .text("down", status: 503)
        case .notFound: return .text("not found", status: 404)
        case .gone: return .text("gone", status: 410)
        case .limited: return .tryLater("5400")
        case .challenge:
            return html(
                "<title>Just a moment...</title>",
                "<script src=\"/cdn-cgi/challenge-platform/x.js\"></script><p>Enable JavaScript and cookies to continue</p>"
            )
        case .login:
            return html("<title>Sign in</title>", "<form><input name=\"user\"><input type=\"password\"></form>")
        case .truncated:
            var answer = document(request, at: now)
            answer.manner = .truncated(missing: 400)
            answer.honoursValidators = false
            return answer
        case .damaged:
            var answer = document(request, at: now)
            // In the title of the whole, so that each item reads as it should.
            answer.body.replace(Array("</title>".utf8), with: Array(" & <b></title>".utf8), maxReplacements: 1)
            return answer
        case .markup: return document(request, at: now, row: "teaser")
        case .emptied: return document(request, at: now, isEmpty: true)
        case .frozen: return document(request, at: trouble.start)
        case .frozenButBuilt: return document(request, at: trouble.start, built: now)
        case .guidChurn: return document(request, at: now, guids: "\(turn)-")
        case .moved: return .redirect(to: movedTo + path, status: 301)
        case .flips: return document(request, at: now, isOther: turn % 2 == 1)
        case .rollover, .rolloverWithPages, .guidReuse, .skew: return document(request, at: now)
        }
    }

    /// Where the source lives after its move; set before anything is asked.
    private let mirror = Mutex("")
    var movedTo: String {
        get { mirror.withLock { $0 } }
        set { mirror.withLock { $0 = newValue } }
    }

    /// The same document at its new home, with links there.
    func answerAtNewHome(_ request: LoggedRequest) -> LoopbackAnswer {
        document(request, at: time.moment, host: "new-\(id).example")
    }

    private func html(_ head: String, _ body: String) -> LoopbackAnswer {
        .text(
            "<!doctype html><html><head>\(head)</head><body>\(body)</body></html>", type: "text/html; charset=utf-8")
    }

    private func document(
        _ request: LoggedRequest, at now: Timestamp, row: String = "release", built: Timestamp? = nil,
        guids: String = "",
        isOther: Bool = false, isEmpty: Bool = false, host: String? = nil
    ) -> LoopbackAnswer {
        let page = request.target.split(separator: "page=").dropFirst().first.flatMap { Int($0) } ?? 0
        let all = listed(at: now)
        var shown = isEmpty ? [] : Array(all.dropLast(page * (capacity - 2)).suffix(capacity).reversed())
        // The other of two servers lags behind and writes the newest title in another way.
        if isOther, shown.count > 3 { shown.removeFirst() }
        let host = host ?? "\(id).example"
        func link(_ one: SimulatedMonthNews) -> String {
            form == .articles
                ? "http://\(request.header("Host") ?? "")\(articlePath(one))" : "https://\(host)/matter/\(one.number)"
        }
        func guid(_ one: SimulatedMonthNews) -> String { "\(guids)\(id)-\(one.guid ?? one.number)" }
        func date(_ one: SimulatedMonthNews) -> Timestamp { one.at.adding(seconds: one.skew) }
        func text(_ one: SimulatedMonthNews) -> String {
            isOther && one.number % 3 == 0 ? title(one) + " again" : title(one)
        }
        let hasMore = all.count > page * (capacity - 2) + capacity
        switch form {
        case .rss, .articles:
            let items = shown.map {
                "<item><title>\(text($0))</title><link>\(link($0))</link><guid isPermaLink=\"false\">\(guid($0))</guid>"
                    + "<pubDate>\(Self.mailDate(date($0)))</pubDate></item>"
            }.joined(separator: "\n")
            return .text(
                "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>\(id)</title><link>https://\(host)/</link>\n"
                    + items + "</channel></rss>", type: "application/rss+xml")
        case .atom:
            let next =
                trouble?.kind == .rolloverWithPages && hasMore
                ? "<link rel=\"next\" href=\"\(path)?page=\(page + 1)\"/>" : ""
            let entries = shown.map {
                "<entry><title>\(text($0))</title><link href=\"\(link($0))\"/><id>\(guid($0))</id>"
                    + "<updated>\(date($0))</updated></entry>"
            }.joined(separator: "\n")
            return .text(
                "<?xml version=\"1.0\"?><feed xmlns=\"http://www.w3.org/2005/Atom\"><title>\(id)</title><id>\(id)</id>\(next)"
                    + "<updated>\(built ?? all.last?.at ?? now)</updated>\n" + entries + "</feed>",
                type: "application/atom+xml")
        case .json:
            let items = shown.map {
                "{\"id\": \"\(guid($0))\", \"url\": \"\(link($0))\", \"title\": \"\(text($0))\", \"content_text\": \"\", "
                    + "\"date_published\": \"\(date($0))\"}"
            }.joined(separator: ",\n")
            return .text(
                "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"\(id)\", \"items\": [\(items)]}",
                type: "application/feed+json")
        case .register:
            let rows = shown.map {
                "{\"no\": \"\(guid($0))\", \"what\": \"\(text($0))\", \"posted\": \"\(date($0))\"}"
            }.joined(separator: ",\n")
            return .text("{\"rows\": [\(rows)]}", type: "application/json")
        case .table:
            let rows = shown.map { "\(guid($0)),\(text($0)),\(date($0))\n" }.joined()
            return .text("No,What,Posted\n" + rows, type: "text/csv; charset=utf-8")
        case .page:
            let rows = shown.map {
                "<li class=\"\(row)\"><a href=\"\(link($0))\">\(text($0))</a> <time datetime=\"\(date($0))\">then</time></li>"
            }.joined(separator: "\n")
            return html(
                "<title>News of \(id)</title>",
                "<h1>News</h1><ul class=\"releases\">\(rows)</ul><p>The works have stood by the river for more than a "
                    + "century. Here they tell what happens in the yard, in words that everybody can read and pass on.</p>"
            )
        case .filings: return filings(shown, request)
        case .activities: return .text("not served", status: 404)
        }
    }

    // MARK: Filings

    private func filings(_ shown: [SimulatedMonthNews], _ request: LoggedRequest) -> LoopbackAnswer {
        let base = "http://" + (request.header("Host") ?? "")
        let entries = shown.map { one in
            """
            <entry><title>8-K - WORKS \(number) CORP (000\(9_900_000 + number)) (Filer)</title>
            <link rel="alternate" type="text/html" href="\(base)\(folder(one))\(accession(one))-index.htm"/>
            <summary type="html">&lt;b&gt;Filed:&lt;/b&gt; \(one.at.day) &lt;b&gt;AccNo:&lt;/b&gt; \(accession(one))</summary>
            <updated>\(one.at)</updated><category scheme="https://www.sec.gov/" label="form type" term="8-K"/>
            <id>urn:tag:sec.gov,2008:accession-number=\(accession(one))</id></entry>
            """
        }.joined()
        return .text(
            "<?xml version=\"1.0\"?><feed xmlns=\"http://www.w3.org/2005/Atom\"><title>Latest Filings</title>\(entries)</feed>",
            type: "application/atom+xml")
    }

    private func folder(_ one: SimulatedMonthNews) -> String {
        "/Archives/edgar/data/\(9_900_000 + number)/\(accession(one).filter { $0 != "-" })/"
    }

    /// Index page and report of each filing.
    var filingRoutes: [(path: String, route: LoopbackRoute)] {
        guard form == .filings else { return [] }
        let listed = news.dropFirst(self.listed(at: Plan.start).count - capacity)
        return listed.flatMap { one -> [(String, LoopbackRoute)] in
            let index = """
                <html><head><title>EDGAR Filing Documents for \(accession(one))</title></head><body>
                <div id="formName"><strong>Form 8-K</strong></div><div id="secNum"><strong>SEC Accession No.</strong> \(accession(one))</div>
                <div class="formGrouping"><div class="infoHead">Filing Date</div><div class="info">\(one.at.day)</div></div>
                <div class="formGrouping"><div class="infoHead">Items</div><div class="info">Item 8.01: Other Events</div></div>
                <table class="tableFile" summary="Document Format Files"><tr><th>Seq</th><th>Description</th><th>Document</th><th>Type</th><th>Size</th></tr>
                <tr><td>1</td><td>REPORT</td><td><a href="\(folder(one))report.htm">report.htm</a></td><td>8-K</td><td>900</td></tr></table>
                <div class="filerDiv"><div class="companyInfo"><span class="companyName">WORKS \(number) CORP (Filer)
                <acronym title="Central Index Key">CIK</acronym>: <a href="/x">000\(9_900_000 + number) (see all company filings)</a></span></div></div>
                </body></html>
                """
            let report = """
                <html><body><div>FORM 8-K</div><div>WORKS \(number) CORP</div><div>Item 8.01 Other Events</div>
                <div>\(title(one)), and there is nothing more to say of it than that.</div><div>SIGNATURE</div></body></html>
                """
            return [
                (folder(one) + "\(accession(one))-index.htm", .text(index, type: "text/html")),
                (folder(one) + "report.htm", .text(report, type: "text/html")),
            ]
        }
    }

    // MARK: Articles

    private func articlePath(_ one: SimulatedMonthNews) -> String { "/\(id)/matter/\(one.number)" }

    /// The page of each item that waits for one.
    var articleRoutes: [(path: String, route: LoopbackRoute)] {
        guard form == .articles else { return [] }
        return news.dropFirst(listed(at: Plan.start).count - capacity).map { one in
            (
                articlePath(one),
                .always(
                    html(
                        "<title>\(title(one))</title>",
                        "<article><h1>\(title(one))</h1><p>The yard has dealt with matter \(one.number), and everybody who had "
                            + "a hand in it went home in time. Nothing more is to be said of it this week.</p></article>"
                    ))
            )
        }
    }

    // MARK: Source

    func source(at address: String) -> Source {
        var source = Source(
            id: id, kind: kind, url: address, name: id, publisher: id, interval: habit.interval, slowest: habit.slowest)
        switch form {
        case .page:
            source.selectors = ListSelectors(
                rows: "ul.releases > li.release", link: "a", title: "a", date: "time")
        case .register:
            source.records = RecordMap(rows: "/rows", id: "{/no}", title: "{/what}", date: "{/posted}")
        case .table:
            source.records = RecordMap(id: "{No}", title: "{What}", date: "{Posted}")
        case .articles: source.fetchesArticles = true
        case .filings: source.forms = ["8-K"]
        case .rss, .atom, .json, .activities: break
        }
        return source
    }

    private var kind: Source.Kind {
        switch form {
        case .rss, .articles, .atom, .json: .feed
        case .table: .csv
        case .page: .page
        case .register: .json
        case .filings: .filing
        case .activities: .activity
        }
    }

    /// RFC 5322, section 3.3.
    private static func mailDate(_ time: Timestamp) -> String {
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let parts = time.description.split(separator: "T")
        let day = parts[0].split(separator: "-")
        return "\(day[2]) \(months[Int(day[1])! - 1]) \(day[0]) \(parts[1].dropLast()) GMT"
    }
}

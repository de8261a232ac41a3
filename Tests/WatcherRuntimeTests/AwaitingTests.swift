import ConfigLoading
import Ledger
import LoopbackServer
import Testing
import TriggerModel

@testable import WatcherRuntime

@Suite("An item that waits for a further document", .timeLimit(.minutes(2)))
struct AwaitingTests {
    private static let headline = "Northgate Mills writes to its neighbours"

    private static let article = """
        <!doctype html><html><head><title>\(headline)</title></head><body><article><h1>\(headline)</h1>
        <p>Northgate Mills said on Monday that it has opened a second line at its works on the river, which will take
        flour from the northern farms and turn it into the doughs that its customers have asked for since spring.</p>
        <p>The company names Jane Roe chief financial officer with immediate effect, the board said in the same notice,
        and thanks her predecessor, who looked after its books for more than eleven years.</p></article></body></html>
        """

    /// A world with a feed of one headline, whose article is at `/article`.
    private static func world(_ article: LoopbackRoute?, robots: String? = nil) async throws -> (PollingWorld, Source) {
        let server = try LoopbackServer()
        let entry = FeedPage.Entry(
            id: "urn:one", link: server.url("/article"), title: headline, date: WatchWorld.now.adding(seconds: -600))
        server.setRoute("/feed", FeedPage(entries: [entry]).route)
        server.setRoute("/article", article)
        if let robots { server.setRoute("/robots.txt", .text(robots)) }
        let source = Source(
            id: "wire", kind: .feed, url: server.url("/feed"), name: "wire", publisher: "wire", fetchesArticles: true)
        return (try PollingWorld([source], server: server), source)
    }

    private static func page(_ text: String) -> LoopbackRoute { .text(text, type: "text/html; charset=utf-8") }

    @Test func `is judged with its article, once`() async throws {
        let (world, source) = try await Self.world(Self.page(Self.article))
        try await world.cycle()
        let item = try #require(try world.items(source).first)
        #expect(item.item.content?.contains("The company names Jane Roe") == true)
        #expect(item.item.title == Self.headline)
        #expect(item.outcome != .awaiting)
        try await world.cycle(after: 3600)
        #expect(world.server.requests(for: "/article").count == 1)
        let day = try world.ledger.conservation(on: world.now.day)
        #expect(day.items.awaiting == 1)
        #expect(day.settled.items == 1)
        #expect(day.isBalanced)
    }

    @Test func `that is edited meanwhile is judged once, by its new words, and keeps its alert`() async throws {
        let (world, source) = try await Self.world(.always(.text("later", status: 503)))
        try await world.cycle()
        let edited = FeedPage.Entry(
            id: "urn:one", link: world.server.url("/article"),
            title: "Northgate Mills names Jane Roe chief financial officer",
            date: WatchWorld.now.adding(seconds: -600))
        world.server.setRoute("/feed", FeedPage(entries: [edited]).route)
        try await world.cycle(after: 1200)
        #expect(try world.ledger.status(on: world.now.day).awaiting == 1)
        #expect(try world.alerts() == [])
        world.server.setRoute("/article", Self.page(Self.article))
        for _ in 0..<3 { try await world.cycle(after: 1800) }
        let item = try #require(try world.items(source).first)
        #expect(item.outcome == .alerted)
        #expect(item.revisions == 1)
        #expect(try world.alerts().map(\.account.id) == ["northgate"])
        let day = try world.ledger.conservation(on: world.now.day)
        #expect(day.settled.alerted == 1)
        #expect(day.isBalanced)
    }

    @Test func `is judged by its headline at once where the article may not be read`() async throws {
        let (world, source) = try await Self.world(
            Self.page(Self.article), robots: "User-agent: *\nDisallow: /article\n")
        try await world.cycle()
        let item = try #require(try world.items(source).first)
        #expect(item.item.content == nil)
        #expect(item.gate?.gate == "no-cue")
        #expect(world.server.requests(for: "/article").isEmpty)
    }

    @Test(
        "is judged by its headline at once where the article will not come",
        arguments: [404, 410, 401])
    func gone(_ status: Int) async throws {
        let (world, source) = try await Self.world(.always(.text("no", status: status)))
        try await world.cycle()
        #expect(try world.items(source).first?.outcome == .gated)
        #expect(world.server.requests(for: "/article").count == 1)
    }

    @Test func `gives up on a page that is not the article after three looks`() async throws {
        let consent = """
            <!doctype html><html><head><title>Before you continue</title></head><body><h1>We value your privacy</h1>
            <form><button>Accept all cookies</button></form></body></html>
            """
        let (world, source) = try await Self.world(Self.page(consent))
        for _ in 0..<AwaitedArticle.attempts { try await world.cycle(after: 1200) }
        #expect(world.server.requests(for: "/article").count == AwaitedArticle.attempts)
        let item = try #require(try world.items(source).first)
        #expect(item.item.content == nil)
        #expect(item.outcome == .gated)
        try await world.cycle(after: 1200)
        #expect(world.server.requests(for: "/article").count == AwaitedArticle.attempts)
        // The source answers, and all that it leads to is closed: only this fault tells.
        let fault = try #require(try world.fault(source, FaultKind.unread))
        #expect(fault.detail.contains("/article could not be read (consent"))
        #expect(fault.detail.contains("in 3 attempts; its item was judged without it"))

        // It closes with the next article that can be read.
        let title = "Northgate Mills writes to its neighbours again"
        let next = FeedPage.Entry(id: "urn:two", link: world.server.url("/two"), title: title, date: world.now)
        world.server.setRoute("/feed", FeedPage(entries: [next]).route)
        world.server.setRoute("/two", Self.page(Self.article.replacing(Self.headline, with: title)))
        try await world.cycle(after: 3600)
        #expect(try world.faults(source) == [])
    }

    @Test("that is kept away from us opens a fault, one that is gone does not", arguments: [(404, false), (401, true)])
    func blocked(_ status: Int, _ isFault: Bool) async throws {
        let (world, source) = try await Self.world(.always(.text("no", status: status)))
        let summary = try await world.cycle()
        #expect(summary.settled == 1)
        #expect(try world.faults(source) == (isFault ? [FaultKind.unread] : []))
    }

    @Test func `opens a fault where five in a row are gone, which the next one that is there closes`() async throws {
        let (world, source) = try await Self.world(nil)
        var faults: [[String]] = []
        for number in 1...6 {
            let title = "Northgate Mills writes letter \(number) to its neighbours"
            let link = world.server.url("/article/\(number)")
            let page = FeedPage(entries: [
                FeedPage.Entry(id: "urn:\(number)", link: link, title: title, date: world.now)
            ])
            world.server.setRoute("/feed", page.route)
            if number == 6 {
                world.server.setRoute("/article/6", Self.page(Self.article.replacing(Self.headline, with: title)))
            }
            try await world.cycle(after: 3600)
            faults.append(try world.faults(source))
            if number == 5 {
                let detail = try #require(try world.fault(source, FaultKind.unread)).detail
                #expect(detail.hasPrefix("none of the last 5 pages that its items link to was there; the last one was"))
            }
        }
        #expect(faults == [[], [], [], [], ["unread"], []])
    }

    @Test func `is judged by its headline when the deadline passes, whatever the server does`() async throws {
        let (world, source) = try await Self.world(.always(.text("later", status: 503)))
        var last = 0
        for _ in 0..<AwaitedArticle.patience / 600 {
            try await world.cycle(after: 600)
            let asked = world.server.requests(for: "/article").count
            #expect(asked - last <= 1)
            last = asked
        }
        #expect((2...8).contains(last))
        try await world.cycle(after: 600)
        #expect(try world.items(source).first?.outcome == .gated)
        #expect(world.server.requests(for: "/article").count == last)
        #expect(try world.ledger.status(on: world.now.day).awaiting == 0)
    }

    @Test func `of a source that was taken out is judged at its deadline`() async throws {
        let (world, source) = try await Self.world(.always(.text("later", status: 503)))
        try await world.cycle()
        var without = world.watch
        without.configuration.sources = []
        let poller = SourcePoller(
            engine: without.engine, place: without.place, fetcher: world.poller.fetcher, thread: world.poller.thread,
            clock: world.poller.clock)
        let cycle = WatchCycle(poller: poller, options: CycleOptions(), progress: { _ in })
        world.time.move(by: 3600)
        _ = try await cycle.run()
        #expect(try world.ledger.status(on: world.now.day).awaiting == 1)
        world.time.move(by: AwaitedArticle.patience)
        _ = try await cycle.run()
        #expect(try world.items(source).first?.outcome == .gated)
    }

    // MARK: Filings

    private static let folder = "/Archives/edgar/data/9900001/000990000126000007/"
    private static let accession = "0009900001-26-000007"

    private static func list(_ base: String) -> String {
        """
        <?xml version="1.0" encoding="ISO-8859-1" ?><feed xmlns="http://www.w3.org/2005/Atom"><title>Latest Filings</title>
        <entry><title>8-K - Northgate Mills, Inc. (0009900001) (Filer)</title>
        <link rel="alternate" type="text/html" href="\(base)\(folder)\(accession)-index.htm"/>
        <summary type="html">&lt;b&gt;Filed:&lt;/b&gt; 2026-11-23 &lt;b&gt;AccNo:&lt;/b&gt; \(accession)</summary>
        <updated>2026-11-23T09:31:08-05:00</updated>
        <category scheme="https://www.sec.gov/" label="form type" term="8-K"/>
        <id>urn:tag:sec.gov,2008:accession-number=\(accession)</id></entry></feed>
        """
    }

    private static let index = """
        <!DOCTYPE html><html><head><title>EDGAR Filing Documents for \(accession)</title></head><body>
        <div class="formDiv"><div id="formHeader"><div id="formName"><strong>Form 8-K</strong> - Current report:</div>
        <div id="secNum"><strong>SEC Accession No.</strong> \(accession)</div></div>
        <div class="formContent"><div class="formGrouping"><div class="infoHead">Filing Date</div><div class="info">2026-11-23</div>
        <div class="infoHead">Accepted</div><div class="info">2026-11-23 09:31:08</div></div>
        <div class="formGrouping"><div class="infoHead">Period of Report</div><div class="info">2026-11-20</div></div>
        <div class="formGrouping"><div class="infoHead">Items</div><div class="info">Item 5.02: Departure<br />Item 9.01: Exhibits<br /></div></div></div>
        <table class="tableFile" summary="Document Format Files"><tr><th>Seq</th><th>Description</th><th>Document</th><th>Type</th><th>Size</th></tr>
        <tr><td>1</td><td>CURRENT REPORT</td><td><a href="\(folder)northgate-8k.htm">northgate-8k.htm</a></td><td>8-K</td><td>2431</td></tr>
        <tr><td>2</td><td></td><td><a href="\(folder)ex991.htm">ex991.htm</a></td><td>EX-99.1</td><td>1601</td></tr></table>
        <div class="filerDiv"><div class="mailer">Business Address <span class="mailerAddress">CHICAGO <span class="mailerAddress">IL</span> 60601</span></div>
        <div class="companyInfo"><span class="companyName">Northgate Mills, Inc. (Filer)
        <acronym title="Central Index Key">CIK</acronym>: <a href="/cgi-bin/browse-edgar?CIK=0009900001">0009900001 (see all company filings)</a></span>
        <p class="identInfo">State of Incorp.: <strong>DE</strong></p></div></div></body></html>
        """

    private static let report = """
        <html><head><title>8-K</title></head><body><div>FORM 8-K</div>
        <div>Date of Report (Date of earliest event reported): November 20, 2026</div><div>Northgate Mills, Inc.</div>
        <div>Item 5.02 Departure of Directors or Certain Officers; Election of Directors; Appointment of Certain Officers.</div>
        <div>On November 20, 2026, Northgate Mills, Inc. appointed Jane Roe as chief financial officer.</div>
        <div>Item 9.01 Financial Statements and Exhibits</div><div>99.1 Press release</div>
        <div>SIGNATURE</div><div>By: /s/ Ann Reed</div></body></html>
        """

    private static let release = """
        <html><head><title>ex991</title></head><body><p>Exhibit 99.1</p><p>FOR IMMEDIATE RELEASE</p>
        <p><b>Northgate Mills names Jane Roe chief financial officer</b></p>
        <p>CHICAGO, November 20, 2026 - Northgate Mills said today that Jane Roe will join the company.</p></body></html>
        """

    @Test func `of EDGAR goes from entry to index page to report to press release`() async throws {
        let server = try LoopbackServer()
        var source = Source(
            id: "edgar", kind: .filing, url: server.url("/cgi-bin/browse-edgar?action=getcurrent&output=atom"),
            name: "edgar",
            publisher: "sec", isFirstHand: true)
        source.forms = ["8-K"]
        let routes = [
            "/cgi-bin/browse-edgar": (Self.list(server.baseURL), "application/atom+xml"),
            Self.folder + Self.accession + "-index.htm": (Self.index, "text/html"),
            Self.folder + "northgate-8k.htm": (Self.report, "text/html"),
            Self.folder + "ex991.htm": (Self.release, "text/html"),
        ]
        for (path, (text, type)) in routes { server.setRoute(path, .text(text, type: type)) }
        let world = try PollingWorld([source], server: server)
        try await world.cycle()
        let asked = server.requests.map(\.path).filter { $0.hasPrefix("/Archives") }
        #expect(
            asked == [
                Self.folder + Self.accession + "-index.htm", Self.folder + "northgate-8k.htm",
                Self.folder + "ex991.htm",
            ])
        let stored = try #require(try world.items(source).first)
        let filing = try #require(stored.item.filing)
        #expect(filing.items == ["5.02", "9.01"])
        #expect(filing.period == CalendarDay("2026-11-20"))
        #expect(filing.sections.map(\.code) == ["5.02", "9.01", "EX-99.1"])
        #expect(stored.item.content?.contains("Jane Roe will join the company") == true)
        #expect(try world.alerts().map(\.account.id) == ["northgate"])
        #expect(try world.ledger.conservation(on: world.now.day).isBalanced)

        // The same list again and again brings nothing twice.
        try await world.cycle(after: 3600)
        #expect(server.requests.count { $0.path.hasPrefix("/Archives") } == 3)
        #expect(try world.alerts().count == 1)
    }

    @Test func `of EDGAR whose documents do not come is judged by its entry at the deadline`() async throws {
        let server = try LoopbackServer()
        let source = Source(
            id: "edgar", kind: .filing, url: server.url("/cgi-bin/browse-edgar?action=getcurrent&output=atom"),
            name: "edgar",
            publisher: "sec", isFirstHand: true)
        server.setRoute("/cgi-bin/browse-edgar", .text(Self.list(server.baseURL), type: "application/atom+xml"))
        let world = try PollingWorld([source], server: server)
        for _ in 0..<8 { try await world.cycle(after: 3600) }
        #expect(try world.items(source).first?.outcome == .gated)
        #expect(try world.ledger.status(on: world.now.day).awaiting == 0)
    }
}

import Testing
import TriggerModel

@testable import SourceParsing

struct PageFitnessTests {
    private static let prose = String(
        repeating:
            "<p>The works in Leeds make pumps for breweries, and the people there have done so for forty years.</p>",
        count: 40)
    private static let menu = (0..<40).map { "<li><a href=\"/\($0)\">Part \($0)</a></li>" }.joined()

    private func judge(
        _ page: String, status: Int = 200, marker: String? = nil, least: Int = 0, rows: Int? = 0
    ) -> PageFitness {
        PageFitness.judge(
            bytes: Array(page.utf8), contentType: "text/html; charset=utf-8", status: status,
            shape: SourceShape(marker: marker, minimumRows: least), rows: rows)
    }

    private func kind(_ fitness: PageFitness) -> String {
        if case .unfit(let kind, let detail) = fitness { return detail.isEmpty ? "without a detail" : kind.rawValue }
        return "fit"
    }

    @Test(
        "What stands in the way has a name",
        arguments: [
            ("<title>Just a moment...</title><script src='/cdn-cgi/challenge-platform/x.js'></script>", "blocked"),
            (
                "<html><body><script src='https://www.google.com/recaptcha/api.js'></script><form>Please wait</form>",
                "blocked"
            ),
            (
                "<html><head><title>www.x.example</title></head><body><iframe src='/_Incapsula_Resource?x'></iframe>",
                "blocked"
            ),
            ("<title>Zugriff verweigert</title><p>Referenz 12</p>", "blocked"),
            (
                "<html><title>x</title><h1>We have noticed unusual traffic</h1><p>Show that you are one of us.</p>",
                "blocked"
            ),
            ("<title>Kiln</title><form><input name=u><input type=PASSWORD name=p></form>", "login"),
            ("<title>Anmelden - Kiln</title><form><input name=username><button>Weiter</button></form>", "login"),
            ("<title>Kiln</title><h1>Connexion</h1><form><input type=email name=email></form>", "login"),
            ("<title>429</title><h1>Too Many Requests</h1>", "rate-limited"),
            ("<html><body><p>Trop de requêtes, attendez.</p></body></html>", "rate-limited"),
            ("<title>Page not found | Kiln</title>" + menu, "not-found"),
            ("<title>Kiln</title><h1>Seite nicht gefunden</h1><ul>" + menu + "</ul>", "not-found"),
            ("<title>404</title><p>Hm.</p>", "not-found"),
            ("<title>Kiln</title><h1>ページが見つかりません</h1>", "not-found"),
            ("<title>Kiln</title><h1>Wartungsarbeiten</h1><p>Wir sind gleich zurück.</p>", "server-error"),
            ("<title>502 Bad Gateway</title><center>nginx</center>", "server-error"),
            (
                "<title>Before you continue</title><form action='https://consent.kiln.example/save'><button>Accept</button></form>",
                "unfit"
            ),
            (
                "<title>Kiln</title><script src='https://cdn.cookiebot.com/x.js'></script><p>Accept cookies to go on.</p>",
                "unfit"
            ),
            ("<title>Kiln</title><div id=root></div><script src=/main.js></script>", "unfit"),
            (
                "<title>Kiln</title><noscript>You need to enable JavaScript to run this app.</noscript><script>1</script>",
                "unfit"
            ),
            ("<title>Kiln</title><meta http-equiv=refresh content='0; URL=/elsewhere'>", "unfit"),
            ("", "empty"), ("  \n", "empty"),
        ])
    func obstacles(_ page: String, _ expected: String) {
        #expect(kind(judge(page)) == expected)
        #expect(kind(judge(page, rows: nil)) == expected)
        // Rows prove the page, whatever stands around them.
        if !page.isEmpty { #expect(judge(page, rows: 3) == .fit) }
    }

    @Test(
        "A sound page stays fit, whatever it speaks of",
        arguments: [
            "<title>Kiln answers 404 and other captchas: access denied no more</title>" + prose,
            "<title>News</title><h1>News</h1><form><input type=password></form><ul>" + menu + "</ul>" + prose,
            "<title>News</title><script src='https://www.google.com/recaptcha/api.js'></script><div id=onetrust>cookie</div>"
                + prose,
            "<title>News about maintenance of pumps</title>" + prose,
            "<html><title>Search</title><h1>Notices</h1><p>There are no notices for the selected time.</p>",
        ])
    func sound(_ page: String) {
        #expect(judge(page, rows: nil) == .fit)
    }

    @Test func `no rows on a sound page mean that its layout changed, unless it says that there are none`() {
        #expect(kind(judge("<title>News</title><h1>News</h1><ul>\(Self.menu)</ul>\(Self.prose)")) == "layout-changed")
        #expect(judge("<title>Search</title><p>Your search gave no results.</p>\(Self.prose)") == .fit)
    }

    @Test func `marker and rows are what the source's shape says`() {
        let page = "<title>News</title>" + Self.prose
        #expect(judge(page, marker: "brew", rows: 12) == .fit)
        #expect(
            judge(page, marker: "Notices", rows: 12)
                == .unfit(.unfit, detail: "the marker \"Notices\" is not on it"))
        #expect(
            judge(page, least: 5, rows: 1) == .unfit(.unfit, detail: "1 row where at least 5 are expected"))
        #expect(judge(page, least: 5, rows: 5) == .fit)
    }

    @Test(
        "Statuses that are no success are named as fetching names them",
        arguments: [
            (200, "fit"), (203, "fit"), (401, "login"), (403, "blocked"), (404, "not-found"), (410, "gone"),
            (429, "rate-limited"), (503, "server-error"), (302, "unfit"),
        ])
    func statuses(_ status: Int, _ expected: String) {
        #expect(kind(judge("<title>News</title>" + Self.prose, status: status, rows: 3)) == expected)
    }

    @Test func `other formats are asked for marker and rows only`() {
        func judge(_ text: String, marker: String? = nil, least: Int = 0, rows: Int) -> PageFitness {
            PageFitness.judge(
                bytes: Array(text.utf8), contentType: nil, status: 200,
                shape: SourceShape(marker: marker, minimumRows: least), rows: rows)
        }
        #expect(judge("{\"results\":[]}", rows: 0) == .fit)
        #expect(kind(judge("{\"results\":[1]}", least: 2, rows: 1)) == "unfit")
        #expect(kind(judge("Company,Date\n", marker: "Employer", rows: 0)) == "unfit")
        #expect(kind(judge("<html><title>Just a moment...</title>", rows: 0)) == "blocked")
    }

    @Test(
        "Hostile pages end soon",
        arguments: [
            "<a href=x>", "<div id=root>", "captcha ", "<input type=", "<h1>", "__dd_incapsula_resourc", "<noscript>",
        ])
    func hostile(_ piece: String) {
        let page = String(repeating: piece, count: (4 << 20) / piece.utf8.count)
        #expect(processorTime { _ = judge(page) } < .seconds(30))
    }

    @Test(.enabled(if: Corpus.isThere, "the captured documents are not beside the repository"))
    func `captured articles and lists are fit`() throws {
        var unfit: [String: String] = [:]
        var pages = 0
        for path in try Corpus.paths() where path.hasPrefix("pages/") && path.hasSuffix(".html") {
            // Those in odd encodings hold a script and a word.
            if path.hasPrefix("pages/charset/") { continue }
            pages += 1
            let fitness = PageFitness.judge(
                bytes: try Corpus.bytes(path), contentType: nil, status: 200, shape: SourceShape(), rows: nil)
            if case .unfit(let kind, let detail) = fitness { unfit[path] = "\(kind.rawValue): \(detail)" }
        }
        #expect(pages > 60)
        #expect(unfit == [:])
    }
}

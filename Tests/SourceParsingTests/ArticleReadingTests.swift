import MarkupReading
import Testing
import TriggerModel

@testable import SourceParsing

struct ArticleReadingTests {
    private static let text = ArticlePageTests.text

    private func page(_ title: String, _ body: String, head: String = "") -> String {
        "<html lang=en-GB><head><title>\(title)</title>\(head)</head><body>\(body)</body></html>"
    }

    private func enrich(_ item: Item, _ page: String, url: String? = nil) -> Result<Item, ParseFault> {
        ArticleReading.enrich(
            item, with: Array(page.utf8), contentType: "text/html; charset=utf-8", url: url ?? item.url)
    }

    private static let headline = Item(
        source: "coast", id: "tag:coast.example,2026:1", url: "https://coast.example/2026/kelp?from=rss",
        title: "Kelp & Co to close its packing line in Wick")

    @Test func `a headline gets text and facts of its page and keeps what it is`() throws {
        let head = """
            <link rel=canonical href=/2026/kelp><meta name=description content='The packer leaves.'>
            <meta property=article:published_time content='2026-05-06T07:00:00Z'><meta name=author content='Ina Holm'>
            """
        let page = page("Kelp &amp; Co to close its packing line in Wick - Coast", ArticlePageTests.story, head: head)
        #expect(
            try enrich(Self.headline, page).get()
                == Item(
                    source: "coast", id: "tag:coast.example,2026:1", url: "https://coast.example/2026/kelp?from=rss",
                    title: "Kelp & Co to close its packing line in Wick", summary: "The packer leaves.",
                    content: Self.text,
                    published: Timestamp(rfc3339: "2026-05-06T07:00:00Z"), authors: ["Ina Holm"], language: "en-GB"))
    }

    @Test func `what the item has stays, except what its feed has cut`() throws {
        var item = Self.headline
        item.title = "Kelp & Co to close its packing line in Wi…"
        item.summary = "The packer leaves the harbour [...]"
        item.published = Timestamp(rfc3339: "2026-05-05T00:00:00Z")
        item.authors = ["Bo Ek"]
        item.language = "en"
        let head = """
            <meta name=description content='The packer leaves the harbour where it began.'><meta name=author content='Ina Holm'>
            <meta name=date content=2026-05-06>
            """
        let page = page("Kelp &amp; Co to close its packing line in Wick", ArticlePageTests.story, head: head)
        var expected = item
        expected.title = "Kelp & Co to close its packing line in Wick"
        expected.summary = "The packer leaves the harbour where it began."
        expected.content = Self.text
        #expect(try enrich(item, page).get() == expected)
    }

    @Test func `a page that shows its first lines does not replace the whole text`() throws {
        var item = Self.headline
        item.content = String(repeating: Self.text + "\n", count: 3)
        let page = page("Kelp &amp; Co to close its packing line in Wick", ArticlePageTests.story)
        #expect(try enrich(item, page).get().content == item.content)
    }

    @Test func `a page with another headline is the article where the text tells it`() throws {
        var item = Self.headline
        item.title = "Seaweed packer to close line in Wick at end of June"
        #expect(try enrich(item, page("Harbour loses ninety", ArticlePageTests.story)).get().content == Self.text)
    }

    struct Refusal: CustomTestStringConvertible, Sendable {
        var name: String
        var title: String
        var body: String
        var url: String?
        var reason: ParseFault.Reason
        var testDescription: String { name }
    }

    static let refusals = [
        Refusal(
            name: "a challenge", title: "Just a moment...", body: "<p>Enable JavaScript and cookies to continue</p>",
            reason: .challenge),
        Refusal(
            name: "a login", title: "Coast Daily",
            body: "<form><input type=\"password\" name=p></form><p>Welcome back.</p>",
            reason: .login),
        Refusal(
            name: "a wall under the headline", title: "Kelp & Co to close its packing line in Wick",
            body: "<h1>Kelp & Co to close its packing line in Wick</h1><p>Subscribe to continue reading.</p>",
            reason: .login),
        Refusal(
            name: "a question about cookies", title: "Before you continue",
            body:
                "<p>We and our partners store and access information on your device. You can reject all of it here.</p>",
            reason: .consent),
        Refusal(name: "an error", title: "404 - Page not found", body: "<p>It is gone.</p>", reason: .errorPage),
        Refusal(
            name: "the front page", title: "Coast Daily", body: ArticlePageTests.story, url: "https://coast.example/",
            reason: .frontPage),
        Refusal(
            name: "another article", title: "Herring season opens",
            body: String(
                repeating: "<p>The boats came in full on Monday, for the first time this year, and nobody minded.</p>",
                count: 5),
            reason: .otherArticle),
        Refusal(
            name: "the headline alone", title: "Kelp & Co to close its packing line in Wick", body: "<p>More soon.</p>",
            reason: .noText),
    ]

    @Test("What is not the article is refused by name", arguments: refusals)
    func refuses(_ refusal: Refusal) {
        guard case .failure(let fault) = enrich(Self.headline, page(refusal.title, refusal.body), url: refusal.url)
        else {
            Issue.record("accepted")
            return
        }
        #expect(fault.reason == refusal.reason, "\(fault)")
    }

    @Test(
        "what is no page is refused",
        arguments: ["%PDF-1.7 x", "{\"a\":1}", "<?xml version='1.0'?><rss><channel></channel></rss>"])
    func noPage(_ text: String) {
        guard case .failure(let fault) = enrich(Self.headline, text) else {
            Issue.record("accepted")
            return
        }
        #expect(fault.reason == .otherKind)
    }

    @Test func `headlines in scripts without spaces are compared, too`() throws {
        var item = Self.headline
        item.title = "海藻工場が六月に閉鎖、九十人が失職"
        let body = "<p>" + String(repeating: "海藻工場の閉鎖は六月末に行われる、と会社は水曜日に従業員に伝えた。", count: 4) + "</p>"
        #expect(try enrich(item, page("海藻工場が六月に閉鎖", body)).get().content != nil)
        guard
            case .failure(let fault) = enrich(
                item, page("鰊の季節が始まる", "<p>" + String(repeating: "船は月曜日に満載で戻った。", count: 12) + "</p>"))
        else {
            Issue.record("accepted")
            return
        }
        #expect(fault.reason == .otherArticle)
    }
}

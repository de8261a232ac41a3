import MarkupReading
import TriggerModel

/// An article's page: title, main text, date, authors, language, topics and canonical address.
///
/// Each is taken from where pages state it best: JSON-LD (schema.org), then Open Graph and other metadata, then
/// microdata and `time`, then what the page shows.
enum ArticlePage {
    static func read(_ text: DecodedText, _ input: ParseInput) -> Result<ParsedDocument, ParseFault> {
        guard let tree = HTMLTree(text, limits: input.limits) else {
            return .failure(ParseFault(.notRecognised, "not an HTML page", damages: text.damages))
        }
        guard let item = item(tree, input) else {
            return .failure(ParseFault(.damaged, "a page without title and text", damages: tree.damages))
        }
        let feed = FeedDescription(title: item.title, url: item.url, language: item.language, format: "HTML page")
        return .success(
            ParsedDocument(
                kind: .article, feed: feed, items: [item], damages: tree.damages, encoding: text.encoding,
                counts: EntryCounts(seen: 1, items: 1)))
    }

    private static func item(_ tree: HTMLTree, _ input: ParseInput) -> Item? {
        let meta = ArticleMeta(tree)
        let linked = ArticleLinkedData(tree, maximumDepth: input.limits.depth)
        let sites = siteNames(meta, linked)
        let title = title(tree, meta, linked, sites)
        let summary = meta.first(of: ["og:description", "description", "twitter:description"]) ?? linked.description
        let text = MainText(title: title, told: linked.body, summary: summary).read(tree)
        let content = text.map { withoutHeading($0, title) }
        guard title != nil || content != nil else { return nil }
        // What the page shows is looked at only where its data leave something open.
        lazy var byline = tree.root.map(ArticleByline.init)
        let url = address(tree, meta, linked, input)
        var item = Item(
            source: input.sourceName, id: url ?? "", url: url, title: title, summary: summary, content: content,
            published: published(meta, linked) ?? byline?.published ?? url.flatMap(dateInPath)
                ?? content.flatMap(dateInDateline),
            updated: updated(meta, linked), authors: authors(meta, linked, sites, shown: byline?.authors ?? []),
            categories: topics(meta, linked),
            language: language(tree, meta, linked))
        if item.id.isEmpty { item.id = ItemIdentity.hash(of: item) }
        return item
    }

    // MARK: - Title

    private static func siteNames(_ meta: ArticleMeta, _ linked: ArticleLinkedData) -> [String] {
        [
            meta["og:site_name"], meta["application-name"], meta["apple-mobile-web-app-title"],
            meta["al:android:app_name"],
        ]
        .compactMap { $0 } + linked.publishers
    }

    private static func title(
        _ tree: HTMLTree, _ meta: ArticleMeta, _ linked: ArticleLinkedData, _ sites: [String]
    ) -> String? {
        let headings = tree.elements(.heading).prefix(20).compactMap { $0.readableText(isSingleLine: true) }
        return ArticleTitle(
            given: [
                meta["og:title"], linked.headline,
                meta.first(of: ["twitter:title", "dc.title", "sailthru.title", "title"]),
            ].compactMap { $0 }, headings: headings, window: PageBase.title(tree), sites: sites
        ).best()
    }

    /// A text that begins with its own headline, without it.
    private static func withoutHeading(_ text: String, _ title: String?) -> String {
        guard let title, let end = text.firstIndex(of: "\n"),
            WordHashes(String(text[..<end])).hashes == WordHashes(title).hashes
        else { return text }
        return String(text[text.index(after: end)...])
    }

    // MARK: - Address

    private static func address(
        _ tree: HTMLTree, _ meta: ArticleMeta, _ linked: ArticleLinkedData, _ input: ParseInput
    ) -> String? {
        let base = PageBase.of(tree, documentURL: input.url)
        let link = tree.elements(.link).lazy
            .compactMap { $0.attribute("rel")?.lowercased() == "canonical" ? $0.attribute("href") : nil }.first
        for candidate in [link, meta["og:url"], linked.url] {
            guard let url = candidate.flatMap({ WebAddress.absolute($0, against: base) }), WebAddress.isWeb(url) else {
                continue
            }
            // A template that calls every page of the site its front page.
            if isFrontPage(url), let own = input.url, !isFrontPage(own) { continue }
            return url
        }
        return input.url
    }

    private static func isFrontPage(_ url: String) -> Bool {
        guard let host = url.firstPlace(of: "://") else { return false }
        let path = url[host.upperBound...].drop { $0 != "/" }
        return path.isEmpty || path == "/"
    }

    // MARK: - Dates

    private static let publishedNames = [
        "article:published_time", "og:article:published_time", "datepublished", "og:published_time", "og:pubdate",
        "article.published", "article:published", "pubdate", "publishdate", "publish_date", "publish-date",
        "publication_date", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "cse_publication_date",
        "dc.date.issued", "dcterms.date", "dcterms.created", "dc.date", "dc.date.created", "date", "displaydate",
        "originalpublicationdate", "article_date_original", "rnews:datepublished", "timestamp", "last-modified-date",
        "citation_publication_date", "citation_date", "article.created",
    ]

    private static func published(_ meta: ArticleMeta, _ linked: ArticleLinkedData) -> Timestamp? {
        linked.published.flatMap(DateReading.timestamp)
            ?? publishedNames.lazy.compactMap { meta[$0].flatMap(DateReading.timestamp) }.first
    }

    private static func updated(_ meta: ArticleMeta, _ linked: ArticleLinkedData) -> Timestamp? {
        let values = [linked.modified, meta["article:modified_time"], meta["datemodified"], meta["og:updated_time"]]
        return values.lazy.compactMap { $0.flatMap(DateReading.timestamp) }.first
    }

    /// The day of a press release, which stands at the start of its text: `OSLO, March 4, 2026 /Wire/ -- …`.
    private static func dateInDateline(_ text: String) -> Timestamp? {
        for line in text.utf8.prefix(1024).split(separator: 0x0A).prefix(3) {
            let start = Array(line.prefix(160))[...]
            let marks: [StaticString] = ["--", "—", "–", "/", "("]
            guard let end = marks.compactMap({ start.firstPlace(of: $0) }).min() else { continue }
            if let date = DateReading.firstDate(in: String(decoding: start[..<end], as: UTF8.self)) { return date }
        }
        return nil
    }

    /// The day in an address: `/2026/03/14/`, `/2026-03-14-`, `/20260314/`.
    private static func dateInPath(_ url: String) -> Timestamp? {
        let parts = url.utf8.split(separator: UInt8(ascii: "/")).dropFirst().map { Array($0) }
        func number(_ bytes: ArraySlice<UInt8>, _ count: Int) -> Int? {
            guard bytes.count == count, bytes.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
            return bytes.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        }
        func day(_ year: Int?, _ month: Int?, _ day: Int?) -> Timestamp? {
            guard let year, let month, let day, (1990...2100).contains(year) else { return nil }
            return CalendarDay(year: year, month: month, day: day).map { Timestamp($0) }
        }
        for (index, part) in parts.enumerated() {
            if index + 2 < parts.count, let year = number(part[...], 4) {
                let found = day(year, number(parts[index + 1][...], 2), number(parts[index + 2].prefix(2), 2))
                if let found { return found }
            }
            guard part.count >= 8 else { continue }
            let isParted = part.count >= 10 && part[4] == UInt8(ascii: "-") && part[7] == UInt8(ascii: "-")
            let found =
                isParted
                ? day(number(part[0..<4], 4), number(part[5..<7], 2), number(part[8..<10], 2))
                : part.count == 8 ? day(number(part[0..<4], 4), number(part[4..<6], 2), number(part[6..<8], 2)) : nil
            if let found { return found }
        }
        return nil
    }

    // MARK: - People, topics, language

    private static let authorNames = [
        "author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl",
    ]

    private static func authors(
        _ meta: ArticleMeta, _ linked: ArticleLinkedData, _ sites: [String], shown: @autoclosure () -> [String]
    ) -> [String] {
        let named = authorNames.lazy.map(meta.all).first { !$0.allSatisfy(WebAddress.isWeb) } ?? []
        let choices = [AuthorNames.read(linked.authors), AuthorNames.read(named)]
        // A person before the house that publishes.
        func isPerson(_ names: [String]) -> Bool {
            !names.allSatisfy { name in sites.contains { AuthorNames.isSame($0, name) } }
        }
        if let people = choices.first(where: isPerson) { return people }
        let shown = shown()
        return isPerson(shown) ? shown : (choices + [shown]).first { !$0.isEmpty } ?? []
    }

    private static let mostTopics = 40

    private static func topics(_ meta: ArticleMeta, _ linked: ArticleLinkedData) -> [String] {
        let sections = linked.sections.isEmpty ? meta.all("article:section") : linked.sections
        var tags = linked.keywords
        for name in ["article:tag", "news_keywords", "parsely-tags", "sailthru.tags", "keywords"] where tags.isEmpty {
            tags = meta.all(name)
        }
        var topics: [String] = []
        // Some write their keywords as one text with commas.
        for text in sections + (tags.count == 1 ? tags[0].separated(by: tags[0].contains(";") ? ";" : ",") : tags) {
            guard let topic = text.trimmedOrNil, topic.utf8.count <= 100, topics.count < mostTopics else { continue }
            if !topics.contains(where: { $0.lowercased() == topic.lowercased() }) { topics.append(topic) }
        }
        return topics
    }

    private static func language(_ tree: HTMLTree, _ meta: ArticleMeta, _ linked: ArticleLinkedData) -> String? {
        let root = tree.root.flatMap { $0.attribute("lang") ?? $0.attribute("xml:lang") }?.trimmedOrNil
        let given =
            root ?? linked.language ?? meta.first(of: ["og:locale", "content-language", "dc.language", "language"])
        // Open Graph writes `en_GB`.
        return given.map { String($0.map { $0 == "_" ? "-" : $0 }) }
    }
}

import MarkupReading

/// A feed that a page names.
package struct FeedLink: Hashable, Sendable {
    /// Absolute.
    package var url: String
    package var title: String?
    /// Media type as declared; nil for a link in the text, which only looks like a feed's.
    package var type: String?

    package init(url: String, title: String? = nil, type: String? = nil) {
        self.url = url
        self.title = title
        self.type = type
    }
}

/// Finds the feeds of an HTML page.
package enum FeedDiscovery {
    /// Links of one page that are handed out at most.
    private static let most = 100

    /// First what the page declares (`<link rel="alternate">` with a feed's type, `rel="feed"`: WHATWG HTML 4.6.6.2,
    /// jsonfeed.org), then links in its text that look like a feed's; each group in the page's order, every address
    /// once. Empty where the bytes are no page or no address can be made absolute.
    package static func links(in bytes: [UInt8], contentType: String?, url: String?) -> [FeedLink] {
        links(in: TextDecoding.decode(bytes, contentType: contentType), url: url, limits: .standard)
    }

    static func links(in text: DecodedText, url: String?, limits: MarkupLimits) -> [FeedLink] {
        guard let tree = HTMLTree(text, limits: limits),
            let everything = try? XPathExpression("//base[@href] | //link[@href] | //a[@href]"),
            let nodes = try? tree.nodes(everything)
        else { return [] }
        let base =
            nodes.first { $0.isNamed("base") }?.attribute("href").flatMap { WebAddress.absolute($0, against: url) }
            ?? url
        var declared: [FeedLink] = []
        var likely: [FeedLink] = []
        for node in nodes {
            guard let href = node.attribute("href"), href.utf8.count <= longestAddress,
                let address = webAddress(href, base)
            else { continue }
            if node.isNamed("link") {
                guard let type = declaredType(node, address), declared.count < most else { continue }
                let title = node.attribute("title").flatMap {
                    PlainTextReader().text($0, as: .text, isSingleLine: true)
                }
                declared.append(FeedLink(url: address, title: title, type: type.isEmpty ? nil : type))
            } else if node.isNamed("a"), likely.count < most, looksLikeFeed(address) {
                likely.append(FeedLink(url: address, title: node.readableText(isSingleLine: true)))
            }
        }
        var seen: Set<String> = []
        return (declared + likely).filter { seen.insert($0.url).inserted }
    }

    /// What to say about a page that stands where a feed should be.
    static func message(for text: DecodedText, _ input: ParseInput) -> String {
        let links = links(in: text, url: input.url, limits: input.limits)
        guard !links.isEmpty else { return "an HTML page, not a feed" }
        let named = links.prefix(3).map { String($0.url.unicodeScalars.prefix(200)) }.joined(separator: ", ")
        let more = links.count > 3 ? " and \(links.count - 3) more" : ""
        return "an HTML page, not a feed; it names these feeds: \(named)\(more)"
    }

    // MARK: - One link

    /// `feed:` is the scheme that readers used to be started with: `feed://host/x` and `feed:https://host/x`.
    private static func webAddress(_ href: String, _ base: String?) -> String? {
        var href = href
        if href.startsIgnoringCase("feed:") {
            href = String(href.dropFirst(5))
            if href.hasPrefix("//") { href = "http:" + href }
        }
        return WebAddress.absolute(href, against: base).flatMap { WebAddress.isWeb($0) ? $0 : nil }
    }

    /// The type that makes a `link` element a feed's, empty for `rel="feed"` without one; nil where it is none.
    private static func declaredType(_ node: HTMLNode, _ address: String) -> String? {
        let relations = (node.attribute("rel") ?? "").lowercased().split { $0 == " " || $0 == "\t" || $0 == "\n" }
        let isFeed = relations.contains("feed")
        guard isFeed || relations.contains("alternate"), !relations.contains("stylesheet") else { return nil }
        let type =
            (node.attribute("type") ?? "").split(separator: ";").first.flatMap { $0.trimmedOrNil }?.lowercased() ?? ""
        if types.contains(type) { return type }
        // Plain JSON is also how content systems announce the interface behind a page.
        if type == "application/json", !address.contains("/wp-json/") { return type }
        return isFeed ? type : nil
    }

    private static let types: Set<String> = [
        "application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml",
        "application/x.atom+xml", "application/x-atom+xml", "application/rss", "application/atom", "application/xml",
        "text/xml", "text/rss+xml", "text/atom+xml", "text/rss",
    ]

    /// Longer addresses are data, not places.
    private static let longestAddress = 2048
    private static let marks: [StaticString] = [
        "feed=", "format=rss", "format=atom", "type=rss", "output=rss", "output=atom",
    ]

    /// By the end of its path and by its query.
    private static func looksLikeFeed(_ address: String) -> Bool {
        let withoutFragment = address.prefix { $0 != "#" }
        guard let authority = withoutFragment.firstIndex(of: ":").map({ withoutFragment[$0...].dropFirst(3) }) else {
            return false
        }
        let rest = (authority.firstIndex(of: "/").map { authority[$0...] } ?? "").lowercased()
        let path = rest.prefix { $0 != "?" }
        let query = rest.dropFirst(path.count)
        // A button that hands the feed to somebody else's reader carries the feed's address within its own.
        if query.contains(bytes: "http") || path.contains(bytes: "http:") { return false }
        let words = path.split(separator: "/")
        let last = words.last ?? ""
        if last.hasPrefix("sitemap") || last.hasSuffix("wp-json") { return false }
        if ["feed", "feeds", "rss", "rss2", "atom", "feed.json", "rss.php", "feed.php"].contains(last) { return true }
        if [".rss", ".atom", ".rdf", ".xml"].contains(where: { last.hasSuffix($0) }) { return true }
        return marks.contains { query.contains(bytes: $0) }
    }
}

import MarkupReading

/// Finds the part of a page that is its article: where most of the paragraphs' text stands that is not links.
enum MainText {
    static func of(_ tree: HTMLTree) throws(XPathFault) -> String? {
        let stated = try tree.nodes(XPathExpression("//*[@itemprop='articleBody']"))
        if let text = best(stated), text.utf8.count > 250 { return text }
        var scores: [Int: (node: HTMLNode, score: Int)] = [:]
        for paragraph in try tree.nodes(XPathExpression("//p | //pre | //blockquote | //li")).prefix(20_000) {
            guard !isAside(paragraph), let text = paragraph.readableText(isSingleLine: true) else { continue }
            let links = try tree.nodes(XPathExpression("descendant::a"), from: paragraph)
                .reduce(0) { $0 + ($1.readableText(isSingleLine: true)?.utf8.count ?? 0) }
            let own = text.utf8.count - 2 * links
            // A list entry counts only as prose.
            guard own > (paragraph.isNamed("li") ? 120 : 30) else { continue }
            var share = own
            var ancestor = paragraph.parent
            for _ in 0..<3 {
                guard let node = ancestor, !node.isNamed("body"), !node.isNamed("html") else { break }
                scores[node.identity, default: (node, 0)].score += share
                share = share * 7 / 10
                ancestor = node.parent
            }
        }
        // The inner one of equals, found first in the order of the document's addresses, must not depend on hashing.
        let winner = scores.values.max {
            ($0.score, $1.node.identity) < ($1.score, $0.node.identity)
        }
        if let winner, let text = winner.node.readableText(leavingOut: isAside), text.utf8.count > 120 { return text }
        let parts = try tree.nodes(XPathExpression("//article | //main | //body"))
        return best(parts)
    }

    /// The longest text of the nodes.
    private static func best(_ nodes: [HTMLNode]) -> String? {
        nodes.prefix(50).compactMap { $0.readableText(leavingOut: isAside) }.max { $0.utf8.count < $1.utf8.count }
    }

    /// What stands beside an article: navigation, forms, teasers, shares, comments.
    static func isAside(_ node: HTMLNode) -> Bool {
        for name: StaticString in ["nav", "aside", "footer", "form", "figure", "button", "header"]
        where node.isNamed(name) {
            // A header inside an article holds its title, which is kept elsewhere.
            return true
        }
        if let role = node.attribute("role"), asideRoles.contains(role) { return true }
        guard let label = node.attribute("class") ?? node.attribute("id") else { return false }
        let words = label.lowercased().split { $0 == " " || $0 == "-" || $0 == "_" || $0 == ":" }
        return words.contains { asideWords.contains(String($0)) }
    }

    private static let asideRoles: Set<String> = ["navigation", "complementary", "contentinfo", "banner", "search"]
    private static let asideWords: Set<String> = [
        "related", "share", "sharing", "social", "promo", "newsletter", "comment", "comments", "cookie", "cookies",
        "breadcrumb", "breadcrumbs", "sidebar", "advert", "ad", "ads", "advertisement", "recommended", "subscribe",
        "footer", "menu", "pagination", "byline", "toolbar",
    ]
}

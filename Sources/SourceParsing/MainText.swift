import MarkupReading

/// Finds the part of a page that is its article: where most of the paragraphs' text stands that is not links.
enum MainText {
    static func of(_ tree: HTMLTree) -> String? {
        if let text = best(tree.elements(.articleBody)), text.utf8.count > 250 { return text }
        var scores: [(node: HTMLNode, score: Int)] = []
        var places: [Int: Int] = [:]
        for paragraph in tree.elements(.paragraph) {
            guard !isAside(paragraph), let text = paragraph.readableText(isSingleLine: true) else { continue }
            let links = paragraph.descendants(named: "a")
                .reduce(0) { $0 + ($1.readableText(isSingleLine: true)?.utf8.count ?? 0) }
            let own = text.utf8.count - 2 * links
            // A list entry counts only as prose.
            guard own > (paragraph.isNamed("li") ? 120 : 30) else { continue }
            var share = own
            var ancestor = paragraph.parent
            for _ in 0..<3 {
                guard let node = ancestor, !node.isNamed("body"), !node.isNamed("html") else { break }
                let place = places[node.identity] ?? scores.count
                if place == scores.count {
                    places[node.identity] = place
                    scores.append((node, 0))
                }
                scores[place].score += share
                share = share * 7 / 10
                ancestor = node.parent
            }
        }
        // Of equals the first one in the document, so that the same page always gives the same text.
        let winner = scores.max { $0.score < $1.score }
        if let winner, let text = winner.node.readableText(leavingOut: isAside), text.utf8.count > 120 { return text }
        return best(tree.elements(.container))
    }

    /// The longest text of the nodes.
    private static func best(_ nodes: some Sequence<HTMLNode>) -> String? {
        nodes.prefix(50).compactMap { $0.readableText(leavingOut: isAside) }.max { $0.utf8.count < $1.utf8.count }
    }

    /// What stands beside an article: navigation, forms, teasers, shares, comments.
    static func isAside(_ node: HTMLNode) -> Bool {
        for name: StaticString in ["nav", "aside", "footer", "form", "figure", "button", "header"]
        where node.isNamed(name) {
            // A header inside an article holds its title, which is kept elsewhere.
            return true
        }
        guard node.hasAttributes else { return false }
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

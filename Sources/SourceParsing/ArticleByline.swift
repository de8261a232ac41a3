import MarkupReading
import TriggerModel

/// Who wrote an article and when, as its page shows it to people: elements that say so by attribute or label.
struct ArticleByline {
    private(set) var authors: [String] = []
    /// Dates as written, best first.
    private(set) var dates: [String] = []

    /// Elements that are looked at.
    private static let most = 30_000
    private static let longest = 200
    private static let mostOfKind = 12

    private static let authorLabels = ArticlePhrases(["byline", "author", "writer", "autor"])
    private static let otherAuthorLabels = ArticlePhrases(["bio"])
    private static let dateLabels = ArticlePhrases(["date", "publish", "posted", "timestamp", "fecha", "datum"])
    private static let otherDateLabels = ArticlePhrases(["update"])

    init(_ root: HTMLNode) {
        var visited = 0
        var byAttribute: [String] = []
        var byLabel: [String] = []
        var marked: [String] = []
        var times: [String] = []
        var labelled: [String] = []
        root.walk { node in
            visited += 1
            guard visited < Self.most, node.flow != .none else { return false }
            let isTime = node.isNamed("time")
            guard node.hasAttributes || isTime else { return true }
            let part = node.attribute("itemprop")
            let label = ((node.attribute("class") ?? "") + " " + (node.attribute("id") ?? "")).lowercased()
            if part == "author" || part == "creator" || node.attribute("rel") == "author" {
                if byAttribute.count < Self.mostOfKind, let name = Self.line(node) { byAttribute.append(name) }
                return true
            }
            if let part, part.contains("datePublished") || part == "dateCreated" {
                if marked.count < Self.mostOfKind,
                    let date = node.attribute("content") ?? node.attribute("datetime") ?? Self.line(node)
                {
                    marked.append(date)
                }
                return true
            }
            if isTime, times.count < Self.mostOfKind, let date = node.attribute("datetime") ?? Self.line(node) {
                if node.attribute("pubdate") != nil || label.contains("publish") { marked.append(date) }
                times.append(date)
                return true
            }
            if byLabel.count < Self.mostOfKind, Self.authorLabels.isFound(in: label),
                !Self.otherAuthorLabels.isFound(in: label), let line = Self.line(node)
            {
                byLabel.append(line)
            }
            if labelled.count < Self.mostOfKind,
                Self.dateLabels.isFound(in: label), !Self.otherDateLabels.isFound(in: label), let line = Self.line(node)
            {
                labelled.append(line)
            }
            return true
        } text: { _ in
        } leave: { _ in
        }
        dates = marked + times + labelled
        authors = AuthorNames.read(byAttribute)
        if authors.isEmpty {
            authors = byLabel.lazy.map { AuthorNames.read(byline: $0) }.first { !$0.isEmpty } ?? []
        }
    }

    /// The first date that can be read.
    var published: Timestamp? {
        dates.lazy.compactMap { DateReading.timestamp($0) ?? DateReading.firstDate(in: $0) }.first
    }

    /// The text of a short element.
    private static func line(_ node: HTMLNode) -> String? {
        guard let text = node.readableText(isSingleLine: true), text.utf8.count <= longest else { return nil }
        return text
    }
}

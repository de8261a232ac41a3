import MarkupReading

/// The article's text of a page.
///
/// Where the page's own data carry the text (`articleBody`), they point at it: the element that repeats it is chosen,
/// and where none does, because a script would have shown it, the data are the text.
struct MainText {
    private let title: String?
    private let told: String?
    private let summary: String?
    private let clues: ArticleClues

    /// `title` is the headline, which is no part of the text; `told` the text by the page's data; `summary` what the
    /// page says of itself in a line or two, which tells the lines under the headline.
    init(title: String?, told: String?, summary: String?) {
        self.title = title
        self.told = told.flatMap { $0.utf8.count >= Self.leastTold ? $0 : nil }
        self.summary = summary
        clues = ArticleClues(title: title, told: self.told, description: summary)
    }

    /// Bytes of a text in the page's data from which on it is more than a teaser.
    private static let leastTold = 400
    /// Weight of prose below which the page is asked again with less trust in what it says about its parts.
    private static let leastProse = 120

    func read(_ tree: HTMLTree) -> String? {
        guard let root = tree.root else { return told }
        var best: (outline: ArticleOutline, chosen: Int, prose: Int)?
        for trust in ArticleOutline.Trust.allCases {
            let outline = ArticleOutline(root, clues: clues, trust: trust)
            guard let chosen = ArticleChoice(outline, clues: clues).chosen() else { continue }
            let prose = outline.entries[chosen].prose
            if prose > 2 * (best?.prose ?? 0) { best = (outline, chosen, prose) }
            if prose >= Self.leastProse { break }
        }
        guard let best else { return told ?? wholeText(root) }
        let trim = ArticleTrim(outline: best.outline, chosen: best.chosen, title: title)
        let left = trim.leftOut()
        let entry = best.outline.entries[best.chosen]
        let text = entry.node.readableText(showsHidden: best.outline.trust == .nothing) { left.contains($0.identity) }
        if let told, !clues.isTold(text ?? "") { return told }
        guard let text else { return wholeText(root) }
        guard let standfirst = standfirst(best.outline, best.chosen, text) else { return text }
        return standfirst + "\n" + text
    }

    /// The lines under the headline where they are not in the text: what the page says of itself, word for word.
    private func standfirst(_ outline: ArticleOutline, _ chosen: Int, _ text: String) -> String? {
        guard let summary, summary.utf8.count >= 40 else { return nil }
        let wanted = WordHashes(summary).hashes
        guard wanted.count >= 6 || summary.utf8.count >= 90 else { return nil }
        for entry in outline.entries[..<outline.entries[chosen].end] where entry.isBlock && !entry.isDropped {
            guard entry.own.weight > 0, entry.whole.weight == entry.own.weight, entry.own.weight < 600,
                let line = entry.node.readableText(isSingleLine: true), WordHashes(line).hashes == wanted
            else { continue }
            let runs = Set(WordHashes(text).runs(of: ArticleClues.runLength))
            let own = WordHashes(line).runs(of: ArticleClues.runLength)
            return own.count(where: runs.contains) * 2 > own.count ? nil : line
        }
        return nil
    }

    /// A page without prose, such as a short notice.
    private func wholeText(_ root: HTMLNode) -> String? {
        root.readableText {
            [.beside, .discussion].contains(ArticleLabel.of($0)) || $0.isNamed("nav") || $0.isNamed("footer")
        }
    }
}

/// Chooses the element of a page whose text is its article.
///
/// Every block that reads like prose weighs what it says; the weight goes up to the elements around it and loses a
/// fifth wherever several parts come together. So the element wins that holds much prose closely: a story cut into
/// many parts still beats its longest part, and a page with an article and teasers does not beat the article.
struct ArticleChoice {
    let outline: ArticleOutline

    /// What is left of the weight where parts come together.
    static let share = 0.8

    /// Index of the chosen entry; nil where the page has no prose.
    func chosen() -> Int? {
        let entries = outline.entries
        var score = [Double](repeating: 0, count: entries.count)
        var parts = [Int](repeating: 0, count: entries.count)
        var best: (entry: Int, score: Double)?
        for index in entries.indices.reversed() {
            let entry = entries[index]
            guard !entry.isDropped, !isInDropped[index] else { continue }
            var own = 0.0
            if entry.isBlock, outline.isProse(entry) { own = weight(entry) }
            if own > 0 { parts[index] += 1 }
            let total = (own + score[index]) * (parts[index] > 1 ? Self.share : 1)
            score[index] = total
            if total > 0, entry.parent >= 0 {
                score[entry.parent] += total
                parts[entry.parent] += 1
            }
            guard total > 0, isContainer(entry) else { continue }
            let judged = total * liking(entry, index)
            // Of equals the inner one, which was met first.
            if judged > (best?.score ?? 0) * 1.0001 { best = (index, judged) }
        }
        return best?.entry
    }

    private let clues: ArticleClues
    /// Entries inside a dropped one.
    private let isInDropped: [Bool]
    /// Entries that hold a block with words of the page's description.
    private let isDescribed: [Bool]

    init(_ outline: ArticleOutline, clues: ArticleClues) {
        self.outline = outline
        self.clues = clues
        var flags = [Bool](repeating: false, count: outline.entries.count)
        for (index, entry) in outline.entries.enumerated() where entry.parent >= 0 {
            flags[index] = flags[entry.parent] || outline.entries[entry.parent].isDropped
        }
        isInDropped = flags
        var described = [Bool](repeating: false, count: outline.entries.count)
        for (index, entry) in outline.entries.enumerated().reversed() where !flags[index] && !entry.isDropped {
            if clues.isDescribed(entry.own) { described[index] = true }
            if described[index], entry.parent >= 0 { described[entry.parent] = true }
        }
        isDescribed = described
    }

    private func weight(_ entry: ArticleOutline.Entry) -> Double {
        let text = entry.own
        var weight = Double(text.weight - text.linked)
        if text.stops == 0 { weight *= 0.5 }
        if entry.name == "li" { weight *= 0.6 }
        if let told = text.toldShare { weight *= told >= 0.5 ? 3 : 0.3 }
        if clues.isDescribed(text) { weight += Self.weightOfDescription }
        return weight
    }

    private static let weightOfDescription = 200.0

    /// An element that can hold an article; a lone paragraph stands for what is around it.
    private func isContainer(_ entry: ArticleOutline.Entry) -> Bool {
        switch entry.name {
        case "p", "li", "ul", "ol", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "tr",
            "tbody",
            "table", "span", "a", "b", "i", "em", "strong", "font", "html":
            false
        default: true
        }
    }

    private func liking(_ entry: ArticleOutline.Entry, _ index: Int) -> Double {
        var factor = 1 - 0.5 * entry.whole.linkShare
        switch entry.label {
        case .body: factor *= 1.3
        case .beside, .discussion: factor *= 0.6
        case .none, .about: break
        }
        if entry.name == "article" { factor *= 1.1 }
        // Words that the page's own description has too are the article's, as a rule its first.
        if isDescribed[index] { factor *= 1.4 }
        // A text does not stand before its headline.
        if let heading = outline.heading, entry.end <= heading { factor *= 0.5 }
        return factor
    }
}

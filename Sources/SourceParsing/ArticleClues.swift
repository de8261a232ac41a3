/// What a page says about its article outside the text itself, in a form to compare texts with.
struct ArticleClues {
    /// Words in a run that tells one text from another.
    static let runLength = 4

    /// Words of the headline.
    let title: [UInt64]
    /// Runs of words of the article's text as the page's data carry it; empty for none.
    let told: Set<UInt64>
    /// Runs of words of the page's description of itself, often the first words of the article.
    let described: Set<UInt64>

    init(title: String?, told: String?, description: String?) {
        self.title = title.map { WordHashes($0).hashes } ?? []
        self.told = Self.runs(told)
        described = Self.runs(description)
    }

    var hasRuns: Bool { !told.isEmpty || !described.isEmpty }

    private static func runs(_ text: String?) -> Set<UInt64> {
        guard let text else { return [] }
        let words = WordHashes(text)
        return words.hashes.count < runLength ? [] : Set(words.runs(of: runLength))
    }

    /// Whether a text has half of the page's description.
    func isDescribed(_ text: TextMeasure) -> Bool {
        text.described >= 3 && text.described * 2 >= described.count
    }

    /// Whether `text` has most of what the page's data tell.
    func isTold(_ text: String) -> Bool {
        Self.runs(text).intersection(told).count * 2 >= told.count
    }
}

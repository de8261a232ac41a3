import TriggerModel

/// Whether a page is the article that an item announces, and what it is where it is not.
struct ArticleFit {
    private let item: Item
    private let page: Item
    private let wanted: SignificantWords

    init(item: Item, page: Item) {
        self.item = item
        self.page = page
        wanted = SignificantWords(item.title ?? item.summary ?? "")
    }

    /// Letters and digits of a text below which it is no article's.
    private static let shortest = 100

    /// nil for the article.
    func fault(_ bytes: [UInt8]) -> ParseFault? {
        if isOnFrontPage { return ParseFault(.frontPage, "the site's front page, not the article") }
        let fits = tellsTheSame
        let text = page.content ?? ""
        if fits, weight(text) >= Self.shortest { return nil }
        if let obstacle = Obstacle.of(page, bytes) { return obstacle }
        if fits { return ParseFault(.noText, "the article's page, but without its text") }
        let title = page.title.map { "\"\($0.prefix(80))\"" } ?? "a page without title"
        return ParseFault(.otherArticle, "\(title) shares too little with the item")
    }

    private var isOnFrontPage: Bool {
        guard let url = page.url, let own = item.url, own != url else { return false }
        return Self.path(url).isEmpty && !Self.path(own).isEmpty
    }

    /// What stands behind the host, without slashes at its ends.
    private static func path(_ url: String) -> Substring {
        guard let scheme = url.firstPlace(of: "://") else { return url[...] }
        var path = url[scheme.upperBound...].drop { $0 != "/" }
        while path.first == "/" { path = path.dropFirst() }
        return path
    }

    /// Title in title, title in text, or summary in text.
    private var tellsTheSame: Bool {
        // Nothing to compare with: the address is all we know, and it was answered.
        guard !wanted.isEmpty else { return true }
        let title = SignificantWords(page.title ?? "")
        if wanted.share(in: title) >= 0.5 || (title.count >= 3 && title.share(in: wanted) >= 0.75) { return true }
        let text = SignificantWords(page.content ?? "")
        if wanted.count >= 3, wanted.share(in: text) >= 0.7 { return true }
        let runs = WordHashes(item.summary ?? "").runs(of: ArticleClues.runLength)
        guard runs.count >= 4 else { return false }
        let told = Set(WordHashes(page.content ?? "").runs(of: ArticleClues.runLength))
        return runs.count(where: told.contains) * 2 >= runs.count
    }

    private func weight(_ text: String) -> Int {
        var measure = TextMeasure()
        var copy = text
        copy.withUTF8 { measure.add($0, isLink: false) }
        return measure.weight
    }
}

/// The words of a text that tell it from others: of at least four letters, or with digits; of scripts without spaces, pairs
/// of characters.
struct SignificantWords {
    private let words: Set<UInt64>

    init(_ text: String) {
        var words: Set<UInt64> = []
        var hash: UInt64 = 0
        var length = 0
        var hasDigit = false
        var before: UInt32?
        func end() {
            if length >= 4 || hasDigit { words.insert(hash) }
            hash = 0
            length = 0
            hasDigit = false
        }
        for scalar in text.lowercased().unicodeScalars {
            let value = scalar.value
            switch WordHashes.kind(value) {
            case .letter:
                hash = (hash ^ UInt64(value)) &* 0x100_0000_01B3 &+ 1
                length += 1
                if value &- 0x30 < 10 { hasDigit = true }
                before = nil
            case .ideograph:
                end()
                if let before { words.insert(UInt64(before) << 32 | UInt64(value)) }
                before = value
            case .gap:
                end()
                before = nil
            }
        }
        end()
        self.words = words
    }

    var isEmpty: Bool { words.isEmpty }
    var count: Int { words.count }

    /// Share of the words that `other` has too, 0…1.
    func share(in other: SignificantWords) -> Double {
        words.isEmpty ? 0 : Double(words.intersection(other.words).count) / Double(words.count)
    }
}

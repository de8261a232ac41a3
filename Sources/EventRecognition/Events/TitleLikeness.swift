/// A headline folded for telling whether another one tells the same story.
///
/// Compared are the words that carry meaning, and pairs of neighbours among them, so that a headline cut short or put
/// in another order is still alike and one with another number is not.
struct TitleLikeness: Hashable, Sendable {
    /// Words without the small ones, in the order of the text.
    let words: [String]
    private let shingles: Set<String>
    private let numbers: Set<String>

    /// A headline from outside may have any length; what follows the first words does not name the story.
    static let longest = 40

    /// - Parameter names: words left out, because every headline about the company has them.
    init(_ title: String, without names: Set<String> = []) {
        var words: [String] = []
        var numbers: Set<String> = []
        for raw in Self.withoutPublisher(title).lowercased().split(whereSeparator: { !($0.isLetter || $0.isNumber) }) {
            guard words.count < Self.longest else { break }
            // "12m" and "12 million" are one number.
            let digits = raw.prefix { $0.isNumber }
            if !digits.isEmpty { numbers.insert(String(digits)) }
            let word = digits.isEmpty ? String(raw) : String(digits)
            if !Self.small.contains(word), !names.contains(word) { words.append(word) }
        }
        self.words = words
        self.numbers = numbers
        shingles = Set(words).union(zip(words, words.dropFirst()).map { "\($0) \($1)" })
    }

    /// 0...1: shared words and pairs by all of them. 0 where each has numbers and none is the other's.
    func likeness(to other: TitleLikeness) -> Double {
        if !numbers.isEmpty, !other.numbers.isEmpty, numbers.isDisjoint(with: other.numbers) { return 0 }
        let shared = shingles.intersection(other.shingles).count
        let all = shingles.count + other.shingles.count - shared
        return all == 0 ? 0 : Double(shared) / Double(all)
    }

    /// How much two headlines have in common besides their numbers, 0 to 1.
    func wording(to other: TitleLikeness) -> Double {
        func plain(_ words: [String]) -> Set<String> { Set(words.filter { !$0.contains(where: \.isNumber) }) }
        let (mine, theirs) = (plain(words), plain(other.words))
        let shared = mine.intersection(theirs).count
        let all = mine.count + theirs.count - shared
        return all == 0 ? 0 : Double(shared) / Double(all)
    }

    /// The words most likely to be this story's own: the longest, at most `count`, none shorter than five letters.
    func rarest(_ count: Int) -> [String] {
        let long = Set(words).filter { $0.utf8.count >= 5 }
        return Array(long.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }.prefix(count))
    }

    /// Aggregators write the outlet behind the headline: "… - Trade Courier".
    private static func withoutPublisher(_ title: String) -> Substring {
        for mark in [" - ", " | ", " – ", " — "] {
            guard let range = title.range(ofLast: mark) else { continue }
            let outlet = title[range.upperBound...]
            let head = title[..<range.lowerBound]
            if outlet.split(separator: " ").count <= 4, head.split(separator: " ").count >= 4 { return head }
        }
        return title[...]
    }

    private static let small: Set<String> = [
        "a", "an", "the", "of", "in", "on", "at", "to", "for", "from", "by", "with", "and", "or", "as", "its", "it",
        "is",
        "are", "be", "has", "have", "had", "will", "new", "that", "this", "after", "over", "into", "up", "inc", "ltd",
        "plc", "corp", "co", "llc", "s", "says", "said", "announces", "announced", "million", "billion", "m", "bn",
        "re", "nyse", "nasdaq", "tsx", "lse", "otc", "via", "amid",
    ]
}

extension String {
    /// The last place where `mark` stands.
    fileprivate func range(ofLast mark: String) -> Range<String.Index>? {
        var found: Range<String.Index>?
        var from = startIndex
        while from < endIndex, let next = self[from...].firstRange(of: mark) {
            found = next
            from = next.upperBound
        }
        return found
    }
}

/// A headline folded for telling whether another one tells the same story.
///
/// Compared are the words that carry meaning, and pairs of neighbours among them, so that a headline cut short or put
/// in another order is still alike and one with another number is not.
struct TitleLikeness: Hashable, Sendable {
    /// Words without the small ones, in the order of the text.
    let words: [String]
    /// Hashes of the words and of the pairs of neighbours, rising, none twice.
    private let shingles: [UInt64]
    private let numbers: Set<String>
    /// Words right behind "in", "at" and "near".
    private let places: Set<String>

    /// A headline from outside may have any length; what follows the first words does not name the story.
    static let longest = 40

    /// - Parameter names: words left out, because every headline about the company has them.
    init(_ title: String, without names: Set<String> = []) {
        var words: [String] = []
        var numbers: Set<String> = []
        var places: Set<String> = []
        var isLedUpTo = false
        Self.forEachWord(of: title) { raw, isNumber in
            guard words.count < Self.longest else { return false }
            if isNumber { numbers.insert(raw) }
            if !Self.small.contains(raw), !names.contains(raw) {
                words.append(raw)
                if isLedUpTo, !isNumber { places.insert(raw) }
            }
            isLedUpTo = Self.before.contains(raw)
            return true
        }
        self.words = words
        self.numbers = numbers
        self.places = places
        var shingles: [UInt64] = []
        shingles.reserveCapacity(2 * words.count)
        var last: UInt64?
        for word in words {
            let hash = Self.hash(word)
            shingles.append(hash)
            // The order of a pair counts.
            if let last { shingles.append((last &* 0x9e37_79b9_7f4a_7c15) ^ hash) }
            last = hash
        }
        shingles.sort()
        var kept = 0
        for shingle in shingles where kept == 0 || shingles[kept - 1] != shingle {
            shingles[kept] = shingle
            kept += 1
        }
        shingles.removeLast(shingles.count - kept)
        self.shingles = shingles
    }

    /// 0...1: shared words and pairs by all of them. 0 where each has numbers and none is the other's.
    func likeness(to other: TitleLikeness) -> Double {
        if !numbers.isEmpty, !other.numbers.isEmpty, numbers.isDisjoint(with: other.numbers) { return 0 }
        var shared = 0
        var (mine, theirs) = (0, 0)
        while mine < shingles.count, theirs < other.shingles.count {
            if shingles[mine] == other.shingles[theirs] {
                (shared, mine, theirs) = (shared + 1, mine + 1, theirs + 1)
            } else if shingles[mine] < other.shingles[theirs] {
                mine += 1
            } else {
                theirs += 1
            }
        }
        let all = shingles.count + other.shingles.count - shared
        return all == 0 ? 0 : Double(shared) / Double(all)
    }

    /// The same words, but each says another place.
    func differsOnlyInPlace(from other: TitleLikeness) -> Bool {
        guard !places.isEmpty, !other.places.isEmpty, places.isDisjoint(with: other.places) else { return false }
        let (mine, theirs) = (Set(words).subtracting(places), Set(other.words).subtracting(other.places))
        let shared = mine.intersection(theirs).count
        return shared > 0 && Double(shared) >= SameStory.identical * Double(mine.count + theirs.count - shared)
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
    static func rarest(_ count: Int, of title: String) -> [String] {
        var long: Set<String> = []
        var number = 0
        forEachWord(of: title) { word, _ in
            guard number < longest else { return false }
            if !small.contains(word) {
                number += 1
                if word.utf8.count >= 5 { long.insert(word) }
            }
            return true
        }
        return Array(long.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }.prefix(count))
    }

    /// Hands `body` each word in small letters, of one that begins with digits the digits only: "12m" and "12 million" are
    /// one number. Until `body` says false.
    private static func forEachWord(of title: String, _ body: (_ word: String, _ isNumber: Bool) -> Bool) {
        let head = withoutPublisher(title)
        guard head.utf8.allSatisfy({ $0 < 0x80 }) else {
            for raw in head.lowercased().split(whereSeparator: { !($0.isLetter || $0.isNumber) }) {
                let digits = raw.prefix { $0.isNumber }
                guard body(String(digits.isEmpty ? raw : digits), !digits.isEmpty) else { return }
            }
            return
        }
        // The same for the letters that nearly all headlines are made of, where a character is a byte.
        var word: [UInt8] = []
        word.reserveCapacity(16)
        var isNumber = false
        for byte in head.utf8 {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                if word.isEmpty { isNumber = true }
                word.append(byte)
            case UInt8(ascii: "a")...UInt8(ascii: "z"): word.append(byte)
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): word.append(byte | 0x20)
            default:
                guard word.isEmpty || body(text(word, isNumber), isNumber) else { return }
                word.removeAll(keepingCapacity: true)
                isNumber = false
            }
        }
        if !word.isEmpty { _ = body(text(word, isNumber), isNumber) }
    }

    private static func text(_ word: [UInt8], _ isNumber: Bool) -> String {
        let digits = isNumber ? word.prefix { $0 < UInt8(ascii: "a") } : word[...]
        return String(decoding: digits, as: UTF8.self)
    }

    /// FNV-1a: http://www.isthe.com/chongo/tech/comp/fnv/.
    private static func hash(_ word: String) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in word.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return hash
    }

    /// Aggregators write the outlet behind the headline: "… - Trade Courier".
    static func withoutPublisher(_ title: String) -> Substring {
        for mark in marks {
            guard let range = range(ofLast: mark, in: title) else { continue }
            let outlet = title[range.upperBound...]
            let head = title[..<range.lowerBound]
            let words = outlet.split(separator: " ")
            if words.count <= 4, head.split(separator: " ").count >= 4, !words.contains(where: isPlain) { return head }
        }
        return title[...]
    }

    /// A longer word in small letters, which no outlet has in its name: "… - 212 affected".
    private static func isPlain(_ word: Substring) -> Bool {
        word.utf8.count >= 4 && word.utf8.allSatisfy { (0x61...0x7a).contains($0) || $0 == UInt8(ascii: ",") }
    }

    private static let before: Set<String> = ["in", "at", "near"]

    private static let marks = [" - ", " | ", " – ", " — "].map { Array($0.utf8) }

    /// The last place where `mark` stands, of those that do not overlap one before.
    private static func range(ofLast mark: [UInt8], in title: String) -> Range<String.Index>? {
        let text = title.utf8
        var found: Range<String.Index>?
        var at = text.startIndex
        while let space = text[at...].firstIndex(of: mark[0]) {
            let rest = text[space...]
            if rest.starts(with: mark) {
                let end = text.index(space, offsetBy: mark.count)
                found = space..<end
                at = end
            } else {
                at = text.index(after: space)
            }
        }
        return found
    }

    private static let small: Set<String> = [
        "a", "an", "the", "of", "in", "on", "at", "to", "for", "from", "by", "with", "and", "or", "as", "its", "it",
        "is",
        "are", "be", "has", "have", "had", "will", "new", "that", "this", "after", "over", "into", "up", "inc", "ltd",
        "plc", "corp", "co", "llc", "s", "says", "said", "announces", "announced", "million", "billion", "m", "bn",
        "re", "nyse", "nasdaq", "tsx", "lse", "otc", "via", "amid",
    ]
}

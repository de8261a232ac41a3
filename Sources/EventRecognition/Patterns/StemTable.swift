/// Stems (`appoint*`) found by their first three letters, and words in any inflection found by how those begin.
struct StemTable: Sendable {
    private(set) var stems: [[UInt8]] = []
    private(set) var inflections: [Inflection] = []
    private let stemmer = WordStemmer()
    private var numbers: [[UInt8]: Int32] = [:]
    private var inflectionNumbers: [String: [[UInt8]: Int32]] = [:]
    /// Stems of one or two letters, which no bucket holds.
    private var short: [Int32] = []
    /// By the first three bytes of the folded word, hashed.
    private var buckets: [[Int32]] = Array(repeating: [], count: 4096)

    mutating func index(of stem: [UInt8]) -> Int32 {
        if let known = numbers[stem] { return known }
        numbers[stem] = Int32(stems.count)
        stems.append(stem)
        if stem.count >= 3 {
            buckets[Self.bucket(stem[0], stem[1], stem[2])].append(Int32(stems.count - 1))
        } else {
            short.append(Int32(stems.count - 1))
        }
        return Int32(stems.count - 1)
    }

    /// Stems a folded word begins with.
    @inline(__always)
    func forEachStem(of word: UnsafeBufferPointer<UInt8>, _ body: (Int32) -> Void) {
        for stem in short where begins(word, with: stem) { body(stem) }
        guard word.count >= 3 else { return }
        let bucket = Self.bucket(word[0], word[1], word[2])
        if buckets[bucket].isEmpty { return }
        for stem in buckets[bucket] where begins(word, with: stem) { body(stem) }
    }

    @inline(__always)
    func begins(_ word: UnsafeBufferPointer<UInt8>, with stem: Int32) -> Bool {
        let stem = stems[Int(stem)]
        guard word.count >= stem.count else { return false }
        for offset in stem.indices where word[offset] != stem[offset] { return false }
        return true
    }

    /// The words that have the same stem as one of a pattern.
    struct Inflection: Sendable {
        /// Folded, as the stemmer gives it.
        var stem: [UInt8]
        var language: String
        /// Index of the stem that all of them begin with, for finding them.
        var beginning: Int32
    }

    /// The index of a folded word's inflections; nil where it is so short that only the word itself is meant.
    mutating func inflection(of word: [UInt8], language: String) -> Int32? {
        let stem = stemmer.stem(word[...], language: language)
        // The last letter of a stem may differ from the word's: rely, relies, relied have the stem "reli".
        var shared = zip(stem, word).prefix { $0 == $1 }.count
        if shared > 3 { shared = min(shared, max(3, stem.count - 1)) }
        guard shared >= 3 else { return nil }
        if let known = inflectionNumbers[language]?[stem] { return known }
        inflectionNumbers[language, default: [:]][stem] = Int32(inflections.count)
        let beginning = index(of: Array(stem.prefix(shared)))
        inflections.append(Inflection(stem: stem, language: language, beginning: beginning))
        return Int32(inflections.count - 1)
    }

    /// True where a folded word is one of the inflections.
    func isInflected(_ word: UnsafeBufferPointer<UInt8>, of index: Int32) -> Bool {
        let wanted = inflections[Int(index)]
        // No word of any language that is stemmed is longer; hostile runs of letters are not handed on.
        guard word.count <= 60, begins(word, with: wanted.beginning) else { return false }
        return stemmer.stem(ArraySlice(word), language: wanted.language) == wanted.stem
    }

    private static func bucket(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Int {
        Int((UInt32(a) &* 1089 &+ UInt32(b) &* 33 &+ UInt32(c)) & 4095)
    }
}

/// Stems (`appoint*`) found by their first three letters, and words in any inflection found by how those begin.
struct StemTable: Sendable {
    private(set) var stems: [[UInt8]] = []
    private(set) var inflections: [Inflection] = []
    private let stemmer = WordStemmer()
    /// By the first three bytes of the folded word, hashed.
    private var buckets: [[Int32]] = Array(repeating: [], count: 4096)

    mutating func index(of stem: [UInt8]) -> Int32 {
        if let known = stems.firstIndex(of: stem) { return Int32(known) }
        stems.append(stem)
        if stem.count >= 3 { buckets[Self.bucket(stem[0], stem[1], stem[2])].append(Int32(stems.count - 1)) }
        return Int32(stems.count - 1)
    }

    /// Stems the folded word at `start..<end` begins with.
    @inline(__always)
    func forEachStem(of folded: [UInt8], _ start: Int, _ end: Int, _ body: (Int32) -> Void) {
        guard end - start >= 3 else { return }
        let bucket = Self.bucket(folded[start], folded[start + 1], folded[start + 2])
        if buckets[bucket].isEmpty { return }
        for stem in buckets[bucket] where begins(folded, start, end, with: stem) { body(stem) }
    }

    @inline(__always)
    func begins(_ folded: [UInt8], _ start: Int, _ end: Int, with stem: Int32) -> Bool {
        let stem = stems[Int(stem)]
        guard end - start >= stem.count else { return false }
        for offset in stem.indices where folded[start + offset] != stem[offset] { return false }
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
        if let known = inflections.firstIndex(where: { $0.stem == stem && $0.language == language }) {
            return Int32(known)
        }
        let beginning = index(of: Array(stem.prefix(shared)))
        inflections.append(Inflection(stem: stem, language: language, beginning: beginning))
        return Int32(inflections.count - 1)
    }

    /// True where the folded word at `start..<end` is one of the inflections.
    func isInflected(_ folded: [UInt8], _ start: Int, _ end: Int, of index: Int32) -> Bool {
        let wanted = inflections[Int(index)]
        // No word of any language that is stemmed is longer; hostile runs of letters are not handed on.
        guard end - start <= 60, begins(folded, start, end, with: wanted.beginning) else { return false }
        return stemmer.stem(folded[start..<end], language: wanted.language) == wanted.stem
    }

    private static func bucket(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Int {
        Int((UInt32(a) &* 1089 &+ UInt32(b) &* 33 &+ UInt32(c)) & 4095)
    }
}

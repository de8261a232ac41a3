/// Stems (`appoint*`) found by their first three letters.
struct StemTable: Sendable {
    private(set) var stems: [[UInt8]] = []
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

    private static func bucket(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Int {
        Int((UInt32(a) &* 1089 &+ UInt32(b) &* 33 &+ UInt32(c)) & 4095)
    }
}

/// Phrases that are looked for in a text all at once: one pass, with the few phrases in mind that begin with its byte.
struct ArticlePhrases: Sendable {
    /// Phrases without their first byte, by that byte.
    private let rests: [[[UInt8]]]

    /// Phrases in small letters, none of them empty.
    init(_ phrases: [String]) {
        var rests = [[[UInt8]]](repeating: [], count: 256)
        for phrase in phrases {
            guard let first = phrase.utf8.first else { continue }
            rests[Int(first)].append(Array(phrase.utf8.dropFirst()))
        }
        self.rests = rests
    }

    /// Whether any of them stands anywhere in `text`, which is in small letters.
    func isFound(in text: String) -> Bool {
        var copy = text
        return copy.withUTF8 { bytes in bytes.indices.contains { stands(bytes, at: $0) } }
    }

    /// Whether `text`, in small letters, begins with any of them.
    func begins(_ text: String) -> Bool {
        var copy = text
        return copy.withUTF8 { bytes in !bytes.isEmpty && stands(bytes, at: 0) }
    }

    private func stands(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
        let candidates = rests[Int(bytes[start])]
        guard !candidates.isEmpty else { return false }
        return candidates.contains { rest in
            guard bytes.count - start > rest.count else { return false }
            for index in rest.indices where bytes[start + 1 + index] != rest[index] { return false }
            return true
        }
    }
}

package import TriggerModel

extension DateReading {
    /// The first date in a line of text, as "Posted: March 3, 2026 by …" holds one: from the first word that is a
    /// month or the first digit on, up to six words. nil where none of the first 256 bytes begins a date.
    package static func firstDate(in text: String) -> Timestamp? {
        let words = text.utf8.prefix(256).split(whereSeparator: { $0 <= 0x20 })
        for start in words.indices {
            guard let first = words[start].first else { continue }
            let isDigit = first &- 0x30 < 10
            let letters = words[start].prefix { ($0 | 0x20) &- 0x61 < 26 || $0 >= 0x80 }
            var word = DateWord()
            for byte in letters { word.append(byte) }
            guard isDigit || DateWords.beginsDate(word) else { continue }
            for length in stride(from: min(6, words.count - start), through: 1, by: -1) {
                let piece = words[start..<start + length].joined(separator: [0x20])
                let bytes = Array(piece)
                // A bare number is no date in running text.
                guard length > 1 || bytes.contains(where: { $0 == 0x2D || $0 == 0x2F || $0 == 0x2E }) else { continue }
                if let date = timestamp(bytes) { return date }
            }
        }
        return nil
    }
}

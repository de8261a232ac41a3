/// How much a text says: what the choice of an article's text counts.
struct TextMeasure {
    /// Letters and digits; a character of a script without spaces counts three, as much as it says.
    var weight = 0
    /// The part of the weight that is in links.
    var linked = 0
    /// Marks that end a sentence.
    var stops = 0
    /// Runs of words, and those of them that the page's own data repeat as the article's text.
    var runs = 0
    var told = 0
    /// Runs of words that the page's description of itself has too.
    var described = 0

    static func + (one: TextMeasure, other: TextMeasure) -> TextMeasure {
        TextMeasure(
            weight: one.weight + other.weight, linked: one.linked + other.linked, stops: one.stops + other.stops,
            runs: one.runs + other.runs, told: one.told + other.told, described: one.described + other.described)
    }

    mutating func add(_ text: UnsafeBufferPointer<UInt8>, isLink: Bool) {
        var weight = 0
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
            switch WordHashes.kind(scalar.value) {
            case .letter: weight += 1
            case .ideograph: weight += 3
            case .gap: if Self.endsSentence(scalar.value) { stops += 1 }
            }
        }
        self.weight += weight
        if isLink { linked += weight }
    }

    /// Share of the weight in links, 0…1.
    var linkShare: Double { weight == 0 ? 0 : Double(linked) / Double(weight) }

    /// Share of its words that the page's data tell too; nil where they tell nothing or the text is too short.
    var toldShare: Double? { runs == 0 ? nil : Double(told) / Double(runs) }

    private static func endsSentence(_ value: UInt32) -> Bool {
        switch value {
        case 0x2E, 0x21, 0x3F, 0x2026, 0x3002, 0xFF01, 0xFF0E, 0xFF1F, 0x0964, 0x06D4: true
        default: false
        }
    }
}

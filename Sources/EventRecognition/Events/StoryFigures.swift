import TriggerModel

/// The numbers of a headline: amounts of money, percentages, counts, years, and what a word is numbered with.
struct StoryFigures: Hashable, Sendable {
    private(set) var money: [Money] = []
    private(set) var percents: [Double] = []
    private(set) var counts: [Double] = []
    /// Counts of which only the order of size is told: "hundreds".
    private(set) var ranges: [ClosedRange<Double>] = []
    private(set) var years: Set<Int> = []
    /// Quarters, halves and months that a report is of.
    private(set) var periods: Set<String> = []
    /// "Series B", "Phase 2", "PickMate 5": the word, and its number or letter.
    private(set) var labels: [String: String] = [:]
    /// Tokens that are part of a number.
    private(set) var places: Set<Int> = []

    init(_ text: FieldText, _ lexicon: Lexicon, _ keys: [String]) {
        for sentence in text.sentences {
            let reader = SlotReader(text: text, sentence: sentence, hits: [], lexicon: lexicon, may: 0)
            var place = sentence.tokens.lowerBound
            while place < min(sentence.tokens.upperBound, keys.count) {
                place = read(at: place, reader, keys)
            }
        }
    }

    /// Reads what begins at a token; the next token to look at.
    private mutating func read(at place: Int, _ reader: SlotReader, _ keys: [String]) -> Int {
        if let found = reader.money(at: place) {
            money.append(found.amount)
            places.formUnion(found.tokens)
            return found.tokens.upperBound
        }
        if let range = reader.percents(at: place).first {
            let digits = range.compactMap { $0 < keys.count ? Double(keys[$0]) : nil }
            if let value = digits.first { percents.append(value) }
            places.formUnion(range)
            return range.upperBound
        }
        if let period = Self.period(at: place, keys) {
            periods.insert(period.name)
            places.formUnion(place..<place + period.length)
            return place + period.length
        }
        let token = reader.tokens[place]
        if place > reader.sentence.tokens.lowerBound, isLabel(at: place, reader, keys) {
            labels[keys[place - 1]] = keys[place]
            places.insert(place)
            return place + 1
        }
        if let open = Self.open[keys[place]] {
            ranges.append(open)
            places.insert(place)
            return place + 1
        }
        guard token.traits.contains(.digitFirst) || Self.spelt[keys[place]] != nil else { return place + 1 }
        let value = Self.value(at: place, keys)
        places.insert(place)
        // "1 in 5".
        if place + 2 < keys.count, keys[place + 1] == "in", let whole = Self.value(at: place + 2, keys), whole > 1,
            let value, value < whole
        {
            percents.append(100 * value / whole)
            places.insert(place + 2)
            return place + 3
        }
        guard var value else { return place + 1 }
        var end = place + 1
        while end < keys.count, let scale = Self.scales[keys[end]] {
            value *= scale
            places.insert(end)
            end += 1
        }
        if end == place + 1, (1990...2060).contains(value), keys[place].utf8.count == 4 {
            years.insert(Int(value))
        } else {
            counts.append(value)
        }
        return end
    }

    /// Whether a number or letter is what the word before it is called by, no count of something: a verb has none, and
    /// of any other word only a product's name, behind which nothing is counted.
    private func isLabel(at place: Int, _ reader: SlotReader, _ keys: [String]) -> Bool {
        let (token, last) = (reader.tokens[place], reader.tokens[place - 1])
        let (key, word) = (keys[place], keys[place - 1])
        guard key.utf8.count <= 3, token.breaks.isDisjoint(with: .clause) else { return false }
        let isLetter = key.utf8.count == 1 && token.isNameLike
        guard token.traits.contains(.number) || isLetter else { return false }
        if Self.numbered.contains(word) { return last.isNameLike && (key != "a" || word == "series") }
        guard key != "a", last.isNameLike, word.utf8.count > 2, !StoryWords.cues.contains(StoryWords.stem(word)) else {
            return false
        }
        // In titles any word has a capital, verbs too.
        let isTitle = reader.sentence.tokens.allSatisfy { place in
            reader.tokens[place].isNameLike || reader.tokens[place].traits.contains(.number)
                || reader.tokens[place].casing == .none
        }
        if isTitle || reader.sentence.isTitleCase, ["s", "ed", "ing"].contains(where: word.hasSuffix) { return false }
        let classes = last.word == 0 ? [] : reader.lexicon.classes(of: last.word)
        guard classes.isDisjoint(with: [.verb, .function, .plain, .generic, .place, .month, .weekday]) else {
            return false
        }
        guard !isLetter, place + 1 < keys.count, reader.tokens[place + 1].breaks.isDisjoint(with: .clause) else {
            return true
        }
        let next = keys[place + 1]
        return !(next.hasSuffix("s") || Self.counted.contains(next) || Self.scales[next] != nil)
    }

    /// What is numbered, whoever has it.
    private static let numbered: Set<String> = [
        "series", "phase", "tranche", "stage", "version", "chapter", "round", "class", "tier", "level", "type", "model",
        "generation", "terminal", "block", "lot", "unit", "line", "part", "volume", "gen", "release", "batch",
    ]

    /// What is counted and has no plural letter.
    private static let counted: Set<String> = [
        "people", "staff", "percent", "jobs", "men", "women", "children", "more",
    ]

    private static func value(at place: Int, _ keys: [String]) -> Double? {
        if let value = spelt[keys[place]] { return value }
        let digits = keys[place].prefix { $0.isNumber || $0 == "." }
        guard var value = Double(digits) else { return nil }
        let suffix = scales[String(keys[place].dropFirst(digits.count))]
        let isScaled = suffix != nil || (place + 1 < keys.count && scales[keys[place + 1]] != nil)
        // "1.400 Stellen": three digits behind a full stop are thousands, but not those of "1.125 million".
        if !isScaled, digits.split(separator: ".").last?.count == 3, digits.contains(".") { value *= 1000 }
        return value * (suffix ?? 1)
    }

    private static let scales: [String: Double] = [
        "m": 1e6, "k": 1e3, "million": 1e6, "mln": 1e6, "thousand": 1e3, "hundred": 100, "bn": 1e9, "billion": 1e9,
        "dozen": 12,
    ]

    private static let spelt: [String: Double] = [
        "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
        "twelve": 12,
        "pair": 2, "thousand": 1000, "dozen": 12,
    ]

    /// What is said of any number in a range: "hundreds of jobs" may be 450. "Hundreds of thousands" is some thousands.
    private static let open: [String: ClosedRange<Double>] = [
        "dozens": 20...200, "hundreds": 100...2_000, "thousands": 1_000...1_000_000,
    ]

    private static func period(at place: Int, _ keys: [String]) -> (name: String, length: Int)? {
        let key = keys[place]
        if key.utf8.count == 2, let digit = key.first(where: \.isNumber), key.contains("q") || key.contains("h") {
            return ((key.contains("q") ? "q" : "h") + String(digit), 1)
        }
        guard place + 1 < keys.count, let order = ordinals[key] else { return nil }
        if keys[place + 1] == "quarter" { return ("q\(order)", 2) }
        if keys[place + 1] == "half" { return ("h\(order)", 2) }
        return nil
    }

    static let ordinals: [String: Int] = [
        "first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4,
    ]

    // MARK: Comparing

    enum Verdict: Hashable, Sendable {
        case same, other, unknown
    }

    static func money(_ mine: [Money], _ theirs: [Money]) -> Verdict {
        var isOther = false
        for one in mine {
            for other in theirs {
                guard one.currency == nil || other.currency == nil || one.currency == other.currency else {
                    if areFarApart(one, other) { isOther = true }
                    continue
                }
                switch ratio(Double(one.amount), Double(other.amount)) {
                case ..<1.06: return .same
                case 1.1..<1000: isOther = true
                default: continue
                }
            }
        }
        return isOther ? .other : .unknown
    }

    /// Further apart than any two of the dearer currencies have been in a generation.
    private static func areFarApart(_ one: Money, _ other: Money) -> Bool {
        guard let mine = one.currency, let theirs = other.currency, dear.contains(mine), dear.contains(theirs) else {
            return false
        }
        return (2.2..<1000).contains(ratio(Double(one.amount), Double(other.amount)))
    }

    private static let dear: Set<String> = ["USD", "EUR", "GBP", "CHF", "CAD", "AUD", "NZD", "SGD"]

    func percents(_ other: StoryFigures) -> Verdict { Self.verdict(percents, other.percents, within: 1.06) }

    /// Counts of the same thing differ by rounding only. A handful is no sign of it.
    func counts(_ other: StoryFigures) -> Verdict {
        let (mine, theirs) = (counts.filter { $0 > 12 }, other.counts.filter { $0 > 12 })
        let exact = Self.verdict(mine, theirs, within: 1.1)
        guard exact != .same, !ranges.isEmpty || !other.ranges.isEmpty else { return exact }
        if ranges.contains(where: other.ranges.contains) { return .same }
        // "Hundreds" says neither that it is the 450 of the other nor that it is not.
        let isPossible =
            ranges.contains { range in
                theirs.contains(where: range.contains) || other.ranges.contains(where: range.overlaps)
            }
            || other.ranges.contains { mine.contains(where: $0.contains) }
        if isPossible { return .unknown }
        return (mine + ranges.map(\.lowerBound)).isEmpty || (theirs + other.ranges.map(\.lowerBound)).isEmpty
            ? .unknown : .other
    }

    private static func verdict(_ mine: [Double], _ theirs: [Double], within most: Double) -> Verdict {
        guard !mine.isEmpty, !theirs.isEmpty else { return .unknown }
        return mine.contains { one in theirs.contains { ratio(one, $0) <= most } } ? .same : .other
    }

    private static func ratio(_ one: Double, _ other: Double) -> Double {
        let (less, more) = (min(one.magnitude, other.magnitude), max(one.magnitude, other.magnitude))
        return less == 0 ? (more == 0 ? 1 : .infinity) : more / less
    }

    /// The same number behind the same word: a company has one Series C.
    func areOfOne(_ other: StoryFigures) -> Bool { labels.contains { other.labels[$0.key] == $0.value } }

    /// Another year, another quarter, another number behind the same word.
    func areOfOthers(_ other: StoryFigures) -> Bool {
        if !years.isEmpty, !other.years.isEmpty, years.isDisjoint(with: other.years) { return true }
        if !periods.isEmpty, !other.periods.isEmpty, periods.isDisjoint(with: other.periods) { return true }
        return labels.contains { word, label in other.labels[word].map { $0 != label } ?? false }
    }
}

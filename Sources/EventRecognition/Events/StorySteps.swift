/// How far a matter has come by a headline: an offering is priced, then closed; a plant is planned, begun and opened.
///
/// Which words say it is known to `StoryMatter`.
struct StorySteps: Hashable, Sendable {
    /// The steps that the headline names, by the place of their matter in the table: a bit each.
    private var told: [Int: UInt32] = [:]
    /// "Another", "again", "for a second time", "extends", "raises stake": not the first of its kind.
    let isAgain: Bool
    /// "Upsized", "increased": more than was said before.
    let isRevised: Bool

    init(_ words: [String]) {
        isAgain = Self.saysAgain(words)
        isRevised = words.contains { Self.revisions.contains($0) }
        // "Chief leaves after job cuts": what went before is not what is told.
        let end =
            words.indices.dropFirst().first { place in
                // "Go ahead" looks back on nothing.
                Self.looksBack.contains(words[place])
                    && (words[place] != "ahead" || words[place + 1..<words.endIndex].first == "of")
            } ?? words.endIndex
        let stems = words[..<end].map(StoryWords.stem)
        var hits: [(phrase: Phrase, places: UInt64)] = []
        for place in stems.indices {
            for phrase in Self.phrases[stems[place]] ?? [] {
                if let places = phrase.places(in: stems, from: place) { hits.append((phrase, places)) }
            }
        }
        hits.sort { ($1.places.nonzeroBitCount, $0.places) < ($0.places.nonzeroBitCount, $1.places) }
        var taken: [Int: UInt64] = [:]
        for (phrase, places) in hits where taken[phrase.matter, default: 0] & places == 0 {
            taken[phrase.matter, default: 0] |= places
            if !phrase.isNone { told[phrase.matter, default: 0] |= 1 << UInt32(phrase.step) }
        }
    }

    // MARK: Comparing

    /// Whether two headlines tell different steps of one matter.
    ///
    /// - Parameters:
    ///   - matter: its place in the table.
    ///   - days: between them.
    func contradict(_ other: StorySteps, matter: Int, days: Int) -> Bool {
        guard let (mine, theirs) = steps(other, matter) else { return false }
        if StoryMatter.all[matter].progress == .atOnce, abs(days) <= 1 { return false }
        let own = Self.ownNews[matter]
        if (mine | theirs) & own != 0 { return mine & theirs & own == 0 }
        return mine != 0 && theirs != 0 && mine & theirs == 0
    }

    /// Whether two headlines tell the same step of one matter, which it comes to once.
    func agree(_ other: StorySteps, matter: Int) -> Bool {
        guard let (mine, theirs) = steps(other, matter) else { return false }
        return mine & theirs & Self.ownNews[matter] != 0
    }

    private func steps(_ other: StorySteps, _ matter: Int) -> (mine: UInt32, theirs: UInt32)? {
        let (mine, theirs) = (told[matter] ?? 0, other.told[matter] ?? 0)
        guard mine | theirs != 0 else { return nil }
        guard StoryMatter.all[matter].progress == .last else { return (mine, theirs) }
        return (Self.last(mine), Self.last(theirs))
    }

    private static func last(_ steps: UInt32) -> UInt32 {
        steps == 0 ? 0 : 1 << UInt32(UInt32.bitWidth - 1 - steps.leadingZeroBitCount)
    }

    /// The steps that are news of their own, a bit each, by matter.
    private static let ownNews: [UInt32] = StoryMatter.all.map { matter in
        matter.steps.enumerated().reduce(0) { $0 | ($1.element.isOwnNews ? 1 << UInt32($1.offset) : 0) }
    }

    // MARK: Reading

    private struct Phrase {
        let matter: Int
        let step: Int
        let isNone: Bool
        let parts: [[String]]

        /// The words of a headline that it takes, a bit each, its first one standing at `start`.
        func places(in stems: [String], from start: Int) -> UInt64? {
            var places = Self.bits(of: parts[0], in: stems, at: start)
            for part in parts.dropFirst() {
                guard places != nil else { return nil }
                let more = stems.indices.lazy.compactMap { Self.bits(of: part, in: stems, at: $0) }.first
                places = more.flatMap { more in places.map { $0 | more } }
            }
            return places
        }

        private static func bits(of part: [String], in stems: [String], at place: Int) -> UInt64? {
            let end = place + part.count
            guard end <= min(stems.count, UInt64.bitWidth), stems[place] == part[0] else { return nil }
            guard stems[place..<end].elementsEqual(part) else { return nil }
            return ((1 << UInt64(part.count)) - 1) << UInt64(place)
        }
    }

    /// All phrases of the table by the stem that they begin with.
    private static let phrases: [String: [Phrase]] = {
        var phrases: [String: [Phrase]] = [:]
        for (place, matter) in StoryMatter.all.enumerated() {
            for (number, step) in matter.steps.enumerated() {
                for parts in step.phrases {
                    phrases[parts[0][0], default: []].append(
                        Phrase(matter: place, step: number, isNone: step.isNone, parts: parts))
                }
            }
        }
        return phrases
    }()

    private static let looksBack: Set<String> = ["after", "following", "since", "despite", "before", "ahead"]
    private static let revisions: Set<String> = ["upsizes", "upsized", "increases", "increased"]

    private static let repeats: Set<String> = [
        "extension", "extends", "extended", "renews", "renewed", "renewal", "widened", "widens", "sweetens",
        "sweetened", "another", "again",
    ]
    private static let raises: Set<String> = [
        "raises", "raised", "ups", "hikes", "lifts", "higher", "improved", "rejected", "first",
    ]

    private static func saysAgain(_ words: [String]) -> Bool {
        words.indices.contains { place in
            let next = place + 1 < words.count ? words[place + 1] : ""
            let last = place > 0 ? words[place - 1] : ""
            let word = words[place]
            if repeats.contains(word) { return true }
            if raises.contains(word) {
                return ["offer", "bid", "stake", "holding"].contains(next) || ["offer", "bid"].contains(last)
            }
            if word == "from" { return last == "up" }
            return ["second", "third", "fourth", "further"].contains(word)
                && !["quarter", "half", "largest", "biggest", "phase"].contains(next)
        }
    }
}

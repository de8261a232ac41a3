import TriggerModel

/// What a headline says besides who did what kind of thing: the words that tell one contract, launch or recall of a
/// company from its next one.
///
/// Left out are the small words, those of the trade ("names", "acquires", "recall"), legal forms, dates, the outlet
/// behind the headline and a last word cut short. The names of the parties are left out when two are compared.
struct StoryHeadline: Hashable, Sendable {
    /// How much a word says about which event it is.
    enum Rank: Int, Hashable, Sendable {
        /// One that many headlines have.
        case ordinary
        /// One that few headlines have.
        case rare
        /// Such a one where every word has a capital, so that it may be a name.
        case capital
        /// A country or state, by whatever word: it may hold the town that another headline names.
        case region
        /// An authority by its letters.
        case authority
        /// A name: of a town, a product, a person.
        case name

        var weight: Int { self == .ordinary ? 1 : 2 }
    }

    struct Word: Hashable, Sendable {
        /// As written, without case and accents.
        let text: String
        let stem: String
        var rank: Rank
        /// Said of why it happens: "over listeria", "due to a fall hazard".
        var isCause = false
    }

    let words: [Word]
    /// All words as written, small ones too, in their order.
    let all: [String]
    let figures: StoryFigures
    let steps: StorySteps
    /// The stems of what stands behind "over", trade words too: "over data breach".
    let causes: Set<String>
    /// The first letters of all words.
    fileprivate let letters: [Character?]
    fileprivate let known: Set<String>

    /// A headline from outside may have any length; what follows the first words does not name the story.
    static let longest = 40

    init(_ title: String) {
        let lexicon = StoryWords.lexicon
        let text = lexicon.read(String(TitleLikeness.withoutPublisher(title).unicodeScalars.prefix(600)), field: .title)
        let count = min(text.tokens.count, Self.longest)
        let keys = (0..<count).map { text.key(of: $0..<$0 + 1) }
        let figures = StoryFigures(text, lexicon, keys)
        func isOfKind(_ place: Int) -> Bool {
            let token = text.tokens[place]
            return token.word != 0 && !token.isNameLike
                && !lexicon.classes(of: token.word).isDisjoint(with: [.kind, .descriptor])
        }
        let cause = keys.dropFirst().firstIndex { StoryWords.causes.contains($0) } ?? count
        var words: [Word] = []
        for sentence in text.sentences {
            for place in sentence.tokens where place < count && !figures.places.contains(place) {
                let token = text.tokens[place]
                let isCut = place == text.tokens.count - 1 && StoryWords.isCutShort(title)
                guard !isCut, var word = Self.word(keys, token, place, sentence, lexicon) else { continue }
                // "Bakery chain Acme": what kind of company it is.
                if isOfKind(place), place + 1 < count, text.tokens[place + 1].isNameLike || isOfKind(place + 1) {
                    continue
                }
                // "Thornby council": whatever stands before such a word in small letters is its name.
                let isBody =
                    place + 1 < count && text.tokens[place + 1].casing == .lower
                    && StoryWords.bodies.contains(keys[place + 1])
                // "In Mobile": a town may be called by any word.
                let isWhere = place > 0 && ["in", "near"].contains(keys[place - 1])
                let isSpoken = !sentence.isTitleCase && !sentence.isUpper && token.casing == .capitalised
                if word.rank == .capital && (isBody || isWhere) || word.rank == .ordinary && isWhere && isSpoken {
                    word.rank = .name
                }
                word.isCause = place > cause
                words.append(word)
            }
        }
        self.words = words
        all = keys
        known = Set(keys)
        letters = keys.map(\.first)
        let over = keys.firstIndex { ["over", "alleging"].contains($0) }
        causes = Set((over.map { keys[($0 + 1)...] } ?? []).filter { $0.utf8.count > 2 }.map(StoryWords.stem))
        self.figures = figures
        steps = StorySteps(keys)
    }

    private static func word(
        _ keys: [String], _ token: Token, _ place: Int, _ sentence: Sentence, _ lexicon: Lexicon
    ) -> Word? {
        let key = keys[place]
        guard token.casing != .none, key.utf8.count > 1 else { return nil }
        let classes = token.word == 0 ? [] : lexicon.classes(of: token.word)
        let isFirst = place == sentence.tokens.lowerBound || token.breaks.contains(.colon)
        let isCapital = token.isNameLike && !sentence.isTitleCase && !sentence.isUpper
        if let region = StoryWords.region(of: key, after: place > 0 ? keys[place - 1] : nil) {
            // "Germany's Acme", "Swiss grocer Acme": whose it is, not where it happens.
            if isFirst || token.isPossessive { return nil }
            // "Us" is no country unless it is written as one.
            if key == "us", token.casing != .upper { return nil }
            return Word(text: key, stem: region, rank: .region)
        }
        if StoryWords.raters.contains(key) || (token.casing == .upper && StoryWords.authorities.contains(key)) {
            return Word(text: key, stem: key, rank: .authority)
        }
        guard classes.isDisjoint(with: StoryWords.empty) else { return nil }
        let stem = StoryWords.stem(key)
        // Two banks are both called Bank.
        let isOfAny = StoryWords.bodies.contains(key) || !classes.isDisjoint(with: [.generic, .organisation])
        let isName = isCapital && !isFirst && token.casing != .upper && !isOfAny
        if StoryWords.cues.contains(stem) || (!isName && classes.contains(.verb)) { return nil }
        if isName { return Word(text: key, stem: stem, rank: .name) }
        let isKnown = !classes.isDisjoint(with: [
            .plain, .verb, .generic, .organisation, .role, .premises, .unit, .kind, .matter,
        ])
        if classes.contains(.place) { return Word(text: key, stem: stem, rank: .name) }
        if isKnown { return Word(text: key, stem: stem, rank: .ordinary) }
        if token.isNameLike {
            return Word(text: key, stem: stem, rank: isCapital && token.casing == .upper ? .rare : .capital)
        }
        return Word(text: key, stem: stem, rank: key.utf8.count >= 5 ? .rare : .ordinary)
    }

    /// The words that are no party's name.
    func rest(without names: Set<String>) -> [Word] {
        words.filter { !names.contains($0.text) }
    }

    /// Whether both say what it is over, and have no word of that in common.
    func isOfOtherCause(than other: StoryHeadline) -> Bool {
        !causes.isEmpty && !other.causes.isEmpty && causes.isDisjoint(with: other.causes)
    }

    /// Whether all words of a name stand in it, one behind the other.
    func says(_ name: [String]) -> Bool {
        guard let first = name.first, name.count <= all.count else { return false }
        return all.indices.dropLast(name.count - 1).contains { place in
            all[place] == first && all[place..<place + name.count].elementsEqual(name)
        }
    }
}

/// What two headlines have in common, and what keeps them apart.
struct HeadlineAgreement {
    /// Weight of the words that both have by that of the shorter one, 0 to 1.
    private(set) var share = 0.0
    /// Weight of the words that both have.
    private(set) var weight = 0
    /// One of them says nothing besides who and what kind of thing.
    private(set) var isSilent = false
    /// Each names a town, a product, a person that the other does not, and they have none in common.
    private(set) var isOfOthers = false
    /// The same where it is not sure that what the one names is a name.
    private(set) var mayBeOfOthers = false
    /// Both name the same town, product or person.
    private(set) var isOfOneName = false
    /// Each says another country or state, or another authority.
    private(set) var isElsewhere = false
    /// Both say what it happens to, and that is something else, whatever the reason.
    private(set) var isOfOtherThings = false
    /// They share ordinary words alone, and each has words of its own.
    private(set) var isOfOneSort = false

    /// A headline without the names of the companies.
    struct Side {
        let headline: StoryHeadline
        let words: [StoryHeadline.Word]
        /// The highest rank of each stem.
        fileprivate let ranks: [String: StoryHeadline.Rank]
        /// The weight of all words.
        fileprivate let total: Int
        /// Words that may be the initials of others.
        fileprivate let short: [(word: StoryHeadline.Word, letters: [Character])]

        init(_ headline: StoryHeadline, without names: Set<String>) {
            self.headline = headline
            words = headline.rest(without: names)
            ranks = Dictionary(words.map { ($0.stem, $0.rank) }) { $0.rawValue > $1.rawValue ? $0 : $1 }
            total = ranks.values.reduce(0) { $0 + $1.weight }
            short = words.filter { (2...5).contains($0.text.utf8.count) }.map { ($0, Array($0.text)) }
        }
    }

    init(_ one: StoryHeadline, _ other: StoryHeadline, without names: Set<String>) {
        self.init(Side(one, without: names), Side(other, without: names))
    }

    init(_ one: Side, _ other: Side) {
        let (mine, theirs) = (one.words, other.words)
        isSilent = mine.isEmpty || theirs.isEmpty
        guard !isSilent else { return }
        var shared: [String: StoryHeadline.Rank] = [:]
        for word in mine {
            if let rank = other.ranks[word.stem] {
                // Where one writes it small, it is no name.
                shared[word.stem] = rank.rawValue < word.rank.rawValue ? rank : word.rank
            }
        }
        let short = Self.initials(of: one, in: other.headline) + Self.initials(of: other, in: one.headline)
        for stem in short { shared[stem] = .rare }
        weight = shared.values.reduce(0) { $0 + $1.weight }
        share = min(1, Double(weight) / Double(max(1, min(one.total, other.total))))
        isOfOneName = shared.values.contains(.name)
        isOfOtherThings = Self.areOfOtherThings(one, other)
        isOfOneSort =
            shared.values.allSatisfy { $0 == .ordinary }
            && [mine, theirs].allSatisfy { $0.contains { shared[$0.stem] == nil } }
        isElsewhere = Self.areElsewhere(mine, theirs, shared)
        isOfOthers = isElsewhere || Self.areOfOthers(mine, theirs, shared)
        mayBeOfOthers = isOfOthers || Self.mayBeOfOthers(mine, theirs, shared)
    }

    /// "In Kansas" and "in Texas", even where the rest is the same.
    private static func areElsewhere(
        _ mine: [StoryHeadline.Word], _ theirs: [StoryHeadline.Word], _ shared: [String: StoryHeadline.Rank]
    ) -> Bool {
        [StoryHeadline.Rank.region, .authority].contains { rank in
            mine.contains { $0.rank == rank } && theirs.contains { $0.rank == rank } && !shared.values.contains(rank)
        }
    }

    private static func areOfOthers(
        _ mine: [StoryHeadline.Word], _ theirs: [StoryHeadline.Word], _ shared: [String: StoryHeadline.Rank]
    ) -> Bool {
        let (one, two) = (mine.filter { $0.rank == .name }, theirs.filter { $0.rank == .name })
        return !one.isEmpty && !two.isEmpty && !(one + two).contains { shared[$0.stem] != nil }
    }

    private static func areOfOtherThings(_ mine: Side, _ theirs: Side) -> Bool {
        let (one, two) = (mine.words.filter { !$0.isCause }, theirs.words.filter { !$0.isCause })
        guard !one.isEmpty, !two.isEmpty else { return false }
        return !one.contains { theirs.ranks[$0.stem] != nil } && !two.contains { mine.ranks[$0.stem] != nil }
    }

    private static func mayBeOfOthers(
        _ mine: [StoryHeadline.Word], _ theirs: [StoryHeadline.Word], _ shared: [String: StoryHeadline.Rank]
    ) -> Bool {
        func has(_ rank: StoryHeadline.Rank, _ words: [StoryHeadline.Word]) -> Bool {
            words.contains { $0.rank == rank }
        }
        guard has(.name, mine) && has(.capital, theirs) || has(.name, theirs) && has(.capital, mine) else {
            return false
        }
        // A town of plain words: what one headline writes as a name is one in the other, where all have capitals.
        return !shared.values.contains { $0 != .ordinary }
            && !(mine + theirs).contains { $0.rank == .name && shared[$0.stem] != nil }
    }

    /// "EHR" where the other says "Electronic Health Record".
    private static func initials(of side: Side, in other: StoryHeadline) -> [String] {
        side.short.filter { !other.known.contains($0.word.text) }.filter { _, letters in
            guard other.letters.count >= letters.count else { return false }
            return (0...other.letters.count - letters.count).contains { place in
                letters.indices.allSatisfy { other.letters[place + $0] == letters[$0] }
            }
        }.map(\.word.stem)
    }
}

/// What a word tells about the talk it stands in: of business or of something else, and of which line of business.
///
/// Kept apart from `WordClass`, which says what a word is: a word of these lists may still be anybody's name.
struct WordTalk: OptionSet, Sendable {
    let rawValue: UInt64

    /// Of business, wherever it stands in a sentence: dividend, plant, regulators.
    static let trade = WordTalk(rawValue: 1 << 0)
    /// Of sport, crime, weather, politics, nature and the arts, where names are people's, places' and things'.
    static let elsewhere = WordTalk(rawValue: 1 << 1)
    /// What companies do, as headlines say it of one: hires, lifts, recalls.
    static let act = WordTalk(rawValue: 1 << 2)
    /// What anybody does, as headlines say it of one: says, wins, loses.
    static let does = WordTalk(rawValue: 1 << 3)
    /// A company's name first, and something else too: Corning, Whirlpool.
    static let twofold = WordTalk(rawValue: 1 << 4)
    /// Behind "to", what anybody does.
    static let infinitive = WordTalk(rawValue: 1 << 5)

    /// A line of business spoken of, by its place in `TalkWords.lines`.
    static func line(_ index: Int) -> WordTalk { WordTalk(rawValue: 1 << UInt64(8 + index)) }
    /// The same line, told by a word of a company's name.
    static func nameLine(_ index: Int) -> WordTalk { WordTalk(rawValue: 1 << UInt64(36 + index)) }

    private static let lineMask: UInt64 = (1 << 36) - (1 << 8)

    /// Lines spoken of.
    var lines: UInt64 { rawValue & Self.lineMask }
    /// Lines told by a name, as `lines` has them.
    var nameLines: UInt64 { (rawValue >> 28) & Self.lineMask }
}

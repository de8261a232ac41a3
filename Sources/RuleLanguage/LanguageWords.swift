/// The shared words of one language: they count for items in it, beside the words that every item is read with.
package struct LanguageWords: Hashable, Sendable {
    /// Two-letter code (ISO 639-1), lower case.
    package var language: String
    /// Words by which a text that states no language is known to be in this one.
    package var knownBy: [String]
    package var hedges: [Pattern]
    package var negations: [Pattern]
    package var histories: [Pattern]
    package var fillers: [Pattern]
    package var descriptors: [Pattern]
    package var boilerplate: [Pattern]

    package init(
        language: String, knownBy: [String] = [], hedges: [Pattern] = [], negations: [Pattern] = [],
        histories: [Pattern] = [], fillers: [Pattern] = [], descriptors: [Pattern] = [], boilerplate: [Pattern] = []
    ) {
        self.language = language
        self.knownBy = knownBy
        self.hedges = hedges
        self.negations = negations
        self.histories = histories
        self.fillers = fillers
        self.descriptors = descriptors
        self.boilerplate = boilerplate
    }

    /// Whether a code has the form of a language code.
    package static func isCode(_ text: String) -> Bool {
        text.utf8.count == 2 && text.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
    }

    /// The code at the front of a BCP 47 tag: `de` of `de-AT`.
    package static func code(of tag: String) -> String? {
        let first = tag.prefix { $0 != "-" && $0 != "_" }.lowercased()
        return isCode(first) ? first : nil
    }

    /// Languages that `match: stem` knows, by the Snowball stemmers: https://snowballstem.org/algorithms/.
    package static let withStems: [String] = [
        "da", "de", "en", "es", "fi", "fr", "hu", "it", "nl", "no", "pt", "ro", "ru", "sv", "tr",
    ]
}

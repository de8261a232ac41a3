/// What is publicly known of a company: what the news calls it, what it does, where it sits, and what else
/// its name means.
///
/// Fills what an account's own row does not say. It makes names be found and told apart, and is never itself a reason.
package struct KnownCompany: Hashable, Sendable {
    /// SEC Central Index Key, ten digits with leading zeros.
    package var cik: String
    /// The bare symbol, upper case.
    package var ticker: String?
    /// What the news calls it.
    package var name: String
    /// Further names: abbreviations, bare words, earlier and later names.
    package var aliases: [String]
    /// Names that mean it only where its business is spoken of: "Simon" of a landlord of malls.
    package var doubtful: [String]
    /// As `Account.business`.
    package var business: [String]
    /// Town, state or country of its head office.
    package var places: [String]
    /// Words of news in which its name means something else, in the singular: "outbreak" of Caterpillar.
    package var otherwise: [String]

    package init(
        cik: String, ticker: String? = nil, name: String, aliases: [String] = [], doubtful: [String] = [],
        business: [String] = [], places: [String] = [], otherwise: [String] = []
    ) {
        self.cik = cik
        self.ticker = ticker
        self.name = name
        self.aliases = aliases
        self.doubtful = doubtful
        self.business = business
        self.places = places
        self.otherwise = otherwise
    }

    /// All names, and whether each is one of the doubtful.
    package var names: [(name: String, isDoubtful: Bool)] {
        ([name] + aliases).map { ($0, false) } + doubtful.map { ($0, true) }
    }
}

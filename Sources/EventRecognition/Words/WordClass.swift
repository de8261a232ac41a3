/// What the engine knows of a word beyond its letters. A word may be of several classes.
struct WordClass: OptionSet, Sendable {
    let rawValue: UInt64

    /// Articles, prepositions, conjunctions, pronouns, time words: never begin or join a name.
    static let function = WordClass(rawValue: 1 << 0)
    /// May stand inside a name: and, of, the, de.
    static let connector = WordClass(rawValue: 1 << 1)
    /// A finite verb of headlines: ends a name.
    static let verb = WordClass(rawValue: 1 << 2)
    /// Legal form: Inc, GmbH.
    static let legal = WordClass(rawValue: 1 << 3)
    /// Tells a company or body from a person: Partners, Bank.
    static let organisation = WordClass(rawValue: 1 << 4)
    /// Part of a job title.
    static let role = WordClass(rawValue: 1 << 5)
    /// After a person's name: MD, PhD, CPA.
    static let credential = WordClass(rawValue: 1 << 6)
    /// Before a person's name: Dr, Ms.
    static let honorific = WordClass(rawValue: 1 << 7)
    static let month = WordClass(rawValue: 1 << 8)
    static let weekday = WordClass(rawValue: 1 << 9)
    static let firstName = WordClass(rawValue: 1 << 10)
    /// An ordinary English word, place or first name that is also a company's name.
    static let ordinary = WordClass(rawValue: 1 << 11)
    /// Says what business a company is in, not which one it is: Technologies, Group.
    static let generic = WordClass(rawValue: 1 << 12)
    /// After a name, makes another thing of it: Stadium, Foundation.
    static let continuation = WordClass(rawValue: 1 << 13)
    /// million, bn.
    static let scale = WordClass(rawValue: 1 << 14)
    /// dollars, EUR.
    static let currency = WordClass(rawValue: 1 << 15)
    /// three, hundreds.
    static let numeral = WordClass(rawValue: 1 << 16)
    /// about, up to.
    static let approximator = WordClass(rawValue: 1 << 17)
    /// Lower-case part of a surname: von, de.
    static let particle = WordClass(rawValue: 1 << 18)
    /// Its full stop ends no sentence.
    static let abbreviation = WordClass(rawValue: 1 << 19)
    /// "the company", "the bank": stands for the company already named.
    static let pronoun = WordClass(rawValue: 1 << 20)
    /// Beside a name, shows that a company is meant: shares, CEO, says.
    static let companyContext = WordClass(rawValue: 1 << 21)
    /// Upper-case words that are no company without more context: CEO, AI, US.
    static let acronym = WordClass(rawValue: 1 << 22)
    /// Country, region or city.
    static let place = WordClass(rawValue: 1 << 23)
    static let exchange = WordClass(rawValue: 1 << 24)
    /// Capitalised words that begin a sentence which goes on after an abbreviation.
    static let opener = WordClass(rawValue: 1 << 25)
    /// Job titles that end a company's name: CEO, President.
    static let title = WordClass(rawValue: 1 << 26)
    /// The last word of a job title: officer, director.
    static let position = WordClass(rawValue: 1 << 27)
    /// A part of a company, not a company: board, unit, team.
    static let unit = WordClass(rawValue: 1 << 28)
    /// A surname, a town, a figure of legend: other people and things bear it too.
    static let namesake = WordClass(rawValue: 1 << 29)
    /// After a name, means another company than the named one: owner, maker, rival.
    static let otherParty = WordClass(rawValue: 1 << 30)
    /// Before a name, says what company it is: startup, retailer, giant.
    static let descriptor = WordClass(rawValue: 1 << 31)
    /// What people do and are as often as companies: says, joins, chairman.
    static let personal = WordClass(rawValue: 1 << 32)
    /// After "to", what companies do: cut, acquire, recall.
    static let deed = WordClass(rawValue: 1 << 33)
    /// Says what business a company is in and begins no name: retailer, biotech, brewery.
    static let kind = WordClass(rawValue: 1 << 35)
    /// A place of a company's: plant, warehouse.
    static let premises = WordClass(rawValue: 1 << 36)
    /// What issuers announce, and what they call it: option, amended, circular.
    static let matter = WordClass(rawValue: 1 << 37)
    /// In the news by a surname, or by letters, that hardly any company bears, and no company: statesmen, central
    /// banks.
    static let statesman = WordClass(rawValue: 1 << 38)
    /// A frequent word of the language, which begins a sentence more often than it names a company.
    static let plain = WordClass(rawValue: 1 << 39)
    /// Such a word that is a company everybody knows.
    static let household = WordClass(rawValue: 1 << 41)
    /// One company, as a headline that does not name it says: sawmill, insurer.
    static let enterprise = WordClass(rawValue: 1 << 42)
    /// A legal form that is hardly ever another word: Inc, Ltd, plc.
    static let suffix = WordClass(rawValue: 1 << 34)
    /// An ordinary word that, written with a capital, nearly always means the company of that name: Apple.
    static let brand = WordClass(rawValue: 1 << 40)
}

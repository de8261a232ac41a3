/// What a word does inside names, or tells right beside one.
///
/// Kept apart from `WordClass`, because a word of no class is taken for one that means nothing but its name.
struct NameWord: OptionSet, Sendable {
    let rawValue: UInt32

    /// Whom a wire glues to a company: "GroupFounder".
    static let person = NameWord(rawValue: 1 << 0)
    /// Says that a company owns others, not what any of them does.
    static let holding = NameWord(rawValue: 1 << 1)
    /// Stands before a name in a person's: "da", "van". Fewer than `WordClass.particle`: "de" is of companies' too.
    static let particle = NameWord(rawValue: 1 << 2)
    /// An office that stands before a person's name.
    static let office = NameWord(rawValue: 1 << 3)
    /// A thing on ground that no word for premises says.
    static let site = NameWord(rawValue: 1 << 4)
    /// Before what somebody owns.
    static let owning = NameWord(rawValue: 1 << 5)
    /// Before places.
    static let whereabouts = NameWord(rawValue: 1 << 6)
    /// What is done to companies, before one.
    static let dealing = NameWord(rawValue: 1 << 7)
    /// Says how far a company reaches.
    static let wide = NameWord(rawValue: 1 << 8)
    /// A legal form of the United States.
    static let american = NameWord(rawValue: 1 << 9)
    /// Says that a company was founded to buy another: it has no business to be called by.
    static let shell = NameWord(rawValue: 1 << 10)
    /// Ends the names of places more often than of companies: "Main Street".
    static let ground = NameWord(rawValue: 1 << 11)
    /// Says that a name is a fund's, which nobody calls by a first word.
    static let fund = NameWord(rawValue: 1 << 12)
    /// Ends names that any business of a line may have: "Independent Bank".
    static let business = NameWord(rawValue: 1 << 13)
    /// "Royal", "company" and "limited" in front of names, left out in English.
    static let foreignHead = NameWord(rawValue: 1 << 14)

    /// Says that a sentence is about politics, sport or a show, where a surname is a person's.
    static let publicLife = NameWord(rawValue: 1 << 15)
    /// Begins what an index of shares is called: see `NameJudge.isIndex`.
    static let index = NameWord(rawValue: 1 << 16)

    /// Begins the names of states and provinces of two words: see `NameJudge.isStateName`.
    static let stateHead = NameWord(rawValue: 1 << 17)

    static let lists: [(NameWord, String)] = [
        (.stateHead, "new north south west rhode british nova northern"),
        (.person, "founder president chairman chief executive"),
        (.holding, "group holdings holding enterprises companies parent"),
        (.particle, "da del della di dos du van von den bin ibn"),
        (
            .office,
            """
            mayor governor senator congressman congresswoman councilman councilwoman councillor sheriff officer detective
            sergeant lieutenant captain colonel general admiral judge justice coach pastor bishop archbishop cardinal
            prince princess king queen ambassador minister secretary commissioner superintendent principal inspector
            constable
            """
        ),
        (.site, "property properties land apartments tower studio acreage assets basin field wells"),
        (.owning, "its their our his her"),
        (.whereabouts, "at in near a an the from of for"),
        (.dealing, "buy buying acquire acquiring purchase purchasing"),
        (.wide, "international worldwide global"),
        (.american, "inc corp co llc corporation incorporated"),
        (.shell, "acquisition acquisitions merger"),
        (
            .ground,
            """
            street road avenue boulevard county river valley lake canyon creek beach island bay mountain city town
            """
        ),
        (.fund, "fund funds etf income municipal"),
        (.business, "services service solutions bank banks resources resource healthcare"),
        (
            .publicLife,
            """
            senate senator senators congressman congresswoman democrats republicans mayor governor lawmaker lawmakers mp mps
            mep tory tories referendum bishop archbishop striker midfielder goalkeeper quarterback wicket wickets innings
            playoffs playoff championship tournament semifinal semifinals finals nba nfl nhl mlb ufc actor actress singer
            rapper comedian novelist poet sheriff murder jailed
            """
        ),
        (.foreignHead, "koninklijke aktiebolaget compagnie"),
        (.index, "s dow nasdaq nikkei ftse russell"),
    ]

    /// Words of what a company does that newsrooms cut short behind its name: "Acme Labs" of Acme Laboratories.
    static let clips: [(word: String, clip: String)] = [
        ("laboratories", "labs"), ("laboratory", "labs"), ("pharmaceuticals", "pharma"), ("pharmaceutical", "pharma"),
        ("biopharmaceuticals", "biopharma"), ("biopharmaceutical", "biopharma"), ("technologies", "tech"),
        ("technology", "tech"), ("biotechnology", "biotech"), ("biotechnologies", "biotech"),
        ("semiconductor", "semi"), ("semiconductors", "semi"), ("aerosystems", "aero"), ("aerospace", "aero"),
        ("communications", "comms"), ("international", "intl"), ("manufacturing", "mfg"), ("brothers", "bros"),
        ("chemicals", "chem"), ("chemical", "chem"), ("automotive", "auto"), ("associates", "assoc"),
    ]
}

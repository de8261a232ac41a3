/// The words that tell nothing about which event a headline is of.
enum StoryWords {
    /// The words the engine knows by itself; no rule's and no account's.
    static let lexicon = Lexicon()

    private static let stemmer = WordStemmer()

    static func stem(_ word: String) -> String {
        let stem = String(decoding: stemmer.stem(Array(word.utf8)[...], language: "english"), as: UTF8.self)
        return same[stem] ?? stem
    }

    /// Of these classes no word says which event it is.
    static let empty: WordClass = [
        .function, .legal, .honorific, .credential, .month, .weekday, .numeral, .scale, .currency, .approximator,
        .exchange, .descriptor, .otherParty, .title, .position,
    ]

    /// What stands before the reason of something.
    static let causes: Set<String> = ["over", "due", "because", "after", "following", "amid", "for"]

    /// A feed or a table that cuts headlines marks it.
    static func isCutShort(_ title: String) -> Bool {
        guard let last = title.last(where: { !$0.isWhitespace }) else { return false }
        return last == "…" || title.hasSuffix("...")
    }

    /// The words of what companies do, by their stems, and what outlets put in front.
    static let cues: Set<String> = {
        let words = """
            name appoint hire tap pick choose select promote elect elevate recruit poach join lead head chief executive
            officer president vice chair chairman chairwoman director board ceo cfo coo cto chairperson boss manager
            management senior leader leadership succeed successor successions succession replace depart departure
            leave quit resign resignation retire retirement step oust remove role post job position team member
            interim acting effect immediate immediately former new next
            acquire acquisition buy purchase takeover take over merge merger combine combination deal agree agreement
            definitive sign enter close closing complete completion finalize transaction bid offer snap swoop tie sale
            sell sold divest divestiture divestment spin spinoff separate independent public private stake holding
            share shareholder investor holder majority minority activist control owner ownership strategic alternative
            option review explore arm unit division business part
            raise secure land bag get funding fund round series seed financing finance invest investment capital
            venture money back boost valuation equity debt loan facility credit term senior secured note bond offering
            price pricing placing placement issue underwritten stock common ipo initial file filing registration
            statement proposed list listing debut trading launch commence
            build construct construction plan plant factory facility site office open opening expand expansion
            location hub centre center headquarter hq relocate relocation move set shop ground break broken project
            campus capacity output production double
            shut shutter closure permanently permanent good cut cutting lay layoff redundancy job workforce staff
            worker employee people axe slash eliminate reduce reduction headcount restructure restructuring reorganise
            reorganization reorganisation affected
            report result profit loss warning warn outlook guidance forecast estimate revenue sale earnings quarter
            quarterly annual year full half fiscal record raise lower lift miss beat growth trading update
            contract award win order tender supply customer supplier provider vendor picked partnership partner
            alliance collaborate collaboration pact venture joint team teaming tie
            product unveil reveal release introduce debut availability available general generally wrap
            recall voluntary voluntarily alert issue due because possible risk hazard potential fear pull undeclared
            warn safety market enter entry first
            cyber attack cyberattack ransomware breach data hack incident security notice disclose hit hacker
            outage disruption leave
            fine penalty fined sue suit lawsuit case court judge jury settle settlement file accuse claim resolve
            order action against over verdict told pay class
            bankruptcy chapter protection insolvency insolvent administration administrator voluntary petition process
            milestone announce announcement confirm say tell statement official group company firm inc corp plc holding
            breaking exclusive correction developing alert update watch look news brief list
            listeria salmonella coli metal plastic glass fragment contamination choking choke suffocation burn fire
            hazard allergen letter final proposed rule found loose allergy certify go know day well make take
            celebrate mark host hold ceremony ribbon
            filer subject form amount million billion percent
            """
        return Set(words.split(whereSeparator: \.isWhitespace).map { stem(String($0)) })
    }()

    /// Who fines, warns and bans, by their letters: two of them do two things.
    static let authorities: Set<String> = [
        "sec", "fca", "fda", "epa", "ftc", "osha", "fcc", "doj", "cma", "cfpb", "finra", "nhtsa", "cpsc", "mhra",
        "ofcom",
        "ofgem", "bafin", "asic", "accc", "cftc", "nlrb", "eeoc", "faa", "ico", "cnil", "pra", "occ", "fdic", "sebi",
        "rbi",
    ]

    /// Who rates what a company owes.
    static let raters: Set<String> = ["moody", "moodys", "fitch", "dbrs", "kbra"]

    /// Bodies that are called by their town or county.
    static let bodies: Set<String> = [
        "council", "county", "city", "university", "hospital", "school", "port", "airport", "court", "township",
    ]

    /// Two words of headlines for one thing, by their stems.
    private static let same: [String: String] = {
        let groups = [
            "centre center", "blast explosion explode", "injure hurt wound injury", "ship vessel ferry",
            "license licence", "defence defense", "programme program", "tyre tire", "aluminium aluminum",
            "infant baby", "car vehicle auto", "drug medicine", "chip semiconductor",
            "sue sued suing", "withdraw withdrew withdrawn", "break broke broken", "begin began begun",
            "choose chose chosen", "win won", "pay paid", "fraud scam", "oil crude", "buyout buyback",
            "solar photovoltaic", "hidden junk", "blaze fire",
        ]
        let stemmer = WordStemmer()
        var same: [String: String] = [:]
        for group in groups {
            let stems = group.split(separator: " ").map {
                String(decoding: stemmer.stem(Array($0.utf8)[...], language: "english"), as: UTF8.self)
            }
            for stem in stems.dropFirst() { same[stem] = stems[0] }
        }
        return same
    }()

    /// The country or state that a word is of; "York" is one behind "New" only.
    static func region(of word: String, after last: String?) -> String? {
        word == "york" && last != "new" ? nil : regions[word]
    }

    /// The countries and states that a text names.
    static func regions(in text: String) -> Set<String> {
        var last: String?
        var found: Set<String> = []
        for raw in text.prefix(200).split(whereSeparator: { !$0.isLetter }) {
            let word = raw.lowercased()
            if let region = region(of: word, after: last) { found.insert(region) }
            last = word
        }
        return found
    }

    /// Countries and states by their names, in their own language too, and by what their people are called.
    private static let regions: [String: String] = {
        let rows = """
            us usa america american|uk britain british|eu europe european|china chinese|japan japanese|india indian
            germany german deutschland|france french|italy italian italia|spain spanish espana|canada canadian
            mexico mexican|brazil brazilian brasil
            australia australian|russia russian|korea korean|israel israeli|ireland irish eire|scotland scottish
            wales welsh
            england english|taiwan taiwanese|switzerland swiss schweiz suisse svizzera|sweden swedish sverige
            norway norwegian norge|denmark danish danmark
            finland finnish suomi|netherlands dutch nederland|belgium belgian belgie belgique
            austria austrian osterreich oesterreich|poland polish polska|turkey turkish turkiye
            greece greek hellas|portugal portuguese|alabama|alaska|arizona|arkansas|california|colorado|connecticut
            delaware
            florida|georgia|hawaii|idaho|illinois|indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts
            michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|ohio|oklahoma|oregon|pennsylvania
            tennessee|texas|utah|vermont|virginia|wisconsin|wyoming|york|ontario|quebec|alberta
            pakistan pakistani|bangladesh bangladeshi|indonesia indonesian|malaysia malaysian|thailand thai
            vietnam vietnamese|philippines philippine|nigeria nigerian|kenya kenyan|egypt egyptian|morocco moroccan
            saudi|emirates uae|qatar qatari|kuwait kuwaiti|ukraine ukrainian|romania romanian|bulgaria bulgarian
            serbia serbian srbija|croatia croatian hrvatska|hungary hungarian magyarorszag|czech cesko
            slovakia slovak slovensko|slovenia slovenian slovenija|estonia estonian eesti
            latvia latvian latvija|lithuania lithuanian lietuva|iceland icelandic|argentina argentine|chile chilean
            peru peruvian
            colombia colombian|singapore|africa african|asia asian
            """
        var regions: [String: String] = [:]
        for row in rows.split(whereSeparator: { $0 == "|" || $0 == "\n" }) {
            let words = row.split(separator: " ").map(String.init)
            for word in words { regions[word] = words[0] }
        }
        return regions
    }()
}

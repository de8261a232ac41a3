import TriggerModel

/// All names of all accounts, and of the companies they are related to, in one trie over words.
struct CompanyNames: Sendable {
    struct Company: Sendable {
        var reference: CompanyReference
        var name: String
        /// Registrable domain, lower case.
        var domain: String?
        /// Exchange, where known, and symbol, upper case.
        var ticker: (exchange: String?, symbol: String)?
        /// Words of its names that say which company it is; a symbol alone is believed only beside one of them.
        var keyWords: [UInt32] = []
        /// Lines of business that its names tell, as `WordTalk.lines`.
        var lines: UInt64 = 0
        /// Listed, and yet among the companies of which something is publicly known there is no such one: hardly anybody calls
        /// it by a bare everyday word.
        var isObscure = false
    }

    /// What is asked of every company whose name is found. Kept apart from all else that is known of it, because of many
    /// companies more of it stays near.
    struct Face: Sendable {
        var reference: CompanyReference
        /// As `Company.lines`.
        var lines: UInt64
    }

    struct FormTraits: OptionSet, Sendable {
        let rawValue: UInt32

        /// A single ordinary word, or only words for a business: needs capitals and context.
        static let ordinary = FormTraits(rawValue: 1 << 0)
        /// At most four letters: needs upper case.
        static let acronym = FormTraits(rawValue: 1 << 1)
        /// Worked out, not given.
        static let brief = FormTraits(rawValue: 1 << 2)
        /// Several words, all of them common: needs capitals.
        static let common = FormTraits(rawValue: 1 << 3)
        /// Ends in a legal form.
        static let legal = FormTraits(rawValue: 1 << 4)
        /// One word.
        static let single = FormTraits(rawValue: 1 << 5)
        /// One word given with an apostrophe and s: "Macy's" is the shop, "Macy" is a person.
        static let possessive = FormTraits(rawValue: 1 << 6)
        /// Doubtful because people, towns and other things bear it.
        static let namesake = FormTraits(rawValue: 1 << 7)
        /// First letters of the name: others have the same.
        static let initials = FormTraits(rawValue: 1 << 8)
        /// A short form from which only legal forms and words for who holds the shares are gone: "Acme" of "Acme
        /// Group".
        static let head = FormTraits(rawValue: 1 << 9)
        /// The first word of several companies' names: only their line of business tells which is meant.
        static let shared = FormTraits(rawValue: 1 << 10)
        /// The company's symbol, of at least three letters.
        static let symbol = FormTraits(rawValue: 1 << 12)
        /// No other company is called by the word, though names of others begin with it.
        static let alone = FormTraits(rawValue: 1 << 13)
        /// Of a first word, also the words that say how far the company reaches are gone: "Acme" of "Acme Worldwide".
        static let widest = FormTraits(rawValue: 1 << 14)
        /// Given with a small first letter: "acme.com".
        static let small = FormTraits(rawValue: 1 << 15)
        /// One word of at most four letters, given with a capital and small letters: "Xyl".
        static let capitalised = FormTraits(rawValue: 1 << 16)
        /// Such a word given with a capital inside: "XyLo".
        static let mixed = FormTraits(rawValue: 1 << 17)
        /// The first two words of a longer name: see `NameForms.pair`.
        static let pair = FormTraits(rawValue: 1 << 18)
        /// Means the company only where its own business is spoken of.
        static let told = FormTraits(rawValue: 1 << 19)
        /// Letters that the news calls the company by, and its registered name does not begin with.
        static let letters = FormTraits(rawValue: 1 << 20)
        /// Given with a legal form of the United States.
        static let american = FormTraits(rawValue: 1 << 11)

        /// Other things are called so too.
        var isDoubtful: Bool { !isDisjoint(with: [.ordinary, .acronym, .common]) }
    }

    struct Form: Sendable {
        var company: Int32
        var traits: FormTraits
        /// The next form of the same words, -1 for none.
        var next: Int32
        /// The place of those who share the words, -1 for none.
        var namesakes: Int32 = -1
    }

    private(set) var companies: [Company] = []
    /// What news about a company talks of, by company, as far as the last of whom it is known.
    private var matters: [CompanyKnowledge.Matter?] = []
    /// Of registrants that the news knows as one company, such as both of a dual listing, the one that registered first.
    private var elders: [Int32: Int32] = [:]
    private(set) var faces: [Face] = []
    private let accountCount: Int32
    private(set) var forms: [Form] = []
    /// Companies that may be meant by the same words.
    struct Namesakes: Sendable {
        /// Accounts; a company related to some where no account is among them.
        var companies: Candidates
        /// Of each, its lines of business as `WordTalk.lines`.
        var lines: [UInt64]
        /// Of each, what news about it talks of; empty where it is known of none.
        var matters: [CompanyKnowledge.Matter?]
        /// Those whose symbol the words are.
        var symbols: [Int32]
    }

    /// Of words that are shared or not one company's.
    private var namesakes: [Namesakes] = []
    private(set) var trie: TokenTrie
    private var byTicker: [String: [Int32]] = [:]
    private var byCIK: [String: Int32] = [:]
    private var byNumber: [String: Int32] = [:]
    private var byLEI: [String: Int32] = [:]
    private var byDomain: [String: [Int32]] = [:]
    private var byAccount: [String: Int32] = [:]

    /// Puts every name's words into `lexicon`; call before patterns are matched against it.
    ///
    /// - Parameter known: what is publicly known of companies, accounts or not.
    init(accounts: [Account], known: [KnownCompany] = [], lexicon: inout Lexicon) {
        var scan = TextScan()
        var given: [Given] = []
        var derived: [Given] = []
        var initials: [(words: ArraySlice<UInt32>, company: Int32)] = []
        given.reserveCapacity(accounts.count * 2)
        companies.reserveCapacity(accounts.count)
        byAccount.reserveCapacity(accounts.count)
        accountCount = Int32(accounts.count)
        let knowledge = CompanyKnowledge(known)
        var bare: [BareName] = []
        var isKnown: Set<Int32> = []
        var registrants: [String: [(known: KnownCompany, company: Int32)]] = [:]
        for account in accounts {
            let index = Int32(companies.count)
            let known = knowledge.company(of: account, &lexicon, &scan)
            let ticker = account.ticker.flatMap(Self.ticker)
            let domain = account.domain?.lowercased()
            companies.append(
                Company(reference: .account(account.id), name: account.name, domain: domain, ticker: ticker))
            byAccount[account.id] = index
            if let symbol = ticker?.symbol { byTicker[symbol, default: []].append(index) }
            if let cik = account.cik { byCIK[cik] = index }
            if let lei = account.lei { byLEI[lei.uppercased()] = index }
            if let number = account.companyNumber { byNumber[Self.plain(number)] = index }
            if let domain { byDomain[domain, default: []].append(index) }
            for name in [account.name] + account.aliases {
                let words = lexicon.intern(NameForms.withoutRegisterMark(name), with: &scan)
                guard !words.isEmpty else { continue }
                let isPossessive = Self.isPossessive(scan, words, lexicon)
                given.append(
                    Given(words: words, company: index, isPossessive: isPossessive, writing: Self.writing(scan)))
                let variants = NameVariants(of: name, words, isPossessive: isPossessive, &lexicon, &scan)
                for variant in variants.all {
                    derived.append(Given(words: variant.words, company: index, isPossessive: variant.isPossessive))
                }
                if let symbol = ticker?.symbol, let short = NameInitials(words, symbol: symbol, &lexicon, &scan) {
                    for form in short.forms { initials.append((form[...], index)) }
                }
            }
            for (name, isTold) in known?.names ?? [] {
                let words = lexicon.intern(name, with: &scan)
                guard let token = scan.tokens.first else { continue }
                var writing = Self.writing(scan)
                if isTold { writing.insert(.told) }
                if words.count == 1 {
                    if token.isPossessive { writing.insert(.possessive) }
                    bare.append(BareName(word: words[0], company: index, writing: writing))
                } else {
                    given.append(
                        Given(
                            words: words, company: index, isPossessive: Self.isPossessive(scan, words, lexicon),
                            writing: writing, isPublic: true))
                }
            }
            if let known {
                isKnown.insert(index)
                registrants[known.name, default: []].append((known, index))
            } else if !knowledge.isEmpty, account.cik != nil || account.ticker != nil, account.business.isEmpty {
                companies[Int(index)].isObscure = true
            }
            let business = account.business + (known?.business ?? [])
            if !business.isEmpty || known?.otherwise.isEmpty == false {
                matters += repeatElement(nil, count: Int(index) - matters.count)
                matters.append(
                    CompanyKnowledge.matter(
                        business: business, places: known?.places ?? [],
                        names: known?.names.map(\.name) ?? [], otherwise: known?.otherwise ?? [], &lexicon, &scan))
            }
        }
        for group in registrants.values where group.count > 1 {
            guard let elder = group.min(by: { $0.known.cik < $1.known.cik }) else { continue }
            for one in group where one.company != elder.company {
                // Of one name, and of one business: else they are two.
                if elder.known.business.contains(where: one.known.business.contains) {
                    elders[one.company] = elder.company
                }
            }
        }
        var watched: [String: Int32] = [:]
        for account in accounts {
            for reference in account.rivals + account.incumbents + account.customers + account.suppliers {
                guard case .named(let name) = reference, watched[name] == nil else { continue }
                let words = lexicon.intern(NameForms.withoutRegisterMark(name), with: &scan)
                guard !words.isEmpty else { continue }
                watched[name] = Int32(companies.count)
                given.append(
                    Given(
                        words: words, company: Int32(companies.count),
                        isPossessive: Self.isPossessive(scan, words, lexicon)))
                companies.append(Company(reference: reference, name: name, domain: nil, ticker: nil))
            }
        }
        trie = TokenTrie(wordCount: lexicon.interner.count, expectedEdges: given.count)
        forms.reserveCapacity(given.count * 3)
        if !elders.isEmpty {
            // What the news calls both is the elder's by the time that it would be the other's.
            given = given.filter { elders[$0.company] == nil } + given.filter { elders[$0.company] != nil }
            bare = bare.filter { elders[$0.company] == nil } + bare.filter { elders[$0.company] != nil }
        }
        build(given, derived, bare, isKnown, initials, lexicon)
    }

    // MARK: Looking up

    func company(ofAccount id: String) -> Int32? { byAccount[id] }
    func company(cik: String) -> Int32? { byCIK[cik] }

    /// By Legal Entity Identifier (ISO 17442).
    func company(lei: String) -> Int32? { byLEI[lei.uppercased()] }

    /// By the number of a company register.
    func company(number: String) -> Int32? { byNumber[Self.plain(number)] }

    /// Registers and their users differ in leading zeros and capitals: `SC123456`, `01234567`, `1234567`.
    private static func plain(_ number: String) -> String {
        String(number.uppercased().filter { !$0.isWhitespace }.drop { $0 == "0" })
    }
    func companies(ofTicker symbol: String) -> [Int32] { byTicker[symbol] ?? [] }

    /// Companies whose own site `host` is.
    func companies(ofHost host: String) -> [Int32] {
        var rest = host.lowercased()[...]
        while true {
            if let found = byDomain[String(rest)] { return found }
            guard let dot = rest.firstIndex(of: ".") else { return [] }
            rest = rest[rest.index(after: dot)...]
        }
    }

    /// The companies a name given whole means, as a filing's party; only exact names count.
    func companies(named name: String, lexicon: Lexicon) -> [Int32] {
        let text = lexicon.read(NameForms.withoutRegisterMark(name), field: .title)
        var words = text.tokens.map(\.word)[...]
        guard !words.isEmpty, !words.contains(0) else { return [] }
        if let found = entry(of: words) { return whole(found) }
        words = NameForms.withoutLegalSuffix(words, lexicon)
        return entry(of: words).map(whole) ?? []
    }

    /// A register writes names out: what people call a company for short is another one's name there.
    private func whole(_ entry: Int32) -> [Int32] {
        companies(of: forms[Int(entry)]).filter { !traits(of: entry, company: $0).contains(.brief) }
    }

    private func entry(of words: ArraySlice<UInt32>) -> Int32? { trie.entry(of: words) }

    /// Companies of an entry's form, accounts first; a watched name that is also an account's is the account.
    func companies(of form: Form) -> Candidates {
        form.next < 0 ? .one(form.company) : namesakes[Int(form.namesakes)].companies
    }

    /// The first of `companies(of:)`, and whether there are more: of most places no more is asked.
    func first(of form: Form) -> (company: Int32, isOneOfSeveral: Bool) {
        guard form.next >= 0 else { return (form.company, false) }
        switch namesakes[Int(form.namesakes)].companies {
        case .one(let company): return (company, false)
        case .several(let companies): return (companies[0], companies.count > 1)
        }
    }

    func namesakes(of entry: Int32) -> Namesakes? {
        let place = forms[Int(entry)].namesakes
        return place < 0 ? nil : namesakes[Int(place)]
    }

    func traits(of entry: Int32, company: Int32) -> FormTraits {
        var next = entry
        while next >= 0 {
            let form = forms[Int(next)]
            if form.company == company { return form.traits }
            next = form.next
        }
        return []
    }

    // MARK: Building

    /// `NYSE:ACM` or `ACM`.
    private static func ticker(_ text: String) -> (exchange: String?, symbol: String)? {
        let parts = text.uppercased().split(separator: ":")
        return parts.last.map { (parts.count > 1 ? String(parts[0]) : nil, String($0)) }
    }

    /// A name as an operator or a register gives it.
    private struct Given {
        var words: [UInt32]
        var company: Int32
        var isPossessive: Bool
        /// How its first word is written, as traits.
        var writing: FormTraits = []
        /// What the news calls it, which shortens no further.
        var isPublic = false
    }

    private static func writing(_ scan: TextScan) -> FormTraits {
        guard let first = scan.tokens.first else { return [] }
        if first.casing == .lower { return .small }
        guard first.length <= 4 else { return [] }
        return first.casing == .capitalised ? .capitalised : first.casing == .mixed ? .mixed : []
    }

    /// True where the first word of a name is written with an apostrophe and s.
    private static func isPossessive(_ scan: TextScan, _ words: [UInt32], _ lexicon: Lexicon) -> Bool {
        let first = words[0] == lexicon.the && words.count > 1 ? 1 : 0
        return scan.tokens[first].isPossessive
    }

    private mutating func build(
        _ given: [Given], _ derived: [Given], _ bare: [BareName], _ isKnown: Set<Int32>,
        _ initials: [(words: ArraySlice<UInt32>, company: Int32)],
        _ lexicon: Lexicon
    ) {
        var shorter = ShortNames(wordCount: lexicon.interner.count)
        var brands: [(words: ArraySlice<UInt32>, company: Int32, writing: FormTraits)] = []
        /// How the first words of names are written, by company.
        var writings: [Int32: FormTraits] = [:]
        var later: [(names: NameForms, isPossessive: Bool, company: Int32)] = []
        /// First words of registered names, by company.
        var beginnings: [Int32: Set<UInt32>] = [:]
        for one in given {
            let (words, company) = (one.words, one.company)
            if !one.isPublic, isKnown.contains(company), let first = words.first {
                beginnings[company, default: []].insert(first)
            }
            let names = NameForms(words: words, isPossessive: one.isPossessive, lexicon: lexicon)
            var own = one.writing
            if one.isPossessive { own.insert(.possessive) }
            if names.full.dropFirst(names.usual.count).contains(where: { lexicon.nameWord($0).contains(.american) }) {
                own.insert(.american)
            }
            for word in names.usual.dropFirst() {
                companies[Int(company)].lines |= lexicon.talk(of: word).nameLines
            }
            // Whoever writes "Acme Corp" of a company that has another name means no less.
            if !one.isPublic || names.usual.count > 1 {
                add(names.usual, company, own, lexicon, isLegal: false)
            }
            if names.full.count > names.usual.count {
                add(names.full, company, own.intersection(.small).union(.legal), lexicon, isLegal: true)
            }
            if let brand = names.brand { brands.append((brand, company, one.writing)) }
            if !one.isPublic, !one.writing.isEmpty { writings[company] = one.writing }
            for word in names.usual where lexicon.classes(of: word).isDisjoint(with: Self.emptyWords) {
                if !companies[Int(company)].keyWords.contains(word) { companies[Int(company)].keyWords.append(word) }
            }
            if !one.isPublic { shorter.add(names, isPossessive: one.isPossessive, of: company, lexicon) }
        }
        for one in derived {
            let names = NameForms(words: one.words, isPossessive: one.isPossessive, lexicon: lexicon)
            shorter.add(names, isPossessive: one.isPossessive, of: one.company, lexicon)
            later.append((names, one.isPossessive, one.company))
        }
        // A brand is as good as a given name, once it is known that nobody was given it.
        for (words, company, writing) in brands
        where shorter.isOnlyBeginner(company, words[words.startIndex]) && entry(of: words) == nil {
            add(words, company, writing, lexicon, isLegal: false)
        }
        for (names, isPossessive, company) in later {
            if entry(of: names.usual) == nil {
                add(names.usual, company, isPossessive ? .possessive : [], lexicon, isLegal: false)
            }
            if names.full.count > names.usual.count, entry(of: names.full) == nil {
                add(names.full, company, .legal, lexicon, isLegal: true)
            }
        }
        addBare(bare, beginnings: beginnings, writings: writings, lexicon)
        // A name that was given for somebody beats one that was worked out.
        shorter.each { words, company, traits in
            let found = entry(of: words)
            if found.map({ traits.contains(.shared) && forms[Int($0)].traits.contains(.shared) }) ?? true {
                var traits = traits.union(writings[company] ?? [])
                // The news has another word for it.
                if words.count == 1, let word = words.first, isKnown.contains(company) {
                    if traits.contains(.ordinary) || !lexicon.classes(of: word).isDisjoint(with: Self.anywhere) {
                        return
                    }
                    traits.insert(.told)
                }
                if traits.contains(.shared), isSymbol(of: company, words, lexicon) { traits.insert(.symbol) }
                add(words, company, traits, lexicon, isLegal: false)
            }
        }
        for (words, company) in initials where entry(of: words) == nil {
            add(
                words, company, FormTraits([.brief, .initials]).union(writings[company] ?? []), lexicon, isLegal: false)
        }
        gatherNamesakes()
        trie.setNeedsCapital(needsCapital)
        faces = companies.map { Face(reference: $0.reference, lines: $0.lines) }
    }

    /// Whether a word is no name where it is written small, whichever company is meant: see `NameJudge.certainty`.
    private func needsCapital(_ entry: Int32) -> Bool {
        if traits(of: entry, company: first(of: forms[Int(entry)]).company).contains(.shared) { return true }
        return sequence(first: forms[Int(entry)]) { $0.next < 0 ? nil : forms[Int($0.next)] }
            .allSatisfy { $0.traits.isDoubtful && !$0.traits.contains(.small) }
    }

    /// Words that nobody calls a company by who is known to call it otherwise.
    private static let anywhere: WordClass = [.place, .weekday, .month, .function, .generic, .organisation, .numeral]

    /// What news about a company talks of.
    func matter(of company: Int32) -> CompanyKnowledge.Matter? {
        Int(company) < matters.count ? matters[Int(company)] : nil
    }

    /// Gathers once what texts will ask of words that many share: "first", "united".
    private mutating func gatherNamesakes() {
        var isFirst = Array(repeating: true, count: forms.count)
        for form in forms where form.next >= 0 { isFirst[Int(form.next)] = false }
        for entry in forms.indices where isFirst[entry] {
            guard forms[entry].next >= 0 || forms[entry].traits.contains(.shared) else { continue }
            var (accounts, symbols): ([Int32], [Int32]) = ([], [])
            var next = Int32(entry)
            while next >= 0 {
                let form = forms[Int(next)]
                // Accounts stand before the companies they are related to.
                if form.company < accountCount {
                    accounts.append(form.company)
                    if form.traits.contains(.symbol) { symbols.append(form.company) }
                }
                next = form.next
            }
            if accounts.isEmpty { accounts = [forms[entry].company] }
            forms[entry].namesakes = Int32(namesakes.count)
            let known = accounts.map { matter(of: $0) }
            namesakes.append(
                Namesakes(
                    companies: Candidates(accounts), lines: accounts.map { companies[Int($0)].lines },
                    matters: known.contains { $0 != nil } ? known : [], symbols: symbols))
        }
    }

    private func isSymbol(of company: Int32, _ words: ArraySlice<UInt32>, _ lexicon: Lexicon) -> Bool {
        guard let symbol = companies[Int(company)].ticker?.symbol, symbol.utf8.count >= 3, let word = words.first else {
            return false
        }
        return lexicon.interner.text(of: word) == symbol.lowercased()
    }

    /// Words that say nothing about which company it is.
    private static let emptyWords: WordClass = [.function, .connector, .legal, .generic, .organisation, .place]

    /// Adds a name unless the company has it already.
    mutating func add(
        _ words: ArraySlice<UInt32>, _ company: Int32, _ extra: FormTraits, _ lexicon: Lexicon, isLegal: Bool
    ) {
        guard !words.isEmpty else { return }
        var traits = isLegal ? extra : extra.subtracting(.legal)
        if words.count == 1 {
            traits.insert(.single)
        } else {
            traits.subtract([.possessive, .capitalised, .mixed])
        }
        if !isLegal { traits.formUnion(doubt(words, lexicon)) }
        trie.setEntry(of: words) { first in
            var next = first
            while next >= 0 {
                if forms[Int(next)].company == elders[company] { return first }
                if forms[Int(next)].company == company {
                    // A register writes in capitals what the news writes as a word: "ENI SPA".
                    forms[Int(next)].traits.formUnion(traits.intersection([.capitalised, .mixed, .small]))
                    return first
                }
                next = forms[Int(next)].next
            }
            forms.append(Form(company: company, traits: traits, next: first))
            return Int32(forms.count - 1)
        }
    }

    private func doubt(_ words: ArraySlice<UInt32>, _ lexicon: Lexicon) -> FormTraits {
        let plain: WordClass = [
            .ordinary, .function, .firstName, .place, .month, .weekday, .verb, .role, .acronym, .numeral, .generic,
            .organisation, .honorific, .credential, .currency, .scale, .companyContext, .namesake,
        ]
        if words.count == 1 {
            let word = words[words.startIndex]
            var doubt: FormTraits = []
            if !lexicon.classes(of: word).isDisjoint(with: plain) { doubt.insert(.ordinary) }
            if !lexicon.classes(of: word).isDisjoint(with: [.namesake, .firstName, .place]) { doubt.insert(.namesake) }
            let text = lexicon.interner.text(of: word)
            if text.utf8.count <= 4, text.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) { doubt.insert(.acronym) }
            if text.utf8.count == 1 || text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { doubt.insert(.ordinary) }
            return doubt
        }
        // Digits are as distinctive as letters: "Five9", "3M".
        let isCommon = words.allSatisfy { !lexicon.classes(of: $0).isDisjoint(with: plain.union(.connector)) }
        return isCommon ? .common : []
    }
}

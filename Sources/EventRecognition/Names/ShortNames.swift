/// Shorter forms of all companies' names, kept until it is known whose each is: a form that two may mean is nobody's.
struct ShortNames {
    private struct Form {
        var words: ArraySlice<UInt32>
        var company: Int32
        /// Written with an apostrophe and s.
        var isPossessive: Bool
        /// Means the company only beside what companies do.
        var isWeak: Bool
        /// Only words that say who holds the shares have gone: other names may begin so.
        var isHead = false
        /// Of a weak form, the name without a holding's words.
        var head: ArraySlice<UInt32> = []
    }

    private static let nobody: Int32 = -1
    private static let many: Int32 = -2

    private var forms: [Form] = []
    /// First words by which nobody but talk of business tells a company.
    private var called:
        [(
            word: ArraySlice<UInt32>, company: Int32, isPossessive: Bool, isHead: Bool, isWidest: Bool, isPlain: Bool,
            needsLine: Bool
        )] =
            []
    /// First two words: see `NameForms.pair`.
    private var pairs: [(words: ArraySlice<UInt32>, company: Int32)] = []
    /// All names without their legal form.
    private var names: [ArraySlice<UInt32>] = []
    /// Whose each of `names` is.
    private var owners: [Int32] = []
    /// By word: the company whose names alone begin with it.
    private var beginners: [Int32]
    /// By word: the company whose names alone hold it.
    private var holders: [Int32]

    init(wordCount: Int) {
        beginners = Array(repeating: Self.nobody, count: wordCount + 1)
        holders = beginners
    }

    mutating func add(_ names: NameForms, isPossessive: Bool, of company: Int32, _ lexicon: Lexicon) {
        guard let first = names.usual.first else { return }
        if let word = names.doubtful {
            forms.append(
                Form(
                    words: word, company: company, isPossessive: isPossessive, isWeak: false, isHead: word == names.head
                ))
        }
        for brief in names.brief {
            forms.append(
                Form(
                    words: brief, company: company, isPossessive: isPossessive, isWeak: false,
                    isHead: brief == names.head))
        }
        if let weak = names.weak {
            forms.append(
                Form(words: weak, company: company, isPossessive: isPossessive, isWeak: true, head: names.head))
        }
        if let words = names.pair { pairs.append((words, company)) }
        for words in names.beginnings {
            forms.append(
                Form(words: words, company: company, isPossessive: isPossessive, isWeak: true, head: names.head))
        }
        if let word = names.called {
            let classes = lexicon.classes(of: first)
            called.append(
                (
                    word, company, isPossessive, word == names.head, word == names.widest(lexicon),
                    !NameForms.isDistinctive(word, lexicon),
                    !classes.isDisjoint(with: [.role, .generic, .organisation, .place])
                ))
        }
        self.names.append(names.usual)
        owners.append(company)
        let isShell = names.usual.contains { lexicon.nameWord($0).contains(.shell) }
        if !isShell { Self.claim(&beginners[Int(first)], company) }
        for word in names.usual { Self.claim(&holders[Int(word)], company) }
    }

    private static func claim(_ owner: inout Int32, _ company: Int32) {
        if owner == nobody { owner = company } else if owner != company { owner = many }
    }

    func isOnlyBeginner(_ company: Int32, _ word: UInt32) -> Bool { beginners[Int(word)] == company }

    /// Calls `body` with each form that is one company's alone, the surer kind first.
    func each(_ body: (ArraySlice<UInt32>, Int32, CompanyNames.FormTraits) -> Void) {
        let claims = Claims(forms, wordCount: beginners.count)
        let kin = kin()
        let isCrowd = crowds(kin)
        for (form, claim) in zip(forms, claims.ofForms) where !form.isWeak && claims.all[claim].owner == form.company {
            if form.words.count == 1, let word = form.words.first {
                if isCrowd[Int(word)] || (!form.isHead && !isOnlyBeginner(form.company, word)) { continue }
            }
            var traits: CompanyNames.FormTraits = form.isHead ? [.brief, .head] : .brief
            if claims.all[claim].isShop { traits.insert(.possessive) }
            body(form.words, form.company, traits)
        }
        let families = families()
        for form in forms where form.isWeak {
            guard let word = form.words.first, claims.claim(on: form.words) == nil,
                holders[Int(word)] == form.company || families[word]?.company == form.company
            else { continue }
            guard form.words.count == 1 else {
                body(form.words, form.company, .brief)
                continue
            }
            body(form.words, form.company, form.isPossessive ? [.brief, .possessive, .ordinary] : [.brief, .ordinary])
        }
        let owners = ownersOfPairs()
        for (pair, owner) in zip(pairs, owners)
        where owner == pair.company && claims.claim(on: pair.words) == nil {
            body(pair.words, pair.company, [.brief, .pair])
        }
        for one in called where !kin[Int(one.company)] {
            guard let word = one.word.first else { continue }
            let isCrowd = isCrowd[Int(word)]
            // Told already by a surer form.
            let isTold =
                claims.claim(on: one.word)?.owner == one.company
                && (one.isHead || isOnlyBeginner(one.company, word))
            if isTold, !isCrowd || !one.isPlain { continue }
            var traits: CompanyNames.FormTraits = [.brief, .ordinary]
            if one.isPossessive { traits.insert(.possessive) }
            if one.isHead { traits.insert(.head) }
            if one.isWidest { traits.insert(.widest) }
            if isCrowd || one.needsLine {
                traits.insert(.shared)
            } else if !one.isHead, !isOnlyBeginner(one.company, word) {
                traits.formUnion([.shared, .alone])
            }
            body(one.word, one.company, traits)
        }
    }

    /// By place among the pairs: the company whose names alone begin with the two words.
    private func ownersOfPairs() -> [Int32] {
        var words = TokenTrie(wordCount: beginners.count, expectedEdges: pairs.count)
        var owners: [Int32] = []
        let places = pairs.map { pair in
            var place: Int32 = 0
            words.setEntry(of: pair.words) { known in
                place = known >= 0 ? known : Int32(owners.count)
                if known < 0 { owners.append(Self.nobody) }
                return place
            }
            return Int(place)
        }
        for (name, company) in zip(names, self.owners) where name.count > 1 {
            if let place = words.entry(of: name.prefix(2)) { Self.claim(&owners[Int(place)], company) }
        }
        return places.map { owners[$0] }
    }

    /// Whose each of the surer forms is.
    private struct Claims {
        struct Claim {
            /// `many` where two may mean it.
            var owner: Int32
            /// Given with an apostrophe and s for somebody.
            var isShop: Bool
        }

        let all: [Claim]
        /// By place among the forms, the claim on its words; 0 for weak ones, which are not asked for.
        let ofForms: [Int]
        private let words: TokenTrie

        init(_ forms: [Form], wordCount: Int) {
            var words = TokenTrie(wordCount: wordCount, expectedEdges: forms.count)
            var all: [Claim] = []
            var ofForms = Array(repeating: 0, count: forms.count)
            for (place, form) in forms.enumerated() where !form.isWeak {
                words.setEntry(of: form.words) { known in
                    let claim = known >= 0 ? Int(known) : all.count
                    if known < 0 { all.append(Claim(owner: form.company, isShop: false)) }
                    if all[claim].owner != form.company { all[claim].owner = many }
                    if form.isPossessive { all[claim].isShop = true }
                    ofForms[place] = claim
                    return Int32(claim)
                }
            }
            (self.all, self.ofForms, self.words) = (all, ofForms, words)
        }

        func claim(on form: ArraySlice<UInt32>) -> Claim? { words.entry(of: form).map { all[Int($0)] } }
    }

    /// By company: whether its name begins with another one's whole name. "Acme Energy Partners" is called Acme by
    /// nobody.
    private func kin() -> [Bool] {
        var isCalled = Array(repeating: false, count: beginners.count)
        for one in called { if let word = one.word.first { isCalled[Int(word)] = true } }
        var wholes = TokenTrie(wordCount: beginners.count, expectedEdges: names.count)
        for (name, owner) in zip(names, owners) where name.count > 1 && isCalled[Int(name[name.startIndex])] {
            wholes.setEntry(of: name) { _ in owner }
        }
        var kin = Array(repeating: false, count: Int(owners.max() ?? -1) + 1)
        for (name, owner) in zip(names, owners) where name.count > 2 && isCalled[Int(name[name.startIndex])] {
            var step = wholes.roots[Int(name[name.startIndex])].step
            for word in name.dropFirst().dropLast() where step.node != 0 {
                step = wholes.step(from: step.node, word)
                if step.entry >= 0, step.entry != owner { kin[Int(owner)] = true }
            }
        }
        return kin
    }

    /// By word: whether several companies are called by it.
    private func crowds(_ kin: [Bool]) -> [Bool] {
        var owners = Array(repeating: Self.nobody, count: beginners.count)
        for one in called where one.isPlain && !kin[Int(one.company)] {
            if let word = one.word.first { Self.claim(&owners[Int(word)], one.company) }
        }
        return owners.map { $0 == Self.many }
    }

    /// By word: the company in whose full name all other names stand that hold the word, as its funds and notes do.
    private func families() -> [UInt32: (company: Int32, head: ArraySlice<UInt32>)] {
        var heads: [UInt32: (company: Int32, head: ArraySlice<UInt32>)] = [:]
        for form in forms where form.isWeak && form.head.count > 1 {
            guard let word = form.words.first, holders[Int(word)] == Self.many else { continue }
            guard let other = heads[word] else {
                heads[word] = (form.company, form.head)
                continue
            }
            if form.head.count < other.head.count {
                heads[word] = (form.company, form.head)
            } else if form.head.count == other.head.count, form.company != other.company {
                heads[word] = (Self.many, other.head)
            }
        }
        guard !heads.isEmpty else { return [:] }
        var isHeld = Array(repeating: false, count: holders.count)
        for word in heads.keys { isHeld[Int(word)] = true }
        for name in names {
            for place in name.indices where isHeld[Int(name[place])] {
                guard let head = heads[name[place]]?.head else { continue }
                let start = place - (head.firstIndex(of: name[place]) ?? head.startIndex) + head.startIndex
                let isWhole =
                    start >= name.startIndex && start + head.count <= name.endIndex
                    && name[start..<start + head.count] == head
                if !isWhole { heads[name[place]] = nil }
            }
        }
        return heads
    }
}

import RuleLanguage

extension SlotReader {
    /// Where a person named from `place` on may end: two to five capitalised words, initials and particles.
    func persons(at place: Int, isLedUpTo: Bool = false) -> [Range<Int>] {
        var start = place
        while isInside(start), classes(start).contains(.honorific), tokens[start].isNameLike { start += 1 }
        // Behind "Ms." a name may be any word: "Ms. Grant".
        guard isInside(start), start > place ? tokens[start].isNameLike : isPersonWord(start) else { return [] }
        if start == place, !isLedUpTo, isInsidePerson(place) { return [] }
        var ends: [Int] = []
        var words = 0
        var index = start
        while isInside(index), words < 6 {
            if index > start, !isJoined(index) {
                guard let behind = surname(behindNicknameAt: index) else { break }
                index = behind
            }
            if index == start || isPersonWord(index) {
                words += 1
                index += 1
                if words >= 2 { ends.append(index) }
                if tokens[index - 1].isPossessive { break }
                continue
            }
            var after = index
            while isInside(after), after - index < 3, classes(after).contains(.particle), isJoined(after) { after += 1 }
            guard index > start, after > index, isInside(after), isPersonWord(after) else { break }
            index = after
        }
        // After "Mr" one word is enough: "Mr. Roe".
        if start > place, ends.isEmpty, words == 1 { ends.append(index) }
        if start > place, let last = ends.last, Self.manyHonorifics.contains(text.key(of: start - 1..<start)) {
            ends.append(furtherSurnamesEnd(from: last))
        }
        if !sentence.isTitleCase, let longest = ends.last { ends = [longest] }
        // A suffix belongs to the name.
        return ends.reversed().filter { end in start..<end != start..<start && holdsSurname(start..<end) }.map {
            start..<$0
        }
    }

    private static let manyHonorifics: Set<String> = ["messrs", "mses"]

    /// "Messrs. Roe, Poe and Hale": where the last of them ends.
    private func furtherSurnamesEnd(from end: Int) -> Int {
        var end = end
        while isInside(end) {
            let isJoining = text.key(of: end..<end + 1) == "and"
            let next = isJoining ? end + 1 : end
            guard isJoining || tokens[end].breaks == .comma, isInside(next), isPersonWord(next) else { break }
            end = next + 1
        }
        return end
    }

    /// `Jane K. ("Jay") Roe`, `William "Bill" Roe`: the word behind a nickname.
    private func surname(behindNicknameAt place: Int) -> Int? {
        let breaks = tokens[place].breaks
        guard breaks.contains(.opening), breaks.isDisjoint(with: [.comma, .sentence, .paragraph, .dash, .colon]),
            tokens[place].isNameLike, isInside(place + 1), tokens[place + 1].isNameLike,
            tokens[place + 1].breaks.contains(.closing),
            tokens[place + 1].breaks.isSubset(of: [.closing, .quote]), isPersonWord(place + 1)
        else { return nil }
        return place + 1
    }

    /// Where the next of several persons ends: ", Tom Hale", "and Ann Poe".
    func nextPersonEnds(at place: Int) -> [Int] {
        guard isInside(place) else { return [] }
        let word = text.key(of: place..<place + 1)
        let isJoining = word == "and" && isJoined(place)
        guard isJoining || tokens[place].breaks.contains(.comma) else { return [] }
        let start = word == "and" ? place + 1 : place
        guard isInside(start) else { return [] }
        return persons(at: start, isLedUpTo: true).map(\.upperBound)
    }

    private func isPersonWord(_ index: Int) -> Bool {
        let token = tokens[index]
        guard token.isNameLike else { return false }
        let classes = classes(index)
        if classes.contains(.firstName) { return true }
        if token.length == 1 { return true }
        if text.key(of: index..<index + 1) == "jr" || text.key(of: index..<index + 1) == "sr" { return true }
        return classes.isDisjoint(with: [
            .function, .verb, .organisation, .role, .legal, .weekday, .title, .currency, .exchange, .unit,
        ])
    }

    private func holdsSurname(_ range: Range<Int>) -> Bool {
        range.contains { tokens[$0].length > 1 }
            && tokens[range.upperBound - 1].length > 1
    }

    /// "Acme's Jane Roe": whoever is taken from a company is no company.
    func isSomebody(ofCompanyIn range: Range<Int>) -> Bool {
        guard !sentence.isTitleCase, let owner = range.dropLast(2).first(where: { tokens[$0].isPossessive }) else {
            return false
        }
        let name = owner + 1..<range.upperBound
        return name.count == 2 && name.allSatisfy(isPersonWord)
            && !hits.contains { $0.tokens.overlaps(name) && $0.certainty >= 0.5 }
    }

    /// "Payment Industry Veteran Jane Roe", "Seasoned Executive Jane Roe": plain words say where somebody comes from and
    /// name no company.
    func isField(ofSomebodyBehind range: Range<Int>) -> Bool {
        let end = range.upperBound
        let isDescribed = isPractised(end - 1) || (isInside(end) && isJoined(end) && isPractised(end))
        guard isDescribed, !hits.contains(where: { $0.tokens.overlaps(range) && $0.certainty >= 0.5 }) else {
            return false
        }
        let words: WordClass = [.plain, .ordinary, .generic, .organisation, .descriptor, .kind, .matter, .role]
        return range.allSatisfy { !classes($0).isDisjoint(with: words) || isPractised($0) }
    }

    private func isPractised(_ place: Int) -> Bool {
        Self.practised.contains(text.key(of: place..<place + 1))
    }

    private static let practised: Set<String> = ["executive", "expert", "leader", "pro", "specialist", "veteran"]

    private func isInsidePerson(_ place: Int) -> Bool {
        guard place > sentence.tokens.lowerBound, isJoined(place), !sentence.isTitleCase else { return false }
        let previous = tokens[place - 1]
        return previous.isNameLike && !previous.isPossessive && isPersonWord(place - 1)
    }

    /// The person's own words: in a headline of capitals a description may stand before a known first name.
    func trimmedPerson(_ range: Range<Int>) -> Range<Int> {
        for index in range.dropLast() where classes(index).contains(.firstName) && range.upperBound - index <= 4 {
            if range.count > 3, index > range.lowerBound { return index..<range.upperBound }
            break
        }
        return range
    }

    // MARK: Job titles

    /// Where a job title from `place` on may end, longest first: `chief financial officer`, `VP of Sales and
    /// Marketing`, `president and CEO`.
    func roles(at place: Int) -> [Range<Int>] {
        var ends: [Int] = []
        var start = place
        for _ in 0..<3 {
            guard let core = coreEnd(from: start) else { break }
            ends.append(core)
            var end = core
            if let area = areaEnd(from: core) {
                ends.append(area)
                end = area
            }
            guard isInside(end) else { break }
            // "president and chief executive", "chairman, president and CEO".
            if text.key(of: end..<end + 1) == "and", isInside(end + 1) {
                start = end + 1
            } else if tokens[end].breaks.contains(.comma) {
                start = end
            } else {
                break
            }
        }
        return Array(Set(ends)).sorted(by: >).map { place..<$0 }
    }

    /// Positions by words that mean other things elsewhere: "GM" is a company too.
    private static let positions: Set<String> = [
        "md", "gm", "vps", "svps", "ned", "neds", "exec", "execs", "bosses", "chiefs", "heads", "directors", "managers",
        "partners", "officers", "lead", "chairs", "presidents", "secretaries",
    ]
    private static let shortTitles: Set<String> = ["vp", "svp", "evp", "avp", "gm", "md", "head", "lead"]

    private func coreEnd(from start: Int) -> Int? {
        var index = start
        var found: Int?
        while isInside(index), index - start < 6 {
            if index > start, !isJoined(index) { break }
            let classes = classes(index)
            if classes.contains(.position) || Self.positions.contains(text.key(of: index..<index + 1)) {
                found = index + 1
                // "chief" and "head" go on: "chief financial officer", "head of sales".
                index += 1
                continue
            }
            // "chief happiness officer", "range director": any noun may say of what.
            let isNoun = tokens[index].casing == .lower && classes.isDisjoint(with: [.function, .connector])
            let isWord = tokens[index].isNameLike || classes.contains(.role) || isNoun
            guard isWord, classes.isDisjoint(with: [.verb]) || classes.contains(.role) else { break }
            index += 1
        }
        return found
    }

    /// `of Sales and Marketing`, `, Investor Relations`, ` US Operations`.
    private func areaEnd(from core: Int) -> Int? {
        guard isInside(core) else { return nil }
        var index = core
        let word = text.key(of: core..<core + 1)
        if word == "of" || word == "for" {
            index += 1
        } else if !tokens[core].isNameLike {
            return nil
        } else if !tokens[core].breaks.contains(.comma) {
            // "SVP Product", "Head Retail".
            let isShort = Self.shortTitles.contains(text.key(of: core - 1..<core))
            guard isShort, isJoined(core), classes(core).isDisjoint(with: [.firstName, .verb]) else { return nil }
        }
        let start = index
        while isInside(index), index - start < 6 {
            if index > start, !isJoined(index) { break }
            let classes = classes(index)
            if tokens[index].isNameLike, !classes.contains(.verb) || classes.contains(.role) {
                index += 1
            } else if classes.contains(.role) || classes.contains(.organisation) {
                index += 1
            } else if index > start, text.key(of: index..<index + 1) == "and", isInside(index + 1),
                tokens[index + 1].isNameLike
            {
                index += 1
            } else {
                break
            }
        }
        return index > start ? index : nil
    }

    // MARK: Other capitals

    /// A run of capitalised words and numbers, longest first.
    func capitalRun(at place: Int, longest: Int) -> [Range<Int>] {
        guard tokens[place].isNameLike || tokens[place].traits.contains(.digitFirst), !isBanned(place) else {
            return []
        }
        var ends: [Int] = []
        var index = place
        while isInside(index), index - place < longest {
            if index > place, !isJoined(index) { break }
            if tokens[index].isNameLike || tokens[index].traits.contains(.digitFirst) {
                if isBanned(index) { break }
                index += 1
                ends.append(index)
            } else if index > place, classes(index).contains(.connector), isInside(index + 1),
                tokens[index + 1].isNameLike
            {
                index += 1
            } else {
                break
            }
        }
        return ends.reversed().map { place..<$0 }
    }
}

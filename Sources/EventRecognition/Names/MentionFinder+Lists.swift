/// Companies that are named in a row.
extension MentionFinder {
    /// "Acme, Target and Gap": a capitalised ordinary word in a list with a company is one too, where capitals tell.
    func joinLists(in text: FieldText, _ hits: inout [NameHit]) {
        guard hits.count > 1, hits.contains(where: { isDoubtful($0) }) else { return }
        for index in hits.indices where isDoubtful(hits[index]) {
            guard let sentence = text.sentence(at: hits[index].tokens.lowerBound).map({ text.sentences[$0] }),
                !sentence.isTitleCase, !sentence.isUpper,
                sentence.tokens.lowerBound == hits[index].tokens.lowerBound
                    || !isBehindCapital(hits[index].tokens.lowerBound, text)
            else { continue }
            let beside = [index - 1, index + 1]
            let isInList = beside.contains { (other: Int) -> Bool in
                guard hits.indices.contains(other), hits[other].certainty >= 0.6 else { return false }
                let (left, right) = (hits[min(index, other)].tokens, hits[max(index, other)].tokens)
                return isListed(left.upperBound, right.lowerBound, text)
            }
            if isInList {
                hits[index].certainty = 0.6
                hits[index].basis = "listed beside another company"
            }
        }
    }

    /// A doubtful word that is listed beside another name, or whose sentence names a company surely, needs less talk of
    /// business by itself: "Acme and Target each pull out", "Target loses an order to Acme".
    func weighTogether(in text: FieldText, _ hits: inout [NameHit]) {
        guard hits.count > 1, hits.contains(where: { isOpen($0) }) else { return }
        // What one name is found to be may settle the next.
        let found = weighOnce(in: text, &hits, knowing: [])
        if !found.isEmpty, hits.contains(where: { isOpen($0) }) { _ = weighOnce(in: text, &hits, knowing: found) }
    }

    /// - Parameter known: places of hits that have been found to be companies in this way.
    /// - Returns: the places of those found now.
    private func weighOnce(in text: FieldText, _ hits: inout [NameHit], knowing known: Set<Int>) -> Set<Int> {
        let weights = hits.indices.map { index -> Double in
            guard isOpen(hits[index]) else { return 0 }
            var weight = hits[index].talk
            var isListed = false
            // Elsewhere a word that was refused for what stands around it gains nothing: "raises Spectrum prices".
            let first = hits[index].tokens.lowerBound
            var isPlaced = text.opensClause(first, of: text.sentence(at: first).map { text.sentences[$0] })
            for other in [index - 1, index + 1] where hits.indices.contains(other) {
                guard hits[other].companies != hits[index].companies else { continue }
                let (left, right) = (hits[min(index, other)].tokens, hits[max(index, other)].tokens)
                let isNear = text.sentence(at: left.lowerBound) == text.sentence(at: right.lowerBound)
                if self.isListed(left.upperBound, right.lowerBound, text) {
                    isListed = true
                    let isSure = hits[other].certainty >= 0.6 || known.contains(other)
                    let isPlain = areCapitalsFree(left.lowerBound, text) && !isSameLine(hits[index], hits[other])
                    weight += isSure ? (isPlain ? 2 : 3) : 1.5
                    isPlaced = true
                } else if isObscure(hits[index]) {
                    continue
                } else if isNear, hits[other].certainty >= 0.6 {
                    weight += isSameLine(hits[index], hits[other]) ? 2 : 1
                } else if isNear, isOpen(hits[other]), hits[other].talk >= 2 {
                    weight += 1
                }
            }
            guard isPlaced else { return 0 }
            // A word that means something else, and stands in no row with the other company, takes more.
            let isOther = !lexicon.classes(of: text.tokens[first].word).isEmpty
            return isOther && !isListed ? weight - 1 : weight
        }
        var found: Set<Int> = []
        for index in hits.indices where weights[index] >= NameJudge.enoughOfWhole {
            hits[index].certainty = 0.55
            hits[index].basis = "in talk of business beside another company"
            found.insert(index)
        }
        return found
    }

    private func isObscure(_ hit: NameHit) -> Bool { hit.company.map { names.companies[Int($0)].isObscure } ?? false }

    /// "JetAcme drops its offer for Harlow", both airlines by their names.
    private func isSameLine(_ one: NameHit, _ other: NameHit) -> Bool {
        guard let one = one.company, let other = other.company else { return false }
        if names.companies[Int(one)].lines & names.companies[Int(other)].lines != 0 { return true }
        guard let own = names.matter(of: one), let its = names.matter(of: other) else { return false }
        return own.business.count { its.business.contains($0) } >= Self.sharedWords
    }

    /// Words of business that two of one trade have in common at least: two words, each in the singular and the plural.
    private static let sharedWords = 4

    private func areCapitalsFree(_ place: Int, _ text: FieldText) -> Bool {
        text.sentence(at: place).map { text.sentences[$0].isUpper || text.sentences[$0].isTitleCase } ?? false
    }

    private func isOpen(_ hit: NameHit) -> Bool {
        hit.talk >= 0 && hit.certainty < 0.5 && hit.companies.count == 1 && !hit.isAnother
    }

    /// The word before is part of a longer name.
    private func isBehindCapital(_ place: Int, _ text: FieldText) -> Bool {
        text.tokens[place].breaks.isDisjoint(with: .clause) && text.tokens[place - 1].isNameLike
    }

    private func isDoubtful(_ hit: NameHit) -> Bool {
        hit.isOrdinary && !(hit.isLoose && hit.isPlain) && hit.certainty < 0.5 && hit.companies.count == 1
    }

    /// Only a comma, "and" or "or" parts two names of which one ends at `end` and the other begins at `start`.
    private func isListed(_ end: Int, _ start: Int, _ text: FieldText) -> Bool {
        let isComma = text.tokens[end].breaks.intersection(.clause) == .comma
        if start == end { return isComma }
        guard start == end + 1, isComma || text.tokens[end].breaks.isDisjoint(with: .clause),
            text.tokens[start].breaks.isDisjoint(with: .clause)
        else { return false }
        let word = text.key(of: end..<start)
        return word == "and" || word == "or"
    }
}

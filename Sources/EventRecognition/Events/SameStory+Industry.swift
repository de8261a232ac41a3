import TriggerModel

/// What happens to nobody in particular.
extension SameStory {
    /// Of what happens to a whole industry two tellings are one where the headline is, or the rule captured the same of
    /// it, nothing that they captured contradicts, and the headlines have a little in common besides.
    func isSameOfAll(_ other: SameStory, days: Int) -> Bool {
        if kind.isFrequent, contradictsSector(other) || contradictsSlot("place", other) { return false }
        if differsOnlyInPlace(other) || isNoticeOfOther(other) { return false }
        let link = linked(other)
        // Two authorities that do alike in the same words do two things.
        if link < Self.identical, isOfOthers(other) { return false }
        if kind.isStatement { return link >= Self.identical }
        let compared = compared(other, days: days)
        if link < Self.identical, hasHeadline, other.hasHeadline, compared.isOfOthers { return false }
        if link < Self.identical, hasHeadline, other.hasHeadline, compared.isStepOfOthers { return false }
        if link >= Self.alike { return true }
        if isOfOthers(other) { return false }
        // The strike and the port that it shuts.
        if abs(days) <= 2, compared.isOfOneName, compared.weight >= 3 { return true }
        if StoryKeys.slots.contains(where: { agreesOn($0, other) }) { return link >= Self.hinted }
        // "Chip makers" and "semiconductors": one industry in other words, so the rest must say the same.
        let agrees = ["authority", "percent", "place", "number"].contains { agreesOn($0, other) }
        return agrees && !sectors.isEmpty && sectors == other.sectors && link >= Self.telling
    }

    /// "Notice of data breach: Acme" and "Notice of data breach: Beta": one heading over two companies.
    private func isNoticeOfOther(_ other: SameStory) -> Bool {
        headlines.contains { mine in
            other.headlines.contains { theirs in
                guard let one = mine.notice, let two = theirs.notice, one.heading == two.heading else { return false }
                return !one.of.isCompatible(with: two.of)
            }
        }
    }

    /// Another authority, or other numbers.
    private func isOfOthers(_ other: SameStory) -> Bool {
        ["authority", "percent", "number"].contains { contradictsSlot($0, other) }
    }

    /// Headlines alike but for where: "opens warehouse in Leipzig", "opens warehouse in Gdansk".
    private func differsOnlyInPlace(_ other: SameStory) -> Bool {
        guard addresses.isDisjoint(with: other.addresses), !titles.isEmpty, !other.titles.isEmpty else { return false }
        return titles.allSatisfy { mine in other.titles.allSatisfy { mine.differsOnlyInPlace(from: $0) } }
    }

    /// The industries that the rule captured, by their sectors.
    private var sectors: Set<String> {
        StoryKeys.industries.compactMap { slots[$0] }.reduce(into: []) { $0.formUnion(Sectors.named(in: $1)) }
    }

    /// Two industries that have nothing in common.
    private func contradictsSector(_ other: SameStory) -> Bool {
        let (mine, theirs) = (sectors, other.sectors)
        guard !mine.isEmpty, !theirs.isEmpty else { return false }
        // A dairy is part of all manufacturing; two kinds of makers are not part of each other.
        return mine.isDisjoint(with: Sectors.closure(of: theirs)) && theirs.isDisjoint(with: Sectors.closure(of: mine))
    }

    private func contradictsSlot(_ name: String, _ other: SameStory) -> Bool {
        guard let mine = slots[name], let theirs = other.slots[name] else { return false }
        return TitleLikeness(mine).likeness(to: TitleLikeness(theirs)) == 0
    }

    private func agreesOn(_ name: String, _ other: SameStory) -> Bool {
        guard let mine = slots[name], let theirs = other.slots[name] else { return false }
        return TitleLikeness(mine).likeness(to: TitleLikeness(theirs)) >= Self.alike
    }
}

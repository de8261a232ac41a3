import TriggerModel

extension SameStory {
    /// Persons are the same by their surnames, or where the headline of the one names that of the other.
    func persons(_ other: SameStory) -> StoryFigures.Verdict {
        let (mine, theirs) = (person, other.person)
        switch (mine, theirs) {
        case (nil, nil): return .unknown
        case (let one?, nil): return other.says(one.last) ? .same : .unknown
        case (nil, let one?): return says(one.last) ? .same : .unknown
        case (let one?, let two?):
            if one.isSame(as: two) { return .same }
            // Who goes and who comes, told from either side.
            return says(two.last) && other.says(one.last) ? .same : .other
        }
    }

    private var person: StoryPerson? { slots["person"].flatMap { StoryPerson($0) } }

    private func says(_ word: String) -> Bool { headlines.contains { $0.headline.all.contains(word) } }

    /// The amounts in the headlines and that of the event.
    var money: [Money] { headlines.flatMap(\.headline.figures.money) + (amount.map { [$0] } ?? []) }

    /// The same in any pair of headlines; other where all that say it say another.
    func verdict(
        _ other: SameStory, _ compare: (StoryFigures, StoryFigures) -> StoryFigures.Verdict
    ) -> StoryFigures.Verdict {
        var isOther = false
        for mine in headlines {
            for theirs in other.headlines {
                switch compare(mine.headline.figures, theirs.headline.figures) {
                case .same: return .same
                case .other: isOther = true
                case .unknown: continue
                }
            }
        }
        return isOther ? .other : .unknown
    }

    /// What the rule captured in a slot: the same where a word of it is, other where neither headline has the other's.
    func captured(_ name: String, _ other: SameStory) -> StoryFigures.Verdict {
        guard let mine = slots[name], let theirs = other.slots[name] else { return .unknown }
        let names = nameWords.union(other.nameWords)
        let one = TitleLikeness(mine, without: names)
        let two = TitleLikeness(theirs, without: names)
        let likeness = one.likeness(to: two)
        if likeness >= Self.alike { return .same }
        if likeness > 0 { return .unknown }
        let regions = (StoryWords.regions(in: mine), StoryWords.regions(in: theirs))
        // The state and the town in it.
        if regions.0.isEmpty != regions.1.isEmpty { return .unknown }
        if !regions.0.isDisjoint(with: regions.1) { return .same }
        return two.words.contains(where: says) || one.words.contains(where: other.says) ? .unknown : .other
    }

    /// Sums of one or two digits, which many things cost.
    func isRound(_ other: SameStory) -> Bool {
        (money + other.money).allSatisfy { sum in
            var digits = sum.amount
            while digits >= 100, digits % 10 == 0 { digits /= 10 }
            return digits < 100
        }
    }

    /// More than twice as much.
    func isAnotherScale(_ other: SameStory) -> Bool {
        guard let mine = amount ?? money.first, let theirs = other.amount ?? other.money.first else { return false }
        let (less, more) = (
            min(mine.amount.magnitude, theirs.amount.magnitude), max(mine.amount.magnitude, theirs.amount.magnitude)
        )
        return more / 2 > less
    }
}

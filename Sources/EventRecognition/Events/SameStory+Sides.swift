extension SameStory {
    /// How far the companies of two tellings agree.
    enum Sides {
        case others, unknown
        /// The subject is the same.
        case one
        case both
    }

    /// Another company on either side.
    func contradicts(_ other: SameStory) -> Bool {
        contradicts(subject, other.subject) || contradicts(counterparty, other.counterparty)
    }

    func sides(_ other: SameStory, isTwin: Bool) -> Sides {
        let isEitherWay = isTwin || kind.isSymmetric
        if !contradicts(other) {
            switch (subject, other.subject) {
            case (nil, nil): return counterparty != nil && other.counterparty != nil ? .one : .unknown
            case (let known?, nil): return other.names(known) ? .one : .unknown
            case (nil, let known?): return names(known) ? .one : .unknown
            case (.some, .some): return haveBothCounterparties(other) ? .both : .one
            }
        }
        guard isEitherWay else { return .others }
        if isTurnedRound(other) {
            let isMineTold = subject.map { other.counterparty != nil || other.names($0) } ?? true
            let isTheirsTold = other.subject.map { counterparty != nil || names($0) } ?? true
            if isMineTold, isTheirsTold { return subject != nil && other.subject != nil ? .both : .one }
            // Who leaves the other company out must not name somebody else in its place.
            let silent = isMineTold ? self : other
            return silent.namesSomebody(besides: self, other) ? .others : .one
        }
        // "Acme selects Beta's ledger" and "Beta wins Acme order", each of which names only its subject.
        if let subject, let theirs = other.subject, other.names(subject), names(theirs) {
            let isOfThird =
                counterparty.map { !$0.isSame(as: theirs) } ?? other.counterparty.map { !$0.isSame(as: subject) }
                ?? false
            return isOfThird ? .others : .both
        }
        return .others
    }

    private func names(_ party: StoryParty) -> Bool { headlines.contains { party.isNamed(in: $0.headline) } }

    /// Whether a headline has a name that is none of the companies'.
    private func namesSomebody(besides one: SameStory, _ other: SameStory) -> Bool {
        let parties = [one.subject, one.counterparty, other.subject, other.counterparty]
        let words = Set(parties.flatMap { $0?.key.words ?? [] })
        return headlines.contains { told in
            told.headline.rest(without: words).contains { $0.rank == .name || $0.rank == .capital }
        }
    }

    /// Both name the same counterparty, be it in the headline only.
    func haveBothCounterparties(_ other: SameStory) -> Bool {
        switch (counterparty, other.counterparty) {
        case (.some, .some): true
        case (let known?, nil): other.names(known)
        case (nil, let known?): names(known)
        case (nil, nil): false
        }
    }

    private func contradicts(_ ours: StoryParty?, _ theirs: StoryParty?) -> Bool {
        guard let ours, let theirs else { return false }
        return !ours.isSame(as: theirs)
    }

    /// Whether `other`, told as over, is the end of this: between the same companies, or in nearly the same words.
    func isEnded(by other: SameStory) -> Bool {
        if subject != nil, other.subject != nil, !contradicts(other) {
            return (counterparty != nil && other.counterparty != nil) || linked(other) >= Self.related
        }
        return isTurnedRound(other) && subject != nil && counterparty != nil
    }

    /// The one's subject is the other's counterparty, and nothing speaks against it.
    private func isTurnedRound(_ other: SameStory) -> Bool {
        guard !contradicts(subject, other.counterparty), !contradicts(counterparty, other.subject) else { return false }
        return (subject != nil && other.counterparty != nil) || (counterparty != nil && other.subject != nil)
    }
}

import RuleLanguage
import TriggerModel

/// One set of words tells one thing, but for families that go together: an agency that "lowers outlook" warns of no results.
extension ItemReading {
    /// An event of the item: the rule that told it, and what it was read from.
    struct Telling {
        var rule: Int
        var candidates: [EventCandidate]
    }

    /// Takes out the events that give way to others which the same words tell; the trace keeps them.
    ///
    /// - Parameter told: what told each of the result's events, in their order.
    func giveWay(_ told: [Telling], in result: inout Recognition) {
        guard told.count > 1 else { return }
        let families = told.map { engine.rules[$0.rule].rule.family }
        let places = families.map(engine.families.place)
        // The first family is decided first, so that none gives way to what is not told.
        let order = told.indices.sorted { (places[$0], $0) < (places[$1], $1) }
        var kept: [Int] = []
        var gone: Set<Int> = []
        for index in order {
            let stronger = kept.first { other in
                engine.families.yields(families[index], to: families[other])
                    && !isOnTrial(told[other], beside: told[index])
                    && result.events[other].confidence >= min(0.5, result.events[index].confidence)
                    && shareWords(told[index], told[other])
            }
            guard let stronger else {
                kept.append(index)
                continue
            }
            gone.insert(index)
            let (id, other) = (result.events[index].id, result.events[stronger].trigger)
            for place in result.trace.indices where result.trace[place].event == id {
                result.trace[place].event = nil
                result.trace[place].stoppedBy = "\(other), which the same words tell (precedence)"
            }
        }
        result.events = result.events.indices.filter { !gone.contains($0) }.map { result.events[$0] }
    }

    /// What alerts gives way to nothing that only a draft tells.
    private func isOnTrial(_ stronger: Telling, beside other: Telling) -> Bool {
        engine.rules[stronger.rule].rule.status != .live && engine.rules[other.rule].rule.status == .live
    }

    /// Whether all that one was read from holds words that the other was read by, names and figures aside.
    private func shareWords(_ one: Telling, _ other: Telling) -> Bool {
        one.candidates.allSatisfy { candidate in
            guard let match = candidate.match else { return false }
            let own = telling(match)
            return other.candidates.contains { theirs in
                guard let match = theirs.match, match.field == candidate.match?.field else { return false }
                return !own.isDisjoint(with: telling(match))
            }
        }
    }

    /// The tokens that a pattern asks for by a word of its own.
    private func telling(_ match: PatternMatch) -> Set<Int> {
        let isOwn = ownWords(of: match)
        return Set(
            match.tokens.filter { place in
                !match.captures.contains { $0.tokens.contains(place) } && isOwn(place)
            })
    }
}

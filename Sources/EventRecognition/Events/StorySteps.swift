/// How far a matter has come by a headline: an offering is priced, then closed; a plant is planned, begun and opened.
struct StorySteps: Hashable, Sendable {
    private(set) var steps: Set<Step> = []
    /// "Another", "again", "for a second time", "extends", "raises stake": not the first of its kind.
    private(set) var isAgain = false

    enum Step: Hashable, Sendable {
        case planned, begun, opened
        case priced, closed, filed, traded, approved, changed
        case left, came
        case sued, certified, settled, dismissed, appealed
        case emerged
        case tried, released
    }

    /// Steps of one kind of matter, of which a headline that says one is not of the others.
    private static let matters: [(prefixes: [String], steps: Set<Step>)] = [
        (["capital.", "site.", "market."], [.planned, .begun, .opened]),
        (["funding.", "ipo."], [.priced, .closed, .filed, .traded]),
        (["ma.", "divestiture.", "ownership."], [.closed, .approved]),
        (["leadership."], [.left, .came]),
        (["litigation.", "regulatory."], [.sued, .certified, .settled, .dismissed, .appealed]),
        (["finance.distress"], [.filed, .emerged]),
        (["product."], [.tried, .released]),
    ]

    init(_ words: [String]) {
        for (place, word) in words.enumerated() {
            let next = place + 1 < words.count ? words[place + 1] : ""
            let last = place > 0 ? words[place - 1] : ""
            switch word {
            case "build", "open", "invest", "construct":
                if last == "to" { steps.insert(.planned) }
            case "plans", "planned", "proposes", "proposed", "plan":
                steps.insert(.planned)
            case "ground", "shovels", "groundbreaking":
                if word != "ground" || last.hasPrefix("br") || next.hasPrefix("br") { steps.insert(.begun) }
            case "opens", "opened", "inaugurates", "live": steps.insert(.opened)
            case "pricing", "prices", "priced": steps.insert(.priced)
            case "closing", "closes", "closed", "completes", "completed", "completion": steps.insert(.closed)
            case "files", "filed", "filing": steps.insert(.filed)
            case "debut", "trading": steps.insert(.traded)
            case "goes": if next == "public" { steps.insert(.traded) }
            case "approve", "approves", "approved", "approval": steps.insert(.approved)
            case "upsizes", "upsized", "increases", "increased": steps.insert(.changed)
            case "extension", "extends", "extended", "renews", "renewed", "renewal", "widened", "widens", "sweetens",
                "sweetened":
                isAgain = true
            case "raises", "raised", "ups", "hikes", "lifts", "higher", "improved", "rejected", "first":
                if ["offer", "bid", "stake", "holding"].contains(next) || ["offer", "bid"].contains(last) {
                    isAgain = true
                }
            case "from": if last == "up" { isAgain = true }
            case "resigns", "resigned", "resignation", "quits", "leaves", "leave", "departs", "departure", "departing",
                "retires", "retire", "retirement", "ousts", "ousted", "removes", "steps", "step", "exits", "fires",
                "sacks":
                if word != "steps" && word != "step" || next == "down" || next == "aside" { steps.insert(.left) }
            case "names", "named", "appoints", "appointed", "hires", "taps", "joins", "appointment", "elects",
                "elected",
                "promotes":
                steps.insert(.came)
            case "sues", "sued", "suit", "lawsuit": steps.insert(.sued)
            case "certifies", "certified": steps.insert(.certified)
            case "class": if next == "action" { steps.formUnion([.sued, .certified]) }
            case "settle", "settles", "settled", "settlement": steps.insert(.settled)
            case "dismisses", "dismissed", "tosses", "tossed": steps.insert(.dismissed)
            case "appeals", "appeal", "appealed": steps.insert(.appealed)
            case "emerges", "emerged", "exited": steps.insert(.emerged)
            case "preview", "beta", "pilot", "trial": steps.insert(.tried)
            case "availability", "available": steps.insert(.released)
            case "another", "again": isAgain = true
            case "second", "third", "fourth", "further":
                if !["quarter", "half", "largest", "biggest", "phase"].contains(next) { isAgain = true }
            default: continue
            }
        }
    }

    /// Whether two headlines tell the same step of one case, which it comes to once.
    func agree(_ other: StorySteps) -> Bool {
        !steps.intersection(other.steps).isDisjoint(with: [.certified, .dismissed, .appealed, .emerged])
    }

    /// Whether two headlines tell different steps of one matter.
    func contradict(_ other: StorySteps, trigger: String) -> Bool {
        guard let matter = Self.matters.first(where: { $0.prefixes.contains { trigger.hasPrefix($0) } }) else {
            return false
        }
        let (mine, theirs) = (steps.intersection(matter.steps), other.steps.intersection(matter.steps))
        return !mine.isEmpty && !theirs.isEmpty && mine.isDisjoint(with: theirs)
    }
}

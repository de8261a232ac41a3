/// What folding must know of a kind of event: how often a company has one, and what makes it another one.
struct StoryKind: Hashable, Sendable {
    let trigger: String
    /// The place of its matter in the table of steps.
    let matter: Int?
    /// A company may have several within the window.
    let isFrequent: Bool
    /// Both companies are told by either, in any order.
    let isSymmetric: Bool
    /// Two companies may have several at a time.
    let isOfManyProjects: Bool
    /// Another number of people or things is another event.
    let isCounted: Bool
    /// Another percentage is another event.
    let isShared: Bool
    /// It hardly happens twice to one company within the window, whatever else the headlines name.
    let isOnce: Bool
    let isLeadership: Bool
    let isOutage: Bool
    let isProduct: Bool
    let isRating: Bool
    let isRecall: Bool
    let isStatement: Bool
    /// A case in court: a company has several at a time.
    let isCase: Bool

    init(_ trigger: String) {
        func isOne(of beginnings: [String]) -> Bool { beginnings.contains { trigger.hasPrefix($0) } }
        self.trigger = trigger
        matter = StoryMatter.index(of: trigger)
        isFrequent = isOne(of: Self.frequent)
        isSymmetric = isOne(of: Self.symmetric)
        isOfManyProjects = isOne(of: Self.ofManyProjects)
        isCounted = isOne(of: ["layoff", "hiring.", "product.recall", "site.", "contract."])
        isShared = isOne(of: ["layoff", "ownership.", "restructuring", "funding.debt"])
        isOnce = isOne(of: ["ipo.", "finance.distress", "audit.", "rating.", "results."])
        isLeadership = isOne(of: ["leadership."])
        isOutage = isOne(of: ["outage."])
        isProduct = isOne(of: ["product."])
        isRating = isOne(of: ["rating."])
        isRecall = isOne(of: ["product.recall"])
        isCase = isOne(of: ["litigation."])
        isStatement = isOne(of: ["statement."])
    }

    private static let frequent = [
        "product.", "partnership", "contract.", "vendor.", "milestone", "statement.", "capital.project", "site.",
        "market.", "litigation.", "regulatory.", "technology.", "leadership.functional", "leadership.board",
        "leadership.departure", "regulation.", "industry.", "hiring.", "outage.", "funding.debt", "restructuring",
        "divestiture.",
    ]
    private static let symmetric = [
        "ma.", "partnership", "ownership.", "divestiture.", "funding.round", "contract.", "vendor.",
    ]
    private static let ofManyProjects = [
        "partnership", "contract.", "vendor.", "technology.", "product.", "capital.", "site.",
    ]
}

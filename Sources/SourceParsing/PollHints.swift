package import TriggerModel

/// What a feed says about when and where to look again. Advice of somebody else: nothing here is within any bounds.
package struct PollHints: Hashable, Sendable {
    /// Seconds that the feed may be kept: the longer of `ttl` (RSS 2.0, minutes) and of the period of the RSS 1.0
    /// syndication module (`updatePeriod` divided by `updateFrequency`).
    package var ttlSeconds: Int?
    /// Hours of the day, UTC, 0...23 rising, in which nothing new is to be expected (RSS 0.91 and later).
    package var skipHours: [Int] = []
    /// Days of the week, 1 Monday ... 7 Sunday, rising.
    package var skipDays: [Int] = []
    /// Where older entries are: `next` of a paged feed, else `prev-archive` of an archived one (RFC 5005), `next_url`
    /// of JSON Feed. Absolute where a base is known.
    package var next: String?
    /// `fh:complete` (RFC 5005 section 2): the document holds every entry there is, what is not in it is gone.
    package var isComplete = false
    /// `fh:archive` (RFC 5005 section 4): the document is an archive, which does not change.
    package var isArchive = false
    /// Latest publication or update of an item of the document.
    package var newest: Timestamp?
    /// When the feed says it was last changed: `lastBuildDate`, Atom's `updated`.
    package var built: Timestamp?

    package init(
        ttlSeconds: Int? = nil, skipHours: [Int] = [], skipDays: [Int] = [], next: String? = nil,
        isComplete: Bool = false, isArchive: Bool = false, newest: Timestamp? = nil, built: Timestamp? = nil
    ) {
        self.ttlSeconds = ttlSeconds
        self.skipHours = skipHours
        self.skipDays = skipDays
        self.next = next
        self.isComplete = isComplete
        self.isArchive = isArchive
        self.newest = newest
        self.built = built
    }
}

/// The hints while a feed is being read: words and numbers as it writes them.
struct PollHintDraft {
    private var hints = PollHints()
    private var ttlMinutes: Int?
    private var period: Int?
    private var frequency: Int?
    private var nextRank = 0

    /// `text` is the content of the element, trimmed.
    mutating func read(_ element: FeedElement, _ text: String?) {
        let number = text.flatMap { Int($0) }
        switch element {
        case .ttl: if let number, (1...525_600).contains(number) { ttlMinutes = number }
        case .skipHour:
            // RSS 0.91 counted the hours from 1 to 24.
            if let number, (0...24).contains(number), !hints.skipHours.contains(number % 24) {
                hints.skipHours.append(number % 24)
            }
        case .skipDay:
            if let day = text.flatMap({ PollHintDraft.days[$0.lowercased()] }), !hints.skipDays.contains(day) {
                hints.skipDays.append(day)
            }
        case .updatePeriod: period = text.flatMap { PollHintDraft.periods[$0.lowercased()] }
        case .updateFrequency: if let number, (1...100_000).contains(number) { frequency = number }
        case .complete: hints.isComplete = true
        case .archive: hints.isArchive = true
        default: break
        }
    }

    mutating func built(_ time: Timestamp) { hints.built = max(hints.built ?? time, time) }

    mutating func link(_ relation: String, _ address: String) {
        // A feed that is paged and archived names the page first: it is the nearer one.
        let rank = relation == "next" ? 2 : relation == "prev-archive" ? 1 : 0
        guard rank > nextRank else { return }
        nextRank = rank
        hints.next = address
    }

    /// All but `newest`, which the items say.
    func finish() -> PollHints {
        var hints = hints
        // The module's defaults: once a day.
        let updates = period != nil || frequency != nil ? (period ?? 86_400) / (frequency ?? 1) : nil
        hints.ttlSeconds = [ttlMinutes.map { $0 * 60 }, updates].compactMap { $0 }.filter { $0 > 0 }.max()
        hints.skipHours.sort()
        hints.skipDays.sort()
        return hints
    }

    static func newest(_ items: [Item]) -> Timestamp? {
        var newest: Timestamp?
        // By index: a copy of an item would count the references of all its texts.
        for index in items.indices {
            if let time = items[index].published, newest.map({ time > $0 }) ?? true { newest = time }
            if let time = items[index].updated, newest.map({ time > $0 }) ?? true { newest = time }
        }
        return newest
    }

    private static let days = [
        "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 7,
    ]
    private static let periods = [
        "hourly": 3600, "daily": 86_400, "weekly": 7 * 86_400, "monthly": 30 * 86_400, "yearly": 365 * 86_400,
    ]
}

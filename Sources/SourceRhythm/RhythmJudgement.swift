package import TriggerModel

/// What a source's silence or look means, by its own rhythm.
package enum RhythmJudgement: Hashable, Sendable {
    /// Too little was seen to call anything usual.
    case learning(LearningState)
    /// Something new came as usual.
    case normal(Silence)
    /// Nothing new for a while, and its rhythm explains it.
    case quiet(Silence)
    /// It answers, but nothing new came for longer than its rhythm explains.
    case stale(Silence)
    /// It lives, but we do not see in its documents what we used to see.
    case blind(Blindness)
    /// It could not be read for longer than its rhythm is ever silent: items may be missed.
    case stopped(Silence)

    /// Stable name of the fault this is; nil for none.
    package var faultKind: String? {
        switch self {
        case .learning, .normal, .quiet: nil
        case .stale: "stale"
        case .blind: "blind"
        case .stopped: "stopped"
        }
    }

    /// All kinds of faults that a judgement can be, to close those that it is not.
    package static let faultKinds = ["stale", "blind", "stopped"]

    /// One line for a person, with the numbers. Does not change while nothing happens.
    package var line: String {
        switch self {
        case .learning(let state): state.line
        case .normal(let silence):
            "as usual: \(silence.usually), last on \(Wording.time(silence.since))"
        case .quiet(let silence):
            "quiet since \(Wording.time(silence.since)), as it often is: \(silence.usually); "
                + "something new is due by \(Wording.time(silence.expected))"
        case .stale(let silence):
            "answers, but nothing new since \(Wording.time(silence.since)); \(silence.usually), so something was due by "
                + "\(Wording.time(silence.expected)) at the latest\(silence.signs)"
        case .stopped(let silence):
            "not read since \(Wording.time(silence.since)); \(silence.usually), so something new was due by "
                + "\(Wording.time(silence.expected)): items may be missed"
        case .blind(let blindness): blindness.line
        }
    }
}

/// A silence and what would be usual.
package struct Silence: Hashable, Sendable {
    package var since: Timestamp
    /// The latest time by which something new was due.
    package var expected: Timestamp
    /// Arrivals a week.
    package var perWeek: Double
    /// What the last document said of its own age.
    package var newest: Timestamp?
    package var built: Timestamp?

    package init(
        since: Timestamp, expected: Timestamp, perWeek: Double, newest: Timestamp? = nil, built: Timestamp? = nil
    ) {
        self.since = since
        self.expected = expected
        self.perWeek = perWeek
        self.newest = newest
        self.built = built
    }

    fileprivate var usually: String { "news come \(Wording.frequency(perWeek))" }

    fileprivate var signs: String {
        let parts = [
            newest.map { "its newest entry is dated \(Wording.time($0))" },
            built.map { "it says it was built on \(Wording.time($0))" },
        ].compactMap(\.self)
        return parts.isEmpty ? "" : " (" + parts.joined(separator: ", ") + ")"
    }
}

/// How far learning has come.
package struct LearningState: Hashable, Sendable {
    package var arrivals: Int
    package var enoughArrivals: Int
    package var days: Int
    package var enoughDays: Int
    package var lastNew: Timestamp?

    package init(arrivals: Int, enoughArrivals: Int, days: Int, enoughDays: Int, lastNew: Timestamp? = nil) {
        self.arrivals = arrivals
        self.enoughArrivals = enoughArrivals
        self.days = days
        self.enoughDays = enoughDays
        self.lastNew = lastNew
    }

    fileprivate var line: String {
        "learning its rhythm: \(arrivals) arrivals in \(days) days watched, needs \(enoughArrivals) in \(enoughDays)"
            + (lastNew.map { "; last new on \(Wording.time($0))" } ?? "")
    }
}

extension Blindness {
    fileprivate var line: String {
        let from = "since \(Wording.time(since))"
        let size =
            bytes * 3 < usualBytes
            ? "; the document has \(Wording.size(bytes)) instead of about \(Wording.size(usualBytes))" : ""
        return switch sign {
        case .noEntries: "\(from) its documents hold no entries, usually about \(usualEntries)\(size)"
        case .fewEntries: "\(from) its documents hold \(entries) entries, usually about \(usualEntries)\(size)"
        case .noTitles: "\(from) its entries have no titles, usually \(usualShare) of 100 have one\(size)"
        case .noLinks: "\(from) its entries have no links, usually \(usualShare) of 100 have one\(size)"
        case .noDates: "\(from) its entries have no dates, usually \(usualShare) of 100 have one\(size)"
        }
    }
}

/// Numbers as people say them.
enum Wording {
    /// `2026-11-21 07:00 UTC`.
    static func time(_ time: Timestamp) -> String {
        let minute = time.secondOfDay / 60
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(time.day) \(two(minute / 60)):\(two(minute % 60)) UTC"
    }

    /// `about 12 times a day`, `about 3 times a week`, `about every 5 weeks`.
    static func frequency(_ perWeek: Double) -> String {
        func number(_ value: Double) -> String { "\(Int(value.rounded()))" }
        if perWeek >= 10.5 { return "about \(number(perWeek / 7)) times a day" }
        if perWeek >= 1.5 { return "about \(number(perWeek)) times a week" }
        if perWeek >= 0.75 { return "about once a week" }
        return perWeek > 0 ? "about every \(number(1 / perWeek)) weeks" : "hardly ever"
    }

    static func size(_ bytes: Int) -> String { bytes < 10_000 ? "\(bytes) bytes" : "\(bytes / 1000) kB" }
}

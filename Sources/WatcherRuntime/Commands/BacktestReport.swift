internal import EventRecognition
internal import TriggerModel

/// What other rules would have changed over stored history: alerts gained and lost, per rule, rep and week.
struct BacktestReport: Encodable, Sendable {
    /// One alert as a backtest compares it.
    struct Line: Encodable, Hashable, Sendable {
        var trigger: String
        var account: String
        var rep: String
        var relation: Relation
        var date: CalendarDay
        /// Monday of the week in which it would have been made.
        var week: CalendarDay
        var reason: String
    }

    struct Change: Encodable, Hashable, Sendable {
        var name: String
        var before: Int
        var gained: Int
        var lost: Int
    }

    var since: CalendarDay
    var items: Int
    /// Items that were read: those with words of what differs, or of a rule that tells otherwise by it.
    var touched: Int
    /// Ids of the rules that differ, or tell otherwise by other shared words; the counts are those of their alerts.
    var differing: [String]
    /// Patterns of the words that all rules share which only one side has.
    var sharedWords: Int
    var before: Int
    var after: Int
    var gained: [Line]
    var lost: [Line]
    var rules: [Change]
    var reps: [Change]
    var weeks: [Change]

    /// Two alerts are the same where account and trigger are, and the events lie as near as folding allows: a rule that
    /// sees an event a day earlier has neither gained nor lost it.
    init(
        since: CalendarDay, items: Int, touched: Int, differing: [String], sharedWords: Int = 0, before: [Line],
        after: [Line]
    ) {
        let (lost, gained) = Self.unpaired(before, after)
        self.since = since
        self.items = items
        self.touched = touched
        self.differing = differing
        self.sharedWords = sharedWords
        self.before = before.count
        self.after = after.count
        self.gained = gained
        self.lost = lost
        rules = Self.changes(before, gained, lost) { $0.trigger }
        reps = Self.changes(before, gained, lost) { $0.rep }
        weeks = Self.changes(before, gained, lost) { "\($0.week)" }
    }

    static func week(of day: CalendarDay) -> CalendarDay {
        // 1970-01-01 was a Thursday, three days after a Monday.
        let number = day.daysSince1970 + 3
        return day.adding(days: -(number - 7 * Int((Double(number) / 7).rounded(.down))))
    }

    private static func unpaired(_ before: [Line], _ after: [Line]) -> (lost: [Line], gained: [Line]) {
        func groups(_ lines: [Line]) -> [[String]: [Line]] {
            Dictionary(grouping: lines) { [$0.account, $0.trigger] }.mapValues { $0.sorted { $0.date < $1.date } }
        }
        let old = groups(before)
        let new = groups(after)
        var lost: [Line] = []
        var gained: [Line] = []
        for key in Set(old.keys).union(new.keys) {
            var left = (old[key] ?? [])[...]
            var right = (new[key] ?? [])[...]
            while let first = left.first, let second = right.first {
                let distance = second.date.daysSince1970 - first.date.daysSince1970
                if abs(distance) <= EventFolding.window {
                    left.removeFirst()
                    right.removeFirst()
                } else if distance > 0 {
                    lost.append(left.removeFirst())
                } else {
                    gained.append(right.removeFirst())
                }
            }
            lost += left
            gained += right
        }
        return (sorted(lost), sorted(gained))
    }

    private static func sorted(_ lines: [Line]) -> [Line] {
        lines.sorted { ($0.date, $0.account, $0.trigger) < ($1.date, $1.account, $1.trigger) }
    }

    private static func changes(
        _ before: [Line], _ gained: [Line], _ lost: [Line], by name: (Line) -> String
    ) -> [Change] {
        var changes: [String: Change] = [:]
        func count(_ lines: [Line], _ path: WritableKeyPath<Change, Int>) {
            for line in lines {
                let name = name(line)
                changes[name, default: Change(name: name, before: 0, gained: 0, lost: 0)][keyPath: path] += 1
            }
        }
        count(before, \.before)
        count(gained, \.gained)
        count(lost, \.lost)
        return changes.values.filter { $0.gained + $0.lost > 0 }.sorted { $0.name < $1.name }
    }
}

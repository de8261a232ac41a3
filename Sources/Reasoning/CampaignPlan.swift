package import TriggerModel

/// One event that is a reason for many accounts: whom to call, in which order, who calls and on which day.
///
/// Every affected account is in it exactly once, as a row or among those left over. An account stays with its own rep
/// while that rep has room inside the shelf life; accounts that fell to the fallback, and those whose rep is full, are
/// shared among all reps by the room they have. Pure: the order of what is given changes nothing.
package struct CampaignPlan: Hashable, Sendable {
    package struct Row: Hashable, Sendable {
        /// 1 is called first.
        package var rank: Int
        /// Worded for this account, addressed to the rep who calls.
        package var alert: Alert
        package var day: CalendarDay
        /// Why another rep calls than the one the account belongs to.
        package var note: String?

        package init(rank: Int, alert: Alert, day: CalendarDay, note: String?) {
            self.rank = rank
            self.alert = alert
            self.day = day
            self.note = note
        }
    }

    /// From the event alone, 32 hexadecimal digits: a second run plans the same campaign.
    package var id: String
    package var event: String
    /// By rank.
    package var rows: [Row]
    /// Accounts nobody has room for while it is a reason, or whose shelf life is over; by alert id.
    package var leftOver: [DroppedAlert]

    package init(id: String, event: String, rows: [Row], leftOver: [DroppedAlert]) {
        self.id = id
        self.event = event
        self.rows = rows
        self.leftOver = leftOver
    }

    /// Fewer accounts are single calls, where the settings say nothing else.
    package static let fewest = 3
    /// Part of a rep's list that a campaign may take on one day: the rest is for what else happens.
    package static let share = 3

    /// - Parameters:
    ///   - alerts: of this event, one or more per account; the best of each account counts.
    ///   - taken: rows that other campaigns have on a rep's day.
    ///   - firstDays: the first day with a morning to come, of reps whose morning of today is out.
    ///   - fewest: accounts from which on it is a campaign.
    ///   - last: the last rank given before, where the campaign grows.
    /// - Returns: nil where fewer than `fewest` accounts are affected.
    package static func plan(
        _ event: String, alerts: [Alert], reps: [Rep], today: CalendarDay, taken: [String: [CalendarDay: Int]] = [:],
        firstDays: [String: CalendarDay] = [:], fewest: Int = fewest, after last: Int = 0
    ) -> CampaignPlan? {
        var best: [String: Alert] = [:]
        for alert in alerts where alert.event == event {
            if best[alert.account.id].map({ alert.isBetter(than: $0) }) ?? true { best[alert.account.id] = alert }
        }
        guard best.count >= fewest else { return nil }
        let ranked = best.values.sorted { left, right in
            if left.score != right.score { return left.score > right.score }
            // Of equal reasons the one that goes bad first.
            return (left.goodUntil, left.account.name, left.account.id)
                < (right.goodUntil, right.account.name, right.account.id)
        }
        var calendars: [String: RepCalendar] = [:]
        for rep in reps where calendars[rep.id] == nil {
            calendars[rep.id] = RepCalendar(
                rep, from: max(today, firstDays[rep.id] ?? today), taken: taken[rep.id] ?? [:])
        }
        let names = calendars.keys.sorted()
        var plan = CampaignPlan(id: AlertIdentity.campaign(event: event), event: event, rows: [], leftOver: [])
        var rank = 0
        for alert in ranked {
            var caller: (rep: String, day: CalendarDay)?
            if !alert.isFallbackRep, let day = calendars[alert.rep]?.free(until: alert.goodUntil) {
                caller = (alert.rep, day)
            } else {
                let free = names.compactMap { name -> (rep: String, day: CalendarDay, load: Double)? in
                    guard let calendar = calendars[name], let day = calendar.free(until: alert.goodUntil) else {
                        return nil
                    }
                    return (name, day, calendar.load)
                }
                caller = free.min { ($0.day, $0.load, $0.rep) < ($1.day, $1.load, $1.rep) }.map { ($0.rep, $0.day) }
            }
            guard let caller else {
                let detail =
                    today > alert.goodUntil
                    ? "good until \(alert.goodUntil); today is \(today)"
                    : "no rep has room for account \(alert.account.id) until \(alert.goodUntil)"
                let name = today > alert.goodUntil ? "expired" : "campaign-full"
                plan.leftOver.append(DroppedAlert(alert: alert.id, gate: Gate(.deliver, name, detail)))
                continue
            }
            calendars[caller.rep]?.take(caller.day)
            rank += 1
            var row = Row(rank: last + rank, alert: alert, day: caller.day, note: nil)
            row.note = note(calledBy: caller.rep, insteadOf: alert.rep, isFallback: alert.isFallbackRep)
            row.alert.rep = caller.rep
            plan.rows.append(row)
        }
        plan.leftOver.sort { $0.alert < $1.alert }
        return plan
    }

    /// Why `caller` calls an account that belongs to `rep`, or fell to it as the fallback; nil where that is the same one.
    ///
    /// A call whose note is another one today was planned for an account that belonged to somebody else.
    package static func note(calledBy caller: String, insteadOf rep: String, isFallback: Bool) -> String? {
        guard caller != rep else { return nil }
        let cause = isFallback ? "the account has no rep of its own" : "rep \(rep) has no room"
        return "shared with rep \(caller): \(cause)"
    }

    /// For `CallList.build`: the first day on which each alert is listed.
    package var notBefore: [String: CalendarDay] {
        Dictionary(rows.map { ($0.alert.id, $0.day) }, uniquingKeysWith: { first, _ in first })
    }
}

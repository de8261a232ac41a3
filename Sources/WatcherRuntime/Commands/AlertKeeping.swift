internal import ConfigLoading
internal import Delivery
internal import Ledger
internal import Reasoning
internal import TriggerModel

extension LedgerTransaction {
    /// Keeps an alert and owes its queue file. What a silence or the account's rest holds back is owed when that is over
    /// (`releaseHeld`); what a rep's report holds back, or what is beyond the account's budget of the day, is kept for
    /// the rep's morning only.
    ///
    /// - Returns: true when the alert is new.
    func keep(_ alert: Alert, budgets: Settings.Budgets) throws -> Bool {
        let earlier = try alerts(about: alert.account.id, since: Timestamp(at.day)).count
        // Before it is kept: afterwards it would itself be what the account was given last.
        let rest = try rest(of: alert, budgets)
        guard try save(alert) else { return false }
        if let gate = try hold(alert, on: at.day) {
            try record(gate, event: alert.event, account: alert.account.id)
            return true
        }
        if let rest {
            try self.rest(alert.id, until: rest.until)
            try record(rest.gate, event: alert.event, account: alert.account.id)
            return true
        }
        guard earlier < budgets.alertsPerAccountAndDay else {
            try record(Self.overBudget(alert, earlier, budgets, at.day), event: alert.event, account: alert.account.id)
            return true
        }
        guard try owe(alert) else {
            throw CommandFailure(
                .software, "queue file \(AlertEvent.fileName(for: alert)) was owed before, but its alert was not kept")
        }
        return true
    }

    /// Owes the queue what was held back and is held no longer: the silence is over, another source tells it too, or the
    /// account has had its rest. Once a day, or oftener; again it does nothing.
    ///
    /// - Returns: the alerts that are owed now.
    func releaseHeld(_ budgets: Settings.Budgets) throws -> [Alert] {
        var released: [Alert] = []
        for alert in try heldAlerts(on: at.day) {
            if let gate = try hold(alert, on: at.day) {
                // A silence may follow a rest: what holds it now is what `explain` shows.
                try record(gate, event: alert.event, account: alert.account.id)
                continue
            }
            // Somebody may have been given the account while this one rested.
            if let rest = try CoolDown(days: budgets.coolDownDays)
                .rest(of: alert, after: history.lastGiven(alert.account.id), today: at.day)
            {
                try self.rest(alert.id, until: rest.until)
                try record(rest.gate, event: alert.event, account: alert.account.id)
                continue
            }
            try forgetHold(ofEvent: alert.event, account: alert.account.id)
            let today = released.count { $0.account.id == alert.account.id }
            guard today < budgets.alertsPerAccountAndDay else {
                try record(
                    Self.overBudget(alert, today, budgets, at.day), event: alert.event, account: alert.account.id)
                continue
            }
            if budgets.coolDownDays > 0 { try self.rest(alert.id, until: at.day) }
            if try owe(alert) { released.append(alert) }
        }
        return released
    }

    /// Until when an alert waits. What follows an alert that still rests, rests with it: whoever it goes to, the account
    /// was given to a rep a few days before.
    private func rest(of alert: Alert, _ budgets: Settings.Budgets) throws -> (until: CalendarDay, gate: Gate)? {
        if alert.updates != nil, let until = try restUntil(ofEvent: alert.event, account: alert.account.id),
            until <= alert.goodUntil
        {
            let detail = "account \(alert.account.id) rests until \(until), as what this follows does"
            return (until, Gate(.deliver, "cool-down", detail))
        }
        return try CoolDown(days: budgets.coolDownDays)
            .rest(of: alert, after: history.lastGiven(alert.account.id), today: at.day)
    }

    private func owe(_ alert: Alert) throws -> Bool {
        try enqueue(.queue, name: AlertEvent.fileName(for: alert), payload: AlertEvent.encode(alert))
    }

    private static func overBudget(
        _ alert: Alert, _ earlier: Int, _ budgets: Settings.Budgets, _ day: CalendarDay
    ) -> Gate {
        Gate(
            .deliver, "budget",
            "account \(alert.account.id) has had \(earlier) alerts on \(day), the budget is "
                + "\(budgets.alertsPerAccountAndDay) a day: not queued, in the rep's morning only")
    }
}

package import TriggerModel

/// What keeps a good reason from a rep all the same: silences, accounts that must not be called, and rest for an account
/// that was called a few days ago.
///
/// A silence and do-not-call stop a match for good, because somebody decided so. The cool-down only holds it back: it is
/// a reason still, and comes to the list when the account has had its rest, if it keeps that long.
package struct SilenceGate: Hashable, Sendable {
    package enum Verdict: Hashable, Sendable {
        case open
        case stopped(Gate)
        /// Not before `day`, for the reason in the gate.
        case held(until: CalendarDay, Gate)
    }

    /// When an account was last given to any rep, and about what.
    package struct LastTold: Hashable, Sendable {
        package var day: CalendarDay
        package var rep: String
        package var event: String

        package init(day: CalendarDay, rep: String, event: String) {
            self.day = day
            self.rep = rep
            self.event = event
        }
    }

    package var silences: [StandingSilence]
    /// Account ids.
    package var doNotCall: Set<String>
    /// By account id, over all reps.
    package var lastTold: [String: LastTold]
    /// Whole days between two calls to an account; 0: none.
    package var coolDownDays: Int

    package static let open = SilenceGate()
    /// Tags with which an account says the same by itself.
    package static let doNotCallTags: Set<String> = ["do-not-call", "no-call"]

    package init(
        silences: [StandingSilence] = [], doNotCall: Set<String> = [], lastTold: [String: LastTold] = [:],
        coolDownDays: Int = 0
    ) {
        self.silences = silences
        self.doNotCall = doNotCall
        self.lastTold = lastTold
        self.coolDownDays = coolDownDays
    }

    /// The first thing that stands against a match; do-not-call before silences before the cool-down.
    ///
    /// - Parameter isUpdate: an account that was told one thing hears that it changed, cool-down or not.
    package func verdict(
        on match: Match, event: Event, account: Account, today: CalendarDay, isUpdate: Bool = false
    ) -> Verdict {
        if doNotCall.contains(account.id)
            || account.tags.contains(where: { Self.doNotCallTags.contains($0.lowercased()) })
        {
            return .stopped(Gate(.reason, "do-not-call", "account \(account.id) must not be called"))
        }
        let holding = silences.filter { today <= $0.until && covers($0.scope, match, event) }
        // The longest tells the operator how long it will be quiet; the rest keeps the answer the same for any order.
        if let silence = holding.max(by: { ($0.until, $0.author, $0.reason) < ($1.until, $1.author, $1.reason) }) {
            let detail =
                "account \(account.id): \(Self.words(silence.scope)) is silenced until \(silence.until) "
                + "by \(silence.author): \(silence.reason)"
            return .stopped(Gate(.reason, "silenced", detail))
        }
        guard coolDownDays > 0, !isUpdate, let last = lastTold[account.id], last.event != event.id else { return .open }
        let free = last.day.adding(days: min(coolDownDays, 3650))
        guard today < free else { return .open }
        let detail =
            "account \(account.id) was given to rep \(last.rep) on \(last.day) and rests \(coolDownDays) days, until \(free)"
        return .held(until: free, Gate(.deliver, "cool-down", detail))
    }

    private func covers(_ scope: StandingSilence.Scope, _ match: Match, _ event: Event) -> Bool {
        switch scope {
        case .account(let id): id == match.account
        case .rule(let selector): TriggerSelector(selector).selects(match.trigger)
        // An event that somebody else tells as well is still told.
        case .source(let id): !event.tellers.isEmpty && event.tellers.allSatisfy { $0.source == id }
        }
    }

    private static func words(_ scope: StandingSilence.Scope) -> String {
        switch scope {
        case .account: "it"
        case .rule(let selector): "rule \(selector)"
        case .source(let id): "source \(id), which alone tells it,"
        }
    }
}

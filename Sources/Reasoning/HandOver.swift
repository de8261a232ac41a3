package import TriggerModel

/// An alert that goes to another rep because its account has another owner now.
package enum HandOver {
    /// The alert for the rep who owns the account today, as an update of the first one; nil where that is the rep who has
    /// it already.
    ///
    /// - Parameters:
    ///   - first: the id of the first alert about the event and account.
    ///   - caller: who calls instead of that rep, where a campaign shares its calls.
    ///   - wasTold: false where the earlier rep's call was still to come, so that there is nobody to ask.
    package static func alert(
        _ alert: Alert, first: String, account: Account, context: ReasoningContext, caller: Rep? = nil,
        wasTold: Bool = true
    ) -> Alert? {
        guard var choice = RepChoice.choose(for: account, among: context.reps, fallback: context.fallbackRep) else {
            return nil
        }
        if let caller { choice.rep = caller }
        guard choice.rep.id != alert.rep else { return nil }
        let note = "handed over from rep \(alert.rep) to rep \(choice.rep.id) on \(context.today)"
        var handed = alert
        handed.id = AlertIdentity.update(event: alert.event, account: account.id, what: note)
        handed.updates = first
        handed.rep = choice.rep.id
        handed.isFallbackRep = choice.isFallback
        handed.createdAt = context.now
        if wasTold {
            let from = context.reps[alert.rep]?.name ?? alert.rep
            handed.whyNow = "Handed over from \(from), who had it before you: ask there first. \(alert.whyNow)"
        }
        handed.trace.append("update: \(note): \(choice.reason)")
        return handed
    }
}

package import TriggerModel

/// Tells which events are only the echo of a take-over that the account was told of.
///
/// When a company is bought, its chiefs leave, its staff is cut and its sites close in the months after. Each is news, and
/// none is a second reason to ring up. Such an event is linked to the merger and stopped.
package enum MergerEcho {
    /// Days after the merger in which its echoes come.
    package static let days = 120
    /// Days before it: news of a leaving chief may be dated a little earlier than the deal it belongs to.
    package static let daysBefore = 7
    /// Triggers of the events that have echoes.
    package static let mergers = ["ma.agreement", "ma.closed", "ma.completed", "ownership.control"]
    static let echoes = [
        "leadership.", "layoff", "restructuring", "site.closure", "site.close", "ownership.", "milestone",
    ]

    /// The merger that `event` echoes, the latest of several; nil where it stands by itself.
    ///
    /// - Parameter told: events the account was told of.
    package static func merger(echoedBy event: Event, among told: [Event]) -> Event? {
        guard let subject = event.subject, echoes.contains(where: event.trigger.hasPrefix) else { return nil }
        return told.filter { merger in
            let age = event.date.daysSince1970 - merger.date.daysSince1970
            return merger.id != event.id && mergers.contains(merger.trigger) && merger.qualifiers.isEmpty
                && (-daysBefore...days).contains(age) && target(of: merger).map { isSame($0, subject) } ?? false
        }.max { ($0.date, $0.id) < ($1.date, $1.id) }
    }

    /// Gate of an echo, naming the merger; nil where it stands by itself.
    static func gate(for event: Event, account: Account, told: [Event]) -> Gate? {
        guard let merger = merger(echoedBy: event, among: told) else { return nil }
        let detail =
            "account \(account.id): it follows from \(merger.trigger) of \(merger.date), event \(merger.id), "
            + "which the account was told of"
        return Gate(.reason, "echo", detail)
    }

    /// A take-over happens to its target; a change of control to its subject.
    private static func target(of merger: Event) -> Party? {
        merger.trigger.hasPrefix("ownership.") ? merger.subject : merger.counterparty
    }

    private static func isSame(_ left: Party, _ right: Party) -> Bool {
        if let mine = left.account, let other = right.account { return mine == other }
        return SpokenName.of(left.name).lowercased() == SpokenName.of(right.name).lowercased()
    }
}

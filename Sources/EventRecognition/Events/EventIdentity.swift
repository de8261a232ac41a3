import TriggerModel

/// An event's id, from what it says: trigger, parties and the first day it was told for.
enum EventIdentity {
    /// - Parameters:
    ///   - otherwise: what tells one event from another where no party is known: the person, else the words.
    ///   - issuer: the source of a headline that leaves its issuer out: two issuers may head two notices alike.
    static func id(
        trigger: String, subject: Party?, counterparty: Party?, otherwise: String, issuer: String? = nil,
        date: CalendarDay
    ) -> String {
        let parties = [subject, counterparty].compactMap(\.self)
        var key = parties.isEmpty ? "words " + SubjectKey(otherwise).text : parties.map(key).joined(separator: "\n")
        if let issuer { key += "\nissuer \(issuer)" }
        return String(ContentHash.hex("\(trigger)\n\(key)\n\(date)").prefix(32))
    }

    /// The id of an event that shares all that `id` looks at with another one: told apart by amount and words.
    static func another(_ event: Event) -> String {
        let amount = event.amount.map { "\($0.amount) \($0.currency ?? "")" } ?? ""
        let words = event.evidence.first.map { SubjectKey($0.text).text } ?? ""
        return String(ContentHash.hex("\(event.id)\n\(amount)\n\(words)").prefix(32))
    }

    private static func key(_ party: Party) -> String {
        if case .account(let id) = party.company { return "\(party.role.rawValue) account \(id)" }
        return "\(party.role.rawValue) name \(SubjectKey(party.name).text)"
    }
}

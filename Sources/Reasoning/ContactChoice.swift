import TriggerModel

/// Whom to call: the most affected person who can be dialled.
///
/// Roles count in the order of `affects`; a person with a phone number goes before one without, whatever the role,
/// because a row of the morning list must be dialled at once.
///
/// Where a seat at the account itself changed hands (`leadership.cfo`, role `cfo`), the person on file in that seat comes
/// last: it is the predecessor, or the newcomer about whom the question is. A person
/// on file who has moved on is not called there any more.
struct ContactChoice: Hashable, Sendable {
    var contact: Contact
    /// What the rep should know about the choice; nil where it is plain.
    var note: String?

    /// - Parameter moved: who is on file at the account and has taken a seat elsewhere; nil where nobody did.
    static func choose(
        for account: Account, affects: [String], event: Event, moved: String? = nil
    ) -> ContactChoice? {
        let changed = event.subject?.account == account.id ? seatThatChanged(event) : nil
        let ranks = Dictionary(
            affects.enumerated().map { (roleKey($0.element), $0.offset) }, uniquingKeysWith: { first, _ in first })
        var best: (rank: (Int, Int, Int), contact: Contact)?
        for contact in account.contacts where contact.name != moved {
            let role = roleKey(contact.role)
            guard let rank = ranks[role] else { continue }
            let place = (role == changed ? 1 : 0, contact.dialablePhone == nil ? 1 : 0, rank)
            if let best, best.rank <= place { continue }
            best = (place, contact)
        }
        guard let best else { return nil }
        return ContactChoice(contact: best.contact, note: note(on: best.contact, changed: changed, event: event))
    }

    /// The last part of a leadership trigger's id, where the event names who took the seat.
    private static func seatThatChanged(_ event: Event) -> String? {
        let family = "leadership."
        guard event.trigger.hasPrefix(family), event.slots["person"] != nil else { return nil }
        return roleKey(String(event.trigger.dropFirst(family.count)))
    }

    private static func note(on contact: Contact, changed: String?, event: Event) -> String? {
        guard roleKey(contact.role) == changed, let person = event.slots["person"],
            person.lowercased() != contact.name.lowercased()
        else { return nil }
        return "\(contact.name) is on file as \(contact.role) and may be the predecessor of \(person)"
    }

    /// `IT director`, `it_director` and `it-director` are one role.
    static func roleKey(_ role: String) -> String {
        String(role.lowercased().map { $0 == " " || $0 == "_" ? "-" : $0 })
    }
}

extension Match {
    /// The account's contact who moves, where that is the reason.
    var moved: String? { relation == .person ? party.name : nil }
}

extension Contact {
    /// A number that can be dialled: one with a digit in it.
    var dialablePhone: String? { phone.flatMap { $0.contains(where: \.isNumber) ? $0 : nil } }
}

extension AlertContact {
    init(_ contact: Contact, at account: Account) {
        self.init(
            name: contact.name, role: contact.role, title: contact.title ?? contact.role,
            phone: contact.dialablePhone, email: contact.email, timezone: contact.timezone ?? account.timezone)
    }
}

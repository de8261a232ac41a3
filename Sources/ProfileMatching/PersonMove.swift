import TriggerModel

/// Tells whether somebody in the news is a contact on file: a champion who moves.
///
/// The name alone is never enough, because many people share one. One more field must agree: the employer (a party of
/// the event, or the old employer it tells, is the account) or the role (the seat on file is the one in the news). Where
/// it agrees for the contacts of two accounts, nobody can say which one moved.
struct PersonMove {
    enum Finding: Equatable {
        /// The account's contact, and the field besides the name that says so.
        case moved(Contact, because: String)
        /// Only the name agrees.
        case unsure(Contact)
        /// As sure for another account.
        case ambiguous(Contact, accounts: [String])
    }

    /// Events that tell of a person's new or given-up seat; a quotation is no move.
    static func isMove(_ trigger: String) -> Bool { trigger.hasPrefix("leadership.") || trigger.hasPrefix("champion.") }

    /// What is found for each account that has the person on file, by position.
    static func findings(in event: Event, _ directory: AccountDirectory) -> [(account: Int, finding: Finding)] {
        guard isMove(event.trigger), let person = event.slots["person"] else { return [] }
        let key = PersonName.key(person)
        var found: [(account: Int, finding: Finding)] = []
        for position in directory.accounts(knowing: person) {
            let account = directory.accounts[position]
            guard let contact = account.contacts.first(where: { PersonName.key($0.name) == key }) else { continue }
            if let cause = agreement(of: contact, at: account, event) {
                found.append((position, .moved(contact, because: cause)))
            } else {
                found.append((position, .unsure(contact)))
            }
        }
        // The employer says more than a title that every company has.
        let sure = found.filter { if case .moved(_, "employer") = $0.finding { true } else { false } }
        let named = sure.isEmpty ? found.filter { if case .moved = $0.finding { true } else { false } } : sure
        guard named.count > 1 || (!sure.isEmpty && found.count > sure.count) else { return found }
        let ids = named.map { directory.accounts[$0.account].id }.sorted()
        return found.map { entry in
            let isNamed = named.contains { $0.account == entry.account }
            switch entry.finding {
            case .moved(let contact, _) where isNamed && named.count > 1:
                return (entry.account, .ambiguous(contact, accounts: ids))
            case .moved(let contact, _) where !isNamed: return (entry.account, .unsure(contact))
            default: return entry
            }
        }
    }

    /// `employer` or `role`, whichever agrees; nil where neither does.
    private static func agreement(of contact: Contact, at account: Account, _ event: Event) -> String? {
        if event.parties.contains(where: { $0.account == account.id }) { return "employer" }
        let names = Set(([account.name] + account.aliases).map(\.folded))
        let employers = ["other", "employer", "former-employer", "from"].compactMap { event.slots[$0]?.folded }
        if employers.contains(where: names.contains)
            || event.parties.contains(where: { names.contains($0.name.folded) })
        {
            return "employer"
        }
        let seat = event.trigger.split(separator: ".").last.map(String.init)
        let told = [event.slots["role"], seat].compactMap { $0.map(role) }
        let filed = [contact.role, contact.title].compactMap { $0.map(role) }
        return filed.contains(where: told.contains) ? "role" : nil
    }

    private static let seats = [
        "chief executive officer": "ceo", "chief executive": "ceo", "chief financial officer": "cfo",
        "finance chief": "cfo", "chief operating officer": "coo", "chief information officer": "cio",
        "chief technology officer": "cto", "chief information security officer": "ciso",
        "chief marketing officer": "cmo", "chief revenue officer": "cro", "chief procurement officer": "cpo",
    ]

    /// `Chief Financial Officer`, `finance chief` and `cfo` are one seat.
    private static func role(_ text: String) -> String {
        let words = text.folded.split { !($0.isLetter || $0.isNumber) }.joined(separator: " ")
        return seats[words] ?? words
    }
}

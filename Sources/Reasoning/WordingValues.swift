import RuleLanguage
import TriggerModel

/// What the slots of an alert's wording print: the event's own slots, the companies, the day.
enum WordingValues {
    /// Characters of one value. Text from outside may pretend to be a name of any length; nobody reads it aloud.
    static let longest = 120

    static func values(for match: Match, event: Event, account: Account) -> [String: String] {
        var values = event.slots.mapValues(bounded)
        values[WordingSlot.account] = SpokenName.of(account.name)
        values[Slot.company.rawValue] = event.subject.map { name(of: $0, account) }
        values[Slot.other.rawValue] = event.counterparty.map { name(of: $0, account) }
        values[WordingSlot.eventDate] = event.date.spoken
        values[WordingSlot.headline] = headline(of: event)
        return values
    }

    /// What the first teller put over it, to stand between quotation marks; nil where nobody gave it a headline.
    static func headline(of event: Event) -> String? {
        let title = event.tellers.lazy.map(\.title).first { !$0.isBlank }
        return title.map { bounded($0.replacing("\"", with: "'")) }
    }

    /// What stands where the event cannot fill a slot and the wording has no fallback of its own.
    ///
    /// A rule recognises its event in several ways, and not each captures every slot. The alert is not lost for it and
    /// the rep does not read a sentence with a hole aloud; the trace names the wording that wants a fallback.
    static func neutral(for event: Event) -> [String: String] {
        var words = neutral
        // The account is the other side of somebody who is not named: "is being taken over by another company".
        if event.subject == nil, event.counterparty != nil { words[Slot.company.rawValue] = words[Slot.other.rawValue] }
        return words
    }

    private static let neutral: [String: String] = [
        Slot.company.rawValue: "the company", Slot.other.rawValue: "another company",
        Slot.person.rawValue: "somebody new", Slot.role.rawValue: "a leading role", Slot.money.rawValue: "new money",
        Slot.number.rawValue: "a number", Slot.percent.rawValue: "a part", Slot.date.rawValue: "a set date",
        Slot.place.rawValue: "one place", Slot.product.rawValue: "a product",
        WordingSlot.headline: "a report without a headline",
    ]

    /// The account by the name its owner knows, any other company as the text names it; both as people say them.
    private static func name(of party: Party, _ account: Account) -> String {
        SpokenName.of(party.account == account.id ? account.name : bounded(party.name))
    }

    private static func bounded(_ text: String) -> String {
        guard text.utf8.count > longest, text.count > longest else { return text }
        return text.prefix(longest - 1) + "…"
    }
}

extension CalendarDay {
    /// As people write a day in a sentence, `12 December 2026`: the same for British and American readers.
    var spoken: String {
        let months = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November", "December",
        ]
        return "\(day) \(months[month - 1]) \(year)"
    }
}

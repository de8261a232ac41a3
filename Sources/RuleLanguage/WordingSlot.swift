/// The names that may stand in braces in wording.
package enum WordingSlot {
    /// The account the alert is about, as its owner writes it.
    package static let account = "account"
    /// The day of the event, as people write it.
    package static let eventDate = "event-date"
    /// The headline of who told the event first: for what happens to nobody in particular it says best what it was.
    package static let headline = "headline"
    /// In ripple wording: the reason sentence of what happened to the related company.
    package static let event = "event"

    /// Slots that every alert can fill, whatever the pattern captured.
    package static let always = [account, Slot.company.rawValue, eventDate, headline]
    /// For the wording of a trigger.
    package static let all = Slot.allCases.map(\.rawValue) + [account, eventDate, headline]
    /// For the wording of a ripple.
    package static let ripple = all + [event]
}

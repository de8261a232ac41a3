/// When an account was last given to a rep, whoever that was, and about what.
package struct LastGiven: Hashable, Sendable {
    package var day: CalendarDay
    package var rep: String
    /// The event that was the reason.
    package var event: String

    package init(day: CalendarDay, rep: String, event: String) {
        self.day = day
        self.rep = rep
        self.event = event
    }
}

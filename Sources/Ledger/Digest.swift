package import TriggerModel

/// The morning list of one rep for one local day, as it was sent.
package struct Digest: Hashable, Sendable {
    package var rep: String
    /// The day in the rep's own zone.
    package var day: CalendarDay
    package var messageID: String
    package var at: Timestamp
    /// Alerts it carried, in its order.
    package var alerts: [String]

    package init(rep: String, day: CalendarDay, messageID: String, at: Timestamp, alerts: [String]) {
        self.rep = rep
        self.day = day
        self.messageID = messageID
        self.at = at
        self.alerts = alerts
    }
}

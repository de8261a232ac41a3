import TriggerModel

extension Alert {
    /// The order of an account's alerts: the better reason first, then the later event. Total, so that no result
    /// depends on the order of input.
    func isBetter(than other: Alert) -> Bool {
        if score != other.score { return score > other.score }
        if eventDate != other.eventDate { return eventDate > other.eventDate }
        return id < other.id
    }
}

package import TriggerModel

extension Alert {
    /// The alert as it comes back after a customer asked to be called later: that wish is why now, and it keeps as long
    /// as a wish does, whatever was said of the event.
    ///
    /// - Parameters:
    ///   - asked: the day on which the customer said so.
    ///   - until: the day from which they want to be called.
    ///   - days: how long the wish is good for.
    package func returning(askedOn asked: CalendarDay, until: CalendarDay, goodFor days: Int) -> Alert {
        var alert = self
        alert.whyNow = "They asked on \(asked.spoken) to be called again from \(until.spoken)."
        alert.goodUntil = max(goodUntil, until.adding(days: days))
        alert.trace.append("put off on \(asked) until \(until)")
        return alert
    }
}

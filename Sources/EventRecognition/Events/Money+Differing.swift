import TriggerModel

extension Money {
    /// Whether two amounts of one currency are more than a tenth of the larger apart. A thousand times as much is another
    /// measure: what a share costs and what the company does.
    func differs(from other: Money) -> Bool {
        guard currency == other.currency else { return false }
        let larger = max(amount.magnitude, other.amount.magnitude)
        if larger / 1000 > min(amount.magnitude, other.amount.magnitude) { return false }
        let (apart, isTooFar) = amount.subtractingReportingOverflow(other.amount)
        return isTooFar || apart.magnitude > larger / 10
    }
}

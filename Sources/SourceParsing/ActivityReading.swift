package import TriggerModel

/// What a file of activities holds.
package struct ActivityReading: Sendable {
    /// Distinct, in the file's order.
    package var items: [Item]
    /// Rows that say the same as an earlier one, word for word.
    package var repeated: Int
    /// Rows that cannot be used: 1-based line, and what is wrong with what would be right.
    package var rejected: [(line: Int, reason: String)]
    /// Why nothing of the file can be read.
    package var fault: String?

    package init(
        items: [Item] = [], repeated: Int = 0, rejected: [(line: Int, reason: String)] = [], fault: String? = nil
    ) {
        self.items = items
        self.repeated = repeated
        self.rejected = rejected
        self.fault = fault
    }
}

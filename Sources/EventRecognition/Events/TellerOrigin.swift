package import TriggerModel

/// Who tells an item: what recognition needs to know of its source.
package struct TellerOrigin: Hashable, Sendable {
    package var source: String
    package var publisher: String
    /// True where the company itself or its regulator speaks.
    package var isFirstHand: Bool
    /// nil where the item comes from no configured source.
    package var kind: Source.Kind?

    package init(source: String, publisher: String, isFirstHand: Bool, kind: Source.Kind? = nil) {
        self.source = source
        self.publisher = publisher
        self.isFirstHand = isFirstHand
        self.kind = kind
    }
}

/// Something we sell: never the reason for a call, only what we can help with once there is one.
package struct Product: Hashable, Sendable {
    package var id: String
    package var name: String
    /// What it does for the customer, one sentence in the customer's words.
    package var help: String
    /// Triggers it helps with: exact ids or families (`leadership.*`).
    package var triggers: [TriggerSelector]
    /// Question for a check-in with a customer who does not own it.
    package var didYouKnow: String?

    package init(id: String, name: String, help: String, triggers: [TriggerSelector], didYouKnow: String? = nil) {
        self.id = id
        self.name = name
        self.help = help
        self.triggers = triggers
        self.didYouKnow = didYouKnow
    }
}

package import TriggerModel

/// An alert that a step set aside, and why.
package struct DroppedAlert: Hashable, Sendable {
    package var alert: String
    package var gate: Gate

    package init(alert: String, gate: Gate) {
        self.alert = alert
        self.gate = gate
    }
}

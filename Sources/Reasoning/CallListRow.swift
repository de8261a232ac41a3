package import TriggerModel

/// One call: the best reason for an account, and what else happened there.
package struct CallListRow: Hashable, Sendable {
    package var alert: Alert
    package var also: [Alert]

    package init(alert: Alert, also: [Alert]) {
        self.alert = alert
        self.also = also
    }
}

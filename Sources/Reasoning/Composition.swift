package import TriggerModel

/// What became of a match: the alert, or the one gate that stopped it.
package enum Composition: Hashable, Sendable {
    case alert(Alert)
    case gate(Gate)
}

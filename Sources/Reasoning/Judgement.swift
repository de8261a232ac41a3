package import TriggerModel

/// Whether a match is worth an alert: it stands with its score, or one gate stopped it.
package enum Judgement: Hashable, Sendable {
    case stands(Match)
    case gate(Gate)
}

package import TriggerModel

/// Somebody's decision that nothing is to be told of an account, a rule or a source until a day.
package struct StandingSilence: Hashable, Sendable, Codable {
    package enum Scope: Hashable, Sendable, Codable {
        /// Account id.
        case account(String)
        /// Trigger id or family (`leadership.*`).
        case rule(String)
        /// Source id.
        case source(String)
    }

    package var scope: Scope
    /// The last day it holds.
    package var until: CalendarDay
    package var author: String
    package var reason: String

    package init(scope: Scope, until: CalendarDay, author: String, reason: String) {
        self.scope = scope
        self.until = until
        self.author = author
        self.reason = reason
    }
}

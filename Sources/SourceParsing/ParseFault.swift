package import MarkupReading

/// Why a document gave nothing: it is not what it should be, or it is too broken.
package struct ParseFault: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Reason: String, Sendable {
        case empty
        case notRecognised = "not-recognised"
        /// Known, but not what was asked for, as an HTML page instead of a feed.
        case otherKind = "other-kind"
        case damaged
        case badSelector = "bad-selector"
    }

    package var reason: Reason
    /// One line for a person.
    package var message: String
    package var line: Int?
    package var damages: [MarkupDamage]

    package init(_ reason: Reason, _ message: String, line: Int? = nil, damages: [MarkupDamage] = []) {
        self.reason = reason
        self.message = message
        self.line = line
        self.damages = damages
    }

    package var description: String { line.map { "line \($0): \(message)" } ?? message }
}

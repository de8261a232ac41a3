package import MarkupReading

/// Why a document gave nothing: it is not what it should be, or it is too broken.
package struct ParseFault: Error, Hashable, Sendable, CustomStringConvertible {
    package enum Reason: String, Sendable {
        case empty
        case notRecognised = "not-recognised"
        /// Known, but not what was asked for, as an HTML page instead of a feed.
        case otherKind = "other-kind"
        case damaged
        /// The rows or columns that the source definition names are not there.
        case layoutChanged = "layout-changed"
        case badSelector = "bad-selector"
        /// Pages that stand where an article was asked for: a check for robots, a password, a question about cookies, a
        /// notice of an error, the site's front page.
        case challenge, login, consent
        case errorPage = "error-page"
        case frontPage = "front-page"
        /// A page about something else.
        case otherArticle = "other-article"
        /// The article's page without its text.
        case noText = "no-text"
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

package import RuleLanguage

/// Something wrong in the configuration, with its place and what to write instead.
package struct ConfigFault: Hashable, Sendable, CustomStringConvertible {
    package enum Severity: String, Sendable {
        /// The part does not load.
        case error
        /// It loads, perhaps with something left out, and somebody should look.
        case warning
        /// Nothing is wrong; worth knowing (a local rule replaces a shipped one).
        case note
    }

    package var place: SourcePlace
    package var severity: Severity
    package var message: String

    package init(_ severity: Severity, at place: SourcePlace, _ message: String) {
        self.severity = severity
        self.place = place
        self.message = message
    }

    /// `file:line:column: error: what (did you mean …?)`, as compilers write it, so that editors can jump there.
    package var description: String { "\(place): \(severity.rawValue): \(message)" }
}

extension ConfigFault: Comparable {
    /// By file, line and column; the rest only makes the order total.
    package static func < (left: ConfigFault, right: ConfigFault) -> Bool {
        if left.place.file != right.place.file { return left.place.file < right.place.file }
        if left.place.line != right.place.line { return left.place.line < right.place.line }
        if left.place.column != right.place.column { return left.place.column < right.place.column }
        return (left.severity.rawValue, left.message) < (right.severity.rawValue, right.message)
    }
}

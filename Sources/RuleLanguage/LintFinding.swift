/// Something about a rule or profile that loads and yet should be looked at.
package struct LintFinding: Hashable, Sendable, CustomStringConvertible {
    package enum Severity: String, Sendable {
        /// `check` fails.
        case error
        case warning
    }

    package var code: LintCode
    package var place: SourcePlace
    package var message: String

    package init(_ code: LintCode, at place: SourcePlace, _ message: String) {
        self.code = code
        self.place = place
        self.message = message
    }

    package var severity: Severity { code.severity }

    /// `file:line:column: warning: TW007: what`.
    package var description: String { "\(place): \(severity.rawValue): \(code.rawValue): \(message)" }
}

/// Words that keep a rule from telling an event, as an entry under `unless:`.
struct Exclusion: Hashable, Encodable {
    enum Position: String, Encodable {
        /// Stops the rule for the whole item.
        case headline
        /// Stops what the same sentence tells, wherever it stands.
        case text
    }

    var position: Position
    var pattern: String

    /// As it is written in a rule file.
    var line: String { "\(position.rawValue): \"\(pattern)\"" }
}

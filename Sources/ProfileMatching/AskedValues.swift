import RuleLanguage

/// The values that a profile asks a field for, folded and hashed once.
struct AskedValues: Sendable {
    private let folded: Set<String>
    /// Industry codes, which hold for more than they say.
    private let codes: [IndustryCodes]

    init(_ values: [String], of field: AccountField) {
        folded = Set(values.map(\.folded))
        codes = field == .industry ? folded.sorted().compactMap(IndustryCodes.init) : []
    }

    func contain(_ value: String) -> Bool {
        let value = value.folded
        return folded.contains(value) || codes.contains { $0.holds(value) }
    }
}

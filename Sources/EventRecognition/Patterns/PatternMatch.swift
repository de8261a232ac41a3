import RuleLanguage

/// Where a pattern matched and what its slots hold, in tokens of one field.
struct PatternMatch: Hashable, Sendable {
    struct Capture: Hashable, Sendable {
        var slot: Slot
        var tokens: Range<Int>
    }

    var program: Int
    /// Index of the field in reading order.
    var field: Int
    var sentence: Int
    var tokens: Range<Int>
    var captures: [Capture]
    /// Whole predicates that were stepped over: of "Acme denies talks, names Jane Roe CFO" the denial.
    var passed: [Range<Int>] = []
}

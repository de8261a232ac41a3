/// How far a form is followed before it is judged.
///
/// A document more is a request to EDGAR more and hundreds of kilobytes, so only what can tell an event is read. The
/// index page alone gives the parties with their roles, industry and state, and the period.
enum FilingPlan: Equatable {
    /// What the feed says is all there is to know: ownership reports, prospectus supplements, fund reports.
    case none
    /// The index page. Registrations, tender offers and delistings are told by form and parties; their documents are
    /// offers of several megabytes.
    case cover
    /// And the main document: stakes (the purpose, item 4) and late reports (the reason, part III).
    case document
    /// And the press release: current reports.
    case release
    /// The notice of an offering is itself the data: no index page.
    case offering

    static func of(form: String) -> FilingPlan {
        let kind = form.hasSuffix("/A") ? String(form.dropLast(2)) : form
        if let plan = plans[kind] { return plan }
        if kind.hasPrefix("8-K") { return .release }
        if kind.hasPrefix("NT ") || kind.hasPrefix("NTN ") { return .document }
        if kind.hasPrefix("SC TO-") || kind.hasPrefix("SC 14D9") || kind.hasPrefix("25") { return .cover }
        return .none
    }

    private static let plans: [String: FilingPlan] = [
        "8-K": .release, "6-K": .release, "D": .offering,
        "SC 13D": .document, "SCHEDULE 13D": .document, "SC 13E3": .cover,
        "S-1": .cover, "S-1MEF": .cover, "F-1": .cover, "S-4": .cover, "F-4": .cover, "S-11": .cover,
        "10-12B": .cover, "10-12G": .cover, "15-12B": .cover, "15-12G": .cover, "DEFM14A": .cover, "PREM14A": .cover,
    ]

    /// Larger documents (bytes, as the index page says) are not asked for: tables and scanned pages, mostly.
    static let largestDocument = 4 << 20

    /// False for a current report whose items never are an event: those of asset-backed securities (6.01 to 6.06) with
    /// or without exhibits, and exhibits alone.
    static func isWorthReading(_ items: [String]) -> Bool {
        items.isEmpty || !items.allSatisfy { $0 == "9.01" || $0.hasPrefix("6.") }
    }
}

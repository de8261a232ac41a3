import TriggerModel

/// Says that a story is everywhere: the customer has read it, and every other seller has too.
enum CrowdWarning {
    /// Publishers from which on a story is everywhere.
    static let crowd = 6

    static func note(for event: Event) -> String? {
        let outlets = Set(event.tellers.map { $0.publisher.lowercased() }).count
        guard outlets >= crowd else { return nil }
        return "crowd: \(outlets) outlets tell it, so others will call about it; the question counts more than the news"
    }
}

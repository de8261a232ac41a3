import TriggerModel

/// The quotations an alert carries: one per teller, the first teller first, then those who speak first hand, and each
/// publisher once before any twice.
enum EvidenceChoice {
    static let most = 5
    /// Characters of one quotation; a headline or a sentence, not an article.
    static let longestQuote = 300

    static func choose(from event: Event) -> [AlertEvidence] {
        var publishers: Set<String> = []
        let ranked = event.tellers.enumerated().map { position, teller in
            let isFurther = publishers.insert(teller.publisher.lowercased()).inserted ? 0 : 1
            return (rank: position == 0 ? (0, 0, 0) : (isFurther, teller.isFirstHand ? 1 : 2, position), teller: teller)
        }
        let chosen = ranked.sorted { $0.rank < $1.rank }.prefix(most).map(\.teller)
        return chosen.enumerated().compactMap { position, teller in
            guard let quote = quote(of: teller, isFirst: position == 0, event) else { return nil }
            return AlertEvidence(
                quote: quote, source: teller.source, publisher: teller.publisher, title: teller.title, url: teller.url,
                published: teller.published)
        }
    }

    /// The words that made us believe the event where they are this teller's, else its headline.
    ///
    /// Evidence does not say whose it is. A headline is only quoted from a teller that has it; a sentence from the text
    /// is given to the first teller, and only if the event's headline evidence is not somebody else's.
    private static func quote(of teller: Teller, isFirst: Bool, _ event: Event) -> String? {
        let headlines = event.evidence.filter { $0.span.field == .title }
        if let own = headlines.first(where: { !$0.quote.isBlank && teller.title.contains($0.quote) }) {
            return shortened(own.quote)
        }
        if isFirst, event.tellers.count == 1 || headlines.isEmpty,
            let spoken = event.evidence.lazy.map({ $0.quote.isBlank ? $0.text : $0.quote }).first(where: { !$0.isBlank }
            )
        {
            return shortened(spoken)
        }
        return teller.title.isBlank ? nil : shortened(teller.title)
    }

    private static func shortened(_ quote: String) -> String {
        guard quote.utf8.count > longestQuote, quote.count > longestQuote else { return quote }
        return quote.prefix(longestQuote - 1) + "…"
    }
}

extension String {
    var isBlank: Bool { allSatisfy(\.isWhitespace) }
}

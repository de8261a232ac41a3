import TriggerModel

/// What an event about a whole industry or market touches: the industries and places it names.
///
/// Only events of the families `regulation` and `industry`: a place in any other event is where a company did something.
/// The industry is what the rule's slot `industry` (or `sector`) captured; without one, what the headline names, if that
/// is not more than two. A place besides an industry narrows it; a place alone is a market.
struct WideReach: Equatable {
    /// Sector names, and the slot as written.
    var industries: Set<String> = []
    /// Country and state codes, and the slot as written.
    var places: Set<String> = []
    /// For people: `steel industry`, `Ohio`.
    var name: String

    static let rules = "regulation."
    static let families = [rules, "industry."]

    init?(_ event: Event) {
        guard Self.families.contains(where: event.trigger.hasPrefix) else { return nil }
        let industry = Self.slot(["industry", "sector"], of: event)
        let place = Self.slot(["place", "country", "region", "state", "market"], of: event)
        if let industry {
            industries = Sectors.named(in: industry).union([industry.folded])
        } else if let headline = event.evidence.first.map({ $0.quote.isEmpty ? $0.text : $0.quote }) {
            let named = Sectors.named(in: headline)
            if named.count <= 2 { industries = named }
        }
        if let place {
            places = Places.codes(in: place).union([place.folded])
        }
        var jurisdiction: String?
        // Alone it would be everybody in a country, whatever the rule is about.
        if place == nil, !industries.isEmpty, event.trigger.hasPrefix(Self.rules),
            let authority = Self.slot(["authority"], of: event)
        {
            places = Places.jurisdiction(of: authority)
            if !places.isEmpty { jurisdiction = authority }
        }
        guard !industries.isEmpty || !places.isEmpty else { return nil }
        let words = industry ?? industries.sorted().joined(separator: " and ")
        name = [words.isEmpty ? nil : words, place ?? jurisdiction].compactMap(\.self).joined(separator: ", ")
    }

    var relation: Relation { industries.isEmpty ? .market : .industry }

    /// The accounts it concerns, by position.
    func accounts(in directory: AccountDirectory) -> [Int] {
        guard !industries.isEmpty else { return directory.accounts(inPlaces: places).sorted() }
        let found = directory.accounts(inIndustries: industries)
        guard !places.isEmpty else { return found.sorted() }
        // An account whose place nobody knows may be elsewhere, and is left alone.
        return found.intersection(directory.accounts(inPlaces: places)).sorted()
    }

    private static func slot(_ names: [String], of event: Event) -> String? {
        names.lazy.compactMap { event.slots[$0] }.first { !$0.allSatisfy(\.isWhitespace) }
    }
}

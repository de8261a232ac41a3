internal import EventRecognition
package import TriggerModel

/// One line of `whynow match` (DESIGN.md section 6): what was seen in one item, what happened, and whom it concerns.
package struct MatchResult: Sendable, Encodable {
    package var id: String
    package var mentions: [MentionLine]
    package var events: [EventLine]
    package var matches: [MatchLine]
    package var gates: [Gate]
    package var boilerplate: [BoilerplateLine]

    /// Text that was not read, because it is no news.
    package struct BoilerplateLine: Sendable, Encodable {
        var field: TextField
        var start: Int
        var end: Int
        var kind: String

        init(_ boilerplate: Boilerplate) {
            field = boilerplate.span.field
            start = boilerplate.span.start
            end = boilerplate.span.end
            kind = boilerplate.kind.rawValue
        }
    }

    package struct MentionLine: Sendable, Encodable {
        var account: String
        var name: String
        var field: TextField
        var start: Int
        var end: Int
        var certainty: Double

        init(_ mention: Mention) {
            account = mention.account
            name = mention.name
            field = mention.span.field
            start = mention.span.start
            end = mention.span.end
            certainty = mention.certainty
        }
    }

    package struct EventLine: Sendable, Encodable {
        var id: String
        var trigger: String
        var confidence: Double
        var parties: [PartyLine]
        var slots: [String: String]
        var amount: Money?
        var evidence: [EvidenceLine]
        var hedged: Bool
        var qualifiers: [Qualifier]
        var date: CalendarDay
        var dateBasis: DateBasis

        init(_ event: Event) {
            id = event.id
            trigger = event.trigger
            confidence = event.confidence
            parties = event.parties.map(PartyLine.init)
            slots = event.slots
            amount = event.amount
            evidence = event.evidence.map(EvidenceLine.init)
            hedged = event.isHedged
            qualifiers = event.qualifiers
            date = event.date
            dateBasis = event.dateBasis
        }
    }

    package struct PartyLine: Sendable, Encodable {
        var name: String
        var role: Party.Role
        var account: String?

        init(_ party: Party) {
            name = party.name
            role = party.role
            account = party.account
        }

        private enum Key: String, CodingKey { case name, role, account }

        package func encode(to encoder: any Encoder) throws {
            var keys = encoder.container(keyedBy: Key.self)
            try keys.encode(name, forKey: .name)
            try keys.encode(role, forKey: .role)
            // The contract shows `null` for a party that is nobody's account.
            try keys.encode(account, forKey: .account)
        }
    }

    package struct EvidenceLine: Sendable, Encodable {
        var field: TextField
        var start: Int
        var end: Int
        var text: String

        init(_ evidence: Evidence) {
            field = evidence.span.field
            start = evidence.span.start
            end = evidence.span.end
            text = evidence.text
        }
    }

    package struct MatchLine: Sendable, Encodable {
        var account: String
        var profile: String
        var relation: Relation
        var trigger: String
        var score: Int
        var parts: [String: Int]
        var event: String

        init(_ match: Match) {
            account = match.account
            profile = match.profile
            relation = match.relation
            trigger = match.trigger
            score = match.score
            parts = Dictionary(match.parts.map { ($0.name, $0.value) }, uniquingKeysWith: +)
            event = match.event
        }
    }
}

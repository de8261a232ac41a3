/// What we believe happened: a trigger, parties with roles, a date, the evidence and how sure we are.
package struct Event: Hashable, Sendable, Codable {
    /// Derived from content (trigger, parties, near date), so a second run gives the same: 32 hexadecimal digits.
    package var id: String
    /// The trigger's id, `leadership.cfo`.
    package var trigger: String
    /// 0...1, the sum of `confidenceParts` clamped; from 0.5 on we would state it to a rep as a fact.
    package var confidence: Double
    package var confidenceParts: [ConfidencePart]
    package var parties: [Party]
    /// Slot name to text as found: `person`, `money`, `role`, `date`, `place`, `number`.
    package var slots: [String: String]
    package var amount: Money?
    package var evidence: [Evidence]
    /// Why we would not state it as a fact; empty for a plain statement.
    package var qualifiers: [Qualifier]
    /// The day it happened, as well as we know.
    package var date: CalendarDay
    package var dateBasis: DateBasis
    /// The items that tell it, first teller first.
    package var tellers: [Teller]

    /// True where the text only hedges ("in talks", "may").
    package var isHedged: Bool { qualifiers.contains(.hedged) }
    /// True where the text says that it is off.
    package var isEnding: Bool { qualifiers.contains(.ended) }
    package var subject: Party? { parties.first { $0.role == .subject } }
    package var counterparty: Party? { parties.first { $0.role == .counterparty } }

    package init(
        id: String, trigger: String, confidence: Double, confidenceParts: [ConfidencePart], parties: [Party],
        slots: [String: String], amount: Money?, evidence: [Evidence], qualifiers: [Qualifier], date: CalendarDay,
        dateBasis: DateBasis, tellers: [Teller]
    ) {
        self.id = id
        self.trigger = trigger
        self.confidence = confidence
        self.confidenceParts = confidenceParts
        self.parties = parties
        self.slots = slots
        self.amount = amount
        self.evidence = evidence
        self.qualifiers = qualifiers
        self.date = date
        self.dateBasis = dateBasis
        self.tellers = tellers
    }
}

/// Something in the text that keeps an event from being a fact we would state.
package enum Qualifier: String, Sendable, Codable, CaseIterable {
    /// "in talks", "may", "reportedly", "denies".
    case hedged
    case negated
    /// Told as history: "in 2019", "a year after".
    case past
    /// Asked, not told: "Will Acme sell …?"
    case question
    /// Told as over: "calls off the purchase". Of something that was told as a fact it is the end.
    case ended
}

/// What the day of an event rests on.
package enum DateBasis: String, Sendable, Codable {
    /// A date in the text.
    case text
    /// A filing's period of report.
    case period
    /// The item's own date.
    case published
    /// When we first saw the item, because it carries no date.
    case received
}

/// One named part of an event's confidence.
package struct ConfidencePart: Hashable, Sendable, Codable {
    package var name: String
    package var value: Double

    package init(name: String, value: Double) {
        self.name = name
        self.value = value
    }
}

/// A company or person in an event, with its role there.
package struct Party: Hashable, Sendable, Codable {
    package enum Role: String, Sendable, Codable, CaseIterable {
        case subject, counterparty, mentioned
    }

    /// As the text names it.
    package var name: String
    package var role: Role
    /// Who it is to us; nil where it is nobody we know.
    package var company: CompanyReference?

    package var account: String? {
        guard case .account(let id) = company else { return nil }
        return id
    }

    package init(name: String, role: Role, company: CompanyReference? = nil) {
        self.name = name
        self.role = role
        self.company = company
    }
}

/// The words that made us believe an event.
package struct Evidence: Hashable, Sendable, Codable {
    package var span: Span
    /// The text of the span, as given.
    package var text: String
    /// The whole sentence or headline around it, for quoting.
    package var quote: String

    package init(span: Span, text: String, quote: String) {
        self.span = span
        self.text = text
        self.quote = quote
    }
}

/// One item that tells an event.
package struct Teller: Hashable, Sendable, Codable {
    package var source: String
    package var publisher: String
    package var item: String
    package var url: String?
    package var title: String
    package var published: Timestamp?
    /// True where the company itself or its regulator speaks.
    package var isFirstHand: Bool

    package init(
        source: String, publisher: String, item: String, url: String?, title: String, published: Timestamp?,
        isFirstHand: Bool
    ) {
        self.source = source
        self.publisher = publisher
        self.item = item
        self.url = url
        self.title = title
        self.published = published
        self.isFirstHand = isFirstHand
    }
}

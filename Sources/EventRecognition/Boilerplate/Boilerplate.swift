package import TriggerModel

/// A part of an item's text that is no news, whatever kind of source it came from: recognition reads nothing in it.
package struct Boilerplate: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        /// Who a company is: "About Acme".
        case about
        /// Forward-looking statements, safe harbor, risks.
        case forwardLooking = "forward-looking"
        /// Whom to call: "Media contact", "Investor relations".
        case contact
        /// Other stories: "Related links", "Read more".
        case related
        /// Newsletters, cookies, subscriptions.
        case notice
        /// Copyright, disclaimers, offers that are none.
        case legal
        /// Who sent a release: "SOURCE Acme".
        case source
    }

    /// From the first to the last word, in Unicode scalars of the field as given.
    package var span: Span
    package var kind: Kind

    package init(span: Span, kind: Kind) {
        self.span = span
        self.kind = kind
    }

    package var field: TextField { span.field }
    package var start: Int { span.start }
    package var end: Int { span.end }
}

extension Boilerplate.Kind {
    /// The kind of what a pattern of the pack's `boilerplate` found, by its words. The first row of the table that has
    /// one of them decides.
    init(words: [String]) {
        if let first = words.first, Self.openersOfContact.contains(first) {
            self = .contact
            return
        }
        let found = Self.words.first { row in words.contains { row.words.contains($0) } }
        self = found?.kind ?? .legal
    }

    /// "For more information", in every language of the pack.
    private static let openersOfContact = set("for fur para pour")

    private static let words: [(kind: Boilerplate.Kind, words: Set<String>)] = [
        (
            .forwardLooking,
            set(
                """
                forward looking cautionary harbor harbour obligation materially litigation contains includes certain risks factors duty
                zukunftsgerichtete zukunftsbezogene zukunftsgerichteter prospectivas prospectiva prevision prospectivos
                previsions prospectives futuro
                """)
        ),
        (.legal, set("important additional solicitation offer gaap copyright disclaimer reserved legal")),
        (
            .notice,
            set("cookie cookies newsletter newsletters subscribe sign privacy abonnieren suscribase boletin alerts")
        ),
        (
            .contact,
            set(
                """
                contact contacts inquiries enquiries relations information kontakt kontakte ansprechpartner presse
                pressekontakt medienkontakt contacto contactos prensa medios ruckfragen informationen medias investisseurs
                """)
        ),
        (.about, set("about uber ueber acerca sobre propos")),
        (
            .related,
            set(
                """
                related read more see also recommended trending popular like stories articles links coverage reading other most
                next learn continue auch verwandte weiterlesen mehr weitere relacionadas relacionados relacionado lea lee leer
                puede ver lire voir lies sujet
                """)
        ),
        (.source, set("source quelle fuente")),
    ]

    private static func set(_ words: String) -> Set<String> {
        Set(words.split(whereSeparator: \.isWhitespace).map(String.init))
    }
}

import Foundation
import TriggerModel

/// Invented alerts; the texts are those of a plausible morning.
enum Sample {
    static let builtAt = Timestamp(rfc3339: "2026-11-24T12:00:00Z")!
    static let morning = CalendarDay("2026-11-24")!

    static func alert(id: String = "0a1b2c3d4e5f60718293a4b5c6d7e8f9") -> Alert {
        Alert(
            id: id, event: "e1f2a3b4c5d6e7f8091a2b3c4d5e6f70", trigger: "leadership.cfo",
            triggerName: "New finance chief",
            account: AlertAccount(
                id: "northgate", name: "Northgate Industrial", status: .prospect, phone: "+1 312 555 0100",
                timezone: "America/Chicago"),
            rep: "dana", isFallbackRep: false, profile: "mid-market-manufacturers", relation: .itself, isBadNews: false,
            reason: "Northgate Industrial has a new finance chief, Jane Roe.",
            soWhat: "In their first months finance chiefs re-examine every large supplier and contract.",
            whyNow: "Budgets and supplier reviews are set within about 90 days.",
            ask: "What has Jane Roe asked you to look at first?",
            opening: "I read that Northgate Industrial has a new finance chief, Jane Roe. New finance chiefs tend to "
                + "go through every large contract. What has Jane Roe asked you to look at first?",
            contact: AlertContact(
                name: "Miguel Ortega", role: "controller", title: "Group Controller", phone: "+1 312 555 0140 ext. 12",
                email: "m.ortega@northgate.example", timezone: nil),
            affects: ["cfo", "controller", "ceo"],
            help: [
                AlertHelp(
                    product: "Ledgerline", help: "Closes the month in days, with every entry traceable to its paper.")
            ],
            evidence: [
                AlertEvidence(
                    quote: "Northgate Industrial names Jane Roe chief financial officer", source: "harbor-wire",
                    publisher: "Harbor Wire", title: "Northgate Industrial names Jane Roe chief financial officer",
                    url: "https://wire.harbor.example/2026/11/northgate-cfo?id=7&lang=en",
                    published: Timestamp(rfc3339: "2026-11-23T21:05:00Z")),
                AlertEvidence(
                    quote: "On November 20, 2026 the board appointed Jane Roe as Chief Financial Officer.",
                    source: "filings", publisher: "Securities register", title: "8-K Northgate Industrial",
                    url: "https://filings.example/northgate/8-k.html",
                    published: Timestamp(rfc3339: "2026-11-23T22:31:10Z")),
            ],
            confidence: 0.92, score: 84,
            scoreParts: [
                ScorePart(name: "strength", value: 40), ScorePart(name: "relation", value: 20),
                ScorePart(name: "freshness", value: 14), ScorePart(name: "corroboration", value: 5),
                ScorePart(name: "first-hand", value: 5),
            ],
            trace: ["industry is one of manufacturing (profiles/mid.yaml:7:5)"],
            eventDate: CalendarDay("2026-11-20")!, dateBasis: .text, goodUntil: CalendarDay("2027-02-18")!,
            createdAt: Timestamp(rfc3339: "2026-11-23T22:40:00Z")!)
    }

    /// Bad news, an unnumbered contact, a zone ahead of the rep's, an evidence address that is no web address.
    static func incident() -> Alert {
        var alert = alert(id: "1b2c3d4e5f60718293a4b5c6d7e8f90a")
        alert.trigger = "cyber.incident"
        alert.triggerName = "Cyber incident"
        alert.account = AlertAccount(
            id: "brandt", name: "Brandt & Söhne Logistik", status: .active, phone: "+49 30 5550 100",
            timezone: "Europe/Berlin")
        alert.isBadNews = true
        alert.isFallbackRep = true
        alert.relation = .supplier
        alert.reason = "Kestrel Hosting, a supplier of Brandt & Söhne Logistik, reports an attack on its systems."
        alert.soWhat = "Orders that run through the supplier may stand still, and auditors will ask how it is watched."
        alert.whyNow = "Decisions on extra safeguards are taken in the first weeks."
        alert.ask = "Which of your processes wait for Kestrel right now?"
        alert.opening = "I saw that Kestrel Hosting is dealing with an attack, and I wondered how you are placed."
        alert.contact = AlertContact(
            name: "Anke Vogel", role: "it-director", title: "Leiterin IT", phone: nil, email: nil, timezone: nil)
        alert.help = []
        alert.evidence = [
            AlertEvidence(
                quote: "Kestrel Hosting <reports> \"unauthorised access\" & takes systems offline", source: "press",
                publisher: "Kestrel Hosting", title: "Notice", url: "urn:kestrel:notice:7", published: nil)
        ]
        alert.score = 61
        alert.scoreParts = [
            ScorePart(name: "strength", value: 40), ScorePart(name: "relation", value: 6),
            ScorePart(name: "freshness", value: 15),
        ]
        alert.eventDate = CalendarDay("2026-11-23")!
        alert.goodUntil = CalendarDay("2026-12-14")!
        return alert
    }

    /// Nobody to call by name, and an update.
    static func funding() -> Alert {
        var alert = alert(id: "2c3d4e5f60718293a4b5c6d7e8f90a1b")
        alert.updates = "3d4e5f60718293a4b5c6d7e8f90a1b2c"
        alert.trigger = "funding.round"
        alert.triggerName = "Funding round"
        alert.account = AlertAccount(
            id: "lumen", name: "Lumenfield", status: .lapsed, phone: "+1 415 555 0199", timezone: "America/Los_Angeles")
        alert.reason = "Lumenfield raised $42 million in a round led by Alder Partners."
        alert.soWhat = "New money is spent on people and on systems that can carry more of them."
        alert.whyNow = "The plan for it is being written now."
        alert.ask = "What has to work twice as hard next year?"
        alert.opening = "Congratulations on the round. What has to work twice as hard next year?"
        alert.contact = nil
        alert.affects = ["cfo", "it-director"]
        alert.evidence = [alert.evidence[0]]
        alert.evidence[0].quote = "Lumenfield raises $42 million"
        alert.evidence[0].url = "http://news.example/lumenfield"
        alert.help = []
        alert.score = 58
        alert.scoreParts = [ScorePart(name: "strength", value: 32), ScorePart(name: "relation", value: 26)]
        alert.eventDate = CalendarDay("2026-11-19")!
        alert.goodUntil = CalendarDay("2027-01-18")!
        return alert
    }
}

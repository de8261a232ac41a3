import Delivery
import TriggerModel

/// The morning of an invented rep: twelve calls.
enum InventedMorning {
    static let digest = DigestModel(
        repName: "Dana Reyes", timezone: "America/Chicago", day: CalendarDay(daysSince1970: 20_620),
        builtAt: Timestamp(seconds: 20_620 * 86_400 + 12 * 3600), rows: (0..<12).map { DigestRow(alert: alert($0)) },
        heldBack: 3, watched: Watched(sources: 500, itemsRead: 4200, faults: []))

    static func alert(_ number: Int) -> Alert {
        let story = InventedStory(number)
        let name = InventedCompanies.name(number)
        let day = story.published.day
        return Alert(
            id: String(ContentHash.hex("alert \(number)").prefix(32)), event: "event \(number)",
            trigger: "leadership.cfo", triggerName: "New finance chief",
            account: AlertAccount(
                id: "a\(number)", name: name, status: .prospect, phone: "+1 312 555 0100", timezone: "America/Chicago"),
            rep: "dana", isFallbackRep: false, profile: "makers", relation: .itself, isBadNews: false,
            reason: "\(name) has a new finance chief, Marta Olsen.",
            soWhat: "In their first months finance chiefs look again at every large supplier and contract.",
            whyNow: "Budgets and supplier reviews are set within about 90 days.",
            ask: "What has Marta Olsen asked you to look at first?",
            opening: "I am calling because \(name) has a new finance chief.",
            contact: AlertContact(
                name: "Sam Vance", role: "controller", title: "Controller", phone: "+1 312 555 0199",
                email: "sam@\(number).example", timezone: "America/Chicago"),
            affects: ["cfo", "controller"],
            help: [AlertHelp(product: "close-kit", help: "closes the books in three days instead of ten")],
            evidence: [
                AlertEvidence(
                    quote: story.title, source: "newsroom", publisher: "Newsroom", title: story.title,
                    url: "https://newsroom.example/news/\(number)", published: story.published)
            ],
            confidence: 0.9, score: 80, scoreParts: [ScorePart(name: "strength", value: 80)], trace: [],
            eventDate: day, dateBasis: .published, goodUntil: CalendarDay(daysSince1970: day.daysSince1970 + 90),
            createdAt: story.published)
    }
}

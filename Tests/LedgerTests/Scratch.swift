import Foundation
import Ledger
import TriggerModel

/// A folder of its own for one test, and ledgers in it. All are removed when the test process ends: a ledger may still
/// open a reader after the last line that names its folder.
struct Scratch {
    let folder: String
    var path: String { folder + "/whynow.sqlite" }

    init() throws {
        folder = Self.base + "/" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    func ledger() throws -> WatchLedger { try WatchLedger(path: path) }

    static func ledger() throws -> WatchLedger { try Scratch().ledger() }

    private static let base: String = {
        atexit { try? FileManager.default.removeItem(atPath: Scratch.base) }
        return NSTemporaryDirectory() + "ledger-tests-\(ProcessInfo.processInfo.processIdentifier)"
    }()
}

/// Noon of the first day of the invented world of these tests.
let start = Timestamp(CalendarDay(year: 2026, month: 3, day: 2)!, secondOfDay: 43_200)

func news(
    _ title: String?, guid: String? = nil, url: String? = nil, day: Int? = 0, text: String? = nil,
    source: String = "wire"
) -> Item {
    Item(
        source: source, id: guid ?? url ?? "none", url: url, title: title, summary: text,
        published: day.map { start.adding(days: $0) })
}

func document(_ source: String = "wire", at time: Timestamp = start, hash: String? = nil) -> PollRecord {
    PollRecord(
        source: source, at: time, outcome: .document, status: 200, bytes: 1000, bodyHash: hash,
        nextPollAt: time.adding(seconds: 900))
}

let noCue = Gate(.recognise, "no-cue", "no trigger's words")

extension WatchLedger {
    /// Polls a document whose new items are all gated.
    @discardableResult
    func read(_ items: [Item], source: String = "wire", at time: Timestamp = start) throws -> [Identity] {
        try commitPoll(document(source, at: time)) { poll throws in
            let identities = try poll.identifyAll(items)
            for identity in identities where identity.isNew { try poll.judge(identity.id, as: .gated(noCue)) }
            return identities
        }
    }
}

func event(
    _ id: String = "e1", trigger: String = "leadership.cfo", subject: String = "Acme Industrial",
    company: CompanyReference? = .account("acme"), day: Int = 0, tellers: [Teller] = []
) -> Event {
    Event(
        id: id, trigger: trigger, confidence: 0.8, confidenceParts: [ConfidencePart(name: "cue", value: 0.8)],
        parties: [
            Party(name: subject, role: .subject, company: company), Party(name: "Borealis Bank", role: .mentioned),
        ],
        slots: ["person": "Jane Roe"], amount: Money(amount: 12_000_000, currency: "USD"),
        evidence: [
            Evidence(
                span: Span(field: .title, start: 0, end: 15), text: subject, quote: "\(subject) names Jane Roe CFO")
        ],
        qualifiers: [], date: start.day.adding(days: day), dateBasis: .published, tellers: tellers)
}

func teller(_ item: String, source: String = "wire") -> Teller {
    Teller(
        source: source, publisher: source, item: item, url: nil, title: "Acme names CFO", published: start,
        isFirstHand: false)
}

func alert(
    _ id: String = "a1", event: String = "e1", account: String = "acme", rep: String = "ann", updates: String? = nil,
    goodFor days: Int = 30
) -> Alert {
    Alert(
        id: id, updates: updates, event: event, trigger: "leadership.cfo", triggerName: "New finance chief",
        account: AlertAccount(id: account, name: "Acme", status: .prospect, phone: nil, timezone: nil), rep: rep,
        isFallbackRep: false, profile: "mid", relation: .itself, isBadNews: false,
        reason: "Acme has a new finance chief.",
        soWhat: "Contracts are re-read.", whyNow: "Budgets are set within 90 days.", ask: "What comes first?",
        opening: "I read that Acme has a new finance chief.", contact: nil, affects: ["cfo"], help: [], evidence: [],
        confidence: 0.8, score: 71,
        scoreParts: [ScorePart(name: "strength", value: 40), ScorePart(name: "relation", value: 31)],
        trace: ["industry is manufacturing"], eventDate: start.day, dateBasis: .published,
        goodUntil: start.day.adding(days: days), createdAt: start)
}

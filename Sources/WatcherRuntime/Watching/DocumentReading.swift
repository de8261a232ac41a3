internal import EventRecognition
internal import Ledger
internal import TriggerModel

/// What is known of a document while its items are judged one after the other.
struct DocumentReading {
    /// A match that would alert, and the item that brought it, until the whole document is known.
    struct Draft {
        var alert: Alert
        var item: StoredItemID
    }

    var report: IntakeReport
    /// What was recalled of the accounts that the document concerns.
    var memory = ReasonMemory()
    /// Accounts that something we caused happened with, each with the last item that says so.
    var stirred: [String: StoredItemID] = [:]
    /// Who did what of our own; made for a document that tells of such.
    var activityAccounts: ActivityAccounts?
    /// Events that the drafts tell, by account.
    private(set) var draftEvents: [String: [Event]] = [:]
    private(set) var drafts: [Draft] = []
    private var places: [String: Int] = [:]
    private var tellings: [String: Int] = [:]

    /// Events of one trigger about one company that one document may tell. No newsroom lists more news of a kind; a
    /// document that does is broken or means harm, and each would be compared with all before it.
    static let mostTellings = 100

    init(source: String) { report = IntakeReport(source: source) }

    /// Keeps an alert until the document is known; the same one again changes nothing.
    mutating func add(_ alert: Alert, of item: StoredItemID, telling event: Event) {
        guard places[alert.id] == nil else { return }
        draftEvents[alert.account.id, default: []].append(event)
        places[alert.id] = drafts.count
        drafts.append(Draft(alert: alert, item: item))
    }

    func draft(of alert: String) -> Draft? { places[alert].map { drafts[$0] } }

    /// Why an event of this document is not listened to any more; nil for the first `mostTellings` of its kind.
    mutating func gate(for event: Event) -> Gate? {
        let parties = event.parties.filter { $0.role != .mentioned }
        // Of nobody in particular, one story is told as often as the document repeats its words.
        let kinds =
            parties.isEmpty
            ? StoryKeys.of(event).prefix(1).map { (kind: $0, name: "one story") }
            : parties.map { ("\(event.trigger) \($0.account ?? $0.name.lowercased())", $0.name) }
        for (kind, name) in kinds {
            let count = tellings[kind, default: 0] + 1
            tellings[kind] = count
            if count > Self.mostTellings {
                return Gate(
                    .recognise, "too-many",
                    "the document told \(event.trigger) of \(name) \(Self.mostTellings) times before")
            }
        }
        return nil
    }
}

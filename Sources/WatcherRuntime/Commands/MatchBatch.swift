internal import EventRecognition
internal import ProfileMatching
internal import Reasoning
package import TriggerModel

/// Items judged together: the same event told by several has one id, and whom it concerns is the same on each line.
package struct MatchBatch {
    private let engine: ReasonEngine
    private let now: Timestamp
    private var entries: [(item: Item, recognition: Recognition)] = []

    package init(engine: ReasonEngine, now: Timestamp) {
        self.engine = engine
        self.now = now
    }

    /// Recognises one item. The item's own source speaks; nobody is first-hand here.
    package mutating func add(_ item: Item) {
        let teller = TellerOrigin(source: item.source, publisher: item.source, isFirstHand: false)
        entries.append((item, engine.recogniser.recognise(item, teller: teller, received: now)))
    }

    /// One result per item, in the order they were added.
    package func results() -> [MatchResult] {
        let told = entries.flatMap(\.recognition.events)
        // The folded event that each told one became part of.
        var whole = told
        let items = entries.flatMap { entry in entry.recognition.events.map { _ in entry.item } }
        // Its items, in an order that does not depend on that of the input.
        var tellers: [String: [Item]] = [:]
        for folded in EventFolding(twins: engine.twins).fold(told, into: []) {
            for member in folded.members { whole[member] = folded.event }
            tellers[folded.event.id] = folded.members.map { items[$0] }.sorted {
                ($0.source, $0.id) < ($1.source, $1.id)
            }
        }
        let context = engine.context(at: now)
        var judged: [String: EventVerdict] = [:]
        var next = 0
        return entries.map { entry in
            var events: [Event] = []
            var matches: [Match] = []
            var gates = entry.recognition.gates
            for var event in entry.recognition.events {
                let folded = whole[next]
                next += 1
                // What another trigger says of it concerns others.
                let own = event.trigger == folded.trigger ? folded : folded.asTold(by: event)
                event.id = folded.id
                events.append(event)
                let key = "\(folded.id) \(event.trigger)"
                let verdict = judged[key] ?? engine.verdict(on: own, toldBy: tellers[folded.id] ?? [], context)
                judged[key] = verdict
                matches += verdict.matches + [verdict.prospect?.match].compactMap(\.self)
                gates += verdict.gates.map(\.gate)
            }
            return MatchResult(
                id: entry.item.id, mentions: entry.recognition.mentions.map(MatchResult.MentionLine.init),
                events: events.map(MatchResult.EventLine.init), matches: matches.map(MatchResult.MatchLine.init),
                gates: gates, boilerplate: entry.recognition.boilerplate.map(MatchResult.BoilerplateLine.init))
        }
    }
}

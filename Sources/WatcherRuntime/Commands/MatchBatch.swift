internal import EventRecognition
internal import ProfileMatching
internal import Reasoning
package import TriggerModel

/// Items judged together: the same event told by several has one id, and whom it concerns is the same on each line.
package struct MatchBatch {
    private let engine: ReasonEngine
    private let now: Timestamp
    private var entries: [(id: String, recognition: Recognition)] = []

    package init(engine: ReasonEngine, now: Timestamp) {
        self.engine = engine
        self.now = now
    }

    /// Recognises one item. The item's own source speaks; nobody is first-hand here.
    package mutating func add(_ item: Item) {
        let teller = TellerOrigin(source: item.source, publisher: item.source, isFirstHand: false)
        entries.append((item.id, engine.recogniser.recognise(item, teller: teller, received: now)))
    }

    /// One result per item, in the order they were added.
    package func results() -> [MatchResult] {
        let told = entries.flatMap(\.recognition.events)
        // The folded event that each told one became part of.
        var whole = told
        for folded in EventFolding().fold(told, into: []) {
            for member in folded.members { whole[member] = folded.event }
        }
        let context = engine.context(at: now)
        var judged: [String: (matches: [Match], gates: [AccountGate])] = [:]
        var next = 0
        return entries.map { entry in
            var events: [Event] = []
            var matches: [Match] = []
            var gates = entry.recognition.gates
            for var event in entry.recognition.events {
                let folded = whole[next]
                next += 1
                event.id = folded.id
                events.append(event)
                let verdict = judged[folded.id] ?? engine.judge(folded, context)
                judged[folded.id] = verdict
                matches += verdict.matches
                gates += verdict.gates.map(\.gate)
            }
            return MatchResult(
                id: entry.id, mentions: entry.recognition.mentions.map(MatchResult.MentionLine.init),
                events: events.map(MatchResult.EventLine.init), matches: matches.map(MatchResult.MatchLine.init),
                gates: gates, boilerplate: entry.recognition.boilerplate.map(MatchResult.BoilerplateLine.init))
        }
    }
}

import Ledger
import Testing
import TriggerModel

@testable import WatcherRuntime

@Suite("whynow explain")
struct ExplainAwaitingTests {
    @Test("tells of an item that waits for what, since when, how often it was asked for in vain and until when")
    func waiting() throws {
        let world = try CommandWorld()
        let now = WatchWorld.now
        let record = PollRecord(
            source: "wire", at: now, outcome: .document, status: 200, nextPollAt: now.adding(seconds: 900))
        try world.world.ledger.commitPoll(record) { poll in
            let item = Item(source: "wire", id: "urn:1", url: "https://wire.example/1", title: "Harrow Mills repaints")
            let id = try poll.identifyAll([item])[0].id
            let document = AwaitedDocument(
                url: "https://wire.example/1", kind: AwaitedArticle.kind, deadline: now.adding(seconds: 7200))
            try poll.awaitDocument(document, for: id)
            try poll.postpone(id, until: now.adding(seconds: 600), detail: "challenge: a robot check")
        }
        let heard = Heard()
        let command = ExplainCommand(
            directory: world.directory, clock: RuntimeClock(frozenAt: now), output: heard.output)
        #expect(try command.run(what: "urn:1", json: false) == .ok)
        #expect(
            heard.text.contains(
                """
                Waits     for its article, https://wire.example/1
                          since \(now), 1 attempt, the next at \(now.adding(seconds: 600)); at \(now.adding(seconds: 7200)) it \
                is judged without it
                          last in vain: challenge: a robot check
                """))
        let json = Heard()
        #expect(
            try ExplainCommand(directory: world.directory, clock: RuntimeClock(frozenAt: now), output: json.output).run(
                what: "urn:1", json: true) == .ok)
        #expect(json.text.contains(#""attempts":1"#))
    }
}

import Foundation
import LoopbackServer
import TriggerModel

/// One watched cycle with a story of each kind, and broken configurations beside it: what the commands are asked about.
final class ContractWorld: Sendable {
    static let shared = Result { try ContractWorld() }
    static let now = Timestamp(seconds: 1_795_003_500)
    static let company = InventedNames.company(0)
    static let other = InventedNames.company(1)

    let watched: Watched
    /// Configurations with one thing wrong each, by what is wrong.
    let failingTrial: String
    let brokenRule: String
    let noRules: String
    private let server: LoopbackServer

    init() throws {
        let stories = [
            Story(
                id: "alerts", title: "\(Self.company) appoints Ruth Okafor as chief financial officer",
                at: Self.now.adding(seconds: -7200), summary: "She starts at once."),
            Story(id: "stopped", title: "Virtual CFO service expands to Ohio", at: Self.now.adding(seconds: -3600)),
            Story(
                id: "rumour", title: "\(Self.other) in talks to acquire Bluefen Freight",
                at: Self.now.adding(seconds: -1800)),
        ]
        server = try LoopbackServer(
            routes: ["/feed": .text(FeedText.atom("Anybody", stories), type: "application/atom+xml")])
        watched = try Watched(
            sources: Watched.feed("feed", server.url("/feed")),
            companies: [
                .init(id: "one", name: Self.company, owner: "ada"), .init(id: "two", name: Self.other, owner: "ben"),
            ])
        let run = try watched.cycle(at: Self.now)
        guard run.exitCode == 0 else { throw BuiltProgram.Hung(description: "the world's cycle failed: \(run.talk)") }

        let folder = watched.folder
        failingTrial = try Self.variant("failing-trial", of: watched)
        try folder.write(Self.rule(trial: "The weather will stay fine"), to: "failing-trial/rules/local.yaml")
        brokenRule = try Self.variant("broken-rule", of: watched)
        try folder.write(
            Self.rule(trial: "Acme opens canteen").replacing("strength: 3", with: "strenght: 3"),
            to: "broken-rule/rules/local.yaml")
        noRules = try Self.variant("no-rules", of: watched)
        try FileManager.default.removeItem(atPath: noRules + "/rules")
    }

    /// A copy of the configuration, to be spoilt.
    private static func variant(_ name: String, of watched: Watched) throws -> String {
        let path = "\(watched.folder.path)/\(name)"
        try FileManager.default.copyItem(atPath: watched.config, toPath: path)
        return path
    }

    /// A rule of one's own whose one trial must match.
    static func rule(trial: String) -> String {
        """
        triggers:
          site.canteen:
            name: New canteen
            kind: event
            strength: 3
            shelf-life: 30 days
            affects: [ceo]
            status: live
            match:
              - headline: "{company} opens canteen"
            reason: "{company} has opened a canteen."
            so-what: "People stay longer at work."
            why-now: "The menu is being planned this month."
            ask: "Who decides what is cooked?"
            trials:
              match:
                - "\(trial)"
              no-match:
                - "Canteen workers go on strike"

        """
    }
}

import ConfigLoading
import Foundation
import RuleLanguage
import Testing
import TriggerModel

@Suite("Loading a configuration again")
struct LoadAgainTests {
    static let rule = """
        triggers:
          one:
            name: One
            strength: 3
            shelf-life: 30 days
            match: [{ headline: "$cuts jobs" }]
            reason: "{company} r."
            so-what: "s."
            why-now: "w."
            ask: "a?"
        macros: { cuts: [alpha] }
        include: ../shared/words.yaml

        """
    static let files = [
        "whynow.yaml": "contact: ops@seller.example\n",
        "reps.yaml": "reps: { dana: { name: Dana, email: d@seller.example, timezone: Europe/Berlin } }\n",
        "sources/a.yaml": "sources: { one: { kind: feed, url: \"https://news.example/feed\" } }\n",
        "accounts/a.csv": "id,name,owner\na,Acme,dana\nb,Beta,erin\n",
        "profiles/p.yaml":
            "profiles: { mid: { name: Mid, companies: { employees: 50.. }, reasons: [{ triggers: [one] }] } }\n",
        "rules/a.yaml": rule, "shared/words.yaml": "hedges: [may]\n",
    ]

    /// The same as a load of somebody who has seen nothing before.
    private func expectSame(_ again: LoadResult, _ fresh: LoadResult, sourceLocation: SourceLocation) {
        #expect(again.faults == fresh.faults, sourceLocation: sourceLocation)
        #expect(again.loadedFiles == fresh.loadedFiles, sourceLocation: sourceLocation)
        let (one, other) = (again.configuration, fresh.configuration)
        #expect(one.fingerprint == other.fingerprint, sourceLocation: sourceLocation)
        #expect(one.settings == other.settings, sourceLocation: sourceLocation)
        #expect(one.sources == other.sources, sourceLocation: sourceLocation)
        #expect(one.accounts == other.accounts, sourceLocation: sourceLocation)
        #expect(one.reps == other.reps, sourceLocation: sourceLocation)
        #expect(one.profiles == other.profiles, sourceLocation: sourceLocation)
        #expect(one.rules == other.rules, sourceLocation: sourceLocation)
    }

    struct Edit: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var file: String
        var text: String
        var keepsAccounts = true
        var keepsRules = true
    }

    @Test(
        "reads again what an edit changes, and nothing else",
        arguments: [
            Edit(
                testDescription: "a source", file: "sources/a.yaml",
                text: "sources: { two: { kind: feed, url: \"https://other.example/feed\" } }\n"),
            Edit(
                testDescription: "the settings", file: "whynow.yaml",
                text: "contact: ops@seller.example\nfirst-poll: seed\nschedule: { default-interval: 2 hours }\n"),
            Edit(
                testDescription: "an account", file: "accounts/a.csv", text: "id,name,owner\na,Acme Mills,dana\n",
                keepsAccounts: false),
            Edit(
                testDescription: "a rep", file: "reps.yaml",
                text: "reps: { erin: { name: Erin, email: e@seller.example, timezone: Europe/Berlin } }\n",
                keepsAccounts: false),
            Edit(testDescription: "a profile", file: "profiles/p.yaml", text: "profiles: {}\n"),
            Edit(
                testDescription: "a rule", file: "rules/a.yaml", text: rule.replacing("alpha", with: "beta"),
                keepsRules: false),
            Edit(
                testDescription: "a further rule file", file: "rules/b.yaml", text: "hedges: [might]\n",
                keepsRules: false),
            Edit(
                testDescription: "a local rule file", file: "rules/local/b.yaml", text: "disable: [one]\n",
                keepsRules: false),
            Edit(
                testDescription: "an included file", file: "shared/words.yaml", text: "hedges: [could]\n",
                keepsRules: false),
            Edit(
                testDescription: "a broken account", file: "accounts/b.csv", text: "id,name,status\nc,Gamma,exluded\n",
                keepsAccounts: false),
            Edit(testDescription: "a broken rule", file: "rules/b.yaml", text: "triggers: 3\n", keepsRules: false),
            Edit(testDescription: "a file of no part", file: "notes.txt", text: "nothing"),
        ])
    func edit(_ edit: Edit) throws {
        let sandbox = try ConfigSandbox(Self.files)
        let first = sandbox.load()
        #expect(first.configuration.rules.hedges.map(\.text) == ["may"])
        try sandbox.write(edit.file, Array(edit.text.utf8))
        for before in [first, sandbox.load()] {
            let again = ConfigLoader(directory: sandbox.path).load(after: before)
            expectSame(again, sandbox.load(), sourceLocation: #_sourceLocation)
        }
        let again = ConfigLoader(directory: sandbox.path).load(after: first)
        #expect(again.parts.hasSameAccounts(as: first.parts) == edit.keepsAccounts)
        #expect(again.parts.hasSameRules(as: first.parts) == edit.keepsRules)
    }

    @Test("looks again for a file that an include named in vain")
    func includedLater() throws {
        var files = Self.files
        files["shared/words.yaml"] = nil
        let sandbox = try ConfigSandbox(files)
        let first = sandbox.load()
        #expect(first.hasErrors)
        try sandbox.write("shared/words.yaml", Array("hedges: [may]\n".utf8))
        let again = ConfigLoader(directory: sandbox.path).load(after: first)
        #expect(again.faults.filter { $0.severity == .error } == [])
        #expect(again.configuration.rules.hedges.map(\.text) == ["may"])
        #expect(again.loadedFiles.contains("shared/words.yaml"))
    }

    @Test("reads a file again that has another name", arguments: ["rules/a.yaml", "accounts/a.csv"])
    func renamed(_ name: String) throws {
        // A rule knows its place, and an owner that there is not is a fault of its row.
        let sandbox = try ConfigSandbox(Self.files)
        let first = sandbox.load()
        try FileManager.default.moveItem(
            atPath: "\(sandbox.path)/\(name)", toPath: "\(sandbox.path)/\(name.replacing("/a.", with: "/z."))")
        expectSame(
            ConfigLoader(directory: sandbox.path).load(after: first), sandbox.load(), sourceLocation: #_sourceLocation)
    }

    @Test("of another directory takes nothing over")
    func otherDirectory() throws {
        let (one, other) = (try ConfigSandbox(Self.files), try ConfigSandbox(Self.files))
        let (first, second) = (one.load(), ConfigLoader(directory: other.path).load(after: one.load()))
        #expect(!second.parts.hasSameRules(as: first.parts))
        #expect(second.configuration.directory == other.path)
    }
}

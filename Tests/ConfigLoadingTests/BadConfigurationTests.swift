import ConfigLoading
import Foundation
import Testing

@Suite("A wrong configuration")
struct BadConfigurationTests {
    static let folders = ["accounts", "profiles", "reps.yaml", "rules", "sources", "whynow.yaml"]

    /// Relative paths of the fixtures: one fault each, named for it.
    static let fixtures = folders.flatMap { folder in
        let path = Repository.fixtures.appending(path: "bad/\(folder)").path
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.sorted().map { "\(folder)/\($0)" }
    }

    /// What the loader says about one fixture alone, `FILE` standing for its name.
    static func faults(of fixture: String) throws -> [String] {
        let bytes = try Array(Data(contentsOf: Repository.fixtures.appending(path: "bad/\(fixture)")))
        let sandbox = try ConfigSandbox([
            "whynow.yaml": "", "reps.yaml": "reps:\n  dana: {name: Dana, email: d@seller.example, timezone: UTC}\n",
        ])
        let folder = fixture.split(separator: "/")[0]
        let place = folder.hasSuffix(".yaml") ? String(folder) : fixture
        try sandbox.write(place, bytes)
        return sandbox.faults().map { $0.replacing(place, with: "FILE") }
    }

    @Test("is told with place, reason and remedy", arguments: fixtures)
    func message(fixture: String) throws {
        #expect(try Self.faults(of: fixture) == Self.expected[fixture])
    }

    @Test("each expected message has its fixture")
    func complete() {
        #expect(Self.expected.keys.sorted() == Self.fixtures.sorted())
    }
}

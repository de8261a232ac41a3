import Foundation
import Ledger
import LoopbackServer
import TriggerModel

/// A configuration made for one test: sources on a loopback server, invented companies, the shipped rules.
final class Watched: Sendable {
    struct Company {
        var id: String
        var name: String
        var owner: String
        var cik = ""
    }

    struct Rep {
        var id: String
        var zone: String
    }

    let folder: TemporaryFolder
    var config: String { folder.path + "/config" }
    var state: String { folder.path + "/state" }
    var stateFile: String { state + "/whynow.sqlite" }
    var queue: String { folder.path + "/queue" }
    var spool: String { folder.path + "/spool" }
    var digest: String { folder.path + "/digest" }

    static let reps = [Rep(id: "ada", zone: "Europe/London"), Rep(id: "ben", zone: "America/New_York")]

    /// - Parameters:
    ///   - sources: the lines below `sources:` of a sources file.
    ///   - settings: lines added to `whynow.yaml`.
    ///   - rules: shipped rule files that are copied; all of them when nil.
    init(
        sources: String, companies: [Company], settings: String = Watched.usualSettings, rules: [String]? = nil,
        inMemory: Bool = true
    ) throws {
        folder = try TemporaryFolder(inMemory: inMemory)
        try folder.write(
            """
            directories:
              state: "\(folder.path)/state"
              queue: "\(folder.path)/queue"
              spool: "\(folder.path)/spool"
              digest: "\(folder.path)/digest"
            contact: tests@seller.example
            mail: { from: whynow@seller.example }
            fallback-rep: ada
            \(settings)
            """, to: "config/whynow.yaml")
        try write(sources: sources)
        try folder.write(
            "reps:\n"
                + Self.reps.map { rep in
                    "  \(rep.id): { name: \(rep.id.capitalized) Reader, email: \(rep.id)@seller.example, timezone: \(rep.zone) }\n"
                }.joined(), to: "config/reps.yaml")
        try folder.write(
            "id,name,industry,employees,country,status,owner,phone,cik\n"
                + companies.map {
                    "\($0.id),\"\($0.name)\",making,900,GB,prospect,\($0.owner),+44 113 496 0000,\($0.cik)\n"
                }
                .joined(), to: "config/accounts/accounts.csv")
        try folder.write(
            "account,name,role,title,phone,email,timezone\n"
                + companies.map { "\($0.id),Kit Doe,ceo,Chief Executive,+44 113 496 0001,,\n" }.joined(),
            to: "config/accounts/contacts.csv")
        try folder.write(
            """
            profiles:
              everybody:
                name: Everybody
                companies: { employees: "1..100000" }
                reasons: [{ triggers: ["*"], relations: [itself], weight: 5 }]
                minimum-score: 0
            """, to: "config/profiles/profiles.yaml")
        for (part, names) in [("rules", rules), ("templates", nil)] {
            let shipped = "\(Repository.config)/\(part)"
            for name in names ?? TemporaryFolder.names(shipped) {
                try folder.write(
                    Array(Data(contentsOf: URL(filePath: "\(shipped)/\(name)"))), to: "config/\(part)/\(name)")
            }
        }
    }

    /// Loopback allowed, polls at once, hanging servers given up soon.
    static let usualSettings = """
        network: { allow: ["127.0.0.0/8"], transfers-per-host: 8 }
        schedule: { ramp: 0 seconds }
        limits: { transfer: 3 seconds, document: 128 KB }
        """

    func write(sources: String) throws { try folder.write("sources:\n" + sources, to: "config/sources/all.yaml") }

    /// The lines of one feed below `sources:`.
    static func feed(_ id: String, _ url: String, more: [String] = []) -> String {
        (["  \(id):", "    kind: feed", "    url: \"\(url)\"", "    interval: 60 seconds"] + more.map { "    " + $0 })
            .joined(separator: "\n") + "\n"
    }

    /// One complete cycle as at `now`.
    func cycle(at now: Timestamp) throws -> BuiltProgram.Run {
        try BuiltProgram.run(["run", "--once", "--config", config, "--now", "\(now)"])
    }

    /// Forgets everything a cycle left behind: the next one meets its sources for the first time.
    func forget() throws {
        for path in [state, queue, spool, digest] where FileManager.default.fileExists(atPath: path) {
            try FileManager.default.removeItem(atPath: path)
        }
    }

    /// Watches for files that appear in these folders of queue and spool.
    func filesAppearing(in names: [String]) throws -> FolderWatch {
        let folders = [queue, spool].flatMap { root in names.map { "\(root)/\($0)" } }
        for folder in folders {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        }
        return try FolderWatch(folders, for: .files)
    }

    /// Watches the state file being made and written.
    func stateWritten() throws -> FolderWatch {
        try FileManager.default.createDirectory(atPath: state, withIntermediateDirectories: true)
        return try FolderWatch([state], for: .writes)
    }

    /// Looks into the state file beside the program, as `status` does.
    func look<Value>(_ body: (WatchLedger) throws -> Value) throws -> Value {
        let ledger = try WatchLedger(path: stateFile, mode: .readOnly)
        let value = try body(ledger)
        try ledger.close()
        return value
    }

    /// The alerts of the queue as JSON objects, by file name.
    func alerts() throws -> [JSONValue] {
        try TemporaryFolder.files(queue + "/new").sorted { $0.key < $1.key }.map { try JSONValue($0.value) }
    }
}

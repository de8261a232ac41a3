import ConfigLoading
import Foundation
import Ledger
import Synchronization
import Testing
import TriggerModel

@testable import WatcherRuntime

@Suite("A directory of our own activities", .timeLimit(.minutes(2)))
struct ActivityTests {
    /// A directory that goes with the test.
    final class Folder: Sendable {
        let path = FileManager.default.temporaryDirectory.path + "/activities-\(UUID().uuidString)"

        init() throws {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        }

        deinit { try? FileManager.default.removeItem(atPath: path) }

        /// - Parameter time: when it was last changed.
        func put(_ text: String, as name: String, at time: Timestamp = WatchWorld.now.adding(seconds: -60)) throws {
            let file = path + "/" + name
            try Data(text.utf8).write(to: URL(fileURLWithPath: file))
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSince1970: Double(time.seconds))], ofItemAtPath: file)
        }

        func names(_ folder: String) -> [String] {
            (try? FileManager.default.contentsOfDirectory(atPath: path + "/" + folder).sorted()) ?? []
        }

        func text(_ name: String) throws -> String { try String(contentsOfFile: path + "/" + name, encoding: .utf8) }
    }

    private static func source(_ folder: Folder) -> Source {
        Source(id: "ours", kind: .activity, url: folder.path, name: "ours", publisher: "ours", interval: 300)
    }

    private static let header = "kind,date,company,person,what\n"

    private static func row(_ number: Int) -> String {
        "download,2026-11-2\(number),Northgate Mills,Ida Holm,Paper \(number)\n"
    }

    @Test func `gives each row of a settled file as an item and puts the file away`() async throws {
        let folder = try Folder()
        try folder.put(Self.header + Self.row(1) + Self.row(2) + Self.row(2), as: "downloads.csv")
        try folder.put(
            #"{"kind": "webinar", "date": "2026-11-20", "company": "Calder Bearings Ltd", "what": "Closing books"}"#,
            as: "webinar.ndjson")
        try folder.put(Self.header + Self.row(3), as: "being-written.csv", at: WatchWorld.now.adding(seconds: -1))
        try folder.put("half", as: "upload.csv.part")
        let source = Self.source(folder)
        let world = try PollingWorld([source])
        let polled = try await world.poll(source)
        #expect(polled.report?.newItems == 3)
        #expect(folder.names("done") == ["downloads.csv", "webinar.ndjson"])
        #expect(folder.names("working") == [])
        #expect(folder.names("") == ["being-written.csv", "done", "upload.csv.part", "working"])
        #expect(try world.items(source).map(\.gate?.gate) == ["activity", "activity", "activity"])
        #expect(try world.items(source).compactMap(\.item.activity?.what) == ["Paper 1", "Paper 2", "Closing books"])
        #expect(try world.faults(source) == [])
        #expect(try world.alerts() == [])

        #expect(try await world.poll(source, after: 300).report?.newItems == 1)
        #expect(folder.names("done").count == 3)
        #expect(try await world.poll(source, after: 300).outcome == "not-modified")
    }

    @Test func `rejects a file that is none and the rows that are none, with reasons, and reads the rest`() async throws
    {
        let folder = try Folder()
        try folder.put("a,b\n1,2\n", as: "aaa.csv")
        try folder.put(Self.header + Self.row(1) + "download,someday,Northgate Mills,,Paper\n", as: "bbb.csv")
        try folder.put(Self.header + Self.row(2), as: "ccc.csv")
        let source = Self.source(folder)
        let world = try PollingWorld([source])
        #expect(try await world.poll(source).report?.newItems == 2)
        #expect(folder.names("rejected") == ["aaa.csv", "aaa.csv.reasons.txt", "bbb.csv.reasons.txt"])
        #expect(folder.names("done") == ["bbb.csv", "ccc.csv"])
        #expect(try folder.text("rejected/aaa.csv.reasons.txt").hasPrefix("aaa.csv: "))
        #expect(try folder.text("rejected/bbb.csv.reasons.txt").hasPrefix("bbb.csv:3: "))
        // The good file that was read last does not hide what was wrong with the others.
        #expect(try world.faults(source) == [FaultKind.rejected])
        try await world.poll(source, after: 300)
        #expect(try world.faults(source) == [FaultKind.rejected])
        try folder.put(Self.header + Self.row(3), as: "ddd.csv")
        try await world.poll(source, after: 300)
        #expect(try world.faults(source) == [])
    }

    @Test func `rejects files of other kinds and says what to do, and names up to three of them`() async throws {
        let folder = try Folder()
        for name in ["a.xlsx", "b.zip", "c.txt", "d"] { try folder.put("PK", as: name) }
        try folder.put(Self.header + Self.row(1), as: "e.csv")
        try folder.put("x", as: "~$a.xlsx")
        let source = Self.source(folder)
        let world = try PollingWorld([source])
        #expect(try await world.poll(source).report?.newItems == 1)
        #expect(folder.names("") == ["done", "rejected", "working", "~$a.xlsx"])
        #expect(
            try folder.text("rejected/a.xlsx.reasons.txt")
                == "a.xlsx: a spreadsheet: save it as CSV (UTF-8) and put that here\n")
        #expect(try folder.text("rejected/b.zip.reasons.txt").contains("unpack it"))
        #expect(try folder.text("rejected/d.reasons.txt").contains(".csv, .ndjson or .jsonl"))
        #expect(
            try world.fault(source, FaultKind.rejected)?.detail
                == "4 files rejected in part or whole (a.xlsx, b.zip, c.txt and 1 more): a.xlsx: a spreadsheet: save it as "
                + "CSV (UTF-8) and put that here and 3 more; the reasons are in rejected/")
        #expect(try world.ledger.conservation(on: world.now.day).isBalanced)
        try await world.poll(source, after: 300)
        #expect(try world.fault(source, FaultKind.rejected)?.detail.hasPrefix("4 files") == true)
    }

    @Test func `rejects a file that cannot be read, and reads the others`() async throws {
        let folder = try Folder()
        // A directory under the name of a file that was claimed: no user can read it as a file, not even root.
        try FileManager.default.createDirectory(
            atPath: folder.path + "/working/a.csv", withIntermediateDirectories: true)
        try folder.put(Self.header + Self.row(1), as: "b.csv")
        let source = Self.source(folder)
        let world = try PollingWorld([source])
        #expect(try await world.poll(source).report?.newItems == 1)
        #expect(folder.names("rejected") == ["a.csv", "a.csv.reasons.txt"])
        #expect(folder.names("done") == ["b.csv"])
        #expect(try folder.text("rejected/a.csv.reasons.txt").contains("cannot be read"))
        #expect(try world.faults(source) == [FaultKind.rejected])
    }

    @Test func `stops between two files, and the next start reads the rest`() async throws {
        let folder = try Folder()
        for number in 1...3 { try folder.put(Self.header + Self.row(number), as: "\(number).csv") }
        let source = Self.source(folder)
        let world = try PollingWorld([source])
        let asked = Mutex(0)
        // As the daemon asks after SIGTERM: before the poll, then before each file.
        let answer = try await world.poller.conclude([world.poller.fetch(source)]) {
            asked.withLock { count in
                count += 1
                return count > 2
            }
        }
        guard case .polled(let polled) = try answer[0].get() else { throw CommandFailure(.software, "no poll") }
        #expect(polled.report?.newItems == 1)
        #expect(folder.names("done") == ["1.csv"])
        #expect(folder.names("working") == ["2.csv", "3.csv"])
        #expect(try await world.poll(source, after: 300).report?.newItems == 2)
        #expect(folder.names("done") == ["1.csv", "2.csv", "3.csv"])
        #expect(try world.items(source).count == 3)
    }

    @Test func `is shared safely by sources that name one file each`() async throws {
        let folder = try Folder()
        var (one, two) = (Self.source(folder), Self.source(folder))
        (one.url, two.url, two.id) = (folder.path + "/crm.csv", folder.path + "/web.csv", "web")
        try FileManager.default.createDirectory(atPath: folder.path + "/working", withIntermediateDirectories: true)
        // Left by a kill.
        try folder.put(Self.header + Self.row(1), as: "working/web.csv")
        try folder.put(Self.header + Self.row(2), as: "working/web.2.csv")
        try folder.put(Self.header + Self.row(3), as: "crm.csv")
        let world = try PollingWorld([one, two])
        #expect(try await world.poll(one).report?.newItems == 1)
        #expect(folder.names("working") == ["web.2.csv", "web.csv"])
        #expect(try await world.poll(two).report?.newItems == 2)
    }

    @Test func `reads a file again that a kill left between commit and move, and counts nothing twice`() async throws {
        let folder = try Folder()
        try folder.put(Self.header + Self.row(1) + Self.row(2), as: "downloads.csv")
        // A file where the directory should be: the move fails as a kill would leave it.
        try folder.put("", as: "done")
        let source = Self.source(folder)
        let world = try PollingWorld([source])
        #expect(try await world.poll(source).outcome == FaultKind.folder)
        #expect(folder.names("working") == ["downloads.csv"])
        #expect(try world.items(source).count == 2)
        #expect(try world.faults(source) == [FaultKind.folder])
        try FileManager.default.removeItem(atPath: folder.path + "/done")
        let polled = try await world.poll(source, after: 300)
        #expect(polled.report?.newItems == 0)
        #expect(polled.report?.known == 2)
        #expect(folder.names("done") == ["downloads.csv"])
        #expect(try world.items(source).count == 2)
        #expect(try world.faults(source) == [])
        #expect(try world.ledger.conservation(on: world.now.day).isBalanced)
    }

    @Test func `that is not there is a fault until it is, also where nothing is in it`() async throws {
        let folder = try Folder()
        try FileManager.default.removeItem(atPath: folder.path)
        let source = Self.source(folder)
        let world = try PollingWorld([source])
        #expect(try await world.poll(source).outcome == FaultKind.folder)
        #expect(try world.fault(source, FaultKind.folder)?.detail.contains("is not there") == true)
        try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: true)
        try await world.poll(source, after: 300)
        #expect(try world.faults(source) == [])
        #expect(try world.state(source)?.failures == 0)
    }

    @Test func `may be one file, which is taken whenever it comes again`() async throws {
        let folder = try Folder()
        var source = Self.source(folder)
        source.url = folder.path + "/export.csv"
        let world = try PollingWorld([source])
        try await world.poll(source)
        try folder.put(Self.header + Self.row(1), as: "export.csv")
        try folder.put(Self.header + Self.row(5), as: "another.csv")
        #expect(try await world.poll(source, after: 300).report?.newItems == 1)
        try folder.put(Self.header + Self.row(1) + Self.row(2), as: "export.csv")
        #expect(try await world.poll(source, after: 300).report?.newItems == 1)
        #expect(folder.names("done") == ["export.2.csv", "export.csv"])
        #expect(folder.names("").contains("another.csv"))
    }
}

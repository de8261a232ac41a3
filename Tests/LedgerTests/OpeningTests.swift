import Foundation
import Ledger
import Testing
import TriggerModel

@Suite struct OpeningTests {
    @Test("A new state file and its log may be read by their owner only")
    func permissions() throws {
        let scratch = try Scratch()
        let ledger = try scratch.ledger()
        try ledger.read([news("A", guid: "1")])
        for suffix in ["", "-wal", "-shm"] {
            let mode =
                try FileManager.default.attributesOfItem(atPath: scratch.path + suffix)[.posixPermissions] as? Int
            #expect(mode == 0o600, "\(suffix)")
        }
    }

    @Test("What was committed is there after closing and opening again")
    func reopen() throws {
        let scratch = try Scratch()
        let first = try scratch.ledger()
        let schema = try first.status(on: start.day).schema
        try first.read([news("A", guid: "1")])
        try first.close()
        let second = try scratch.ledger()
        #expect(try second.read([news("A", guid: "1")]).map(\.seen) == [.known])
        #expect(try second.status(on: start.day).schema == schema)
        try second.checkIntegrity()
    }

    @Test("A missing folder, a missing file and a folder in place of the file say what to do")
    func missing() throws {
        let scratch = try Scratch()
        let nowhere = scratch.folder + "/no/whynow.sqlite"
        #expect(throws: LedgerError.folderMissing(path: nowhere)) { try WatchLedger(path: nowhere) }
        #expect(throws: LedgerError.missing(path: scratch.path)) {
            try WatchLedger(path: scratch.path, mode: .readOnly)
        }
        #expect(throws: LedgerError.self) { try WatchLedger(path: scratch.folder) }
    }

    @Test("A reader beside the writer sees every commit, and cannot write")
    func readOnly() throws {
        let scratch = try Scratch()
        let writer = try scratch.ledger()
        let reader = try WatchLedger(path: scratch.path, mode: .readOnly)
        try writer.read([news("A", guid: "1")])
        #expect(try reader.status(on: start.day).items == 1)
        #expect(throws: LedgerError.self) { try reader.read([news("B", guid: "2")]) }
        #expect(try writer.status(on: start.day).items == 1)
    }

    @Test("A file of a later version is refused by name, and left alone")
    func newer() throws {
        let scratch = try Scratch()
        try scratch.ledger().close()
        try scratch.rewrite { bytes in
            let known = Array("001 foundation".utf8)
            for index in bytes.indices.dropLast(known.count) where bytes[index...].starts(with: known) {
                bytes[index] = UInt8(ascii: "9")
            }
        }
        let before = try Data(contentsOf: URL(fileURLWithPath: scratch.path))
        #expect(throws: LedgerError.newerSchema(path: scratch.path, unknown: ["901 foundation"])) {
            try scratch.ledger()
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: scratch.path)) == before)
    }

    @Test("A database of another program is refused, and left alone")
    func foreign() throws {
        let scratch = try Scratch()
        try scratch.ledger().close()
        // The application id, bytes 68 to 71 of the header (https://sqlite.org/fileformat.html, section 1.3).
        try scratch.rewrite { $0.replaceSubrange(68..<72, with: [1, 2, 3, 4]) }
        let before = try Data(contentsOf: URL(fileURLWithPath: scratch.path))
        #expect(throws: LedgerError.foreign(path: scratch.path)) { try scratch.ledger() }
        #expect(try Data(contentsOf: URL(fileURLWithPath: scratch.path)) == before)
    }

    @Test("Bytes that are no database are damage, whole or in part; set aside, a new file starts", arguments: 0..<24)
    func damaged(seed: Int) throws {
        let scratch = try Scratch()
        let url = URL(fileURLWithPath: scratch.path)
        let ledger = try scratch.ledger()
        for poll in 0..<20 {
            try ledger.read(
                (0..<20).map {
                    news("Story \(poll)/\($0)", guid: "\(poll)/\($0)", text: String(repeating: "x", count: 300))
                })
        }
        try ledger.close()
        var bytes = try Data(contentsOf: url)
        var random = Seeded(state: UInt64(seed))
        switch seed % 4 {
        case 0: bytes.replaceSubrange(0..<100, with: Data(count: 100))
        case 1: bytes = bytes.prefix(Int.random(in: 1..<bytes.count, using: &random))
        case 2: bytes = Data((0..<5000).map { _ in UInt8.random(in: 0...255, using: &random) })
        default:
            for _ in 0..<200 {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] ^= 1 << UInt8.random(in: 0...7, using: &random)
            }
        }
        try bytes.write(to: url)

        // It may be noticed when opening, when checking, or when used; never by a crash, never as anything but damage.
        do {
            let opened = try scratch.ledger()
            _ = try? opened.read([news("Fresh", guid: "fresh")])
            try opened.checkIntegrity()
            Issue.record("damage went unnoticed")
        } catch let error as LedgerError {
            switch error {
            case .damaged, .newerSchema, .foreign, .other: break
            default: Issue.record("\(error)")
            }
        }
        let aside = try WatchLedger.setAside(path: scratch.path, at: start)
        #expect(aside == scratch.path + ".damaged-20260302T120000Z")
        #expect(FileManager.default.fileExists(atPath: aside))
        #expect(!FileManager.default.fileExists(atPath: scratch.path))
        #expect(try scratch.ledger().read([news("A", guid: "1")]).map(\.seen) == [.new])
    }

    @Test("A second damaged file does not take the first one's place")
    func setAsideTwice() throws {
        let scratch = try Scratch()
        var places: Set<String> = []
        for _ in 0..<3 {
            try Data([1, 2, 3]).write(to: URL(fileURLWithPath: scratch.path))
            places.insert(try WatchLedger.setAside(path: scratch.path, at: start))
        }
        #expect(places.count == 3)
    }
}

extension Scratch {
    /// Changes the bytes of the state file.
    fileprivate func rewrite(_ change: (inout [UInt8]) -> Void) throws {
        var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        change(&bytes)
        try Data(bytes).write(to: URL(fileURLWithPath: path))
    }
}

@Suite struct CrashTests {
    @Test("A copy of file and log taken at any moment opens as of a whole commit")
    func copyAtAnyMoment() throws {
        let scratch = try Scratch()
        let ledger = try scratch.ledger()
        let manager = FileManager.default
        for poll in 1...30 {
            try ledger.commitPoll(document(at: start.adding(seconds: poll))) { transaction throws in
                for identity in try transaction.identifyAll([news("Story \(poll)", guid: "\(poll)")]) {
                    try transaction.judge(identity.id, as: .alerted)
                }
                try transaction.save(event("e\(poll)"), toldBy: [])
                _ = try transaction.save(alert("a\(poll)", event: "e\(poll)"))
                _ = try transaction.enqueue(.queue, name: "a\(poll)", payload: [UInt8](repeating: 7, count: poll * 100))
                // In the middle of the transaction: pages may be in the log, the commit is not.
                if poll.isMultiple(of: 5) { try Self.check(scratch, commits: poll - 1, truncating: 0) }
            }
            if poll.isMultiple(of: 5) {
                try Self.check(scratch, commits: poll, truncating: 0)
                // A log cut short by a power failure loses whole commits from its end, never half of one.
                let log = try manager.attributesOfItem(atPath: scratch.path + "-wal")[.size] as? Int ?? 0
                for cut in [1, 100, 5000, log / 2, log - 40] where cut < log {
                    try Self.check(scratch, commits: nil, truncating: cut)
                }
            }
        }
    }

    private static func check(_ scratch: Scratch, commits: Int?, truncating: Int) throws {
        let copy = try Scratch()
        try FileManager.default.copyItem(atPath: scratch.path, toPath: copy.path)
        var log = try Data(contentsOf: URL(fileURLWithPath: scratch.path + "-wal"))
        log.removeLast(truncating)
        try log.write(to: URL(fileURLWithPath: copy.path + "-wal"))
        let ledger = try copy.ledger()
        try ledger.checkIntegrity()
        let status = try ledger.status(on: start.day)
        let counts = [status.items, status.events, status.alerts, status.outboxPending, status.itemsToday]
        #expect(Set(counts).count == 1, "half a commit: \(counts)")
        if let commits { #expect(status.items == commits) }
        #expect(status.isBalanced)
    }
}

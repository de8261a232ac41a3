import Foundation
import Glibc
import Testing

@testable import Delivery

@Suite("Queue and spool directories")
struct MaildirWriterTests {
    private let directory: TemporaryDirectory
    private let queue: MaildirWriter

    init() throws {
        directory = try TemporaryDirectory()
        queue = .queue(at: directory.path + "/queue")
        try queue.prepare()
    }

    private static func file(_ number: Int, _ text: String = "{}") -> OutgoingFile {
        OutgoingFile(name: name(number), bytes: Array(text.utf8))
    }

    private static func name(_ number: Int) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 32 - digits.count) + digits + ".json"
    }

    private func mode(_ path: String) -> mode_t {
        var status = stat()
        #expect(lstat(directory.path + path, &status) == 0)
        return status.st_mode & 0o7777
    }

    @Test("Folders are made with mode 2770 and the spool has one more")
    func folders() throws {
        try MaildirWriter.spool(at: directory.path + "/spool").prepare()
        #expect(directory.names("queue") == ["cur", "new", "tmp"])
        #expect(directory.names("spool") == ["cur", "failed", "new", "tmp"])
        for path in ["/queue", "/queue/tmp", "/queue/new", "/queue/cur", "/spool", "/spool/failed"] {
            #expect(mode(path) == 0o2770, "\(path)")
        }
    }

    @Test("A mode that an operator chose is kept")
    func keepsMode() throws {
        #expect(chmod(directory.path + "/queue/new", 0o750) == 0)
        try queue.prepare()
        #expect(mode("/queue/new") == 0o750)
    }

    @Test("A staged file is whole in tmp and not yet visible; publishing makes it visible")
    func stageThenPublish() throws {
        let file = Self.file(1, "{\"a\":1}")
        try queue.stage(file)
        #expect(directory.bytes("queue/tmp/\(file.name)") == file.bytes)
        #expect(mode("/queue/tmp/\(file.name)") == 0o640)
        #expect(directory.names("queue/new") == [])
        try queue.publish(file.name)
        #expect(directory.bytes("queue/new/\(file.name)") == file.bytes)
        #expect(directory.names("queue/tmp") == [])
    }

    @Test("Batches of every size arrive whole", arguments: [0, 1, 7, 8, 60])
    func batches(count: Int) {
        let files = (0..<count).map { Self.file($0 + 1, "{\"n\":\($0)}") }
        #expect(queue.stage(files) == MaildirBatch(done: files.map(\.name)))
        #expect(queue.publish(files.map(\.name)) == MaildirBatch(done: files.map(\.name)))
        #expect(directory.names("queue/new") == files.map(\.name).sorted())
        for file in files { #expect(directory.bytes("queue/new/\(file.name)") == file.bytes) }
    }

    @Test(
        "A name that is not ours is refused and touches nothing",
        arguments: [
            "../../etc/cron.d/x", "a/b.json", "", ".", "..", ".json", "0123456789abcdef.eml",
            "0123456789ABCDEF0123456789ABCDEF.json", "0123456789abcdef\0.json", "0123456789abcde.json",
            String(repeating: "a", count: 65) + ".json", String(repeating: "a", count: 4096) + ".json",
            "0123456789abcdef.json.json", "０123456789abcdef.json",
        ])
    func badNames(name: String) {
        #expect(!queue.accepts(name))
        let good = Self.file(1)
        let batch = queue.stage([OutgoingFile(name: name, bytes: [1]), good])
        #expect(batch.done == [good.name])
        #expect(batch.failures.map(\.remedy) == [.refuse])
        #expect(throws: MaildirError.self) { try queue.publish(name) }
        #expect(directory.names("queue/tmp") == [good.name])
        #expect(directory.names("") == ["queue"])
    }

    @Test("A left-over of the same name is replaced, also where it is a link out of the directory")
    func leftOver() throws {
        let file = Self.file(1, "new text")
        try directory.write("half", to: "queue/tmp/\(file.name)")
        try queue.stage(file)
        #expect(directory.bytes("queue/tmp/\(file.name)") == file.bytes)

        try directory.write("precious", to: "outside")
        let linked = Self.file(2, "mine")
        #expect(symlink(directory.path + "/outside", "\(directory.path)/queue/tmp/\(linked.name)") == 0)
        try queue.stage(linked)
        try queue.publish(linked.name)
        #expect(directory.bytes("outside") == Array("precious".utf8))
        #expect(directory.bytes("queue/new/\(linked.name)") == linked.bytes)
    }

    @Test("A folder that is a link elsewhere is not followed")
    func linkedFolder() throws {
        #expect(rmdir(directory.path + "/queue/tmp") == 0)
        #expect(mkdir(directory.path + "/elsewhere", 0o700) == 0)
        #expect(symlink(directory.path + "/elsewhere", directory.path + "/queue/tmp") == 0)
        let batch = queue.stage([Self.file(1)])
        #expect(batch.done == [])
        #expect(batch.failures.map(\.remedy) == [.fixDirectory])
        #expect(directory.names("elsewhere") == [])
        #expect(throws: MaildirError.self) { try queue.prepare() }
    }

    @Test("A folder removed while we run is made again")
    func removedFolder() throws {
        try FileManager.default.removeItem(atPath: queue.path)
        try queue.stage(Self.file(1))
        try queue.publish(Self.name(1))
        #expect(directory.names("queue/new") == [Self.name(1)])
    }

    @Test("A missing parent says what to fix")
    func missingParent() {
        let lost = MaildirWriter.queue(at: directory.path + "/no/such/place")
        let failure = #expect(throws: MaildirError.self) { try lost.stage(Self.file(1)) }
        #expect(failure?.operation == "create")
        #expect(failure?.code == ENOENT)
        #expect(failure?.remedy == .fixDirectory)
        #expect(failure?.description.contains(directory.path + "/no/such/place") == true)
    }

    @Test("Publishing again is harmless, even after a consumer took the file")
    func publishAgain() throws {
        try queue.stage(Self.file(1))
        try queue.publish(Self.name(1))
        try queue.publish(Self.name(1))
        #expect(unlink("\(queue.path)/new/\(Self.name(1))") == 0)
        try queue.publish(Self.name(1))
        #expect(directory.names("queue/new") == [])
    }

    @Test("A published file is never written again")
    func neverRewritten() throws {
        try queue.stage(Self.file(1, "first"))
        try queue.publish(Self.name(1))
        try queue.stage(Self.file(1, "second"))
        try queue.publish(Self.name(1))
        #expect(directory.bytes("queue/new/\(Self.name(1))") == Array("first".utf8))
        #expect(directory.names("queue/tmp") == [])
    }

    @Test("Recovery publishes what is staged, counts what is gone, names and removes the unknown")
    func recovery() throws {
        for number in 1...5 { try queue.stage(Self.file(number, "text \(number)")) }
        try queue.publish(Self.name(1))
        try queue.publish(Self.name(2))
        #expect(unlink("\(queue.path)/new/\(Self.name(2))") == 0)
        try directory.write("not ours", to: "queue/tmp/stray")
        try directory.write("hidden", to: "queue/tmp/.keep")
        #expect(mkdir(queue.path + "/tmp/folder", 0o700) == 0)

        let report = queue.recover(
            stagedNames: [1, 2, 3].map(Self.name), pendingNames: [4, 6].map(Self.name))

        #expect(report.published == [Self.name(3)])
        #expect(report.countedAsPublished == [Self.name(1), Self.name(2)])
        #expect(report.receipts == [1, 2, 3].map(Self.name))
        #expect(report.unfinished == [Self.name(4)])
        #expect(report.removed == [Self.name(5), "stray"])
        #expect(report.failures.map(\.operation) == ["remove"])
        #expect(directory.names("queue/new") == [Self.name(1), Self.name(3)])
        #expect(directory.names("queue/tmp").sorted() == [".keep", Self.name(4), "folder"].sorted())
    }

    @Test("Recovery of an untouched directory changes nothing and says so")
    func recoveryOfNothing() {
        #expect(queue.recover(stagedNames: [], pendingNames: []) == RecoveryReport())
    }

    @Test(
        "Wherever the machine stops, recovery leaves each file exactly once",
        arguments: 0...6)
    func everyCrashPoint(steps: Int) throws {
        // A ledger in two sets, stopped after `steps` of: write 1, mark 1, write 2, mark 2, rename both, sync, receipt.
        var pending: Set = [Self.name(1), Self.name(2)]
        var staged: Set<String> = []
        let plan: [() throws -> Void] = [
            { try queue.stage(Self.file(1, "one")) },
            { staged.insert(Self.name(1)) },
            { try queue.stage(Self.file(2, "two")) },
            { staged.insert(Self.name(2)) },
            { try queue.publish(Self.name(1)) },
            { try queue.publish(Self.name(2)) },
        ]
        for step in plan.prefix(steps) { try step() }
        pending.subtract(staged)

        let report = queue.recover(stagedNames: staged, pendingNames: pending)
        #expect(report.receipts == staged.sorted())
        #expect(report.failures == [])
        for name in pending.sorted() {
            try queue.stage(OutgoingFile(name: name, bytes: Array((name == Self.name(1) ? "one" : "two").utf8)))
            try queue.publish(name)
        }
        #expect(directory.names("queue/new") == [Self.name(1), Self.name(2)])
        #expect(directory.names("queue/tmp") == [])
        #expect(directory.bytes("queue/new/\(Self.name(1))") == Array("one".utf8))
        #expect(directory.bytes("queue/new/\(Self.name(2))") == Array("two".utf8))
    }

    @Test(
        "An error tells what to do now",
        arguments: [
            (ENOSPC, MaildirError.Remedy.tryLater, "free some space"), (EDQUOT, .tryLater, "free some space"),
            (EIO, .tryLater, "tried again"), (EMFILE, .tryLater, "tried again"), (ENOMEM, .tryLater, "tried again"),
            (EACCES, .fixDirectory, "owner, mode"), (EROFS, .fixDirectory, "check the directory"),
            (ELOOP, .fixDirectory, "check the directory"), (0, .refuse, "nothing was written"),
        ])
    func remedies(code: Int32, remedy: MaildirError.Remedy, words: String) {
        let error = MaildirError(operation: "write", path: "/q/tmp/x", code: code)
        #expect(error.remedy == remedy)
        #expect(error.description.hasPrefix("write /q/tmp/x: "))
        #expect(error.description.contains(words))
    }

    @Test(
        "A full disk leaves no half file, and all is well once there is room",
        .enabled(if: access("/dev/full", F_OK) == 0 && geteuid() == 0, "needs root for a small file system"))
    func fullDisk() throws {
        let place = directory.path + "/small"
        #expect(mkdir(place, 0o700) == 0)
        guard mount("none", place, "tmpfs", 0, "size=64k") == 0 else {
            // Containers without the right to mount cannot show this; the other tests stand.
            return
        }
        defer { _ = umount(place) }
        let queue = MaildirWriter.queue(at: place + "/queue")
        try queue.prepare()
        let big = OutgoingFile(name: Self.name(1), bytes: [UInt8](repeating: 0x20, count: 100_000))
        let failure = #expect(throws: MaildirError.self) { try queue.stage(big) }
        #expect(failure?.code == ENOSPC)
        #expect(failure?.remedy == .tryLater)
        #expect(directory.names("small/queue/tmp") == [])
        try queue.stage(Self.file(2))
        try queue.publish(Self.name(2))
        #expect(directory.names("small/queue/new") == [Self.name(2)])
    }
}

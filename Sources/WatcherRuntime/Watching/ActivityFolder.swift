internal import Foundation
internal import TriggerModel

/// A directory into which other programs put files of our own activities.
///
/// A file is claimed by a rename into `working/`, read, and moved to `done/` or `rejected/` once its items are
/// committed. A kill in between leaves it in `working/`, where the next look finds it again; its items are known by
/// then, so nothing counts twice. The path may also name one file: then that file is claimed whenever it is there.
struct ActivityFolder {
    /// A file that is ours to read.
    struct Claimed {
        /// As it was called when it was put there.
        var name: String
        /// Why it cannot be read, as its name tells; nil for a file of a kind that is read.
        var refusal: String?
        fileprivate var path: String
    }

    enum Fault: Error, CustomStringConvertible {
        case missing(String)
        case notAccessible(String, String)

        var description: String {
            switch self {
            case .missing(let path):
                "\(path) is not there: make the directory and let the user of whynow write into it, or correct url"
            case .notAccessible(let path, let reason): "\(path): \(reason)"
            }
        }
    }

    /// A file that is still being written is left alone for this many seconds after its last change.
    static let settlingSeconds = 2
    private static let endings = ["csv", "ndjson", "jsonl"]
    /// Names under which programs write what is not finished.
    private static let unfinished = [
        "tmp", "temp", "part", "partial", "filepart", "crdownload", "download", "swp", "lock",
    ]

    private let folder: String
    /// The one file, where the source names no directory.
    private let only: String?
    private var files: FileManager { .default }

    /// - Throws: `Fault.missing` where neither the directory nor the file's directory is there.
    init(path: String) throws(Fault) {
        var isDirectory: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory), isDirectory.boolValue {
            folder = path
            only = nil
            return
        }
        let parent = (path as NSString).deletingLastPathComponent
        let ending = (path as NSString).pathExtension.lowercased()
        guard Self.endings.contains(ending), FileManager.default.fileExists(atPath: parent, isDirectory: &isDirectory),
            isDirectory.boolValue
        else { throw .missing(path) }
        folder = parent
        only = (path as NSString).lastPathComponent
    }

    /// Claims what has come and settled by `now`, and finds again what a kill left; by name.
    func claim(at now: Timestamp) throws(Fault) -> [Claimed] {
        let working = try made("working")
        var claimed: [Claimed] = []
        for name in try names(in: working) where isRead(name) && isOurs(name) {
            claimed.append(Claimed(name: name, path: "\(working)/\(name)"))
        }
        for name in try names(in: folder) where only == nil || name == only {
            let path = "\(folder)/\(name)"
            guard isRead(name) || !isUnfinished(name), hasSettled(path, by: now) else { continue }
            if let refusal = refusal(name) {
                // Stays where it is until the ledger knows why; a kill in between finds it again.
                claimed.append(Claimed(name: name, refusal: refusal, path: path))
                continue
            }
            let target = free(name, in: working)
            try move(path, to: target)
            claimed.append(Claimed(name: name, path: target))
        }
        return claimed
    }

    /// - Parameter limit: bytes; a larger file is not read.
    func read(_ file: Claimed, limit: Int) throws(Fault) -> [UInt8]? {
        do {
            let size = try files.attributesOfItem(atPath: file.path)[.size] as? Int ?? 0
            guard size <= limit else { return nil }
            return [UInt8](try Data(contentsOf: URL(fileURLWithPath: file.path)))
        } catch {
            throw .notAccessible(file.path, error.localizedDescription)
        }
    }

    /// The items are committed. Rows that were not read are named in a file beside the rejected ones.
    func finish(_ file: Claimed, rejected reasons: [String]) throws(Fault) {
        if !reasons.isEmpty { try write(reasons, of: file) }
        try move(file.path, to: free(file.name, in: made("done")))
    }

    /// Nothing of the file could be read.
    func reject(_ file: Claimed, because reasons: [String]) throws(Fault) {
        try write(reasons, of: file)
        try move(file.path, to: free(file.name, in: made("rejected")))
    }

    // MARK: Private helpers

    private func names(in directory: String) throws(Fault) -> [String] {
        do {
            return try files.contentsOfDirectory(atPath: directory)
                .filter { !$0.hasPrefix(".") }.sorted()
        } catch {
            throw .notAccessible(directory, error.localizedDescription)
        }
    }

    private func isRead(_ name: String) -> Bool {
        Self.endings.contains((name as NSString).pathExtension.lowercased())
    }

    /// Not to be touched: still being written, or in the place of a directory of ours.
    private func isUnfinished(_ name: String) -> Bool {
        ["working", "done", "rejected"].contains(name) || name.hasPrefix("~") || name.hasSuffix("~")
            || Self.unfinished.contains((name as NSString).pathExtension.lowercased())
    }

    /// Several sources that name one file each may share a directory: of what lies in `working/` only the file itself,
    /// or a later one of its name, is this source's.
    private func isOurs(_ name: String) -> Bool {
        guard let only, name != only else { return true }
        let base = (only as NSString).deletingPathExtension + "."
        let ending = "." + (only as NSString).pathExtension
        guard name.hasPrefix(base), name.hasSuffix(ending), name.count > base.count + ending.count else { return false }
        return name.dropFirst(base.count).dropLast(ending.count).allSatisfy { $0.isASCII && $0.isNumber }
    }

    /// What to do with a file of a kind that is not read.
    private func refusal(_ name: String) -> String? {
        guard !isRead(name) else { return nil }
        switch (name as NSString).pathExtension.lowercased() {
        case "xlsx", "xls", "xlsm", "xlsb", "ods", "numbers":
            return "a spreadsheet: save it as CSV (UTF-8) and put that here"
        case "zip", "gz", "bz2", "xz", "zst", "7z", "tar", "tgz", "rar":
            return "packed: unpack it and put the files here"
        default:
            return "files that end in .csv, .ndjson or .jsonl are read: save it as one of them, or keep it elsewhere"
        }
    }

    /// A plain file (no link) that nobody has changed for a while.
    private func hasSettled(_ path: String, by now: Timestamp) -> Bool {
        guard let attributes = try? files.attributesOfItem(atPath: path),
            attributes[.type] as? FileAttributeType == .typeRegular,
            let changed = attributes[.modificationDate] as? Date
        else { return false }
        return Int(changed.timeIntervalSince1970) + Self.settlingSeconds <= now.seconds
    }

    private func made(_ name: String) throws(Fault) -> String {
        let path = "\(folder)/\(name)"
        do {
            try files.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw .notAccessible(path, error.localizedDescription)
        }
        return path
    }

    /// `name`, or with a number where it is taken: files of the same name come again.
    private func free(_ name: String, in directory: String) -> String {
        let base = (name as NSString).deletingPathExtension
        let ending = (name as NSString).pathExtension
        var path = "\(directory)/\(name)"
        var count = 1
        while files.fileExists(atPath: path) {
            count += 1
            path = "\(directory)/\(base).\(count)\(ending.isEmpty ? "" : "." + ending)"
        }
        return path
    }

    private func move(_ path: String, to target: String) throws(Fault) {
        do {
            try files.moveItem(atPath: path, toPath: target)
        } catch {
            throw .notAccessible(path, error.localizedDescription)
        }
    }

    private func write(_ reasons: [String], of file: Claimed) throws(Fault) {
        let path = free(file.name + ".reasons.txt", in: try made("rejected"))
        do {
            try Data((reasons.joined(separator: "\n") + "\n").utf8).write(
                to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw .notAccessible(path, error.localizedDescription)
        }
    }
}

import Foundation
import RuleLanguage
import TriggerModel

/// Adds and removes sources in the operator's files, touching nothing else.
///
/// Every change is first read back by the loader's own decoder: if any other source would become another one, nothing
/// is written. The file is replaced whole (`AtomicFile`).
package struct SourceFiles: Sendable {
    /// Where added sources go, relative to the configuration directory.
    package static let addedFile = "sources/added.yaml"

    /// As given; may be relative to the working directory.
    package let directory: String

    package init(directory: String) { self.directory = directory }

    /// What was changed.
    package struct Change: Hashable, Sendable {
        /// Relative to the configuration directory.
        package var file: String
        /// Of the first line that was added or taken out, from 1.
        package var line: Int
        /// The lines.
        package var text: String
    }

    package struct Fault: Error, Hashable, Sendable, CustomStringConvertible {
        package enum Kind: Sendable {
            /// There is no such source, or its id is taken.
            case noSuchSource, taken
            /// A file is written so that only a person can change it, or does not load.
            case byHand
            /// The change would not load.
            case wouldNotLoad
            case cannotWrite
            /// Somebody else wrote at the same time.
            case changedMeanwhile
        }

        package var kind: Kind
        package var description: String
    }

    /// Ids of all entries in all files, also of those that do not load.
    package func takenIDs() -> Set<String> { Snapshot(directory: directory).takenIDs }

    /// `file:line:column` of an entry that loads, by id.
    package func places() -> [String: String] { Snapshot(directory: directory).places.mapValues { "\($0)" } }

    /// An entry that stands in a file and does not load: where, and the lines that say why. nil for one that loads and
    /// for one that is nowhere.
    package func invalid(_ id: String) -> (place: String, faults: [String])? {
        let snapshot = Snapshot(directory: directory)
        guard !snapshot.sources.contains(where: { $0.id == id }) else { return nil }
        for (path, text) in snapshot.texts.sorted(by: { $0.key < $1.key }) {
            guard let entry = text.entries.first(where: { $0.id == id }) else { continue }
            let next = text.entries.map(\.line).filter { $0 > entry.line }.min() ?? .max
            let faults = snapshot.faults.filter {
                $0.severity == .error && $0.place.file == path && $0.place.line > entry.line && $0.place.line <= next
            }
            return ("\(path):\(entry.line + 1)", faults.map(\.description))
        }
        return nil
    }

    // MARK: Adding

    /// Writes `entries` at the end of `addedFile`, which is made where it is missing.
    package func add(_ entries: [SourceEntry]) throws(Fault) -> Change {
        let folder = "\(directory)/sources"
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw Fault(kind: .cannotWrite, description: "\(folder) cannot be made: \(error.localizedDescription)")
        }
        guard let lock = FolderLock(folder) else { throw cannotLock(folder) }
        defer { withExtendedLifetime(lock) {} }
        let snapshot = Snapshot(directory: directory)
        let path = Self.addedFile
        if let fault = snapshot.faults.first(where: { $0.place.file == path && $0.severity == .error }),
            snapshot.texts[path] == nil
        {
            throw Fault(kind: .byHand, description: "\(fault)\nNothing was added; mend that file first.")
        }
        let taken = snapshot.takenIDs
        var ids: Set<String> = []
        for entry in entries where taken.contains(entry.id) || !ids.insert(entry.id).inserted {
            let place = snapshot.places[entry.id].map { " (\($0))" } ?? ""
            throw Fault(
                kind: .taken, description: "there is a source \(entry.id) already\(place); choose another id with --id")
        }
        let file = snapshot.files.first { $0.path == path } ?? ConfigFile(path: path, bytes: [])
        let text = snapshot.texts[path] ?? SourceFileText(file, nil)
        guard let bytes = text.adding(entries, head: Self.head) else {
            throw Fault(
                kind: .byHand,
                description: "\(path) is written in brackets; write its entries in lines, or move them to another file")
        }
        try snapshot.verify(path, bytes, adding: entries)
        try write(bytes, to: path, of: snapshot)
        let added = entries.flatMap { $0.lines(inList: false) }.map { "  \($0)\n" }.joined()
        let line = bytes.count { $0 == 0x0A } - added.count { $0 == "\n" } + 1
        return Change(file: path, line: max(1, line), text: added)
    }

    private static let head = """
        # yaml-language-server: $schema=../schema/sources.schema.json
        #
        # Sources added by 'whynow sources add' and 'whynow sources import'. Edit them as you like, or take one out with
        # 'whynow sources remove ID'.


        """

    // MARK: Removing

    /// Takes the entry out of the file that defines it, with the comment right above it.
    package func remove(_ id: String) throws(Fault) -> Change {
        let folder = "\(directory)/sources"
        guard let lock = FolderLock(folder) else { throw cannotLock(folder) }
        defer { withExtendedLifetime(lock) {} }
        let snapshot = Snapshot(directory: directory)
        let homes = snapshot.texts.filter { $0.value.entries.contains { $0.id == id } }
            .sorted { $0.key < $1.key }
        guard let (path, text) = homes.first else {
            let ids = snapshot.texts.values.flatMap { $0.entries.map(\.id) }.sorted()
            throw Fault(
                kind: .noSuchSource,
                description:
                    "there is no source \(id)\(NearestName.suggestion(id, in: ids)); 'whynow sources list' names them")
        }
        let count = homes.reduce(0) { $0 + $1.value.entries.count { $0.id == id } }
        guard count == 1 else {
            throw Fault(
                kind: .byHand,
                description: "source \(id) is defined \(count) times, in \(homes.map(\.key).joined(separator: ", ")); "
                    + "take one out by hand")
        }
        guard let (bytes, removed, line) = text.removing(id) else {
            throw Fault(
                kind: .byHand,
                description: "\(path) is written in brackets; take source \(id) out by hand, or write "
                    + "enabled: false into it")
        }
        try snapshot.verify(path, bytes, removing: id)
        try write(bytes, to: path, of: snapshot)
        return Change(file: path, line: line, text: removed)
    }

    // MARK: Writing

    private func write(_ bytes: [UInt8], to path: String, of snapshot: Snapshot) throws(Fault) {
        let full = "\(snapshot.path)/\(path)"
        let before = snapshot.original(path)
        let mark: [UInt8] = before?.starts(with: Self.byteOrderMark) == true ? Self.byteOrderMark : []
        var changed = false
        let result = AtomicFile.replace(full, with: mark + bytes) {
            changed = Snapshot.bytes(at: full) != before
            return !changed
        }
        if case .failure(let failure) = result {
            throw Fault(kind: changed ? .changedMeanwhile : .cannotWrite, description: failure.message)
        }
    }

    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    private func cannotLock(_ folder: String) -> Fault {
        Fault(kind: .cannotWrite, description: "\(folder) cannot be opened: \(String(cString: strerror(errno)))")
    }
}

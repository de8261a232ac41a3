import Foundation
import RuleLanguage
import TriggerModel

/// All sources files as they were read at one time, and what they say.
struct Snapshot {
    /// Absolute path of the configuration directory.
    let path: String
    let settings: Settings
    let files: [ConfigFile]
    /// Of the files that parse, by path.
    let texts: [String: SourceFileText]
    let sources: [Source]
    let places: [String: SourcePlace]
    let faults: [ConfigFault]
    private let originals: [String: [UInt8]]

    init(directory: String) {
        let faults = FaultList()
        var directory = ConfigDirectory(path: directory, faults: FaultList())
        settings = ConfigLoader(directory: directory.path).settings(&directory, FaultList()).0
        var sourceDirectory = ConfigDirectory(path: directory.path, faults: faults)
        files = sourceDirectory.files(in: "sources", extensions: ["yaml", "yml"])
        path = directory.path
        let decoded = Self.decode(files, settings, path, faults)
        (sources, places, texts) = (decoded.sources, decoded.places, decoded.texts)
        self.faults = faults.sorted()
        var originals: [String: [UInt8]] = [:]
        for file in files { originals[file.path] = Self.bytes(at: "\(directory.path)/\(file.path)") }
        self.originals = originals
    }

    /// Bytes of the file as read, byte order mark and all; nil where there is none.
    func original(_ path: String) -> [UInt8]? { originals[path] }

    static func bytes(at path: String) -> [UInt8]? {
        guard case .success(let bytes) = BoundedRead.read(path, limit: ConfigDirectory.largestYAML) else { return nil }
        return bytes
    }

    /// Of all entries, also of those that do not load.
    var takenIDs: Set<String> { Set(texts.values.flatMap { $0.entries.map(\.id) }).union(idsInBrokenFiles) }

    /// What a file that does not parse looks like defining: keys that stand alone in a line. Only to stay clear of.
    private var idsInBrokenFiles: Set<String> {
        var ids: Set<String> = []
        for file in files where texts[file.path] == nil {
            for line in file.bytes.split(separator: 0x0A) {
                let text = String(decoding: line, as: UTF8.self).trimmingCharacters(in: .whitespaces)
                if text.hasSuffix(":"), !text.hasPrefix("#") { ids.insert(String(text.dropLast())) }
            }
        }
        return ids
    }

    // MARK: Reading back

    /// - Throws: where the change would do anything but add `entries`.
    func verify(_ path: String, _ bytes: [UInt8], adding entries: [SourceEntry]) throws(SourceFiles.Fault) {
        let after = try changed(path, bytes)
        let sourceOf = Dictionary(after.sources.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for entry in entries {
            guard let source = sourceOf[entry.id], source.kind == entry.kind, source.url == entry.url,
                source.isEnabled == entry.isEnabled,
                source.name == (entry.name.isEmpty ? entry.id : entry.name), source.selectors == entry.selectors,
                entry.interval.map({ $0 == source.interval }) ?? true
            else {
                throw SourceFiles.Fault(
                    kind: .wouldNotLoad,
                    description: "source \(entry.id) would not be read as it was meant; nothing was added")
            }
        }
        let added = Set(entries.map(\.id))
        try compare(after.sources.filter { !added.contains($0.id) }, sources)
    }

    /// - Throws: where the change would do anything but remove `id`.
    func verify(_ path: String, _ bytes: [UInt8], removing id: String) throws(SourceFiles.Fault) {
        let after = try changed(path, bytes)
        try compare(after.sources, sources.filter { $0.id != id })
        let before = texts[path]?.entries.map(\.id).filter { $0 != id }
        guard after.texts[path]?.entries.map(\.id) == before else { throw Self.otherwise }
    }

    private func changed(_ path: String, _ bytes: [UInt8]) throws(SourceFiles.Fault) -> Decoded {
        guard bytes.count <= ConfigDirectory.largestYAML else {
            throw SourceFiles.Fault(
                kind: .wouldNotLoad,
                description: "\(path) would be larger than \(ConfigDirectory.largestYAML >> 20) MB; move some of its "
                    + "entries to another file")
        }
        let faults = FaultList()
        let file = ConfigFile(path: path, bytes: bytes)
        let others = files.filter { $0.path != path }
        let after = Self.decode((others + [file]).sorted { $0.path < $1.path }, settings, self.path, faults)
        let known = Set(self.faults.map(\.message))
        if let fault = faults.sorted().first(where: { $0.severity == .error && !known.contains($0.message) }) {
            throw SourceFiles.Fault(
                kind: .wouldNotLoad,
                description: "nothing was changed, because then it would not load: \(fault.message)")
        }
        return after
    }

    private func compare(_ after: [Source], _ before: [Source]) throws(SourceFiles.Fault) {
        guard after.sorted(by: { $0.id < $1.id }) == before.sorted(by: { $0.id < $1.id }) else { throw Self.otherwise }
    }

    private static let otherwise = SourceFiles.Fault(
        kind: .byHand,
        description: "the file is written so that other sources would change too; nothing was changed, edit it by hand")

    // MARK: Decoding

    private struct Decoded {
        var sources: [Source]
        var places: [String: SourcePlace]
        var texts: [String: SourceFileText]
    }

    private static func decode(
        _ files: [ConfigFile], _ settings: Settings, _ directory: String, _ faults: FaultList
    ) -> Decoded {
        var decoder = SourceDecoder(settings: settings, directory: directory, faults: faults)
        var texts: [String: SourceFileText] = [:]
        for file in files {
            let before = faults.errorCount
            let document = YAMLDocument(file, faults: faults)
            guard document != nil || faults.errorCount == before else { continue }
            texts[file.path] = SourceFileText(file, document)
            if let document { decoder.decode(document) }
        }
        return Decoded(sources: decoder.sources, places: decoder.places, texts: texts)
    }
}

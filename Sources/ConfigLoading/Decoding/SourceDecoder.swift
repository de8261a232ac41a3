import Foundation
import RuleLanguage
import TriggerModel
import Yams

/// `sources/*.yaml` → sources.
struct SourceDecoder {
    let settings: Settings
    /// Absolute path of the configuration directory: relative paths of activities count from it.
    let directory: String
    let faults: FaultList
    private(set) var sources: [Source] = []
    /// Where each source is defined, by id.
    private(set) var places: [String: SourcePlace] = [:]

    init(settings: Settings, directory: String, faults: FaultList) {
        self.settings = settings
        self.directory = directory
        self.faults = faults
    }

    mutating func decode(_ document: YAMLDocument) {
        guard let root = MappingReader(document.root, as: SourceTable.root, in: document.context) else { return }
        for (id, reader) in root.entries("sources") {
            if let first = places[id.text] {
                faults.error(id.place, "source \(id.text) is defined already at \(first)")
                continue
            }
            guard let source = source(id.text, reader) else { continue }
            if let other = sharing(source) {
                faults.error(
                    reader.place(of: "url"),
                    "source \(source.id) takes its files from where source \(other) takes them, and each would take the "
                        + "other's: give each a directory of its own, or name one file for each")
                continue
            }
            places[id.text] = id.place
            sources.append(source)
        }
    }

    /// Another source of our own files that would take the same ones.
    private func sharing(_ source: Source) -> String? {
        guard source.kind == .activity else { return nil }
        let (folder, file) = Self.folder(source.url)
        return sources.first { other in
            guard other.kind == .activity else { return false }
            let (otherFolder, otherFile) = Self.folder(other.url)
            return folder == otherFolder && (file == nil || otherFile == nil || file == otherFile)
        }?.id
    }

    /// The directory, and the one file in it where the path names one.
    private static func folder(_ path: String) -> (folder: String, file: String?) {
        let url = URL(fileURLWithPath: path).standardizedFileURL
        guard ["csv", "ndjson", "jsonl"].contains(url.pathExtension.lowercased()) else { return (url.path, nil) }
        return (url.deletingLastPathComponent().path, url.lastPathComponent)
    }

    private func source(_ id: String, _ reader: MappingReader) -> Source? {
        let before = faults.errorCount
        let readKind = reader.choice("kind", Source.Kind.self)
        let readURL = reader.text("url")
        let isEnabled = reader.boolean("enabled")
        let isFirstHand = reader.boolean("first-hand")
        let fetchesArticles = reader.boolean("fetch-article")
        let leastRows = reader.integer("at-least")
        let firstPoll = reader.string("first-poll").flatMap(ScalarReading.firstPoll)
        let forms = reader.strings("forms")
        let intervals = intervals(reader)
        guard let kind = readKind, let url = readURL else { return nil }
        refuseKeysOfOtherKinds(reader, kind: kind)
        let request = SourceRequestDecoder(reader: reader, kind: kind, faults: faults)
        request.check(address: url)
        let asked = request.request()
        let paging = request.paging(url: url, body: reader.text("body"))
        let control = request.control()
        let dailyIndex = request.dailyIndex()
        let parts = RecordDecoder(reader: reader, kind: kind, faults: faults)
        let selectors = parts.selectors()
        let records = parts.records()
        let host = SourceAddress.host(of: url.text) ?? id
        guard faults.errorCount == before, let isEnabled, let isFirstHand, let fetchesArticles, let leastRows,
            let intervals, let asked
        else { return nil }
        if isEnabled, settings.contact == nil, host == "sec.gov" || host.hasSuffix(".sec.gov") {
            faults.warning(
                url.place,
                "sec.gov asks for a contact address; source \(id) is not polled until whynow.yaml has contact:")
        }
        return Source(
            id: id, kind: kind, url: kind == .activity ? absolute(url.text) : url.text,
            name: reader.string("name") ?? id,
            publisher: reader.string("publisher") ?? host, isFirstHand: isFirstHand, interval: intervals.regular,
            fastest: intervals.fastest, slowest: intervals.slowest, firstPoll: firstPoll ?? settings.firstPoll,
            selectors: selectors, shape: SourceShape(marker: reader.string("marker"), minimumRows: leastRows),
            fetchesArticles: fetchesArticles, request: asked, records: records, paging: paging, control: control,
            dailyIndex: dailyIndex, forms: forms, isEnabled: isEnabled)
    }

    private func absolute(_ path: String) -> String {
        URL(fileURLWithPath: path.hasPrefix("/") ? path : "\(directory)/\(path)").standardizedFileURL.path
    }

    private func refuseKeysOfOtherKinds(_ reader: MappingReader, kind: Source.Kind) {
        for key in reader.said {
            guard let kinds = SourceTable.kindsByKey[key], !kinds.contains(kind),
                reader.node(key).map(Self.saysSomething) ?? false
            else { continue }
            let names = kinds.map(\.rawValue)
            let list = names.count == 1 ? names[0] : names.dropLast().joined(separator: ", ") + " or " + names.last!
            faults.error(reader.place(of: key), "\(key) only means something for kind: \(list)")
        }
    }

    /// False for an empty list, which is as good as none.
    private static func saysSomething(_ node: Node) -> Bool {
        if case .sequence(let sequence) = node { !sequence.isEmpty } else { true }
    }

    /// The three intervals in seconds, the absent bounds nil; nil with a fault where they contradict each other.
    private func intervals(_ reader: MappingReader) -> (regular: Int, fastest: Int?, slowest: Int?)? {
        let before = faults.errorCount
        let written = reader.integer("interval")
        let fastest = reader.integer("fastest")
        let slowest = reader.integer("slowest")
        guard faults.errorCount == before else { return nil }
        let regular = written ?? settings.schedule.defaultInterval
        let whence = written == nil ? "schedule.default-interval of whynow.yaml, which holds here" : "interval"
        if let fastest, fastest > regular {
            faults.error(
                reader.place(of: "fastest"), "fastest is longer than \(whence); fastest <= interval <= slowest")
        }
        if let slowest, slowest < regular {
            faults.error(
                reader.place(of: "slowest"), "slowest is shorter than \(whence); fastest <= interval <= slowest")
        }
        return faults.errorCount == before ? (regular, fastest, slowest) : nil
    }
}

import Foundation
import RuleLanguage
import Yams

/// The rule files of a configuration: those of `rules` and `rules/local`, and what they include.
///
/// A file counts once, however often it is included. An included file is local where the one that includes it is, or
/// where it lies in `rules/local`.
struct RuleFiles {
    /// Files that includes may add: a bound for a slip, not for use.
    static let mostIncluded = 200

    private let faults: FaultList
    private var documents: [(document: YAMLDocument, isLocal: Bool)] = []
    /// By path: what it includes and where it says so.
    private var includes: [String: [(path: String, place: SourcePlace)]] = [:]
    /// Those that are there because others include them.
    private var included: [ConfigFile] = []
    private var includedCount = 0

    private init(faults: FaultList) { self.faults = faults }

    /// - Parameters:
    ///   - shipped: the files of `rules`.
    ///   - local: the files of `rules/local`.
    static func read(
        shipped: [ConfigFile], local: [ConfigFile], from files: inout ConfigDirectory, extensions: [String],
        faults: FaultList
    ) -> (documents: [(document: YAMLDocument, isLocal: Bool)], included: [ConfigFile]) {
        var reading = RuleFiles(faults: faults)
        for (found, isLocal) in [(shipped, false), (local, true)] {
            for file in found { reading.includes[file.path] = [] }
            for file in found { reading.take(file, isLocal: isLocal) }
        }
        var next = 0
        while next < reading.documents.count {
            let (document, isLocal) = reading.documents[next]
            next += 1
            for (path, place) in reading.includes[document.context.file.path] ?? []
            where reading.includes[path] == nil {
                reading.includes[path] = []
                reading.include(path, at: place, isLocal: isLocal, from: &files, extensions: extensions)
            }
        }
        reading.reportCircles()
        return (reading.documents, reading.included)
    }

    private mutating func take(_ file: ConfigFile, isLocal: Bool) {
        guard let document = YAMLDocument(file, faults: faults) else { return }
        documents.append((document, isLocal))
        includes[file.path] = targets(of: document)
    }

    private mutating func include(
        _ path: String, at place: SourcePlace, isLocal: Bool, from files: inout ConfigDirectory, extensions: [String]
    ) {
        includedCount += 1
        guard includedCount <= Self.mostIncluded else {
            if includedCount == Self.mostIncluded + 1 {
                faults.error(place, "more than \(Self.mostIncluded) files are included; the rest is left out")
            }
            return
        }
        guard extensions.contains(path.split(separator: ".").last.map { $0.lowercased() } ?? "") else {
            faults.error(place, "include names \(path), which is no YAML file (\(extensions.joined(separator: ", ")))")
            return
        }
        guard FileManager.default.fileExists(atPath: "\(files.path)/\(path)") else {
            faults.error(place, "include names \(path), which does not exist")
            return
        }
        guard let file = files.file(path) else { return }
        included.append(file)
        take(file, isLocal: isLocal || path.hasPrefix("rules/local/"))
    }

    /// What a document includes, as paths from the configuration directory.
    private func targets(of document: YAMLDocument) -> [(path: String, place: SourcePlace)] {
        guard case .mapping(let root) = document.root, let node = root["include"] else { return [] }
        let nodes: [Node] = if case .sequence(let sequence) = node { Array(sequence) } else { [node] }
        return nodes.compactMap { node in
            // What is no text is told by whoever reads the file's keys.
            guard case .scalar(let scalar) = node else { return nil }
            let place = document.context.place(of: node)
            guard let path = Self.resolve(scalar.string, beside: document.context.file.path) else {
                faults.error(
                    place,
                    "include leads out of the configuration directory; name a file inside it, relative to this one")
                return nil
            }
            return (path, place)
        }
    }

    /// `../words.yaml` beside `rules/local/x.yaml` is `rules/words.yaml`; nil where it leads out of the directory.
    static func resolve(_ name: String, beside file: String) -> String? {
        guard !name.hasPrefix("/"), !name.contains("\0") else { return nil }
        var parts = file.split(separator: "/").dropLast().map(String.init)
        for part in name.split(separator: "/") {
            switch part {
            case ".": continue
            case "..":
                if parts.popLast() == nil { return nil }
            default: parts.append(String(part))
            }
        }
        return parts.isEmpty ? nil : parts.joined(separator: "/")
    }

    /// A circle loads all the same, each file once; it is told because nobody means one.
    private func reportCircles() {
        var done: Set<String> = []
        for start in includes.keys.sorted() where !done.contains(start) {
            // Depth first without recursion: (file, next include to look at).
            var path: [(file: String, next: Int)] = [(start, 0)]
            var onPath: Set<String> = [start]
            while let (file, next) = path.last {
                let targets = includes[file] ?? []
                guard next < targets.count else {
                    path.removeLast()
                    onPath.remove(file)
                    done.insert(file)
                    continue
                }
                path[path.count - 1].next += 1
                let (target, place) = targets[next]
                if onPath.contains(target) {
                    let circle = path.map(\.file).drop { $0 != target } + [target]
                    faults.error(place, "include goes in a circle: \(circle.joined(separator: " → "))")
                } else if !done.contains(target) {
                    path.append((target, 0))
                    onPath.insert(target)
                }
            }
        }
    }
}

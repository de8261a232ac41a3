import Foundation
import RuleLanguage
import TriggerModel

/// Loads a configuration directory: everything that is sound, and every fault with its place.
///
/// A bad file, entry or row is left out and named; the rest loads (promise 6).
package struct ConfigLoader: Sendable {
    private static let yaml = ["yaml", "yml"]
    /// What a configuration directory may hold, for the hint about a misnamed folder.
    private static let folders = ["sources", "accounts", "profiles", "rules", "templates", "schema"]
    private static let files = ["whynow.yaml", "reps.yaml"]

    /// As given; may be relative to the working directory.
    package let directory: String

    package init(directory: String) { self.directory = directory }

    package func load() -> LoadResult {
        let faults = FaultList()
        var files = ConfigDirectory(path: directory, faults: faults)
        func documents(_ folder: String) -> [YAMLDocument] {
            files.files(in: folder, extensions: Self.yaml).compactMap { YAMLDocument($0, faults: faults) }
        }
        checkNames(files, faults)
        var (settings, fallbackPlace) = settings(&files, faults)
        let reps = reps(&files, settings, faults)
        settings.fallbackRep = fallbackRep(settings, at: fallbackPlace, reps, faults)

        var sources = SourceDecoder(settings: settings, directory: files.path, faults: faults)
        for document in documents("sources") { sources.decode(document) }

        var book = AccountBook(faults: faults)
        for file in files.files(in: "accounts", extensions: Self.yaml + ["csv"]) {
            if file.path.lowercased().hasSuffix(".csv") {
                CSVTable.read(file, into: &book, faults: faults)
            } else if let document = YAMLDocument(file, faults: faults) {
                AccountDecoder.decode(document, into: &book)
            }
        }
        let (accounts, products, touches) = book.finish(reps: reps)

        var profiles = ProfileDecoder(faults: faults)
        for document in documents("profiles") { profiles.decode(document) }

        var rules = RulePackBuilder(faults: faults)
        for (document, isLocal) in RuleFiles.read(from: &files, extensions: Self.yaml, faults: faults) {
            rules.add(document, isLocal: isLocal)
        }

        let configuration = Configuration(
            directory: files.path, settings: settings, sources: sources.sources.sorted { $0.id < $1.id },
            accounts: accounts,
            products: products, touches: touches, reps: reps, profiles: profiles.profiles.sorted { $0.id < $1.id },
            rules: rules.build(), templatesDirectory: "\(files.path)/templates", fingerprint: files.fingerprint)
        return LoadResult(configuration: configuration, faults: faults.sorted(), loadedFiles: files.loadedFiles)
    }

    /// A misnamed folder would silently load nothing.
    private func checkNames(_ files: ConfigDirectory, _ faults: FaultList) {
        guard files.exists else {
            let place = SourcePlace(file: directory, line: 1, column: 1)
            faults.error(place, "there is no such configuration directory")
            return
        }
        let known = Self.folders + Self.files
        for name in files.entries() where !known.contains(name) {
            let stem = name.hasSuffix(".yaml") ? String(name.dropLast(5)) : name
            guard let nearest = NearestName.find(stem, in: known) else { continue }
            faults.warning(
                SourcePlace(file: name, line: 1, column: 1), "is not read (did you mean \(nearest)?)")
        }
    }

    /// The settings, and where they name the fallback rep.
    func settings(_ files: inout ConfigDirectory, _ faults: FaultList) -> (Settings, SourcePlace) {
        let start = SourcePlace(file: "whynow.yaml", line: 1, column: 1)
        let standard = SettingsDecoder.standard(directory: files.path)
        guard files.exists else { return (standard, start) }
        guard files.entries().contains("whynow.yaml") else {
            faults.warning(start, "file is missing; the defaults hold")
            return (standard, start)
        }
        guard let file = files.file("whynow.yaml"), let document = YAMLDocument(file, faults: faults),
            let root = MappingReader(document.root, as: SettingsTable.root, in: document.context)
        else { return (standard, start) }
        return (SettingsDecoder.decode(root, directory: files.path) ?? standard, root.place(of: "fallback-rep"))
    }

    private func reps(_ files: inout ConfigDirectory, _ settings: Settings, _ faults: FaultList) -> [Rep] {
        guard files.exists else { return [] }
        guard files.entries().contains("reps.yaml") else {
            faults.warning(
                SourcePlace(file: "reps.yaml", line: 1, column: 1), "file is missing; nobody gets an alert")
            return []
        }
        guard let file = files.file("reps.yaml"), let document = YAMLDocument(file, faults: faults) else { return [] }
        return RepDecoder.decode(document, settings: settings)
    }

    /// The fallback rep must exist, because everything that nobody owns goes there.
    private func fallbackRep(
        _ settings: Settings, at place: SourcePlace, _ reps: [Rep], _ faults: FaultList
    ) -> String? {
        guard let wanted = settings.fallbackRep else { return reps.first?.id }
        if reps.contains(where: { $0.id == wanted }) { return wanted }
        let instead = reps.first.map { "; \($0.id) stands in" } ?? ""
        faults.warning(
            place,
            "fallback-rep \(wanted) is not in reps.yaml\(instead)"
                + NearestName.suggestion(wanted, in: reps.map(\.id)))
        return reps.first?.id
    }
}

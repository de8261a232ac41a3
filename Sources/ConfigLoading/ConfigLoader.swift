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

    /// - Parameter earlier: what was loaded from the directory before; parts whose files still say the same are taken
    ///   from it.
    package func load(after earlier: LoadResult? = nil) -> LoadResult {
        let faults = FaultList()
        var files = ConfigDirectory(path: directory, faults: faults)
        let known = earlier?.configuration.directory == files.path ? earlier : nil
        checkNames(files, faults)
        var (settings, fallbackPlace) = settings(&files, faults)
        let reps = reps(&files, settings, faults)
        settings.fallbackRep = fallbackRep(settings, at: fallbackPlace, reps, faults)

        // Sources are read with the settings, accounts with the reps.
        let sources = LoadedPart.read(
            files.files(in: "sources", extensions: Self.yaml),
            after: known?.configuration.settings == settings ? known?.parts.sources.sound : nil, faults
        ) { [settings, files] in Self.sources($1, settings, directory: files.path, $0) }
        let accounts = LoadedPart.read(
            files.files(in: "accounts", extensions: Self.yaml + ["csv"]),
            after: known?.configuration.reps == reps ? known?.parts.accounts.sound : nil, faults
        ) { Self.accounts($1, reps, $0) }

        var profiles = ProfileDecoder(faults: faults)
        for file in files.files(in: "profiles", extensions: Self.yaml) {
            if let document = YAMLDocument(file, faults: faults) { profiles.decode(document) }
        }
        let rules = rules(&files, after: known?.parts.rules.sound, faults)

        let configuration = Configuration(
            directory: files.path, settings: settings, sources: sources.value, accounts: accounts.value.accounts,
            products: accounts.value.products, touches: accounts.value.touches, reps: reps,
            profiles: profiles.profiles.sorted { $0.id < $1.id }, rules: rules.value.pack,
            templatesDirectory: "\(files.path)/templates", fingerprint: files.fingerprint)
        return LoadResult(
            configuration: configuration, faults: faults.sorted(), loadedFiles: files.loadedFiles,
            parts: LoadedParts(sources: sources, accounts: accounts, rules: rules))
    }

    private static func sources(
        _ files: [ConfigFile], _ settings: Settings, directory: String, _ faults: FaultList
    ) -> [Source] {
        var decoder = SourceDecoder(settings: settings, directory: directory, faults: faults)
        for file in files {
            if let document = YAMLDocument(file, faults: faults) { decoder.decode(document) }
        }
        return decoder.sources.sorted { $0.id < $1.id }
    }

    private static func accounts(_ files: [ConfigFile], _ reps: [Rep], _ faults: FaultList) -> LoadedAccounts {
        var book = AccountBook(faults: faults)
        for file in files {
            if file.path.lowercased().hasSuffix(".csv") {
                CSVTable.read(file, into: &book, faults: faults)
            } else if let document = YAMLDocument(file, faults: faults) {
                AccountDecoder.decode(document, into: &book)
            }
        }
        let (accounts, products, touches) = book.finish(reps: reps)
        return LoadedAccounts(accounts: accounts, products: products, touches: touches)
    }

    /// The files that rules include count as well, and which these are is known only when they are read.
    private func rules(
        _ files: inout ConfigDirectory, after earlier: LoadedPart<LoadedRules>?, _ faults: FaultList
    ) -> LoadedPart<LoadedRules> {
        let shipped = files.files(in: "rules", extensions: Self.yaml)
        let local = files.files(in: "rules/local", extensions: Self.yaml)
        let known = ["rules", "rules/local"].flatMap { files.files(in: $0, extensions: ["csv"]) }
        if let earlier {
            let included = earlier.value.included.compactMap { files.look(at: $0) }
            if included.count == earlier.value.included.count,
                LoadedPart<LoadedRules>.origin(of: shipped + local + known + included) == earlier.origin
            {
                included.forEach { files.count($0) }
                faults.add(earlier.faults)
                return earlier
            }
        }
        let own = FaultList()
        let (documents, included) = RuleFiles.read(
            shipped: shipped, local: local, from: &files, extensions: Self.yaml, faults: own)
        var builder = RulePackBuilder(faults: own)
        for (document, isLocal) in documents { builder.add(document, isLocal: isLocal) }
        for file in known { builder.add(CSVTable.companies(file, faults: own)) }
        let value = LoadedRules(pack: builder.build(), included: included.map(\.path))
        faults.add(own.content)
        return LoadedPart(
            origin: LoadedPart<LoadedRules>.origin(of: shipped + local + known + included), value: value,
            faults: own.content)
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

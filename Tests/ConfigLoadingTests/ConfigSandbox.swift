import ConfigLoading
import Foundation
import RuleLanguage

/// A configuration directory made for one test and removed with it.
final class ConfigSandbox {
    let path: String

    init(_ files: [String: String] = [:]) throws {
        path = FileManager.default.temporaryDirectory.appending(path: "whynow-config-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        for (name, text) in files { try write(name, Array(text.utf8)) }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ name: String, _ bytes: [UInt8]) throws {
        let file = URL(fileURLWithPath: path).appending(path: name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
    }

    func load() -> LoadResult { ConfigLoader(directory: path).load() }

    /// Descriptions of all faults but those about a missing whynow.yaml or reps.yaml.
    func faults() -> [String] {
        load().faults.map(\.description).filter { !$0.contains("file is missing") }
    }
}

/// Places in the repository, found from this file wherever it is linked to.
enum Repository {
    static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
    static let config = root.appending(path: "Config")
    static let fixtures = root.appending(path: "Tests/ConfigLoadingTests/Fixtures")
}

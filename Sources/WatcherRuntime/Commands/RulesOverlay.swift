internal import ConfigLoading
internal import Foundation

/// A configuration directory that is another one but for its rules: links to all its entries in a temporary folder.
struct RulesOverlay {
    /// The folder to load.
    let directory: String

    /// - Parameter rules: a folder of rule files, or a configuration directory whose `rules/` is meant.
    /// - Throws: `CommandFailure` where there are no rules.
    init(of original: String, rules: String) throws {
        let base = URL(fileURLWithPath: original).standardizedFileURL
        var folder = URL(fileURLWithPath: rules).standardizedFileURL
        let inner = folder.appendingPathComponent("rules")
        if Self.isFolder(inner.path) { folder = inner }
        guard Self.isFolder(folder.path) else {
            throw CommandFailure(.noInput, "\(rules): there is no such folder of rules")
        }
        directory = try Self.make(base)
        try FileManager.default.createSymbolicLink(
            atPath: directory + "/rules", withDestinationPath: folder.path)
    }

    /// The configuration's own rules with one file changed.
    /// - Parameter file: path from the configuration directory, below `rules/`.
    init(of original: String, replacing file: String, with text: String) throws {
        let base = URL(fileURLWithPath: original).standardizedFileURL
        directory = try Self.make(base)
        // Folders on the way to the file are made anew; what stands beside them is linked.
        var folder = ""
        for name in file.split(separator: "/") {
            if !folder.isEmpty {
                try FileManager.default.createDirectory(
                    atPath: directory + folder, withIntermediateDirectories: false)
                for entry in try FileManager.default.contentsOfDirectory(atPath: base.path + folder)
                where entry != name {
                    try FileManager.default.createSymbolicLink(
                        atPath: "\(directory)\(folder)/\(entry)", withDestinationPath: "\(base.path)\(folder)/\(entry)")
                }
            }
            folder += "/\(name)"
        }
        try Data(text.utf8).write(to: URL(fileURLWithPath: directory + folder))
    }

    func remove() {
        // In a temporary folder; what cannot be removed goes with it.
        try? FileManager.default.removeItem(atPath: directory)
    }

    private static func make(_ base: URL) throws -> String {
        let directory = NSTemporaryDirectory() + "whynow-rules-\(UUID().uuidString)"
        try FileManager.default.createDirectory(
            atPath: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        for entry in try FileManager.default.contentsOfDirectory(atPath: base.path) where entry != "rules" {
            try FileManager.default.createSymbolicLink(
                atPath: "\(directory)/\(entry)", withDestinationPath: "\(base.path)/\(entry)")
        }
        return directory
    }

    private static func isFolder(_ path: String) -> Bool {
        var isDirectory: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory.boolValue
    }
}

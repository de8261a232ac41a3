import Foundation
import TriggerModel
import WatcherRuntime

/// The directory a demo runs in: `config/ state/ queue/ spool/ digest/ sources/`, and the mark that we made it.
struct DemoDirectory {
    let path: String

    private static let mark = ".whynow-demo"

    /// Takes an empty, missing or earlier demo directory; a temporary one without `kept`.
    /// - Throws: `CommandFailure` with `cannotCreate` when `kept` holds something that is not a demo's.
    init(kept: String?) throws {
        let files = FileManager.default
        guard let kept else {
            path = files.temporaryDirectory.appendingPathComponent("whynow-demo-\(UUID().uuidString.prefix(8))").path
            try Self.make(path)
            return
        }
        path = URL(fileURLWithPath: kept).standardizedFileURL.path
        var isDirectory: ObjCBool = false
        if files.fileExists(atPath: path, isDirectory: &isDirectory) {
            guard isDirectory.boolValue else {
                throw CommandFailure(
                    .cannotCreate, "\(path) is a file; give a directory that is empty or does not exist yet")
            }
            let contents: [String]
            do { contents = try files.contentsOfDirectory(atPath: path) } catch {
                throw CommandFailure(.cannotCreate, "\(path) cannot be read: \(error.localizedDescription)")
            }
            guard contents.isEmpty || contents.contains(Self.mark) else {
                throw CommandFailure(
                    .cannotCreate, "\(path) is not empty and was not made by a demo; give another directory")
            }
            for name in contents {
                do { try files.removeItem(atPath: "\(path)/\(name)") } catch {
                    throw CommandFailure(
                        .cannotCreate, "\(path)/\(name) cannot be removed: \(error.localizedDescription)")
                }
            }
        }
        try Self.make(path)
    }

    var config: String { path + "/config" }
    var served: String { path + "/sources" }

    /// Writes the bundled configuration and sources with their placeholders filled.
    ///
    /// `shipped` is the shipped Config directory: `demo/` in it brings companies and sources, the rules and templates
    /// are the ones every user gets.
    func fill(from shipped: String, template: DemoTemplate) throws {
        try copyFilled(from: shipped + "/demo/www", to: served, template)
        for part in ["whynow.yaml", "reps.yaml", "sources", "accounts", "profiles"] {
            try copyFilled(from: "\(shipped)/demo/\(part)", to: "\(config)/\(part)", template)
        }
        for part in ["rules", "templates"] {
            try FileManager.default.copyItem(atPath: "\(shipped)/\(part)", toPath: "\(config)/\(part)")
        }
    }

    private static func make(_ path: String) throws {
        do {
            for part in ["config", "state", "queue", "spool", "digest", "sources"] {
                try FileManager.default.createDirectory(atPath: "\(path)/\(part)", withIntermediateDirectories: true)
            }
            try Data("made by whynow demo; the next demo may empty this directory\n".utf8)
                .write(to: URL(fileURLWithPath: "\(path)/\(mark)"))
        } catch {
            throw CommandFailure(.cannotCreate, "\(path) cannot be made: \(error.localizedDescription)")
        }
    }

    private func copyFilled(from origin: String, to target: String, _ template: DemoTemplate) throws {
        let files = FileManager.default
        var isDirectory: ObjCBool = false
        guard files.fileExists(atPath: origin, isDirectory: &isDirectory) else {
            throw CommandFailure(.noInput, "\(origin) is missing: the shipped Config directory is not complete")
        }
        if isDirectory.boolValue {
            try files.createDirectory(atPath: target, withIntermediateDirectories: true)
            for name in try files.contentsOfDirectory(atPath: origin).sorted() {
                try copyFilled(from: "\(origin)/\(name)", to: "\(target)/\(name)", template)
            }
            return
        }
        let text = try template.fill(String(contentsOfFile: origin, encoding: .utf8), file: origin)
        // The one odd feed of the story says of itself that it is sent as windows-1252, so it is.
        let encoding: String.Encoding = text.prefix(60).contains("windows-1252") ? .windowsCP1252 : .utf8
        guard let bytes = text.data(using: encoding) else {
            throw CommandFailure(.software, "\(origin) does not fit the encoding it declares")
        }
        try bytes.write(to: URL(fileURLWithPath: target))
    }
}

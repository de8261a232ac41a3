import Foundation
import Synchronization

/// A folder of one test's own, removed with it, or at the end of the process where nothing lets go of it.
final class TemporaryFolder: Sendable {
    let path: String

    /// - Parameter inMemory: in a file system without a disk where there is one. A killed process leaves the same files
    ///   there, and hundreds of syncs cost nothing.
    init(inMemory: Bool = false) throws {
        let memory = "/dev/shm"
        let place =
            inMemory && FileManager.default.isWritableFile(atPath: memory)
            ? URL(filePath: memory) : FileManager.default.temporaryDirectory
        let url = place.appending(path: "whynow-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = url.resolvingSymlinksInPath().path
        _ = Self.sweepsAtExit
        Self.present.withLock { _ = $0.insert(path) }
    }

    private static let present = Mutex<Set<String>>([])

    /// Registers the sweep once, on first use.
    private static let sweepsAtExit: Bool = {
        atexit { TemporaryFolder.sweep() } == 0
    }()

    private static func sweep() {
        for path in present.withLock({ $0 }) { try? FileManager.default.removeItem(atPath: path) }
    }

    deinit {
        // A folder that cannot be removed is no fault of the test that used it.
        try? FileManager.default.removeItem(atPath: path)
        Self.present.withLock { _ = $0.remove(path) }
    }

    /// Writes a file, with the folders on the way to it, and returns its path.
    @discardableResult
    func write(_ text: String, to file: String) throws -> String { try write(Array(text.utf8), to: file) }

    @discardableResult
    func write(_ bytes: [UInt8], to file: String) throws -> String {
        let url = URL(filePath: "\(path)/\(file)")
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
        return url.path
    }

    /// Names in a folder, sorted; none where there is no such folder.
    func names(_ folder: String) -> [String] { Self.names("\(path)/\(folder)") }

    static func names(_ folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    }

    /// The files of a folder with their bytes.
    static func files(_ folder: String) throws -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for name in names(folder) { files[name] = try Array(Data(contentsOf: URL(filePath: "\(folder)/\(name)"))) }
        return files
    }

    /// Every file below a folder with its bytes, by its path in the folder.
    static func tree(_ folder: String) throws -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for name in try FileManager.default.subpathsOfDirectory(atPath: folder) {
            var isDirectory: ObjCBool = false
            guard FileManager.default.fileExists(atPath: "\(folder)/\(name)", isDirectory: &isDirectory) else {
                continue
            }
            files[name] = isDirectory.boolValue ? [] : try Array(Data(contentsOf: URL(filePath: "\(folder)/\(name)")))
        }
        return files
    }
}

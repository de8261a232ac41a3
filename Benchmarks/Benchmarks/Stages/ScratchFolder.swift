import Foundation

/// One folder for everything that this process writes, on a disk like the state directory's.
enum ScratchFolder {
    private static let root = NSTemporaryDirectory() + "/whynow-benchmark-\(ProcessInfo.processInfo.processIdentifier)"

    /// A new folder in it.
    static func make(_ name: String) throws -> String {
        let path = "\(root)/\(name)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        return path
    }

    static func write(_ bytes: [UInt8], to path: String) throws {
        try Data(bytes).write(to: URL(fileURLWithPath: path))
    }

    static func write(_ text: String, to path: String) throws { try write(Array(text.utf8), to: path) }

    static func remove() throws { try FileManager.default.removeItem(atPath: root) }
}

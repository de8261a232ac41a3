import Foundation
import LoopbackServer

/// The far end of a whole cycle, in a process of its own so that its CPU is not ours.
///
/// The process is this program again, told by the environment to serve a folder; it ends when its input does, that is
/// with us.
final class FeedServer {
    private static let order = "WHYNOW_BENCHMARK_SERVES"

    let baseURL: String
    private let process = Process()
    private let input = Pipe()

    init(folder: String) throws {
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        process.environment = ProcessInfo.processInfo.environment.merging([Self.order: folder]) { $1 }
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        baseURL = line.trimmingCharacters(in: .whitespacesAndNewlines)
        guard baseURL.hasPrefix("http://") else { throw Silent() }
    }

    /// Serves and does not return, where this process was started for that.
    static func serveIfAsked() {
        guard let folder = ProcessInfo.processInfo.environment[order] else { return }
        do {
            let server = try LoopbackServer(directory: folder)
            FileHandle.standardOutput.write(Data((server.baseURL + "\n").utf8))
            _ = FileHandle.standardInput.readDataToEndOfFile()
            server.stop()
            exit(0)
        } catch {
            FileHandle.standardError.write(Data("the feeds cannot be served: \(error)\n".utf8))
            exit(1)
        }
    }

    struct Silent: Error {}
}

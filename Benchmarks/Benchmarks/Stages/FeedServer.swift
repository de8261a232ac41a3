import Foundation
import LoopbackServer

/// The far end of a whole cycle, in a process of its own so that its CPU is not ours.
///
/// The process is this program again, told by the environment to serve a folder; it ends when its input does, that is
/// with us.
final class FeedServer: Sendable {
    private static let order = "WHYNOW_BENCHMARK_SERVES"
    /// Set where the server gives no validators: every answer is a 200.
    private static let manner = "WHYNOW_BENCHMARK_SERVES_PLAINLY"

    let baseURL: String
    private let process = Process()
    private let input = Pipe()

    init(folder: String, givesValidators: Bool = true) throws {
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        process.environment = ProcessInfo.processInfo.environment.merging([Self.order: folder]) { $1 }
        if !givesValidators { process.environment?[Self.manner] = "1" }
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
            let server = try LoopbackServer(
                routes: ProcessInfo.processInfo.environment[manner] == nil ? [:] : plainRoutes(folder),
                directory: folder)
            FileHandle.standardOutput.write(Data((server.baseURL + "\n").utf8))
            _ = FileHandle.standardInput.readDataToEndOfFile()
            server.stop()
            exit(0)
        } catch {
            FileHandle.standardError.write(Data("the feeds cannot be served: \(error)\n".utf8))
            exit(1)
        }
    }

    private static func plainRoutes(_ folder: String) throws -> [String: LoopbackRoute] {
        let files = try FileManager.default.contentsOfDirectory(atPath: folder)
        return Dictionary(
            uniqueKeysWithValues: files.map { name in
                let body = FileManager.default.contents(atPath: "\(folder)/\(name)") ?? Data()
                return (
                    "/\(name)",
                    .always(
                        LoopbackAnswer(
                            fields: [.init("Content-Type", "application/xml")], body: Array(body),
                            honoursValidators: false))
                )
            })
    }

    struct Silent: Error {}
}

import Foundation
import Synchronization

/// The `whynow` that was built beside these tests, run as a user runs it.
enum BuiltProgram {
    /// How one run ended and what it said.
    struct Run {
        /// nil where a signal ended it.
        var exitCode: Int32?
        var standardOutput: [UInt8]
        /// What went to stderr.
        var talk: String
        var seconds: Double

        var text: String { String(decoding: standardOutput, as: UTF8.self) }
        /// The lines of stdout without the empty ones.
        var lines: [String] { text.split(separator: "\n").map(String.init) }
    }

    /// A run that did not end by itself: the only use of wall-clock time that can fail a test.
    struct Hung: Error, CustomStringConvertible {
        var description: String
    }

    /// Seconds that any run may take on a busy machine; never reached by a sound one.
    static let patience = 120.0

    /// The test runner's own file lies in the build folder, and so does the program.
    static let path: String = {
        let runner = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
        return URL(filePath: runner).deletingLastPathComponent().appending(path: "whynow").path
    }()

    /// Runs to the end.
    static func run(
        _ arguments: [String], input: String? = nil, environment: [String: String] = [:], directory: String? = nil
    ) throws -> Run {
        try start(arguments, input: input, environment: environment, directory: directory, blow: nil)
    }

    /// When a run is killed (SIGKILL), unless it has ended before.
    enum Blow {
        case after(seconds: Double)
        /// When a watch has seen so many things.
        case atSight(Int, FolderWatch)
    }

    static func run(_ arguments: [String], killed blow: Blow) throws -> Run {
        try start(arguments, input: nil, environment: [:], directory: nil, blow: blow)
    }

    /// This process's environment without what would lead a run to another configuration or supervisor.
    static func environment(adding more: [String: String]) -> [String: String] {
        var environment = ProcessInfo.processInfo.environment
        for name in ["WHYNOW_CONFIG", "NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID"] { environment[name] = nil }
        return environment.merging(more) { _, new in new }
    }

    private static func start(
        _ arguments: [String], input: String?, environment: [String: String], directory: String?,
        blow: Blow?
    ) throws -> Run {
        let folder = try TemporaryFolder()
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.environment = Self.environment(adding: environment)
        if let directory { process.currentDirectoryURL = URL(filePath: directory) }
        // Files, not pipes: nothing has to be read while it runs, and nothing blocks however much it says.
        process.standardInput = try FileHandle(
            forReadingFrom: URL(filePath: folder.write(input ?? "", to: "in")))
        process.standardOutput = try FileHandle(forWritingTo: URL(filePath: folder.write("", to: "out")))
        process.standardError = try FileHandle(forWritingTo: URL(filePath: folder.write("", to: "err")))
        let ended = DispatchSemaphore(value: 0)
        process.terminationHandler = { _ in ended.signal() }
        let began = ContinuousClock.now
        try process.run()
        switch blow {
        case .atSight(let count, let watch):
            if watch.wait(for: count, while: { process.isRunning }) { kill(process.processIdentifier, SIGKILL) }
            ended.wait()
        case .after(let seconds):
            if ended.wait(timeout: .now() + seconds) == .timedOut {
                kill(process.processIdentifier, SIGKILL)
                ended.wait()
            }
        case nil:
            if ended.wait(timeout: .now() + patience) == .timedOut {
                kill(process.processIdentifier, SIGKILL)
                ended.wait()
                throw Hung(description: "whynow \(arguments.joined(separator: " ")) did not end")
            }
        }
        let took = (ContinuousClock.now - began) / .seconds(1)
        return Run(
            exitCode: process.terminationReason == .exit ? process.terminationStatus : nil,
            standardOutput: try Array(Data(contentsOf: URL(filePath: folder.path + "/out"))),
            talk: try String(decoding: Data(contentsOf: URL(filePath: folder.path + "/err")), as: UTF8.self),
            seconds: took)
    }
}

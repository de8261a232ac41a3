import Foundation

/// `whynow run` as a service manager would hold it: its talk is read as it comes, signals go in, its end is awaited.
final class Daemon {
    struct Silent: Error, CustomStringConvertible {
        var description: String
    }

    private let process = Process()
    private let talk = Pipe()
    private let ended = DispatchSemaphore(value: 0)
    private var unread: [UInt8] = []
    /// Every line so far.
    private(set) var lines: [String] = []

    var processIdentifier: Int32 { process.processIdentifier }

    init(config: String, environment: [String: String]) throws {
        process.executableURL = URL(filePath: BuiltProgram.path)
        process.arguments = ["run", "--config", config]
        process.environment = BuiltProgram.environment(adding: environment)
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = talk
        process.terminationHandler = { [ended] _ in ended.signal() }
        try process.run()
    }

    deinit {
        if process.isRunning {
            Foundation.kill(process.processIdentifier, SIGKILL)
            ended.wait()
        }
    }

    func send(_ signal: Int32) { Foundation.kill(process.processIdentifier, signal) }

    /// Reads its talk until a line has `part`.
    @discardableResult
    func waitForLine(with part: String, within seconds: Double = BuiltProgram.patience) throws -> String {
        let end = ContinuousClock.now + .seconds(seconds)
        while ContinuousClock.now < end {
            while let lineFeed = unread.firstIndex(of: 0x0A) {
                let line = String(decoding: unread[..<lineFeed], as: UTF8.self)
                unread.removeFirst(lineFeed + 1)
                lines.append(line)
                if line.contains(part) { return line }
            }
            var waiting = pollfd(fd: talk.fileHandleForReading.fileDescriptor, events: Int16(POLLIN), revents: 0)
            let left = (end - ContinuousClock.now) / .milliseconds(1)
            guard poll(&waiting, 1, Int32(max(0, left))) > 0 else { break }
            var buffer = [UInt8](repeating: 0, count: 8192)
            let count = read(waiting.fd, &buffer, buffer.count)
            guard count > 0 else { break }
            unread += buffer[..<count]
        }
        throw Silent(description: "no line with '\(part)'; heard \(lines.suffix(15).joined(separator: "\n"))")
    }

    /// Waits for its end.
    /// - Returns: exit code and the seconds it took; the code is nil where a signal ended it.
    func waitForEnd(within seconds: Double = BuiltProgram.patience) throws -> (code: Int32?, seconds: Double) {
        let began = ContinuousClock.now
        guard ended.wait(timeout: .now() + seconds) == .success else {
            throw Silent(
                description: "did not end within \(seconds) s; heard \(lines.suffix(15).joined(separator: "\n"))")
        }
        let took = (ContinuousClock.now - began) / .seconds(1)
        return (process.terminationReason == .exit ? process.terminationStatus : nil, took)
    }
}

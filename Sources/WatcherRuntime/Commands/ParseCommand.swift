internal import Foundation
internal import SourceParsing
package import TriggerModel

/// `whynow parse`: documents to items, one JSON object a line.
package struct ParseCommand {
    package struct Request: Sendable {
        package var kind: String?
        package var url: String?
        package var contentType: String?
        package var showsFeedInfo: Bool
        package var selectors: ListSelectors?
        package var files: [String]

        package init(
            kind: String? = nil, url: String? = nil, contentType: String? = nil, showsFeedInfo: Bool = false,
            selectors: ListSelectors? = nil, files: [String]
        ) {
            self.kind = kind
            self.url = url
            self.contentType = contentType
            self.showsFeedInfo = showsFeedInfo
            self.selectors = selectors
            self.files = files
        }
    }

    private let output: CommandOutput

    package init(output: CommandOutput) { self.output = output }

    package func run(_ request: Request) -> ExitCode {
        var code = ExitCode.ok
        for path in request.files {
            do {
                try parse(path, request)
            } catch {
                output.talk("\(path): error: \(error)")
                code = .data
            }
        }
        return code
    }

    private func parse(_ path: String, _ request: Request) throws {
        let bytes = try FileBytes.read(path, limit: Self.largestFile)
        let document = try SourceParser().parse(
            ParseInput(
                bytes: bytes, contentType: request.contentType, url: request.url, sourceName: path,
                kind: request.kind.flatMap(DocumentKind.init), selectors: request.selectors)
        ).get()
        var data = ""
        if request.showsFeedInfo { data += ItemLine.json(document.feed, source: path) + "\n" }
        for item in document.items { data += ItemLine.json(item) + "\n" }
        output.data(Array(data.utf8))
        if let damage = document.damageSummary { output.talk("\(path): warning: \(damage)") }
    }

    /// Bytes of a file; the parser's own limit is lower, so that it names the limit.
    private static let largestFile = 256 << 20
}

/// Reads a whole file that a user named.
enum FileBytes {
    /// - Throws: `CommandFailure` with `noInput` and the system's reason.
    static func read(_ path: String, limit: Int) throws -> [UInt8] {
        let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw CommandFailure(.noInput, String(cString: strerror(errno))) }
        defer { if descriptor != STDIN_FILENO { close(descriptor) } }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 18)
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count < 0 {
                if errno == EINTR { continue }
                throw CommandFailure(.noInput, String(cString: strerror(errno)))
            }
            if count == 0 { return bytes }
            bytes += buffer[..<count]
            guard bytes.count <= limit else { throw CommandFailure(.data, "larger than \(limit >> 20) MB") }
        }
    }
}

internal import Foundation

/// Reads a file or stdin line by line in chunks; a line longer than `limit` is handed on as nil, so that one broken
/// writer cannot fill the memory.
struct LineReader {
    static let chunk = 1 << 16

    private let descriptor: Int32
    private let limit: Int

    /// - Throws: `CommandFailure` with `noInput` when the file cannot be opened.
    init(path: String, limit: Int = 64 << 20) throws {
        self.limit = limit
        if path == "-" {
            descriptor = STDIN_FILENO
            return
        }
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw CommandFailure(.noInput, "\(path): \(String(cString: strerror(errno)))")
        }
    }

    /// Calls `body` with the 1-based number and the bytes of each line, without its line feed.
    func forEachLine(_ body: (Int, [UInt8]?) throws -> Void) throws {
        defer { if descriptor != STDIN_FILENO { close(descriptor) } }
        var buffer = [UInt8](repeating: 0, count: Self.chunk)
        var line: [UInt8] = []
        var number = 1
        var isTooLong = false
        func finish() throws {
            try body(number, isTooLong ? nil : line)
            number += 1
            line.removeAll(keepingCapacity: true)
            isTooLong = false
        }
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0 {
                if errno == EINTR { continue }
                throw CommandFailure(.io, "reading failed: \(String(cString: strerror(errno)))")
            }
            if count == 0 { break }
            var rest = buffer[0..<count]
            while let end = rest.firstIndex(of: 0x0A) {
                if !isTooLong { line += rest[..<end] }
                try finish()
                rest = rest[(end + 1)...]
            }
            if line.count + rest.count > limit {
                isTooLong = true
                line.removeAll()
            } else if !isTooLong {
                line += rest
            }
        }
        if !line.isEmpty || isTooLong { try finish() }
    }
}

import Foundation

/// Reads a regular file of bounded size.
enum BoundedRead {
    struct Failure: Error {
        var message: String
    }

    /// Opened without blocking and checked after opening, so that a FIFO or device in the folder cannot hang us.
    static func read(_ path: String, limit: Int) -> Result<[UInt8], Failure> {
        let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { return .failure(Failure(message: "cannot be opened: \(reason())")) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            return .failure(Failure(message: "cannot be read: \(reason())"))
        }
        guard status.st_mode & S_IFMT == S_IFREG else { return .failure(Failure(message: "is not a regular file")) }
        guard status.st_size <= limit else {
            return .failure(
                Failure(message: "file is \(status.st_size / 1_048_576) MB; at most \(limit / 1_048_576) MB are read"))
        }
        var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
        var filled = 0
        while filled < bytes.count {
            let count = bytes.withUnsafeMutableBytes {
                Foundation.read(descriptor, $0.baseAddress! + filled, $0.count - filled)
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { return .failure(Failure(message: "cannot be read: \(reason())")) }
            // Shorter than it was a moment ago: an editor is at work, the next reload sees the rest.
            if count == 0 { break }
            filled += count
        }
        bytes.removeLast(bytes.count - filled)
        return .success(bytes)
    }

    private static func reason() -> String { String(cString: strerror(errno)) }
}

import Foundation

/// The datagram socket on which a service manager listens (sd_notify(3)), played by a test.
final class NotifySocket {
    let path: String
    private let descriptor: Int32
    /// Every message so far, in order.
    private(set) var messages: [[String: String]] = []

    struct Deaf: Error, CustomStringConvertible {
        var description: String
    }

    /// - Parameter path: at most 107 bytes, the room in a `sockaddr_un`.
    init(path: String) throws {
        self.path = path
        descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        guard descriptor >= 0 else { throw Deaf(description: "socket: \(String(cString: strerror(errno)))") }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8)
        let room = MemoryLayout.size(ofValue: address.sun_path)
        guard bytes.count < room else { throw Deaf(description: "\(path) is too long for a socket") }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        let size = socklen_t(MemoryLayout<sockaddr_un>.size)
        let code = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, size) }
        }
        guard code == 0 else { throw Deaf(description: "bind \(path): \(String(cString: strerror(errno)))") }
    }

    deinit { close(descriptor) }

    /// The next message as its assignments; nil where none comes in time.
    func next(within seconds: Double) -> [String: String]? {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        guard poll(&waiting, 1, Int32(seconds * 1000)) > 0 else { return nil }
        var buffer = [UInt8](repeating: 0, count: 8192)
        let count = recv(descriptor, &buffer, buffer.count, 0)
        guard count >= 0 else { return nil }
        var message: [String: String] = [:]
        for line in String(decoding: buffer[..<count], as: UTF8.self).split(separator: "\n") {
            let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            message[String(parts[0])] = parts.count > 1 ? String(parts[1]) : ""
        }
        messages.append(message)
        return message
    }

    /// The next message that has `key`; those before it are kept in `messages`.
    func next(with key: String, within seconds: Double = BuiltProgram.patience) throws -> [String: String] {
        let end = ContinuousClock.now + .seconds(seconds)
        while ContinuousClock.now < end {
            let left = (end - ContinuousClock.now) / .seconds(1)
            if let message = next(within: max(0, left)), message[key] != nil { return message }
        }
        throw Deaf(description: "no \(key)= within \(seconds) s; heard \(messages.suffix(10))")
    }
}

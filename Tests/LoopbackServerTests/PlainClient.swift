import Foundation

/// The simplest HTTP client there is, so that the server is not judged by the code that it later judges.
struct PlainClient {
    struct Answer: Equatable {
        var status: Int
        var head: [String]
        var body: [UInt8]

        func header(_ name: String) -> String? {
            head.first { $0.lowercased().hasPrefix(name.lowercased() + ":") }.map {
                String($0.dropFirst(name.count + 1)).trimmingCharacters(in: .whitespaces)
            }
        }
        var text: String { String(decoding: body, as: UTF8.self) }
    }

    var port: Int

    /// Sends a request that closes the connection behind it and reads until the end, or until `atMost` bytes came.
    func get(_ target: String, _ fields: [String] = [], method: String = "GET", atMost: Int = .max) -> Answer? {
        let request = ["\(method) \(target) HTTP/1.1", "Host: test", "Connection: close"] + fields + ["", ""]
        return send(request.joined(separator: "\r\n"), atMost: atMost)
    }

    func send(_ request: String, atMost: Int = .max) -> Answer? {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var name = sockaddr_in()
        name.sin_family = sa_family_t(AF_INET)
        name.sin_port = UInt16(port).bigEndian
        name.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        let connected = withUnsafePointer(to: &name) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        let bytes = Array(request.utf8)
        guard connected == 0, Foundation.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count else {
            return nil
        }
        var received: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65536)
        while received.count < atMost {
            let count = recv(descriptor, &chunk, chunk.count, 0)
            guard count > 0 else { break }
            received += chunk[..<count]
        }
        return Self.parsed(received)
    }

    private static func parsed(_ bytes: [UInt8]) -> Answer? {
        guard let end = bytes.indices.first(where: { bytes[$0...].starts(with: [13, 10, 13, 10]) }) else { return nil }
        let lines = String(decoding: bytes[..<end], as: UTF8.self).components(separatedBy: "\r\n")
        guard let status = lines[0].split(separator: " ").dropFirst().first.flatMap({ Int($0) }) else { return nil }
        return Answer(status: status, head: Array(lines.dropFirst()), body: Array(bytes[(end + 4)...]))
    }
}

import Foundation

/// A TCP socket that listens on a loopback address. Closes when it goes.
final class ListeningSocket: Sendable {
    let descriptor: Int32
    let address: String
    let port: Int

    init(address: String, port: Int) throws(LoopbackError) {
        let isIPv6 = address.contains(":")
        descriptor = socket(
            isIPv6 ? AF_INET6 : AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw LoopbackError(call: "socket", code: errno) }
        do throws(LoopbackError) {
            var yes: Int32 = 1
            setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
            try Self.bind(descriptor, address: address, port: port, isIPv6: isIPv6)
            guard listen(descriptor, 1024) == 0 else { throw LoopbackError(call: "listen", code: errno) }
            self.port = try Self.boundPort(of: descriptor)
        } catch {
            close(descriptor)
            throw error
        }
        self.address = address
    }

    deinit { close(descriptor) }

    private static func bind(_ descriptor: Int32, address: String, port: Int, isIPv6: Bool) throws(LoopbackError) {
        guard let number = UInt16(exactly: port) else { throw LoopbackError(call: "port \(port)", code: EINVAL) }
        var result: Int32
        if isIPv6 {
            var name = sockaddr_in6()
            name.sin6_family = sa_family_t(AF_INET6)
            name.sin6_port = number.bigEndian
            guard inet_pton(AF_INET6, address, &name.sin6_addr) == 1 else {
                throw LoopbackError(call: "address \(address)", code: EINVAL)
            }
            result = withUnsafePointer(to: &name) {
                $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    Foundation.bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in6>.size))
                }
            }
        } else {
            var name = sockaddr_in()
            name.sin_family = sa_family_t(AF_INET)
            name.sin_port = number.bigEndian
            guard inet_pton(AF_INET, address, &name.sin_addr) == 1 else {
                throw LoopbackError(call: "address \(address)", code: EINVAL)
            }
            result = withUnsafePointer(to: &name) {
                $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    Foundation.bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
                }
            }
        }
        if result != 0 { throw LoopbackError(call: "bind \(address):\(port)", code: errno) }
    }

    private static func boundPort(of descriptor: Int32) throws(LoopbackError) -> Int {
        var storage = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        let result = withUnsafeMutablePointer(to: &storage) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &length) }
        }
        guard result == 0 else { throw LoopbackError(call: "getsockname", code: errno) }
        // The port lies at the same place in sockaddr_in and sockaddr_in6: two bytes after the family.
        return withUnsafeBytes(of: &storage) {
            Int(UInt16(bigEndian: $0.loadUnaligned(fromByteOffset: 2, as: UInt16.self)))
        }
    }
}

import Foundation

/// An IPv4 or IPv6 address without port and zone.
package struct IPAddress: Hashable, Sendable, CustomStringConvertible {
    /// 4 or 16 bytes in network order.
    package let bytes: [UInt8]

    /// - Precondition: 4 or 16 bytes.
    package init(bytes: [UInt8]) {
        precondition(bytes.count == 4 || bytes.count == 16, "an address has 4 or 16 bytes")
        self.bytes = bytes
    }

    /// Reads a literal as `inet_pton` does: four decimal numbers, or RFC 4291 notation without brackets and zone.
    ///
    /// The octal, hexadecimal and short forms of old resolvers are not read here; libcurl turns them into these.
    package init?(_ text: String) {
        guard !text.utf8.contains(0) else { return nil }
        var four = in_addr()
        var six = in6_addr()
        if inet_pton(AF_INET, text, &four) == 1 {
            bytes = withUnsafeBytes(of: &four) { Array($0) }
        } else if inet_pton(AF_INET6, text, &six) == 1 {
            bytes = withUnsafeBytes(of: &six) { Array($0) }
        } else {
            return nil
        }
    }

    /// The address in a `sockaddr` of `length` bytes; nil for another family or one cut short. The pointer is only read.
    init?(socketAddress pointer: UnsafeRawPointer, family: Int32, length: Int) {
        switch family {
        case AF_INET:
            guard length >= MemoryLayout<sockaddr_in>.size,
                let offset = MemoryLayout<sockaddr_in>.offset(of: \.sin_addr)
            else { return nil }
            bytes = Array(UnsafeRawBufferPointer(start: pointer + offset, count: 4))
        case AF_INET6:
            guard length >= MemoryLayout<sockaddr_in6>.size,
                let offset = MemoryLayout<sockaddr_in6>.offset(of: \.sin6_addr)
            else { return nil }
            bytes = Array(UnsafeRawBufferPointer(start: pointer + offset, count: 16))
        default: return nil
        }
    }

    package var isIPv4: Bool { bytes.count == 4 }

    package var description: String {
        var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        let family = isIPv4 ? AF_INET : AF_INET6
        let written = bytes.withUnsafeBytes { inet_ntop(family, $0.baseAddress, &text, socklen_t(text.count)) }
        // The buffer is the longest that inet_ntop needs and the family is one of its two: it cannot fail.
        guard written != nil else { return "?" }
        return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}

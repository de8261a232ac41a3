/// Which addresses a connection may go to: the public internet, and what the settings allow besides.
///
/// It is asked with the address a socket is about to connect to, after resolution and for each redirect, so that
/// neither a spelling nor a name that changes its address between check and use gets around it.
package struct AddressPolicy: Hashable, Sendable {
    package enum Verdict: Hashable, Sendable {
        case allowed
        /// For people: what kind of address it is, "loopback".
        case refused(String)
    }

    /// Ranges of the setting `network.allow`.
    package let allowed: [AddressRange]

    package init(allowed: [AddressRange] = []) { self.allowed = allowed }

    /// Reads the entries of `network.allow`: CIDR blocks or address literals.
    /// - Throws: the first entry that is neither.
    package init(allowing entries: [String]) throws(AddressEntryError) {
        var ranges: [AddressRange] = []
        for entry in entries {
            guard let range = AddressRange(entry) else { throw AddressEntryError(entry: entry) }
            ranges.append(range)
        }
        self.init(allowed: ranges)
    }

    package func verdict(on address: IPAddress) -> Verdict {
        let isListed = allowed.contains { $0.contains(address) }
        if let carried = Self.carriedIPv4(in: address) {
            // A listed translation prefix (NAT64) says how to reach IPv4, not that every IPv4 address is welcome.
            if allowed.contains(where: { $0.contains(carried.address) }) { return .allowed }
            if isListed { return verdict(on: carried.address) }
            return .refused("\(carried.form) of \(carried.address)")
        }
        if isListed { return .allowed }
        if let kind = Self.refused.first(where: { $0.range.contains(address) }) { return .refused(kind.name) }
        // IANA has given out global unicast addresses only below 2000::/3.
        if !address.isIPv4, address.bytes[0] >> 5 != 1 { return .refused("reserved") }
        return .allowed
    }

    /// The IPv4 address that an IPv6 address carries inside, for the forms that a network may translate.
    private static func carriedIPv4(in address: IPAddress) -> (address: IPAddress, form: String)? {
        guard let carrier = carriers.first(where: { $0.range.contains(address) }) else { return nil }
        // :: and ::1 lie in the v4-compatible block but are addresses of their own.
        if carrier.range == carriers[0].range, address.bytes[12...14].allSatisfy({ $0 == 0 }), address.bytes[15] <= 1 {
            return nil
        }
        let inner = Array(address.bytes[carrier.offset..<(carrier.offset + 4)])
        return (IPAddress(bytes: carrier.isInverted ? inner.map { ~$0 } : inner), carrier.name)
    }

    private struct Carrier {
        var range: AddressRange
        var offset: Int
        var isInverted = false
        var name: String
    }

    private static let carriers: [Carrier] = [
        Carrier(range: AddressRange(literal: "::/96"), offset: 12, name: "the IPv4-compatible form (RFC 4291)"),
        Carrier(range: AddressRange(literal: "::ffff:0:0/96"), offset: 12, name: "the IPv4-mapped form (RFC 4291)"),
        Carrier(
            range: AddressRange(literal: "::ffff:0:0:0/96"), offset: 12, name: "the IPv4-translated form (RFC 2765)"),
        Carrier(range: AddressRange(literal: "64:ff9b::/96"), offset: 12, name: "the NAT64 form (RFC 6052)"),
        Carrier(range: AddressRange(literal: "64:ff9b:1::/48"), offset: 12, name: "the local NAT64 form (RFC 8215)"),
        Carrier(range: AddressRange(literal: "2002::/16"), offset: 2, name: "the 6to4 form (RFC 3056)"),
        Carrier(
            range: AddressRange(literal: "2001::/32"), offset: 12, isInverted: true, name: "the Teredo form (RFC 4380)"),
    ]

    private struct Kind {
        var range: AddressRange
        var name: String

        init(_ range: StaticString, _ name: String) {
            self.range = AddressRange(literal: range)
            self.name = name
        }
    }

    /// IANA's special-purpose registries (RFC 6890 and its updates), multicast and the deprecated blocks.
    private static let refused: [Kind] = [
        Kind("0.0.0.0/8", "unspecified"),
        Kind("10.0.0.0/8", "private"),
        Kind("100.64.0.0/10", "shared by a carrier (CGNAT)"),
        Kind("127.0.0.0/8", "loopback"),
        Kind("169.254.0.0/16", "link-local"),
        Kind("172.16.0.0/12", "private"),
        Kind("192.0.0.0/24", "for protocols"),
        Kind("192.0.2.0/24", "for documentation"),
        Kind("192.88.99.0/24", "a 6to4 relay"),
        Kind("192.168.0.0/16", "private"),
        Kind("198.18.0.0/15", "for benchmarks"),
        Kind("198.51.100.0/24", "for documentation"),
        Kind("203.0.113.0/24", "for documentation"),
        Kind("224.0.0.0/4", "multicast"),
        Kind("240.0.0.0/4", "reserved"),
        Kind("::/128", "unspecified"),
        Kind("::1/128", "loopback"),
        Kind("100::/64", "a discard prefix"),
        Kind("2001::/23", "for protocols"),
        Kind("2001:db8::/32", "for documentation"),
        Kind("3fff::/20", "for documentation"),
        Kind("5f00::/16", "for segment routing"),
        Kind("fc00::/7", "private (ULA)"),
        Kind("fe80::/10", "link-local"),
        Kind("fec0::/10", "site-local"),
        Kind("ff00::/8", "multicast"),
    ]
}

/// An entry of `network.allow` that is no address and no range.
package struct AddressEntryError: Error, Hashable, CustomStringConvertible {
    package var entry: String

    package var description: String {
        "\"\(entry)\" is neither an address nor a range such as 192.168.10.0/24 or fd00:1234::/32"
    }
}

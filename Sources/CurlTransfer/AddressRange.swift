/// A block of addresses, `192.168.0.0/16` or `fd00::/8`; a single address is a block of one.
package struct AddressRange: Hashable, Sendable, CustomStringConvertible {
    package let base: IPAddress
    /// 0...32 or 0...128 leading bits that count.
    package let prefixLength: Int

    /// Reads CIDR notation or a plain literal; nil for anything else. Bits behind the prefix are ignored.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        var literal = parts[0]
        if literal.hasPrefix("["), literal.hasSuffix("]") { literal = String(literal.dropFirst().dropLast()) }
        guard let base = IPAddress(literal) else { return nil }
        let bits = base.bytes.count * 8
        guard parts.count == 2 else {
            self.base = base
            prefixLength = bits
            return
        }
        guard (1...3).contains(parts[1].utf8.count), parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let length = Int(parts[1]), length <= bits
        else { return nil }
        self.base = base
        prefixLength = length
    }

    /// For the tables of this module.
    init(literal: StaticString) {
        guard let range = AddressRange("\(literal)") else { preconditionFailure("not a range: \(literal)") }
        self = range
    }

    package func contains(_ address: IPAddress) -> Bool {
        guard address.bytes.count == base.bytes.count else { return false }
        let whole = prefixLength / 8
        guard address.bytes[..<whole].elementsEqual(base.bytes[..<whole]) else { return false }
        let rest = prefixLength % 8
        return rest == 0 || (address.bytes[whole] ^ base.bytes[whole]) >> (8 - rest) == 0
    }

    package var description: String { "\(base)/\(prefixLength)" }
}

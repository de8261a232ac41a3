/// A sender or recipient: a checked address and a name to show.
package struct MailAddress: Hashable, Sendable {
    /// RFC 5321 dot-string local part and domain, ASCII.
    package let address: String
    /// May be empty.
    package let name: String

    /// Checks the address; the name is cleaned, whatever it holds.
    ///
    /// Quoted local parts, address literals and non-ASCII addresses are refused: no rep has one, and each is a way to
    /// smuggle something into a header. An international domain is given in its `xn--` form.
    package init(_ address: String, name: String = "") throws(MailError) {
        func wrong(_ reason: String) -> MailError {
            MailError(address: PlainText.line(address, limit: 80), reason: reason)
        }
        let bytes = Array(address.utf8)
        guard bytes.allSatisfy({ $0 < 0x80 }) else {
            throw wrong("use ASCII letters (an international domain as xn--…)")
        }
        guard bytes.count <= 254 else { throw wrong("longer than 254 characters") }
        let halves = bytes.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard halves.count == 2 else { throw wrong("write it as name@domain, with one @") }
        guard (1...64).contains(halves[0].count), Self.isDotted(halves[0], where: Self.isLocalByte) else {
            throw wrong("the part before @ may hold letters, digits and !#$%&'*+-/=?^_`{|}~, with single dots between")
        }
        let labels = halves[1].split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let dash = UInt8(ascii: "-")
        guard
            labels.allSatisfy({ label in
                (1...63).contains(label.count) && label.allSatisfy { Self.isAlphanumeric($0) || $0 == dash }
                    && label.first != dash && label.last != dash
            })
        else { throw wrong("the domain may hold letters, digits and inner hyphens, with single dots between") }
        self.address = address
        self.name = PlainText.line(name, limit: 100)
    }

    /// What follows the `@`.
    package var domain: String { String(address.drop { $0 != "@" }.dropFirst()) }

    private static func isDotted(_ bytes: ArraySlice<UInt8>, where allowed: (UInt8) -> Bool) -> Bool {
        bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
            .allSatisfy { !$0.isEmpty && $0.allSatisfy(allowed) }
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }

    private static func isLocalByte(_ byte: UInt8) -> Bool {
        isAlphanumeric(byte) || "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
    }
}

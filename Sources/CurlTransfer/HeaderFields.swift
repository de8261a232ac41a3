/// One header field as sent: names compare without case.
package struct HeaderField: Hashable, Sendable {
    package var name: String
    package var value: String
    /// True where it must not leave the origin it was meant for; `Authorization` and its kin are, whatever this says.
    package var isSecret: Bool

    package init(_ name: String, _ value: String, isSecret: Bool = false) {
        self.name = name
        self.value = value
        self.isSecret = isSecret || Self.alwaysSecret.contains { name.isSame(as: $0) }
    }

    private static let alwaysSecret = ["authorization", "cookie", "proxy-authorization"]

    /// A field of a response, which goes nowhere any more.
    init(received name: String, _ value: String) {
        self.name = name
        self.value = value
        isSecret = false
    }

    /// A token (RFC 9110, 5.6.2) and a value without CR, LF and NUL, which would end the field early.
    var isSendable: Bool {
        !name.isEmpty && name.utf8.allSatisfy { Self.isTokenByte[Int($0)] }
            && !value.utf8.contains { $0 == 13 || $0 == 10 || $0 == 0 }
    }

    private static let isTokenByte: [Bool] = (0...255).map { byte in
        switch UInt8(byte) {
        case 0x30...0x39, 0x41...0x5a, 0x61...0x7a: true
        default: "!#$%&'*+-.^_`|~".utf8.contains(UInt8(byte))
        }
    }
}

/// The header fields of a response, in order.
package struct HeaderFields: Hashable, Sendable {
    package var fields: [HeaderField]

    package init(_ fields: [HeaderField] = []) { self.fields = fields }

    /// The first value of the field `name`, without case.
    package subscript(_ name: String) -> String? { fields.first { $0.name.isSame(as: name) }?.value }

    /// Every value of the field `name`, in order.
    package func all(_ name: String) -> [String] { fields.filter { $0.name.isSame(as: name) }.map(\.value) }
}

extension String {
    /// Equal but for the case of ASCII letters.
    fileprivate func isSame(as other: String) -> Bool {
        utf8.count == other.utf8.count
            && zip(utf8, other.utf8).allSatisfy { left, right in
                left == right || (left | 0x20 == right | 0x20 && (0x61...0x7a).contains(left | 0x20))
            }
    }
}

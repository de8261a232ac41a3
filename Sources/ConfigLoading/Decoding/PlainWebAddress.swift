/// An address of the plainest form: `http` or `https` in small letters, a host of small letters, digits, dots and hyphens, perhaps
/// a port, and behind it only signs that need no second look.
///
/// Most addresses of a configuration are like that, and telling so costs a fraction of reading a whole URL. Every such text is
/// a valid URL (RFC 3986) without a user name; of any other text it says nothing.
struct PlainWebAddress {
    let host: String

    init?(_ text: String) {
        var text = text
        let host = text.withUTF8 { bytes -> String? in
            var index: Int
            if bytes.starts(with: "https://".utf8) {
                index = 8
            } else if bytes.starts(with: "http://".utf8) {
                index = 7
            } else {
                return nil
            }
            let start = index
            while index < bytes.count, Self.isOfHost(bytes[index]) { index += 1 }
            let end = index
            // A letter or digit at both ends, so that no dot or hyphen is left to doubt.
            guard end > start, Self.isLetterOrDigit(bytes[start]), Self.isLetterOrDigit(bytes[end - 1]) else {
                return nil
            }
            if index < bytes.count, bytes[index] == UInt8(ascii: ":") {
                index += 1
                let port = index
                while index < bytes.count, (0x30...0x39).contains(bytes[index]) { index += 1 }
                guard (1...4).contains(index - port) else { return nil }
            }
            guard index == bytes.count || bytes[index] == UInt8(ascii: "/") else { return nil }
            var hasQuestion = false
            while index < bytes.count {
                if bytes[index] == UInt8(ascii: "?"), !hasQuestion {
                    hasQuestion = true
                } else if !Self.isOfPath(bytes[index]) {
                    return nil
                }
                index += 1
            }
            return String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
        }
        guard let host else { return nil }
        self.host = host
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x61...0x7A: true
        default: false
        }
    }

    private static func isOfHost(_ byte: UInt8) -> Bool {
        isLetterOrDigit(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
    }

    private static func isOfPath(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        case UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"),
            UInt8(ascii: "="), UInt8(ascii: "&"), UInt8(ascii: "+"), UInt8(ascii: ","), UInt8(ascii: ";"):
            true
        default: false
        }
    }
}

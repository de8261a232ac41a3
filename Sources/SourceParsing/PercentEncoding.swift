/// Text as a part of an address (RFC 3986 section 2.1).
enum PercentEncoding {
    /// Everything but unreserved characters as `%XX`; with `keepsSlashes` a value that begins with a slash stays a path.
    static func component(_ text: String, keepsSlashes: Bool = false) -> String {
        let isPath = keepsSlashes && text.utf8.first == UInt8(ascii: "/")
        let digits = Array("0123456789ABCDEF".utf8)
        var encoded: [UInt8] = []
        for byte in text.utf8 {
            let isUnreserved =
                byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || "-._~".utf8.contains(byte)
                || (isPath && byte == UInt8(ascii: "/"))
            if isUnreserved {
                encoded.append(byte)
            } else {
                encoded.append(contentsOf: [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]])
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }
}

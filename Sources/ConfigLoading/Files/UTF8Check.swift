/// Finds the first byte that is not UTF-8.
enum UTF8Check {
    struct Fault {
        var line: Int
        var column: Int
        var message: String
    }

    static func fault(in bytes: [UInt8]) -> Fault? {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            return Fault(
                line: 1, column: 1, message: "file is UTF-16, not UTF-8; save it as UTF-8 (\"CSV UTF-8\" in Excel)")
        }
        guard let index = firstInvalid(bytes) else { return nil }
        var line = 1
        var column = 1
        for byte in bytes[..<index] {
            if byte == 0x0A {
                line += 1
                column = 1
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
        }
        let hex = String(bytes[index], radix: 16, uppercase: true)
        return Fault(
            line: line, column: column,
            message: "byte 0x\(hex.count < 2 ? "0" : "")\(hex) is not UTF-8; save the file as UTF-8")
    }

    private static func firstInvalid(_ bytes: [UInt8]) -> Int? {
        bytes.withUnsafeBufferPointer { buffer in
            var index = 0
            while index < buffer.count {
                let lead = buffer[index]
                if lead < 0x80 {
                    index += 1
                    continue
                }
                // RFC 3629 section 4: the second byte's range depends on the first.
                let length: Int
                var second: ClosedRange<UInt8> = 0x80...0xBF
                switch lead {
                case 0xC2...0xDF: length = 2
                case 0xE0: (length, second) = (3, 0xA0...0xBF)
                case 0xE1...0xEC, 0xEE...0xEF: length = 3
                case 0xED: (length, second) = (3, 0x80...0x9F)
                case 0xF0: (length, second) = (4, 0x90...0xBF)
                case 0xF1...0xF3: length = 4
                case 0xF4: (length, second) = (4, 0x80...0x8F)
                default: return index
                }
                guard index + length <= buffer.count, second.contains(buffer[index + 1]) else { return index }
                for next in (index + 2)..<max(index + 2, index + length) where buffer[next] & 0xC0 != 0x80 {
                    return index
                }
                index += length
            }
            return nil
        }
    }
}

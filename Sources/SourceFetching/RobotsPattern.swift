/// The path of one Allow or Disallow line (RFC 9309, 2.2.2 and 2.2.3): `*` stands for any bytes, `$` at its end for the end
/// of the path.
struct RobotsPattern: Sendable, Equatable, CustomStringConvertible {
    let isAllow: Bool
    let line: Int
    /// Percent-encoded in one way; `*` only where it is a wildcard, without a final `$`.
    private let pattern: [UInt8]
    private let endsThere: Bool
    private let hasWildcard: Bool

    /// nil for an empty path, which says nothing.
    init?(_ path: [UInt8], isAllow: Bool, line: Int) {
        guard let first = path.first else { return nil }
        self.isAllow = isAllow
        self.line = line
        endsThere = path.last == UInt8(ascii: "$")
        let bare = endsThere ? path.dropLast() : path[...]
        let start: [UInt8] = first == UInt8(ascii: "/") || first == UInt8(ascii: "*") ? [] : [UInt8(ascii: "/")]
        pattern = Self.normalised(start + bare, isPattern: true)
        hasWildcard = pattern.contains(UInt8(ascii: "*"))
    }

    /// What a rule weighs: its length in bytes.
    private var length: Int { pattern.count + (endsThere ? 1 : 0) }
    var size: Int { pattern.count + 64 }

    /// True where it decides against `other`, should both match: the longer one, and Allow between equals.
    func isStronger(than other: RobotsPattern?) -> Bool {
        guard let other else { return true }
        return length != other.length ? length > other.length : isAllow && !other.isAllow
    }

    /// - Parameter path: normalised.
    ///
    /// What stands between two wildcards is found as early as possible, which never spoils a later part; so each byte of
    /// the path is passed once.
    func matches(_ path: [UInt8]) -> Bool {
        guard hasWildcard else { return endsThere ? path == pattern : path.starts(with: pattern) }
        let parts = pattern.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false)
        guard let head = parts.first, let tail = parts.last, path.starts(with: head) else { return false }
        var position = head.count
        for part in parts[1..<(parts.count - 1)] where !part.isEmpty {
            guard let found = Self.position(of: part, in: path, from: position) else { return false }
            position = found + part.count
        }
        if endsThere { return path.count - position >= tail.count && path.suffix(tail.count).elementsEqual(tail) }
        return tail.isEmpty || Self.position(of: tail, in: path, from: position) != nil
    }

    /// As the file says it, shortened.
    var description: String {
        let text = String(decoding: pattern.prefix(100), as: UTF8.self)
        return "\(isAllow ? "Allow" : "Disallow"): \(text)\(pattern.count > 100 ? "…" : endsThere ? "$" : "")"
    }

    /// One spelling for each path: what needs no percent-encoding is written out, everything else is encoded in capitals;
    /// what RFC 3986 reserves stays as it is. `*` and `$` are encoded where they are meant as such.
    static func normalised(_ bytes: [UInt8], isPattern: Bool) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "%"), index + 2 < bytes.count, let high = value(bytes[index + 1]),
                let low = value(bytes[index + 2])
            {
                let meant = high << 4 | low
                if isUnreserved(meant) { result.append(meant) } else { encode(meant, to: &result) }
                index += 3
                continue
            }
            let isWildcard = byte == UInt8(ascii: "*") && isPattern
            let isMeant = (byte == UInt8(ascii: "*") || byte == UInt8(ascii: "$")) && !isWildcard
            if isMeant || byte <= 0x20 || byte >= 0x7f { encode(byte, to: &result) } else { result.append(byte) }
            index += 1
        }
        return result
    }

    private static func position(of part: ArraySlice<UInt8>, in path: [UInt8], from start: Int) -> Int? {
        let wanted = Array(part)
        // Knuth, Morris and Pratt: how much of the part still fits after a mismatch.
        var fallback = [Int](repeating: 0, count: wanted.count)
        var fits = 0
        for index in wanted.indices.dropFirst() {
            while fits > 0, wanted[index] != wanted[fits] { fits = fallback[fits - 1] }
            if wanted[index] == wanted[fits] { fits += 1 }
            fallback[index] = fits
        }
        fits = 0
        for index in start..<max(start, path.count) {
            while fits > 0, path[index] != wanted[fits] { fits = fallback[fits - 1] }
            if path[index] == wanted[fits] { fits += 1 }
            if fits == wanted.count { return index - fits + 1 }
        }
        return nil
    }

    private static func encode(_ byte: UInt8, to result: inout [UInt8]) {
        let digits = Array("0123456789ABCDEF".utf8)
        result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }

    private static func value(_ digit: UInt8) -> UInt8? {
        switch digit {
        case 0x30...0x39: digit - 0x30
        case 0x41...0x46: digit - 0x41 + 10
        case 0x61...0x66: digit - 0x61 + 10
        default: nil
        }
    }

    /// RFC 3986, 2.3.
    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5a, 0x61...0x7a: true
        default: byte == 0x2d || byte == 0x2e || byte == 0x5f || byte == 0x7e
        }
    }
}

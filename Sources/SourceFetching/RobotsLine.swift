/// One meaningful line of a robots.txt file.
enum RobotsLine: Equatable {
    /// The product token in lower case, or `*`.
    case agent(String)
    case rule(isAllow: Bool, path: [UInt8])
    /// Seconds, above 0.
    case crawlDelay(Double)

    /// The lines that mean something, with their numbers from 1. Others (sitemaps, comments, nonsense) do not interrupt a
    /// group (RFC 9309, 2.2.4).
    static func lines(of file: [UInt8], atMost limit: Int) -> [(number: Int, line: RobotsLine)] {
        var rest = file.prefix(limit)[...]
        if file.count > limit, let end = rest.lastIndex(where: isLineEnd) { rest = rest[...end] }
        if rest.starts(with: [0xef, 0xbb, 0xbf]) { rest = rest.dropFirst(3) }
        var found: [(Int, RobotsLine)] = []
        var number = 0
        var start = rest.startIndex
        while start < rest.endIndex {
            let end = rest[start...].firstIndex(where: isLineEnd) ?? rest.endIndex
            number += 1
            if let line = RobotsLine(rest[start..<end]) { found.append((number, line)) }
            start = end + 1
            // CR LF is one end of line.
            if end + 1 < rest.endIndex, rest[end] == 0x0d, rest[end + 1] == 0x0a { start = end + 2 }
        }
        return found
    }

    private init?(_ line: ArraySlice<UInt8>) {
        let text = line.prefix { $0 != UInt8(ascii: "#") }
        guard let colon = text.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let name = Self.trimmed(text[..<colon])
        guard name.count <= 24 else { return nil }
        let value = Self.trimmed(text[(colon + 1)...])
        switch String(decoding: name, as: UTF8.self).lowercased() {
        case "user-agent", "useragent", "user agent":
            self = .agent(Self.token(value))
        case "allow": self = .rule(isAllow: true, path: Array(value))
        case "disallow", "disalow", "dissallow", "dissalow", "diasllow", "disallaw":
            self = .rule(isAllow: false, path: Array(value))
        case "crawl-delay", "crawldelay":
            guard let seconds = Double(String(decoding: value, as: UTF8.self)), seconds > 0, seconds.isFinite else {
                return nil
            }
            self = .crawlDelay(seconds)
        default: return nil
        }
    }

    /// The name at the start: a version or a comment behind it does not count. Empty text speaks to nobody.
    private static func token(_ value: ArraySlice<UInt8>) -> String {
        if value.first == UInt8(ascii: "*") { return "*" }
        let name = value.prefix { byte in
            (0x61...0x7a).contains(byte | 0x20) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
        }
        return String(decoding: name, as: UTF8.self).lowercased()
    }

    private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0a || byte == 0x0d }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0b || byte == 0x0c }
        guard let first = bytes.firstIndex(where: { !isBlank($0) }), let last = bytes.lastIndex(where: { !isBlank($0) })
        else { return bytes.prefix(0) }
        return bytes[first...last]
    }
}

/// A web address reduced to what identifies the page: the same for `http` and `https`, with and without `www.`,
/// a trailing slash, a default port, tracking parameters or another order of the parameters.
///
/// Percent-encoding follows RFC 3986 section 6.2.2: unreserved characters plain, hexadecimal digits upper case,
/// bytes outside ASCII encoded. Path and query keep their case: servers may tell them apart.
package struct CanonicalLink: Hashable, Sendable {
    /// `host/path?query`, without a scheme.
    package var address: String
    /// `/path?query`: what stays when a site moves to another host; nil for a home page, which names no page.
    package var pathAndQuery: String?

    /// nil where `text` is no absolute http or https address (a missing scheme before `//` is allowed).
    ///
    /// - Parameter keepsFragment: true for identifiers, whose fragment may be all that tells them apart; false for
    ///   links, where it only names a place in the page.
    package init?(_ text: some StringProtocol, keepsFragment: Bool = false) {
        if let plain = Self.plain(text) {
            self = plain
            return
        }
        var rest = Array(text.utf8)[...]
        while let first = rest.first, first <= UInt8(ascii: " ") { rest.removeFirst() }
        while let last = rest.last, last <= UInt8(ascii: " ") { rest.removeLast() }
        guard Self.dropScheme(&rest) else { return nil }

        var fragment: Bytes?
        if let hash = rest.firstIndex(of: UInt8(ascii: "#")) {
            fragment = rest[rest.index(after: hash)...]
            rest = rest[..<hash]
        }
        var query: Bytes?
        if let mark = rest.firstIndex(of: UInt8(ascii: "?")) {
            query = rest[rest.index(after: mark)...]
            rest = rest[..<mark]
        }
        let hostEnd = rest.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
        guard let host = Self.host(rest[..<hostEnd]) else { return nil }

        var tail: [UInt8] = Self.path(rest[hostEnd...])
        if let query {
            let kept = Self.query(query)
            if !kept.isEmpty { tail += [UInt8(ascii: "?")] + kept }
        }
        if keepsFragment, let fragment, !fragment.isEmpty { tail += [UInt8(ascii: "#")] + Array(fragment) }
        let tailText = String(decoding: tail, as: UTF8.self)
        address = host + tailText
        pathAndQuery = tail.isEmpty ? nil : tailText
    }

    private init(address: String, pathAndQuery: String?) {
        self.address = address
        self.pathAndQuery = pathAndQuery
    }

    // MARK: The parts

    /// The same for an address that is in its canonical form but for scheme, `www.` and trailing slashes, as most are;
    /// nil for any other.
    private static func plain(_ text: some StringProtocol) -> CanonicalLink? {
        let found = text.utf8.withContiguousStorageIfAvailable { bytes -> CanonicalLink? in
            func starts(_ prefix: StaticString, at offset: Int) -> Bool {
                let count = prefix.utf8CodeUnitCount
                guard bytes.count - offset >= count else { return false }
                for index in 0..<count where bytes[offset + index] != prefix.utf8Start[index] { return false }
                return true
            }
            var start = starts("https://", at: 0) ? 8 : starts("http://", at: 0) ? 7 : 0
            guard start > 0 else { return nil }
            var hostEnd = start
            var hasDot = false
            while hostEnd < bytes.count, bytes[hostEnd] != UInt8(ascii: "/") {
                switch bytes[hostEnd] {
                case 0x30...0x39, 0x61...0x7a, UInt8(ascii: "-"): break
                case UInt8(ascii: "."): hasDot = true
                default: return nil
                }
                hostEnd += 1
            }
            guard hasDot, hostEnd - start > 4, bytes[hostEnd - 1] != UInt8(ascii: ".") else { return nil }
            if starts("www.", at: start) {
                guard bytes[(start + 4)..<hostEnd].contains(UInt8(ascii: ".")) else { return nil }
                start += 4
            }
            var end = bytes.count
            while end > hostEnd, bytes[end - 1] == UInt8(ascii: "/") { end -= 1 }
            for index in hostEnd..<end where bytes[index] != UInt8(ascii: "/") && !isUnreserved(bytes[index]) {
                return nil
            }
            return CanonicalLink(
                address: String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self),
                pathAndQuery: end > hostEnd
                    ? String(decoding: UnsafeBufferPointer(rebasing: bytes[hostEnd..<end]), as: UTF8.self) : nil)
        }
        return found ?? nil
    }

    private typealias Bytes = ArraySlice<UInt8>

    private static func dropScheme(_ rest: inout Bytes) -> Bool {
        for scheme in ["https://", "http://", "//"] {
            var index = rest.startIndex
            var matches = true
            for byte in scheme.utf8 {
                guard index < rest.endIndex, lowered(rest[index]) == byte else {
                    matches = false
                    break
                }
                index = rest.index(after: index)
            }
            if matches {
                rest = rest[index...]
                return true
            }
        }
        return false
    }

    /// Lower case, without user, default port, `www.` and the root's dot; nil when nothing is left.
    private static func host(_ bytes: Bytes) -> String? {
        var rest = bytes
        if let at = rest.lastIndex(of: UInt8(ascii: "@")) { rest = rest[rest.index(after: at)...] }
        var name = rest.map(lowered)
        for port in [":80", ":443", ":"] where name.suffix(port.utf8.count).elementsEqual(port.utf8) {
            name.removeLast(port.utf8.count)
            break
        }
        if name.last == UInt8(ascii: ".") { name.removeLast() }
        if name.starts(with: "www.".utf8), name.dropFirst(4).contains(UInt8(ascii: ".")) { name.removeFirst(4) }
        return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
    }

    /// Without the trailing slash and a `;jsessionid=…`; empty for the root.
    private static func path(_ bytes: Bytes) -> [UInt8] {
        var rest = bytes
        if let semicolon = rest.firstIndex(of: UInt8(ascii: ";")),
            rest[rest.index(after: semicolon)...].prefix(11).map(lowered).elementsEqual("jsessionid=".utf8)
        {
            rest = rest[..<semicolon]
        }
        var path = encoded(rest)
        while path.last == UInt8(ascii: "/") { path.removeLast() }
        return path
    }

    /// The parameters that identify, in alphabetical order, joined by `&`.
    private static func query(_ bytes: Bytes) -> [UInt8] {
        // The usual id of a blog's entry, `?p=12`, needs no look at the lists.
        if bytes.count <= 8, bytes.allSatisfy({ isUnreserved($0) || $0 == UInt8(ascii: "=") }),
            bytes.first == UInt8(ascii: "p"), bytes.dropFirst().first == UInt8(ascii: "=")
        {
            return Array(bytes)
        }
        var parameters: [[UInt8]] = []
        for var part in bytes.split(separator: UInt8(ascii: "&")) {
            // A feed that escapes twice leaves `&amp;` between the parameters.
            if part.starts(with: "amp;".utf8) { part = part.dropFirst(4) }
            let nameEnd = part.firstIndex(of: UInt8(ascii: "=")) ?? part.endIndex
            let name = String(decoding: part[..<nameEnd].map(lowered), as: UTF8.self)
            let value = String(decoding: part[nameEnd...].dropFirst().map(lowered), as: UTF8.self)
            if !part.isEmpty, !isTracking(name, value) { parameters.append(encoded(part)) }
        }
        parameters.sort { $0.lexicographicallyPrecedes($1) }
        return Array(parameters.joined(separator: [UInt8(ascii: "&")]))
    }

    /// Parameters that say how a reader came, or who the reader is, never which page it is.
    private static func isTracking(_ name: String, _ value: String) -> Bool {
        if trackingPrefixes.contains(where: name.hasPrefix) || trackingNames.contains(name) { return true }
        return ["ref", "source", "src", "from"].contains(name) && ["rss", "feed", "atom", "rssfeed"].contains(value)
    }

    private static let trackingPrefixes = ["utm_", "pk_", "mtm_", "matomo_", "hsa_", "at_", "oly_"]
    private static let trackingNames: Set<String> = [
        "fbclid", "gclid", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "twclid", "ttclid", "igshid", "li_fat_id",
        "mc_cid", "mc_eid", "_hsenc", "_hsmi", "__hstc", "__hssc", "mkt_tok", "vero_id", "wickedid", "_ga", "_gl",
        "xtor", "cmpid", "cmp", "ncid", "s_cid", "ocid", "guccounter", "guce_referrer", "guce_referrer_sig", "spm",
        "phpsessid", "jsessionid", "sessionid", "rss", "feature",
    ]

    // MARK: Bytes

    private static func encoded(_ bytes: Bytes) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            index = bytes.index(after: index)
            if byte == UInt8(ascii: "%"), let high = digit(bytes, index),
                let low = digit(bytes, bytes.index(after: index))
            {
                index = bytes.index(index, offsetBy: 2)
                append(high << 4 | low, to: &result, isEscape: true)
            } else {
                append(byte, to: &result, isEscape: false)
            }
        }
        return result
    }

    /// An escape stays an escape unless it hides an unreserved character; a plain byte is escaped only where it could
    /// not stand in an address at all.
    private static func append(_ byte: UInt8, to result: inout [UInt8], isEscape: Bool) {
        let mustEscape = isEscape ? !isUnreserved(byte) : byte <= 0x20 || byte >= 0x7f
        guard mustEscape else { return result.append(byte) }
        let digits = Array("0123456789ABCDEF".utf8)
        result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }

    private static func digit(_ bytes: Bytes, _ index: Bytes.Index) -> UInt8? {
        guard index < bytes.endIndex else { return nil }
        switch bytes[index] {
        case let byte where (0x30...0x39).contains(byte): return byte - 0x30
        case let byte where (0x61...0x66).contains(byte | 0x20): return (byte | 0x20) - 0x57
        default: return nil
        }
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5a, 0x61...0x7a: true
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"): true
        default: false
        }
    }

    private static func lowered(_ byte: UInt8) -> UInt8 { (0x41...0x5a).contains(byte) ? byte | 0x20 : byte }
}

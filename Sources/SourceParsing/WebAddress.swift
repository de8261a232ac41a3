import MarkupReading

/// Links as documents write them, made absolute (RFC 3986 section 5).
enum WebAddress {
    /// `reference` against `base`; nil where it is empty, where no absolute address comes out, or where its scheme is
    /// none to follow (`javascript:`, `data:`).
    static func absolute(_ reference: String, against base: String?) -> String? {
        guard let reference = cleaned(reference) else { return nil }
        if isWeb(reference) { return reference }
        if let scheme = scheme(of: reference) {
            return unfollowed.contains(scheme) ? nil : reference
        }
        if isSaidAddress(reference) { return "http://" + reference }
        guard let base = base.flatMap(cleaned), let (scheme, authority, path, query) = split(base) else { return nil }
        if reference.hasPrefix("//") { return "\(scheme):\(reference)" }
        let root = "\(scheme)://\(authority)"
        if reference.hasPrefix("#") { return root + path + query + reference }
        if reference.hasPrefix("?") { return root + path + reference }
        let tailStart = reference.firstIndex { $0 == "?" || $0 == "#" } ?? reference.endIndex
        let tail = reference[tailStart...]
        let target = reference[..<tailStart]
        if target.hasPrefix("/") { return root + withoutDots(String(target)) + tail }
        let directory = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "/"
        return root + withoutDots(directory + String(target)) + tail
    }

    /// `www.acme.example/news`: an address as people say it, and no page beside this one such as `www.html`.
    private static func isSaidAddress(_ reference: String) -> Bool {
        guard reference.startsIgnoringCase("www.") else { return false }
        let host = reference.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        return labels.count > 2 && labels.allSatisfy { !$0.isEmpty }
            && !pageEndings.contains(labels[labels.count - 1].lowercased())
    }

    private static let pageEndings: Set<String> = ["html", "htm", "php", "xml", "asp", "aspx", "jsp", "rss", "pdf"]

    /// The address in the text of an element, absolute where it can be made so, else as written; nil for none.
    static func read(_ text: UnsafeBufferPointer<UInt8>, against base: String?) -> String? {
        var start = 0
        var end = text.count
        while start < end, text[start] <= 0x20 { start &+= 1 }
        while end > start, text[end &- 1] <= 0x20 { end &-= 1 }
        guard start < end else { return nil }
        let bytes = UnsafeBufferPointer(rebasing: text[start..<end])
        let address = String(trusted: bytes)
        return isWhole(bytes) ? address : absolute(address, against: base) ?? address
    }

    /// The address as it may be shown to people and followed: of the web, without name and password before the host
    /// (RFC 3986 section 3.2.1 warns of them). A reference that has no scheme stays as written; nil for what is none of
    /// both.
    static func safe(_ address: String) -> String? {
        if isSafe(address) { return address }
        guard let cleaned = cleaned(address).map(SafeText.address) else { return nil }
        guard isWeb(cleaned) else { return scheme(of: cleaned) == nil ? cleaned : nil }
        let start = cleaned.utf8.index(cleaned.utf8.firstIndex(of: UInt8(ascii: ":"))!, offsetBy: 3)  // `isWeb` saw it
        // A backslash ends the host in browsers, too (WHATWG URL 4.4).
        let end = cleaned.utf8[start...].firstIndex { [0x2F, 0x3F, 0x23, 0x5C].contains($0) } ?? cleaned.endIndex
        guard let at = cleaned.utf8[start..<end].lastIndex(of: UInt8(ascii: "@")) else {
            return start < end ? cleaned : nil
        }
        let host = cleaned.utf8.index(after: at)
        return host < end ? String(cleaned[..<start]) + String(cleaned[host...]) : nil
    }

    /// True for most addresses, of which `safe` changes nothing: `@` ends a name and password, a backslash ends the
    /// host, and what does not print may be unseen.
    static func isSafe(_ address: String) -> Bool {
        address.utf8.withContiguousStorageIfAvailable { bytes in
            isOfWeb(bytes) && bytes.count > 8 && bytes[bytes[4] == UInt8(ascii: ":") ? 7 : 8] != UInt8(ascii: "/")
                && PlainBytes.areOfAddress(bytes)
        } ?? false
    }

    /// True for an address of the web that needs no cleaning.
    private static func isWhole(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        isOfWeb(bytes) && bytes.count > 8 && !hasSpace(bytes)
    }

    /// Some byte is a space or a control. Eight bytes at a time: a byte below 0x21 is one that borrows from its top bit
    /// when 0x21 is taken away, unless it had that bit itself.
    private static func hasSpace(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = 0
        while index &+ 8 <= bytes.count {
            let word = UnsafeRawPointer(bytes.baseAddress.unsafelyUnwrapped).loadUnaligned(
                fromByteOffset: index, as: UInt64.self)
            if (word &- 0x2121_2121_2121_2121) & ~word & 0x8080_8080_8080_8080 != 0 { return true }
            index &+= 8
        }
        while index < bytes.count {
            if bytes[index] <= 0x20 { return true }
            index &+= 1
        }
        return false
    }

    /// `http` in any case, `s` perhaps, `://`.
    private static func isOfWeb(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes.count >= 7, bytes[0] | 0x20 == UInt8(ascii: "h"), bytes[1] | 0x20 == UInt8(ascii: "t"),
            bytes[2] | 0x20 == UInt8(ascii: "t"), bytes[3] | 0x20 == UInt8(ascii: "p")
        else { return false }
        let colon = bytes[4] | 0x20 == UInt8(ascii: "s") ? 5 : 4
        return bytes.count >= colon + 3 && bytes[colon] == UInt8(ascii: ":")
            && bytes[colon + 1] == UInt8(ascii: "/") && bytes[colon + 2] == UInt8(ascii: "/")
    }

    static func isAbsolute(_ address: String) -> Bool { isWeb(address) || scheme(of: address) != nil }

    /// True for `http:` and `https:`.
    static func isWeb(_ address: String) -> Bool {
        address.utf8.withContiguousStorageIfAvailable(isOfWeb) ?? Array(address.utf8).withUnsafeBufferPointer(isOfWeb)
    }

    private static let unfollowed: Set<String> = ["javascript", "data", "vbscript", "about", "blob"]

    /// White space at the ends goes, line breaks and tabs inside go too (WHATWG URL 4.4), spaces become `%20`.
    private static func cleaned(_ text: String) -> String? {
        let isClean = text.utf8.withContiguousStorageIfAvailable { bytes in
            for byte in bytes where byte <= 0x20 { return false }
            return !bytes.isEmpty
        }
        if isClean == true { return text }
        guard let trimmed = text.trimmedOrNil else { return nil }
        if !trimmed.utf8.contains(where: { $0 <= 0x20 }) { return trimmed }
        var cleaned: [UInt8] = []
        for byte in trimmed.utf8 {
            if byte == 0x20 {
                cleaned.append(contentsOf: "%20".utf8)
            } else if byte > 0x20 {
                cleaned.append(byte)
            }
        }
        return String(decoding: cleaned, as: UTF8.self)
    }

    /// In lower case, nil where there is none.
    private static func scheme(of text: String) -> String? {
        var length = 0
        for byte in text.utf8 {
            if byte == UInt8(ascii: ":") { return length > 1 ? String(text.utf8.prefix(length))?.lowercased() : nil }
            let lower = byte | 0x20
            let isLetter = lower >= 0x61 && lower <= 0x7A
            let isOther = (0x30...0x39).contains(byte) || byte == 0x2B || byte == 0x2D || byte == 0x2E
            guard isLetter || (length > 0 && isOther) else { return nil }
            length += 1
        }
        return nil
    }

    private static func split(_ base: String) -> (scheme: String, authority: String, path: String, query: String)? {
        guard let scheme = scheme(of: base), let colon = base.firstIndex(of: ":") else { return nil }
        var rest = base[base.index(after: colon)...]
        guard rest.hasPrefix("//") else { return nil }
        rest = rest.dropFirst(2)
        if let hash = rest.firstIndex(of: "#") { rest = rest[..<hash] }
        var query = ""
        if let mark = rest.firstIndex(of: "?") {
            query = String(rest[mark...])
            rest = rest[..<mark]
        }
        let slash = rest.firstIndex(of: "/") ?? rest.endIndex
        let path = rest[slash...]
        return (scheme, String(rest[..<slash]), path.isEmpty ? "/" : String(path), query)
    }

    /// RFC 3986 section 5.2.4 for a path that begins with `/`.
    private static func withoutDots(_ path: String) -> String {
        if !path.contains(bytes: "/.") { return path }
        var kept: [Substring] = []
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        for (index, part) in parts.enumerated() {
            let isLast = index == parts.count - 1
            switch part {
            case ".": if isLast { kept.append("") }
            case "..":
                if !kept.isEmpty { kept.removeLast() }
                if isLast { kept.append("") }
            default: kept.append(part)
            }
        }
        return "/" + kept.joined(separator: "/")
    }
}

import MarkupReading

/// What the first bytes of a document say it is.
enum DocumentShape: Equatable {
    case empty
    case json
    case gzip
    /// Some XML, by the local name of its root in lower case.
    case xml(root: String)
    case html
    /// EDGAR's envelope around a submission.
    case submission
    case text

    /// Looks at the first 64 KiB, of which feeds with junk before them need more than a few bytes.
    static func of(_ bytes: [UInt8]) -> DocumentShape {
        let head = bytes.prefix(64 << 10)
        guard let start = head.firstIndex(where: { $0 > 0x20 && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }) else {
            return .empty
        }
        if head.starts(with: [0x1F, 0x8B]) { return .gzip }
        let rest = head[start...]
        if let first = rest.first, first == UInt8(ascii: "{") || first == UInt8(ascii: "[") { return .json }
        for mark in ["-----BEGIN PRIVACY-ENHANCED MESSAGE", "<SEC-DOCUMENT>", "<SEC-HEADER>", "<DOCUMENT>\n<TYPE>"]
        where rest.starts(with: mark.utf8) {
            return .submission
        }
        guard let root = firstElement(rest) else { return .text }
        return root
    }

    private static func firstElement(_ bytes: ArraySlice<UInt8>) -> DocumentShape? {
        var index = bytes.startIndex
        var isHTML = false
        while let less = bytes[index...].firstIndex(of: UInt8(ascii: "<")), less + 1 < bytes.endIndex {
            let rest = bytes[(less + 1)...]
            if rest.starts(with: "!--".utf8) {
                index = end(of: "-->", in: rest) ?? bytes.endIndex
            } else if rest.first == UInt8(ascii: "?") {
                index = end(of: "?>", in: rest) ?? bytes.endIndex
            } else if rest.first == UInt8(ascii: "!") {
                let word = String(decoding: rest.dropFirst().prefix(16), as: UTF8.self).lowercased()
                if word.hasPrefix("doctype") {
                    isHTML = word.dropFirst(7).trimmedOrNil?.hasPrefix("html") ?? false
                    index = doctypeEnd(rest)
                } else {
                    index = less + 1
                }
            } else if let first = rest.first, (first | 0x20) &- 0x61 < 26 || first == 0x5F || first >= 0x80 {
                let name = rest.prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
                let local = name.split(separator: UInt8(ascii: ":")).last ?? name
                let root = String(decoding: local, as: UTF8.self).lowercased()
                if isHTML, !feedRoots.contains(root) { return laterFeed(bytes[less...]) ?? .html }
                if htmlRoots.contains(root) {
                    return laterFeed(bytes[less...]) ?? .html
                }
                return feedRoots.contains(root) ? .xml(root: root) : laterFeed(bytes[less...]) ?? .xml(root: root)
            } else {
                index = less + 1
            }
            if index >= bytes.endIndex { break }
        }
        return isHTML ? .html : nil
    }

    static let feedRoots: Set<String> = ["rss", "rdf", "feed", "channel", "item", "entry"]
    private static let htmlRoots: Set<String> = [
        "html", "head", "body", "div", "p", "table", "title", "meta", "script", "b", "br", "h1", "h2", "center", "font",
        "link", "style", "main", "article", "section", "span", "a", "ul", "pre", "svg", "noscript", "header",
    ]

    /// A feed behind a program's warnings: an XML declaration where none can stand otherwise.
    private static func laterFeed(_ bytes: ArraySlice<UInt8>) -> DocumentShape? {
        guard let declaration = end(of: "<?xml ", in: bytes),
            let element = firstElement(bytes[(declaration - 6)...]), case .xml(let root) = element,
            feedRoots.contains(root)
        else { return nil }
        return element
    }

    private static func end(of text: String, in bytes: ArraySlice<UInt8>) -> Int? {
        let wanted = Array(text.utf8)
        var index = bytes.startIndex
        while let first = bytes[index...].firstIndex(of: wanted[0]) {
            if bytes[first...].starts(with: wanted) { return first + wanted.count }
            index = first + 1
        }
        return nil
    }

    private static func doctypeEnd(_ bytes: ArraySlice<UInt8>) -> Int {
        var depth = 0
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            let rest = bytes[(index + 1)...]
            switch byte {
            case UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: ">") where depth <= 0: return index + 1
            case UInt8(ascii: "\""), UInt8(ascii: "'"): index = rest.firstIndex(of: byte) ?? index
            case UInt8(ascii: "<") where rest.starts(with: "!--".utf8):
                index = (end(of: "-->", in: rest) ?? bytes.endIndex) - 1
            case UInt8(ascii: "<") where rest.first.map({ ($0 | 0x20) &- 0x61 < 26 }) ?? false:
                // It never closed: no element stands in one.
                return index
            default: break
            }
            index += 1
        }
        return bytes.endIndex
    }
}

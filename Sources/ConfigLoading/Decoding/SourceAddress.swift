import Foundation

/// The address of a source: a web address in which placeholders may stand.
enum SourceAddress {
    /// Placeholders without their number of days, as an operator writes them.
    static let placeholders = ["today", "today-30d", "yyyy", "q", "yyyymmdd", "page", "offset", "timepoint"]

    /// The address with something plain in place of each placeholder.
    static func filled(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "{")) else { return text }
        var result = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let name = rest[rest.index(after: open)..<close]
            result += rest[..<open]
            result += isPlaceholder(name) ? "1" : String(rest[open...close])
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }

    /// Names in braces, in order.
    static func names(in text: String) -> [Substring] {
        guard text.utf8.contains(UInt8(ascii: "{")) else { return [] }
        var names: [Substring] = []
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            names.append(rest[rest.index(after: open)..<close])
            rest = rest[rest.index(after: close)...]
        }
        return names
    }

    /// `today`, `today-30d` with one to four digits, and the other plain names.
    static func isPlaceholder(_ name: some StringProtocol) -> Bool {
        if name.hasPrefix("today-"), name.hasSuffix("d") {
            let digits = name.dropFirst(6).dropLast()
            return (1...4).contains(digits.utf8.count) && digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
        }
        return placeholders.contains { $0 == name }
    }

    /// Lower case; nil where there is none, as in a path.
    static func host(of text: String) -> String? {
        guard let host = URL(string: filled(text))?.host()?.lowercased(), !host.isEmpty else { return nil }
        return host
    }
}

import MarkupReading

/// People as feeds write them.
enum PersonName {
    /// `mail (Name)`, `Name (mail)` and `Name <mail>` give the name, anything else itself; nil for nothing.
    static func read(_ text: String) -> String? {
        guard let text = text.trimmedOrNil else { return nil }
        if text.utf8.withContiguousStorageIfAvailable({ PlainBytes.has(UInt8(ascii: "@"), in: $0) }) ?? true {
            if let open = text.firstIndex(of: "("), let close = text.lastIndex(of: ")"), open < close {
                let inside = text[text.index(after: open)..<close]
                // Either of the two may be the address.
                let name = inside.utf8.contains(UInt8(ascii: "@")) ? text[..<open] : inside
                if let name = name.trimmedOrNil { return name }
            }
            if let open = text.firstIndex(of: "<") {
                if let name = text[..<open].trimmedOrNil { return name.filter { $0 != "\"" }.trimmedOrNil }
                return text[text.index(after: open)...].prefix { $0 != ">" }.trimmedOrNil
            }
        }
        return text
    }
}

package import TriggerModel

/// Addresses and bodies of requests with their placeholders filled.
package enum RequestTemplate {
    /// `{today}` and `{today-30d}` as `2026-11-21`, `{yyyy}`, `{q}` (1…4), `{yyyymmdd}`, `{page}`, `{offset}`,
    /// `{timepoint}`. Anything else in braces stays, because bodies are JSON.
    ///
    /// Without a `timepoint` the query parameter that holds nothing else is left out. A timepoint comes from outside
    /// and is percent-encoded.
    package static func fill(
        _ text: String, today: CalendarDay, page: Int, offset: Int, timepoint: String?
    ) -> String {
        guard text.utf8.contains(UInt8(ascii: "{")) else { return text }
        var filled: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.first {
            guard byte == UInt8(ascii: "{"), let end = rest.prefix(20).firstIndex(of: UInt8(ascii: "}")) else {
                filled.append(byte)
                rest.removeFirst()
                continue
            }
            let name = String(decoding: rest[rest.startIndex..<end].dropFirst(), as: UTF8.self)
            if name == "timepoint" {
                rest = rest[rest.index(after: end)...]
                if let timepoint {
                    filled.append(contentsOf: PercentEncoding.component(timepoint).utf8)
                } else {
                    dropParameter(&filled, &rest)
                }
            } else if let value = value(name, today, page, offset) {
                filled.append(contentsOf: value.utf8)
                rest = rest[rest.index(after: end)...]
            } else {
                filled.append(byte)
                rest.removeFirst()
            }
        }
        return String(decoding: filled, as: UTF8.self)
    }

    private static func value(_ name: String, _ today: CalendarDay, _ page: Int, _ offset: Int) -> String? {
        switch name {
        case "today": return today.description
        case "yyyy": return String(today.description.prefix(4))
        case "q": return String((today.month + 2) / 3)
        case "yyyymmdd": return today.description.filter { $0 != "-" }
        case "page": return String(page)
        case "offset": return String(offset)
        default:
            guard name.hasPrefix("today-"), name.hasSuffix("d") else { return nil }
            let digits = name.dropFirst(6).dropLast()
            guard (1...4).contains(digits.utf8.count), digits.utf8.allSatisfy({ $0 &- 0x30 < 10 }),
                let days = Int(digits)
            else { return nil }
            return today.adding(days: -days).description
        }
    }

    /// Removes `?name=` or `&name=` at the end of `filled`, and the `&` that would follow the `?`.
    private static func dropParameter(_ filled: inout [UInt8], _ rest: inout Substring.UTF8View) {
        guard rest.first.map({ $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "#") }) ?? true,
            filled.last == UInt8(ascii: "="),
            let mark = filled.lastIndex(where: { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "&") })
        else { return }
        if filled[mark] == UInt8(ascii: "?"), rest.first == UInt8(ascii: "&") {
            filled.removeSubrange((mark + 1)...)
            rest.removeFirst()
        } else {
            filled.removeSubrange(mark...)
        }
    }
}

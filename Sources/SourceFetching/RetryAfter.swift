package import TriggerModel

/// How long a server asks us to stay away (RFC 9110, 10.2.3).
package enum RetryAfter {
    /// A day: a server that asks for a year, by mistake or not, does not silence a source for that long.
    package static let longest = 86_400

    /// Seconds from `now`, 0...`longest`: from a number of seconds or from any of HTTP's dates. nil for anything else.
    package static func seconds(_ text: String, now: Timestamp) -> Int? {
        let trimmed = text.drop { $0 == " " || $0 == "\t" }
        let digits = trimmed.prefix { ("0"..."9").contains($0) && $0.isASCII }
        if !digits.isEmpty, digits.endIndex == trimmed.endIndex {
            // More digits than an Int has is a long time too.
            return min(Int(digits) ?? longest, longest)
        }
        guard let date = HTTPDate.timestamp(String(trimmed), now: now) else { return nil }
        return min(max(date.seconds(since: now), 0), longest)
    }
}

import CurlTransfer
import TriggerModel

/// The quota that a server counts down in its header fields.
enum RateLimit {
    /// Companies House, the spelling that most interfaces use, and the drafts of the IETF's RateLimit fields up to 07.
    private static let names = [
        (left: "X-Ratelimit-Remain", reset: "X-Ratelimit-Reset"),
        (left: "X-RateLimit-Remaining", reset: "X-RateLimit-Reset"),
        (left: "RateLimit-Remaining", reset: "RateLimit-Reset"),
    ]

    /// Seconds until the quota is filled up again, where nothing is left of it; nil where something is, or the server
    /// does not say. 0...`RetryAfter.longest`.
    ///
    /// - Parameter now: on the server's clock, which the reset time is told in; asked for where it counts only.
    static func pause(_ headers: HeaderFields, now: () -> Timestamp) -> Int? {
        for name in names {
            guard let left = headers[name.left].flatMap(number), left == 0,
                let reset = headers[name.reset].flatMap(number)
            else { continue }
            // Some tell a time, some seconds from now; no quota lasts thirty years.
            let seconds = reset >= 1_000_000_000 ? reset - now().seconds : reset
            return min(max(seconds, 0), RetryAfter.longest)
        }
        return nil
    }

    /// Digits, with a fraction at most, which is dropped.
    private static func number(_ text: String) -> Int? {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard !digits.isEmpty, digits.endIndex == text.endIndex || text[digits.endIndex] == "." else { return nil }
        return Int(digits)
    }
}

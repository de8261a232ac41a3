import CurlTransfer
import TriggerModel

/// What a response says about its own shelf life (RFC 9111, 4.2).
enum Freshness {
    /// Seconds for which a response stays fresh from now on; 0 where it is stale or must be asked for again each time; nil
    /// where it does not say, or not readably.
    ///
    /// The lifetime is `max-age`, or the time from `Date` to `Expires` where that is unsaid; what a cache on the way has
    /// used up of it (`Age`) is taken off. `s-maxage` is for shared caches, which we are not.
    static func remaining(_ headers: HeaderFields, now: Timestamp) -> Int? {
        guard let lifetime = maxAge(headers) ?? untilExpiry(headers, now: now) else { return nil }
        return max(0, lifetime - (headers["Age"].flatMap(seconds) ?? 0))
    }

    /// `max-age` of Cache-Control in seconds (RFC 9111, 5.2.2.1); 0 for `no-store` and `no-cache`; nil unsaid or broken.
    static func maxAge(_ headers: HeaderFields) -> Int? {
        var age: Int?
        for value in headers.all("Cache-Control") {
            for directive in value.split(separator: ",") {
                let text = directive.filter { $0 != " " && $0 != "\t" && $0 != "\"" }.lowercased()
                if text == "no-store" || text == "no-cache" { return 0 }
                if text.hasPrefix("max-age="), age == nil { age = seconds(String(text.dropFirst("max-age=".count))) }
            }
        }
        return age
    }

    /// A date that is none, above all `0` and `-1`, means "already over" (RFC 9111, 5.3).
    private static func untilExpiry(_ headers: HeaderFields, now: Timestamp) -> Int? {
        guard let text = headers["Expires"] else { return nil }
        guard let end = HTTPDate.timestamp(text, now: now) else { return 0 }
        let start = headers["Date"].flatMap { HTTPDate.timestamp($0, now: now) } ?? now
        return min(max(0, end.seconds(since: start)), longest)
    }

    /// RFC 9111, 1.2.2: what does not fit is a very long time.
    private static let longest = 1 << 31

    private static func seconds(_ text: String) -> Int? {
        guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return min(Int(text) ?? .max, longest)
    }
}

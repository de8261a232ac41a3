import CurlTransfer

/// What a response says about its own shelf life.
enum Freshness {
    /// `max-age` of Cache-Control in seconds (RFC 9111, 5.2.2.1); 0 for `no-store` and `no-cache`; nil unsaid or broken.
    static func maxAge(_ headers: HeaderFields) -> Int? {
        var age: Int?
        for value in headers.all("Cache-Control") {
            for directive in value.split(separator: ",") {
                let text = directive.filter { $0 != " " && $0 != "\t" && $0 != "\"" }.lowercased()
                if text == "no-store" || text == "no-cache" { return 0 }
                if text.hasPrefix("max-age="), age == nil {
                    let digits = text.dropFirst("max-age=".count)
                    guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { continue }
                    // RFC 9111, 1.2.2: what does not fit is a very long time.
                    age = min(Int(digits) ?? .max, 1 << 31)
                }
            }
        }
        return age
    }
}

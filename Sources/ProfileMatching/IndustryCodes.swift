/// Industry codes as a profile writes them: `sic 20`, `sic 2000..3999`, `naics 31..33`.
///
/// A code is meant with all that it begins: `sic 20` is 2000 to 2099.
struct IndustryCodes: Hashable, Sendable {
    /// `sic` or `naics`.
    var scheme: String
    /// Digits.
    var lowest: String
    var highest: String

    /// nil for anything else: an industry in words.
    init?(_ text: String) {
        let words = text.split(separator: " ")
        guard words.count == 2, Self.schemes.contains(words[0]) else { return nil }
        let bounds = words[1].split(separator: ".", omittingEmptySubsequences: false)
        let codes = bounds.filter { !$0.isEmpty }
        guard bounds.count == 1 || (bounds.count == 3 && bounds[1].isEmpty && codes.count == 2),
            codes.allSatisfy({ (1...6).contains($0.utf8.count) && $0.utf8.allSatisfy { $0 &- 0x30 < 10 } }),
            let low = codes.first, let high = codes.last
        else { return nil }
        (scheme, lowest, highest) = (String(words[0]), String(low), String(high))
    }

    /// Whether a company's code, written as `sic 2020`, is among them. One with fewer digits than is asked for is not.
    func holds(_ value: String) -> Bool {
        let words = value.split(separator: " ")
        guard words.count == 2, words[0] == scheme else { return false }
        let code = words[1]
        guard code.utf8.count >= max(lowest.utf8.count, highest.utf8.count) else { return false }
        return code.prefix(lowest.count) >= lowest && code.prefix(highest.count) <= highest
    }

    private static let schemes: Set<Substring> = ["sic", "naics"]
}

/// Sums as people write them: `14200000` as `14,200,000`.
enum GroupedDigits {
    /// Anything but a whole number of one to fifteen digits, with or without a fraction, is given back as it is.
    static func text(_ number: String) -> String {
        let whole = number.prefix { $0 != "." }
        guard (1...15).contains(whole.utf8.count), whole.utf8.allSatisfy({ $0 &- 0x30 < 10 }) else { return number }
        var grouped = ""
        for (index, digit) in whole.enumerated() {
            if index > 0, (whole.utf8.count - index) % 3 == 0 { grouped += "," }
            grouped.append(digit)
        }
        return grouped + number.dropFirst(whole.count)
    }
}

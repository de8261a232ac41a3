/// What a share may really be, seen from a few trials: Wilson's score interval at 95 %.
///
/// E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical Inference" (1927). Unlike the plain share it
/// does not call one success in one trial a certainty, and it never leaves 0...1.
package struct WilsonInterval: Hashable, Sendable {
    /// 0...1.
    package let low: Double
    /// 0...1.
    package let high: Double

    /// - Parameter successes: taken as 0...`trials`; without trials the interval is all of 0...1.
    package init(successes: Int, trials: Int) {
        guard trials > 0 else {
            low = 0
            high = 1
            return
        }
        let z = 1.959964
        let n = Double(trials)
        let share = Double(min(max(successes, 0), trials)) / n
        let middle = share + z * z / (2 * n)
        let half = z * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
        low = max(0, (middle - half) / (1 + z * z / n))
        high = min(1, (middle + half) / (1 + z * z / n))
    }
}

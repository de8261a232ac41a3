/// How long to leave a failing source alone: twice as long after each failure up to a bound, for ever, with jitter.
package struct Backoff: Hashable, Sendable {
    /// Seconds after the first failure.
    package var base: Int
    /// Seconds that no wait exceeds, unless the server itself asks for more.
    package var cap: Int

    package init(base: Int = 300, cap: Int = 21_600) {
        self.base = max(1, base)
        self.cap = max(self.base, cap)
    }

    /// Seconds until the next try, after `failures` in a row (1 or more), with `random` in 0..<1.
    ///
    /// Between half and the whole of the doubled wait, so that sources which failed together come back apart. What the
    /// server asked for (`retryAfter`) is kept to the second and wins.
    package func delay(failures: Int, random: Double, retryAfter: Int? = nil) -> Int {
        if let retryAfter { return max(retryAfter, 0) }
        let doublings = min(max(failures, 1) - 1, 40)
        let whole = Double(min(Double(base) * Double(1 << doublings), Double(cap)))
        return max(1, Int(whole / 2 + whole / 2 * min(max(random, 0), 1)))
    }
}

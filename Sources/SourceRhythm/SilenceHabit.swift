import Foundation

/// The usual silences of a source, measured in arrivals that were expected meanwhile (`Cadence`): about 1 for a silence
/// of middling length, whatever the hour.
struct SilenceHabit: Hashable, Sendable, Decodable {
    /// Silences that were measured.
    private(set) var count = 0
    private(set) var mean = 1.0
    /// Mean square around the mean: 0 for a source like clockwork, 1 for one that speaks at random, more for one that
    /// speaks in bursts.
    private(set) var variance = 1.0
    /// The longest lately; fades.
    private(set) var longest = 0.0
    /// Silences in a row that were longer than the limit.
    private var beyond = 0

    private enum CodingKeys: String, CodingKey {
        case count = "n"
        case mean = "m"
        case variance = "v"
        case longest = "x"
        case beyond = "b"
    }

    private static let memory = 150
    /// A silence that missed fewer arrivals than this is never a fault.
    private static let leastMissed = 4.0
    /// Of how many silences beyond the limit one is let pass each year while nothing is wrong.
    private static let alarmsAYear = 0.05
    /// Silences that are assumed to have been random before any was measured.
    private static let assumed = 10.0

    /// - Parameter limit: the rule's answer before this silence, if there was one. An outage must not teach that any
    ///   silence is usual: of one beyond the limit only the longest learns, and no more than a fifth above it. But several in a row are
    ///   a new habit.
    mutating func note(_ silence: Double, limit: Double?) {
        let most = limit ?? 50
        let isBeyond = silence > most
        beyond = isBeyond ? min(beyond + 1, 8) : 0
        let learnt = min(silence, most * (beyond > 1 ? Double(1 << beyond) : 1.2))
        longest = max(longest * (1 - 1 / Double(Self.memory)), learnt)
        guard !isBeyond else { return }
        count = min(count + 1, 100_000)
        let weight = 1 / Double(min(count, Self.memory))
        let away = silence - mean
        if count == 1 {
            mean = silence
            variance = 0
        } else {
            mean += weight * away
            variance += weight * (away * (silence - mean) - variance)
        }
    }

    /// Arrivals that may be missed in a row before the silence is a fault.
    ///
    /// The silences are taken to follow a gamma distribution with the measured mean and spread, and the limit is where
    /// one alarm in twenty years remains (Wilson and Hilferty's cube-root approximation, PNAS 17, 1931).
    ///
    /// - Parameters:
    ///   - perYear: silences a year.
    ///   - evidence: arrivals on which the cadence rests: the fewer they are, the wider the margin.
    func limit(perYear: Double, evidence: Double) -> Double {
        let tail = min(0.05, Self.alarmsAYear / max(perYear, 1))
        let known = Double(min(count, Self.memory))
        // Regularity must be seen to be believed: random until shown otherwise.
        let spread = (known * variance + Self.assumed * mean * mean) / (known + Self.assumed)
        let shape = mean * mean / max(spread, 1e-6)
        let part = 1 / (9 * max(shape, 0.05))
        let cubeRoot = 1 - part + Self.deviations(beyond: tail) * part.squareRoot()
        let margin = 1 + 2 / max(evidence, 1).squareRoot()
        return max(Self.leastMissed, mean * cubeRoot * cubeRoot * cubeRoot * margin, 1.25 * longest)
    }

    /// Standard deviations beyond which the normal distribution keeps `tail`, 0 < tail <= 0.5 (Abramowitz and Stegun,
    /// formula 26.2.23; error below 0.0005).
    private static func deviations(beyond tail: Double) -> Double {
        let t = (-2 * log(tail)).squareRoot()
        return t - (2.515517 + t * (0.802853 + t * 0.010328))
            / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)))
    }
}

// MARK: As stored

extension SilenceHabit {
    init(from numbers: inout StoredNumbersReader) throws(StoredNumbersReader.Unreadable) {
        count = try numbers.int()
        mean = try numbers.double()
        variance = try numbers.double()
        longest = try numbers.double()
        beyond = try numbers.int()
    }

    func write(to numbers: inout StoredNumbers) {
        numbers.write(count)
        for number in [mean, variance, longest] { numbers.write(number) }
        numbers.write(beyond)
    }
}

import Foundation
package import TriggerModel

/// What a source's documents usually look like, and whether the last one looked as if we had gone blind.
struct DocumentHabit: Hashable, Sendable, Decodable {
    /// Documents with entries that were learnt from.
    private(set) var documents = 0
    /// Usual entries, and the fewest of this window of weeks and the one before.
    private(set) var entries = 0.0
    private var fewest = Int.max
    private var fewestBefore = Int.max
    private var windowSince: Timestamp?
    /// Share of entries with the part, 0...1.
    private(set) var titled = 0.0
    private(set) var dated = 0.0
    private(set) var linked = 0.0
    private(set) var bytes = 0.0
    /// Times that the source was empty for a while and then went on: some sources are, when nothing is on.
    private var emptyTimes = 0
    private(set) var blindness: Blindness?

    private enum CodingKeys: String, CodingKey {
        case documents = "n"
        case entries = "e"
        case fewest = "f"
        case fewestBefore = "g"
        case windowSince = "w"
        case titled = "t"
        case dated = "d"
        case linked = "l"
        case bytes = "b"
        case emptyTimes = "z"
        case blindness = "x"
    }

    private static let memory = 40
    private static let window = 21 * 86_400
    /// Documents before a missing part is a sign, and before a low number of entries is.
    private static let enoughForParts = 5
    private static let enoughForNumbers = 20
    private static let longList = 5.0
    /// A new look that lasted this long is the usual one from now on. Emptiness never becomes usual this way.
    private static let adoption = 28 * 86_400

    /// Judges a document by what was usual before it, then learns from it unless it looks blind.
    mutating func note(_ sight: PollSight) {
        let found = finding(sight)
        if let found {
            if blindness?.sign == found.sign {
                blindness?.isConfirmed = true
                blindness?.entries = found.entries
            } else {
                blindness = found
            }
            guard let since = blindness?.since, found.sign != .noEntries,
                sight.at.seconds(since: since) >= Self.adoption
            else { return }
            let empty = emptyTimes
            self = DocumentHabit()
            emptyTimes = empty
        } else if let was = blindness {
            if was.sign == .noEntries, was.isConfirmed { emptyTimes = min(emptyTimes + 1, 100) }
            blindness = nil
        }
        if sight.entries > 0 { learn(sight) }
    }

    /// The document that looked blind is still the one that is served.
    ///
    /// - Returns: true when that was not known before.
    mutating func confirm() -> Bool {
        guard let found = blindness, !found.isConfirmed else { return false }
        blindness?.isConfirmed = true
        return true
    }

    private func finding(_ sight: PollSight) -> Blindness? {
        // A list that was long and is gone needs no habit: a source that speaks monthly would take half a year to show one.
        let isListGone = sight.entries == 0 && documents > 0 && entries >= Self.longList
        guard documents >= Self.enoughForParts || isListGone else { return nil }
        func blindness(_ sign: Blindness.Sign, usually: Double) -> Blindness {
            Blindness(
                sign: sign, since: sight.at, entries: sight.entries, usualEntries: Int(entries.rounded()),
                usualShare: Int((usually * 100).rounded()), bytes: sight.bytes, usualBytes: Int(bytes.rounded()))
        }
        guard sight.entries > 0 else {
            return emptyTimes < 2 ? blindness(.noEntries, usually: 1) : nil
        }
        let low = min(fewest, fewestBefore)
        if documents >= Self.enoughForNumbers, low >= 5, low < Int.max, sight.entries * 5 < low * 2 {
            return blindness(.fewEntries, usually: 1)
        }
        let parts: [(Blindness.Sign, Double, Int)] = [
            (.noTitles, titled, sight.titled), (.noLinks, linked, sight.linked), (.noDates, dated, sight.dated),
        ]
        for (sign, usual, now) in parts
        where usual >= 0.8 && now * 5 < sight.entries && sight.entries >= min(3, Int(entries.rounded())) {
            return blindness(sign, usually: usual)
        }
        return nil
    }

    private mutating func learn(_ sight: PollSight) {
        documents = min(documents + 1, 100_000)
        let weight = 1 / Double(min(documents, Self.memory))
        func drawn(_ value: Double, to now: Double) -> Double { value + weight * (now - value) }
        let count = Double(sight.entries)
        entries = drawn(entries, to: count)
        titled = drawn(titled, to: Double(sight.titled) / count)
        dated = drawn(dated, to: Double(sight.dated) / count)
        linked = drawn(linked, to: Double(sight.linked) / count)
        bytes = drawn(bytes, to: Double(sight.bytes))
        let start = windowSince ?? sight.at
        if sight.at.seconds(since: start) > Self.window {
            fewestBefore = fewest
            fewest = sight.entries
            windowSince = sight.at
        } else {
            fewest = min(fewest, sight.entries)
            // A clock that was set back begins the window anew.
            windowSince = min(start, sight.at)
        }
    }
}

/// Why the last document looks as if we could not read the source any more.
package struct Blindness: Hashable, Sendable, Decodable {
    package enum Sign: String, Hashable, Sendable, Decodable, CaseIterable {
        case noEntries = "no-entries"
        case fewEntries = "few-entries"
        case noTitles = "no-titles"
        case noLinks = "no-links"
        case noDates = "no-dates"
    }

    package var sign: Sign
    package var since: Timestamp
    package var entries: Int
    package var usualEntries: Int
    /// Percent of entries that usually have the part that is gone.
    package var usualShare: Int
    package var bytes: Int
    package var usualBytes: Int
    /// Seen at a second look: one odd document is no fault.
    package var isConfirmed = false

    private enum CodingKeys: String, CodingKey {
        case sign = "k"
        case since = "s"
        case entries = "e"
        case usualEntries = "u"
        case usualShare = "p"
        case bytes = "b"
        case usualBytes = "c"
        case isConfirmed = "y"
    }

    package init(
        sign: Sign, since: Timestamp, entries: Int, usualEntries: Int, usualShare: Int, bytes: Int, usualBytes: Int,
        isConfirmed: Bool = false
    ) {
        self.sign = sign
        self.since = since
        self.entries = entries
        self.usualEntries = usualEntries
        self.usualShare = usualShare
        self.bytes = bytes
        self.usualBytes = usualBytes
        self.isConfirmed = isConfirmed
    }
}

// MARK: As stored

extension DocumentHabit {
    init(from numbers: inout StoredNumbersReader) throws(StoredNumbersReader.Unreadable) {
        documents = try numbers.int()
        entries = try numbers.double()
        fewest = try numbers.int()
        fewestBefore = try numbers.int()
        windowSince = try numbers.time()
        titled = try numbers.double()
        dated = try numbers.double()
        linked = try numbers.double()
        bytes = try numbers.double()
        emptyTimes = try numbers.int()
        blindness = try Blindness(from: &numbers)
    }

    func write(to numbers: inout StoredNumbers) {
        numbers.write(documents)
        numbers.write(entries)
        numbers.write(fewest)
        numbers.write(fewestBefore)
        numbers.write(windowSince)
        for number in [titled, dated, linked, bytes] { numbers.write(number) }
        numbers.write(emptyTimes)
        Blindness.write(blindness, to: &numbers)
    }
}

extension Blindness {
    /// nil where there was none.
    fileprivate init?(from numbers: inout StoredNumbersReader) throws(StoredNumbersReader.Unreadable) {
        guard let place = try numbers.optionalInt() else { return nil }
        guard Sign.allCases.indices.contains(place) else { throw StoredNumbersReader.Unreadable() }
        self.init(
            sign: Sign.allCases[place], since: Timestamp(seconds: try numbers.int()), entries: try numbers.int(),
            usualEntries: try numbers.int(), usualShare: try numbers.int(), bytes: try numbers.int(),
            usualBytes: try numbers.int(), isConfirmed: try numbers.int() == 1)
    }

    fileprivate static func write(_ blindness: Blindness?, to numbers: inout StoredNumbers) {
        numbers.write(blindness.flatMap { Sign.allCases.firstIndex(of: $0.sign) })
        guard let blindness else { return }
        let parts = [
            blindness.since.seconds, blindness.entries, blindness.usualEntries, blindness.usualShare, blindness.bytes,
            blindness.usualBytes, blindness.isConfirmed ? 1 : 0,
        ]
        for number in parts { numbers.write(number) }
    }
}

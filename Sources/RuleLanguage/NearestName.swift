/// Finds the valid name that a misspelt one most likely meant.
///
/// The distance is "optimal string alignment": insertions, deletions, substitutions and swaps of neighbours cost one
/// each. Names in configuration are short; longer ones than `longest` are not compared, so hostile input costs nothing.
package enum NearestName {
    private static let longest = 64

    /// The nearest of `names`, ignoring case; nil where none is near enough to be worth a guess. Ties go to the first.
    package static func find(_ name: String, in names: some Sequence<String>) -> String? {
        let wanted = Array(name.lowercased().utf8.prefix(longest + 1))
        guard !wanted.isEmpty, wanted.count <= longest else { return nil }
        var best: (name: String, distance: Int)?
        for candidate in names {
            let letters = Array(candidate.lowercased().utf8.prefix(longest + 1))
            guard letters.count <= longest else { continue }
            let bound = max(1, max(wanted.count, letters.count) / 3)
            // A short form or a longer one is a near miss too: `founder` for `co-founder`, `shelf` for `shelf-life`.
            let contains = wanted.count >= 3 && candidate.lowercased().contains(name.lowercased())
            let distance = contains ? 1 : distance(wanted, letters)
            if distance <= bound, distance < best?.distance ?? .max { best = (candidate, distance) }
        }
        return best?.name
    }

    /// ` (did you mean X?)` for the end of a message; empty where nothing is near.
    package static func suggestion(_ name: String, in names: some Sequence<String>) -> String {
        find(name, in: names).map { " (did you mean \($0)?)" } ?? ""
    }

    /// ` (did you mean X?)` for the end of a message; where nothing is near, up to eight valid names instead.
    package static func hint(_ name: String, in names: [String]) -> String {
        let suggestion = suggestion(name, in: names)
        guard suggestion.isEmpty else { return suggestion }
        guard !names.isEmpty else { return "" }
        return " (valid: \(names.prefix(8).joined(separator: ", "))\(names.count > 8 ? " …" : ""))"
    }

    private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var beforePrevious = [Int](repeating: 0, count: right.count + 1)
        var previous = Array(0...right.count)
        var current = previous
        for i in 0..<left.count {
            current[0] = i + 1
            for j in 0..<right.count {
                let substituted = previous[j] + (left[i] == right[j] ? 0 : 1)
                current[j + 1] = min(substituted, previous[j + 1] + 1, current[j] + 1)
                if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
                    current[j + 1] = min(current[j + 1], beforePrevious[j - 1] + 1)
                }
            }
            (beforePrevious, previous, current) = (previous, current, beforePrevious)
        }
        return previous[right.count]
    }
}

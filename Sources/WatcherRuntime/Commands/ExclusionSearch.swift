internal import Foundation

/// Finds words that stand in headlines which were no reason, and in none that was.
struct ExclusionSearch {
    /// A run of words, and which of the bad headlines hold it.
    struct Find: Hashable {
        var words: [String]
        var covers: Set<Int>

        var pattern: String { words.joined(separator: " ") }
    }

    /// Words that carry no meaning alone: a run neither begins nor ends with one.
    private static let weak: Set<String> = [
        "a", "an", "and", "as", "at", "by", "for", "from", "has", "have", "in", "into", "is", "it", "its", "of", "on",
        "or", "our", "s", "the", "their", "this", "to", "was", "were", "will", "with",
    ]
    private static let longest = 4
    /// A rule that needs more exclusions than this at one time needs a person.
    static let most = 5

    /// - Parameters:
    ///   - bad: headlines that were no reason.
    ///   - good: texts that must go on matching.
    ///   - names: words of companies and people, which would exclude a customer and not a kind of news.
    /// - Returns: runs of words, each covering headlines that those before it do not; the widest first.
    static func find(in bad: [String], sparing good: [String], names: Set<String>) -> [Find] {
        let spared = Set(good.flatMap { runs(of: words($0), names: []) })
        var covers: [[String]: Set<Int>] = [:]
        for (number, headline) in bad.enumerated() {
            for run in runs(of: words(headline), names: names) where !spared.contains(run) {
                covers[run, default: []].insert(number)
            }
        }
        var open = Set(bad.indices)
        var found: [Find] = []
        while !open.isEmpty, found.count < most {
            let best = covers.map { Find(words: $0.key, covers: $0.value.intersection(open)) }
                .filter { !$0.covers.isEmpty }
                .min { rank($0) < rank($1) }
            guard let best else { break }
            found.append(best)
            open.subtract(best.covers)
        }
        return found
    }

    /// Folded words of letters and digits, in their order.
    static func words(_ text: String) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    /// More headlines first; then two words before three, four and one: one word excludes too much, four too little.
    private static func rank(_ find: Find) -> (Int, Int, String) {
        let order = [2: 0, 3: 1, 4: 2, 1: 3]
        return (-find.covers.count, order[find.words.count] ?? 4, find.pattern)
    }

    private static func runs(of words: [String], names: Set<String>) -> Set<[String]> {
        var runs: Set<[String]> = []
        for start in words.indices {
            for length in 1...longest where start + length <= words.count {
                let run = Array(words[start..<start + length])
                guard let first = run.first, let last = run.last, !weak.contains(first), !weak.contains(last),
                    !run.contains(where: { names.contains($0) || $0.allSatisfy(\.isNumber) })
                else { continue }
                if run.count == 1, first.count < 5 { continue }
                runs.insert(run)
            }
        }
        return runs
    }
}

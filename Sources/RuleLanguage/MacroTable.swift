/// Macros as rule files define them, read in the order of what they use.
package struct MacroTable: Sendable {
    /// One macro as written.
    package struct Definition: Sendable {
        package var name: String
        package var patterns: [(text: String, place: SourcePlace)]

        package init(name: String, patterns: [(text: String, place: SourcePlace)]) {
            self.name = name
            self.patterns = patterns
        }
    }

    /// A pattern that could not be read; `fault.column` counts in its text, which begins at `place`.
    package struct Failure: Sendable {
        package var place: SourcePlace
        package var text: String
        package var fault: PatternFault
    }

    /// Name without `$` to its patterns; a macro keeps the patterns that could be read.
    package private(set) var patterns: [String: [Pattern]] = [:]
    package private(set) var failures: [Failure] = []

    /// Letters, digits and `-` make a macro name.
    package static func isNameCharacter(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber) || character == "-"
    }

    /// Reads `definitions`; a macro may use others, defined before or after it, but never itself.
    package init(_ definitions: [Definition]) {
        var remaining = definitions
        // Each round reads what depends only on macros already read. What is left when a round reads nothing uses
        // itself through others.
        while !remaining.isEmpty {
            let pending = Set(remaining.map(\.name))
            let ready = remaining.filter { pending.isDisjoint(with: Self.uses(of: $0)) }
            guard !ready.isEmpty else { break }
            let names = Set(ready.map(\.name))
            for definition in ready { read(definition, macros: patterns) }
            remaining.removeAll { names.contains($0.name) }
        }
        for definition in remaining { reportCycle(of: definition, among: remaining) }
    }

    private mutating func read(_ definition: Definition, macros: [String: [Pattern]]) {
        var read: [Pattern] = []
        for (text, place) in definition.patterns {
            do {
                read.append(try PatternParser.parse(text, place: place, macros: macros, isFragment: true))
            } catch {
                failures.append(Failure(place: place, text: text, fault: error))
            }
        }
        patterns[definition.name, default: []] += read
    }

    /// Names the macros of the circle that `definition` is part of, or hangs on.
    private mutating func reportCycle(of definition: Definition, among all: [Definition]) {
        let byName = Dictionary(all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        var path = [definition.name]
        while let next = byName[path[path.count - 1]].flatMap({ Self.uses(of: $0).first { byName[$0] != nil } }) {
            if let start = path.firstIndex(of: next) {
                path = path[start...] + [next]
                break
            }
            path.append(next)
        }
        let circle = path.map { "$" + $0 }.joined(separator: " → ")
        guard let (text, place) = definition.patterns.first else { return }
        let fault = PatternFault(column: 1, message: "macro $\(definition.name) uses itself: \(circle)")
        failures.append(Failure(place: place, text: text, fault: fault))
        // Empty, so that those who use it are told nothing they could not have known.
        patterns[definition.name] = []
    }

    /// Macro names that stand in a definition's patterns, in order.
    private static func uses(of definition: Definition) -> [String] {
        definition.patterns.flatMap { pattern in
            pattern.text.prefix(PatternParser.longestText).split(separator: "$", omittingEmptySubsequences: false)
                .dropFirst().map { String($0.prefix(while: isNameCharacter)) }
        }
    }
}

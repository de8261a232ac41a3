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
    private let lists: [String: Pattern.Node]

    /// Letters, digits and `-` make a macro name.
    package static func isNameCharacter(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber) || character == "-"
    }

    /// Reads `definitions`; a macro may use others, defined before or after it, but never itself.
    ///
    /// - Parameter lists: the word-list slots that may stand in them.
    package init(_ definitions: [Definition], lists: [String: Pattern.Node] = [:]) {
        self.lists = lists
        // Kahn's algorithm: what depends on nothing unread is read next. What is left over uses itself through others.
        let names = Set(definitions.map(\.name))
        let uses = definitions.map { Set(Self.uses(of: $0)).intersection(names) }
        var users: [String: [Int]] = [:]
        for (index, used) in uses.enumerated() {
            for name in used { users[name, default: []].append(index) }
        }
        var waiting = uses.map(\.count)
        var ready = definitions.indices.filter { waiting[$0] == 0 }
        var isRead = [Bool](repeating: false, count: definitions.count)
        var next = 0
        while next < ready.count {
            let index = ready[next]
            next += 1
            isRead[index] = true
            read(definitions[index])
            for user in users[definitions[index].name] ?? [] {
                waiting[user] -= 1
                if waiting[user] == 0 { ready.append(user) }
            }
        }
        let left = Dictionary(
            definitions.indices.filter { !isRead[$0] }.map { (definitions[$0].name, definitions[$0]) },
            uniquingKeysWith: { first, _ in first })
        for definition in definitions where left[definition.name] != nil { reportCycle(of: definition, among: left) }
    }

    private mutating func read(_ definition: Definition) {
        var read: [Pattern] = []
        for (text, place) in definition.patterns {
            do {
                read.append(
                    try PatternParser.parse(text, place: place, macros: patterns, lists: lists, isFragment: true))
            } catch {
                failures.append(Failure(place: place, text: text, fault: error))
            }
        }
        patterns[definition.name, default: []] += read
    }

    /// Names the macros of the circle that `definition` is part of, or hangs on; of a long one its beginning.
    private mutating func reportCycle(of definition: Definition, among left: [String: Definition]) {
        var path = [definition.name]
        while path.count < 10, let last = left[path[path.count - 1]],
            let next = Self.uses(of: last).first(where: { left[$0] != nil })
        {
            if let start = path.firstIndex(of: next) {
                path = path[start...] + [next]
                break
            }
            path.append(next)
        }
        let circle = path.map { "$" + $0 }.joined(separator: " → ")
        // Empty, so that those who use it are told nothing they could not have known.
        patterns[definition.name] = []
        guard let (text, place) = definition.patterns.first else { return }
        let fault = PatternFault(column: 1, message: "macro $\(definition.name) uses itself: \(circle)")
        failures.append(Failure(place: place, text: text, fault: fault))
    }

    /// Macro names that stand in a definition's patterns, in order.
    private static func uses(of definition: Definition) -> [String] {
        definition.patterns.flatMap { pattern in
            pattern.text.prefix(PatternParser.longestText).split(separator: "$", omittingEmptySubsequences: false)
                .dropFirst().map { String($0.prefix(while: isNameCharacter)) }
        }
    }
}

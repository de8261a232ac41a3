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

    /// By name without `$`; a macro keeps the patterns that could be read.
    package private(set) var macros: [String: Macro] = [:]
    package private(set) var failures: [Failure] = []
    private let lists: [String: Pattern.Node]

    /// Letters, digits and `-` make a macro name.
    package static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"): true
        default: false
        }
    }

    /// Reads `definitions`; a macro may use others, defined before or after it, but never itself.
    ///
    /// - Parameters:
    ///   - lists: the word-list slots that may stand in them.
    ///   - base: the macros of the same name that were read before; they are taken as they are wherever they, and what
    ///     they use, are not `changed`.
    ///   - changed: names of macros and word-list slots that are defined otherwise than in `base`.
    package init(
        _ definitions: [Definition], lists: [String: Pattern.Node] = [:], base: MacroTable? = nil,
        changed: Set<String> = []
    ) {
        self.lists = lists
        // Kahn's algorithm: what depends on nothing unread is read next. What is left over uses itself through others.
        let names = Set(definitions.map(\.name))
        let uses = definitions.map { Set(Self.names(in: $0, behind: UInt8(ascii: "$"))).intersection(names) }
        var users: [String: [Int]] = [:]
        for (index, used) in uses.enumerated() {
            for name in used { users[name, default: []].append(index) }
        }
        var waiting = uses.map(\.count)
        let isKept = base.map { Self.kept($0, definitions, users: users, changed: changed) }
        var ready = definitions.indices.filter { waiting[$0] == 0 }
        var isRead = [Bool](repeating: false, count: definitions.count)
        var next = 0
        while next < ready.count {
            let index = ready[next]
            next += 1
            isRead[index] = true
            if let known = base?.macros[definitions[index].name], isKept?[index] ?? false {
                macros[definitions[index].name] = known
            } else {
                read(definitions[index])
            }
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

    /// Which definitions neither are changed nor use one that is, at any remove.
    private static func kept(
        _ base: MacroTable, _ definitions: [Definition], users: [String: [Int]], changed: Set<String>
    ) -> [Bool] {
        var isKept = definitions.map { definition in
            base.macros[definition.name] != nil && !changed.contains(definition.name)
                && changed.isDisjoint(with: names(in: definition, behind: UInt8(ascii: "{")))
        }
        var rest = definitions.indices.filter { !isKept[$0] }
        while let index = rest.popLast() {
            for user in users[definitions[index].name] ?? [] where isKept[user] {
                isKept[user] = false
                rest.append(user)
            }
        }
        return isKept
    }

    private mutating func read(_ definition: Definition) {
        var read = macros[definition.name]?.patterns ?? []
        for (text, place) in definition.patterns {
            do {
                read.append(
                    try PatternParser.parse(text, place: place, macros: macros, lists: lists, isFragment: true))
            } catch {
                failures.append(Failure(place: place, text: text, fault: error))
            }
        }
        macros[definition.name] = Macro(read)
    }

    /// Names the macros of the circle that `definition` is part of, or hangs on; of a long one its beginning.
    private mutating func reportCycle(of definition: Definition, among left: [String: Definition]) {
        var path = [definition.name]
        while path.count < 10, let last = left[path[path.count - 1]],
            let next = Self.names(in: last, behind: UInt8(ascii: "$")).first(where: { left[$0] != nil })
        {
            if let start = path.firstIndex(of: next) {
                path = path[start...] + [next]
                break
            }
            path.append(next)
        }
        let circle = path.map { "$" + $0 }.joined(separator: " → ")
        // Empty, so that those who use it are told nothing they could not have known.
        macros[definition.name] = Macro([])
        guard let (text, place) = definition.patterns.first else { return }
        let fault = PatternFault(column: 1, message: "macro $\(definition.name) uses itself: \(circle)")
        failures.append(Failure(place: place, text: text, fault: fault))
    }

    /// Names that stand behind a sign in a definition's patterns, in order: of macros behind `$`, of slots behind `{`.
    private static func names(in definition: Definition, behind sign: UInt8) -> [String] {
        var names: [String] = []
        for (text, _) in definition.patterns {
            var rest = text.utf8.prefix(PatternParser.longestText * 4)
            while let place = rest.firstIndex(of: sign) {
                rest = rest[rest.index(after: place)...]
                names.append(String(Substring(rest.prefix(while: isNameByte))))
            }
        }
        return names
    }
}

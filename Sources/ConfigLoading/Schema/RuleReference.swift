import RuleLanguage

/// The reference page of rule files, from the tables that the loader reads by: `schema/RULES.md`.
///
/// What a key means, may hold and stands for when absent is said once, in `RuleTable`; the editor's schema, the
/// messages and this page cannot part.
package enum RuleReference {
    package static var markdown: String {
        var page = Page()
        page.line("# Rule files")
        page.line("Every key, slot and lint code of `rules/*.yaml`. This page is written from the loader's own tables.")
        page.patterns()
        page.line("## Keys")
        page.table(RuleTable.root, path: "")
        page.slots()
        page.lint()
        return page.text
    }

    private struct Page {
        var text = ""
        /// Shapes that were printed, by noun; each is printed once.
        private var printed: Set<String> = []

        mutating func line(_ words: String) { text += words + "\n\n" }

        mutating func patterns() {
            line("## Patterns")
            row("Write", "It means")
            row("---", "---")
            for (sign, meaning) in RuleReference.signs { row("`\(sign)`", meaning) }
            text += "\n"
            line(
                "A pattern has at most \(PatternParser.longestText) characters, \(PatternParser.mostNodes) parts with its "
                    + "macros put in, and brackets \(PatternParser.deepestNesting) deep; it needs one plain word outside "
                    + "`[...]`. Matching never takes more than linear time.")
        }

        mutating func slots() {
            line("## Slots")
            row("Slot", "Captures")
            row("---", "---")
            for slot in Slot.allCases { row("`{\(slot.rawValue)}`", slot.meaning) }
            row("`{name}`", "one of the words that a rule file lists under `slots: { name: [...] }`")
            text += "\n"
            line(
                "`{company}` and `{other}` take the name alone. Words that say what a company is need no place in a pattern: "
                    + "\"Italian glassmaker Acme\", \"Acme rival Beta\", \"Vietnam's Acme\", \"Biotech Acme\". What happens to "
                    + "\"Acme's Leeds plant\" happens to Acme; \"owner of Acme\" is nobody we know.")
            line(
                "Where a headline says what company it is and not which, they take that: \"Leeds tile maker files for "
                    + "bankruptcy\". The event then names nobody and reaches no account. Patterns need no kinds of company for "
                    + "it; \"(firm|maker|foundry)\" in a pattern would match names that end so.")
            line(
                "A `{company}` at the beginning of a pattern may be missing where a headline begins with the verb: \"Wins "
                    + "$40m contract\", \"Media release: appoints finance chief\". The event is then of the account on whose site, "
                    + "or in whose own feed, the item stands; else of nobody, and reaches no account.")
            line(
                "Wording also knows `{\(WordingSlot.account)}`, the account the alert is about, and "
                    + "`{\(WordingSlot.eventDate)}` and `{\(WordingSlot.headline)}`, what the first teller put over it; a ripple's wording knows `{\(WordingSlot.event)}`, what happened."
            )
        }

        mutating func lint() {
            line("## Lint codes")
            row("Code", "Severity", "Meaning")
            row("---", "---", "---")
            for code in LintCode.allCases { row(code.rawValue, code.severity.rawValue, code.meaning) }
        }

        /// The keys of a shape, then the shapes its keys hold.
        mutating func table(_ shape: Shape, path: String) {
            guard printed.insert(shape.noun).inserted else { return }
            line(
                "### \(path.isEmpty ? "A rules file" : "\(shape.noun.prefix(1).uppercased() + shape.noun.dropFirst()) (`\(path)`)")"
            )
            row("Key", "Holds", "When absent", "Meaning")
            row("---", "---", "---", "---")
            for key in shape.keys {
                row("`\(key.name)`", key.kind.expectation, absent(key), key.meaning)
            }
            text += "\n"
            for key in shape.keys {
                for inner in key.kind.shapes { table(inner, path: path.isEmpty ? key.name : "\(path).\(key.name)") }
            }
        }

        private func absent(_ key: Shape.Key) -> String {
            if key.isRequired { return "**required**" }
            guard let standard = key.standard else { return "nothing" }
            return standard.isEmpty ? "none" : "`\(standard)`"
        }

        private mutating func row(_ cells: String...) {
            let safe = cells.map { $0.replacing("|", with: "\\|").replacing("\n", with: " ") }
            text += "| " + safe.joined(separator: " | ") + " |\n"
        }
    }

    /// The signs of the pattern language, as `PatternParser` reads them.
    private static let signs: [(String, String)] = [
        ("word", "the word or number, in any case, with or without accents"),
        ("appoint*", "the word with any ending; at least three letters before the star"),
        (
            "to open",
            "at the head of an alternative, or behind `{company}` or `{person}`: what is decided, so `will open` and `is "
                + "opening` count as well; elsewhere, as in `plans to open`, only what is written"
        ),
        ("(a|b)", "one of them"),
        ("[x]", "may be missing"),
        (":", "a colon or dash stands between the words around it; others stand there unmentioned"),
        (
            "'s",
            "the word before is written with it, as in `{company} 's {person}`; elsewhere it stands there unmentioned"
        ),
        ("...", "up to eight words inside one sentence; never at the edge of a pattern"),
        (
            "a ~5 b",
            "both, in either order, with at most five words between; `~` alone allows \(PatternParser.usualNearness), "
                + "\(PatternParser.widestNearness) is the most, and at most \(PatternParser.mostNearParts) parts may stand near each other"
        ),
        ("{slot}", "captures what stands there"),
        ("$name", "any one of the patterns of a macro"),
    ]
}

extension Slot {
    /// What it may hold, for people.
    fileprivate var meaning: String {
        switch self {
        case .company: "the company it happens to, or that acts: the subject"
        case .other: "the company at the other side: the counterparty"
        case .person: "a person's name"
        case .role: "a job title"
        case .money: "an amount with its currency"
        case .number: "a number, in digits or words"
        case .percent: "a share in per cent"
        case .date: "a day, a month or a year"
        case .place: "a town, region or country"
        case .product: "a product's name: a run of capitalised words"
        case .listed(let name): "one of the words listed as \(name)"
        }
    }
}

extension ValueKind {
    /// The shapes it holds.
    fileprivate var shapes: [Shape] {
        switch self {
        case .mapping(let shape), .entries(let shape): [shape]
        case .list(let kind), .named(let kind): kind.shapes
        case .either(let first, let second): first.shapes + second.shapes
        default: []
        }
    }
}

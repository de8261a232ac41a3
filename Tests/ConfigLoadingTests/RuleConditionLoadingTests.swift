import ConfigLoading
import Foundation
import RuleLanguage
import Testing
import TriggerModel

@Suite("Loading conditions, slots, languages and includes")
struct RuleConditionLoadingTests {
    /// A trigger named one with the match given, and other keys of the file after it.
    static func file(_ match: String, _ rest: String = "", reason: String = "{company} r.") -> String {
        """
        triggers:
          one:
            name: One
            strength: 3
            shelf-life: 30 days
            match:
              - \(match)
            reason: "\(reason)"
            so-what: "s."
            why-now: "w."
            ask: "a?"
        \(rest)

        """
    }

    static func rule(_ files: [String: String]) throws -> TriggerRule? {
        let sandbox = try ConfigSandbox(files)
        #expect(sandbox.faults() == [])
        return sandbox.load().configuration.rules.trigger("one")
    }

    /// A clause in short: what stands where.
    static func shown(_ clause: TriggerRule.Clause) -> String {
        var parts = clause.texts.map { "\($0.position)=\($0.patterns.map(\.text).joined(separator: "|"))" }
        if let filing = clause.filing { parts.append("filing=\(filing.items.joined(separator: "|"))") }
        if let source = clause.source {
            let hand = source.isFirstHand.map { " first-hand \($0)" } ?? ""
            parts.append(
                "source=\((source.kinds.map(\.rawValue) + source.publishers + source.ids).joined(separator: "|"))\(hand)"
            )
        }
        if let language = clause.language { parts.append(language) }
        parts += clause.groups.map { group in
            "\(group.kind)(\(group.conditions.map(shown).joined(separator: "; ")))"
        }
        return parts.joined(separator: " ")
    }

    struct Reading: Sendable, CustomTestStringConvertible {
        var match: String
        var clauses: [String]
        var testDescription: String { match }
    }

    @Test(
        "reads what a clause asks, and takes its texts from any and all where it has none of its own",
        arguments: [
            Reading(
                match: "{ headline: alpha, source: { kind: [feed, page], first-hand: true, publisher: Wire, id: x } }",
                clauses: ["headline=alpha source=feed|page|Wire|x first-hand true"]),
            Reading(
                match: "{ item: alpha, filing: { items: [\"5.02\"] } }", clauses: ["item=alpha filing=5.02"]),
            Reading(
                match: "{ headline: alpha, none: [{ body: beta }, { lead: gamma }] }",
                clauses: ["headline=alpha none(body=beta; lead=gamma)"]),
            Reading(
                match:
                    "{ any: [{ headline: alpha }, { body: beta, filing: { items: [\"1.01\"] } }], none: { text: gamma } }",
                clauses: ["headline=alpha none(text=gamma)", "body=beta filing=1.01 none(text=gamma)"]),
            Reading(
                match: "{ all: [{ source: { id: x } }, { lead: alpha }, { body: beta }] }",
                clauses: ["lead=alpha all(source=x; body=beta)"]),
            Reading(
                match: "{ filing: { items: [\"1.01\"] }, any: [{ text: alpha, filing: { items: [\"2.01\"] } }] }",
                clauses: ["text=alpha filing=1.01 all(filing=2.01)"]),
        ])
    func clauses(_ sample: Reading) throws {
        #expect(try Self.rule(["rules/a.yaml": Self.file(sample.match)])?.match.map(Self.shown) == sample.clauses)
    }

    @Test("a slot of words is captured, printed in wording and told from the slots that are always there")
    func slots() throws {
        let rule = try Self.rule([
            "rules/a.yaml": Self.file("headline: \"{company} shuts {site}\"", reason: "{company} shuts a {site|site}."),
            "rules/b.yaml": "slots:\n  site: [plant, paper mill]\n",
        ])
        #expect(rule?.match.first?.texts.first?.patterns.first?.slots == [.company, .listed("site")])
        #expect(rule?.wording.reason.render(["company": "Acme", "site": "paper mill"]) == "Acme shuts a paper mill.")
    }

    @Test("match: stem makes every plain word of the condition mean its inflections")
    func stems() throws {
        let rule = try Self.rule([
            "rules/a.yaml": Self.file("{ headline: \"{company} acquires {other}\", match: stem }")
        ])
        #expect(
            rule?.match.first?.texts.first?.patterns.first?.root
                == .sequence([.slot(.company), .inflected("acquires", language: "en"), .slot(.other)]))
    }

    @Test("a macro that all files share uses the words and slots that a language file defines anew")
    func languageOverShared() throws {
        let sandbox = try ConfigSandbox([
            "rules/a.yaml": """
            slots: { site: [plant] }
            macros: { cuts: [alpha], both: ["$cuts jobs"], place: ["{site} gone"], apart: [beta] }
            triggers:
              one:
                name: One
                kind: event
                strength: 3
                shelf-life: 30 days
                affects: [hr]
                match: [{ headline: "$both" }, { headline: "$place" }, { headline: "$apart" }]
                reason: "{company} did it."
                so-what: "So."
                why-now: "Now."
                ask: "What?"
                trials: { match: ["alpha jobs"], no-match: ["gamma"] }

            """,
            "rules/de.yaml": """
            language: de
            known-by: [und]
            slots: { site: [Werk] }
            macros: { cuts: [streicht] }
            append:
              one:
                match: [{ headline: "$both" }, { headline: "$place" }, { headline: "$apart" }]

            """,
        ])
        #expect(sandbox.faults() == [])
        let rule = try #require(sandbox.load().configuration.rules.trigger("one"))
        #expect(
            rule.match.map { $0.texts[0].patterns[0].root } == [
                .sequence([.word("alpha"), .word("jobs")]),
                .sequence([.listed(name: "site", .word("plant")), .word("gone")]), .word("beta"),
                .sequence([.word("streicht"), .word("jobs")]),
                .sequence([.listed(name: "site", .word("Werk")), .word("gone")]), .word("beta"),
            ])
    }

    @Test("a language file adds patterns, words and macros of its own to a trigger of another file")
    func language() throws {
        let sandbox = try ConfigSandbox([
            "rules/a.yaml": Self.file("headline: \"$cuts\"", "macros: { cuts: alpha }\nhedges: [may]"),
            "rules/de.yaml": """
            language: de
            known-by: [und]
            macros: { cuts: [streicht] }
            hedges: [soll]
            append:
              one:
                match: [{ headline: "$cuts stellen" }]
                affects: [hr]
                trials: { match: ["Acme streicht Stellen"] }

            """,
        ])
        #expect(sandbox.faults() == [])
        let pack = sandbox.load().configuration.rules
        let rule = try #require(pack.trigger("one"))
        #expect(rule.match.map(Self.shown) == ["headline=alpha", "headline=$cuts stellen de"])
        #expect(rule.match[1].texts[0].patterns[0].root == .sequence([.word("streicht"), .word("stellen")]))
        #expect(rule.affects == ["hr"])
        #expect(rule.trials.map(\.item.language) == ["de"])
        #expect(pack.hedges.map(\.text) == ["may"])
        #expect(pack.languages.map(\.language) == ["de"])
        #expect(pack.languages.first?.hedges.map(\.text) == ["soll"])
        #expect(pack.languages.first?.knownBy == ["und"])
    }

    @Test("an included file is read once, relative to the one that names it, and is local where that one is")
    func includes() throws {
        let sandbox = try ConfigSandbox([
            "rules/a.yaml": "include: [words/b.yaml, ./words/b.yaml, z.yaml]\n" + Self.file("headline: \"$two\""),
            "rules/words/b.yaml": "macros: { two: beta }\ninclude: ../../shared/c.yaml\n",
            "shared/c.yaml": "hedges: [may]\n", "rules/z.yaml": "negations: [never]\n",
            "rules/local/l.yaml": "include: more/m.yaml\n", "rules/local/more/m.yaml": "disable: [one]\n",
        ])
        #expect(sandbox.faults() == ["rules/local/more/m.yaml:1:11: note: trigger one is switched off"])
        let result = sandbox.load()
        #expect(
            result.loadedFiles == [
                "rules/a.yaml", "rules/z.yaml", "rules/local/l.yaml", "rules/words/b.yaml",
                "rules/local/more/m.yaml", "shared/c.yaml",
            ])
        #expect(result.configuration.rules.trigger("one")?.match.map(Self.shown) == ["headline=beta"])
        #expect(result.configuration.rules.hedges.map(\.text) == ["may"])
        #expect(result.configuration.rules.negations.map(\.text) == ["never"])
    }

    // MARK: Overlays

    static func mark(of text: String) throws -> String {
        let sandbox = try ConfigSandbox([
            "rules/a.yaml": text, "rules/local/x.yaml": "append: { one: { strength: 1 } }\n",
        ])
        let note = try #require(sandbox.faults().first)
        return String(try #require(note.components(separatedBy: "write of: ").last).prefix(12))
    }

    @Test("a local file adds to the rule it names and changes nothing else, and check says so")
    func append() throws {
        let sandbox = try ConfigSandbox([
            "rules/a.yaml": Self.file("headline: alpha"),
            "rules/b.yaml": Self.file("headline: beta").replacing("  one:", with: "  two:"),
            "rules/local/x.yaml": """
            append:
              one:
                match: [{ headline: gamma }]
                unless: [{ headline: delta }]
                strength: 5
                shelf-life: 60 days
                status: draft
              three: { strength: 1 }

            """,
        ])
        let mark = try Self.mark(of: Self.file("headline: alpha"))
        #expect(
            sandbox.faults() == [
                "rules/local/x.yaml:2:3: note: trigger one adds to the one at rules/a.yaml:2:3; write of: \(mark) to be "
                    + "told when that one changes",
                "rules/local/x.yaml:8:3: warning: append names trigger three, which does not exist",
            ])
        let rules = sandbox.load().configuration.rules.triggers
        #expect(rules.map { $0.match.map(Self.shown) } == [["headline=alpha", "headline=gamma"], ["headline=beta"]])
        #expect(rules.map { $0.unless.map(Self.shown) } == [["headline=delta"], []])
        #expect(rules.map { "\($0.strength) \($0.shelfLifeDays) \($0.status)" } == ["5 60 draft", "3 30 live"])
    }

    @Test("a mark warns once the shipped rule beneath changes, not when only its layout does")
    func marks() throws {
        let shipped = Self.file("headline: alpha")
        let mark = try Self.mark(of: shipped)
        let overlay = "append: { one: { of: \"\(mark)\", strength: 1 } }\n"
        func faults(_ shipped: String) throws -> [String] {
            try ConfigSandbox(["rules/a.yaml": shipped, "rules/local/x.yaml": overlay]).faults()
        }
        let same = ["rules/local/x.yaml:1:11: note: trigger one adds to the one at rules/a.yaml:2:3"]
        #expect(try faults(shipped) == same)
        #expect(try faults(shipped.replacing("strength: 3", with: "strength:   3   # of five")) == same)
        let changed = shipped.replacing("strength: 3", with: "strength: 4")
        #expect(
            try faults(changed) == [
                "rules/local/x.yaml:1:23: warning: trigger one adds to the one at rules/a.yaml:2:3, which changed since "
                    + "this was written; look what is new, then write of: \(try Self.mark(of: changed))"
            ])
    }

    @Test("a broken addition is left out in one piece and leaves the trigger in force")
    func brokenAddition() throws {
        let sandbox = try ConfigSandbox([
            "rules/a.yaml": Self.file("headline: alpha"),
            "rules/local/x.yaml":
                "append: { one: { match: [{ headline: beta }, { headline: \"(\" }], strength: 1 } }\n",
        ])
        let result = sandbox.load()
        #expect(result.hasErrors)
        #expect(result.configuration.rules.trigger("one")?.match.map(Self.shown) == ["headline=alpha"])
        #expect(result.configuration.rules.trigger("one")?.strength == 3)
    }

    // MARK: Faults

    struct Slip: Sendable, CustomTestStringConvertible {
        var lesson: String
        var files: [String: String]
        var faults: [String]
        var testDescription: String { lesson }
    }

    static let deep = "{ headline: a1, all: { all: { all: { all: { headline: a2 } } } } }"

    @Test(
        "says what is wrong and where",
        arguments: [
            Slip(
                lesson: "a condition that tells nothing",
                files: ["rules/a.yaml": file("{ none: [{ headline: beta }] }")],
                faults: [
                    "rules/a.yaml:7:9: error: nothing here tells what happened; add headline, lead, body, text, item or filing"
                ]),
            Slip(
                lesson: "an empty source", files: ["rules/a.yaml": file("{ headline: alpha, source: {} }")],
                faults: ["rules/a.yaml:7:36: error: a source condition needs kind, first-hand, publisher or id"]),
            Slip(
                lesson: "a kind nobody knows",
                files: ["rules/a.yaml": file("{ headline: alpha, source: { kind: fed } }")],
                faults: [
                    "rules/a.yaml:7:44: error: kind is one of feed, page, filing, json, csv, stream, activity; found "
                        + "\"fed\" (did you mean feed?)"
                ]),
            Slip(
                lesson: "conditions too deep", files: ["rules/a.yaml": file(deep)],
                faults: ["rules/a.yaml:7:51: error: conditions are nested more than 3 deep; say it flatter"]),
            Slip(
                lesson: "stems nobody has",
                files: ["rules/a.yaml": "language: xx\n" + file("{ headline: alpha, match: stem }")],
                faults: [
                    "rules/a.yaml:8:35: error: there are no stems for language xx, only for da, de, en, es, fi, fr, hu, it, "
                        + "nl, no, pt, ro, ru, sv, tr"
                ]),
            Slip(
                lesson: "a language that is none", files: ["rules/a.yaml": "language: German\n"],
                faults: [
                    "rules/a.yaml:1:11: error: \"German\" is no language: write its two-letter code in small letters, as in de"
                ]),
            Slip(
                lesson: "words without their language", files: ["rules/a.yaml": "known-by: [und]\n"],
                faults: ["rules/a.yaml:1:12: error: known-by needs language: which one do these words tell?"]),
            Slip(
                lesson: "a slot that is there already", files: ["rules/a.yaml": "slots: { person: [he, she] }\n"],
                faults: ["rules/a.yaml:1:10: error: slot {person} is there already; give the list another name"]),
            Slip(
                lesson: "a slot inside a slot", files: ["rules/a.yaml": "slots: { site: [mill, \"{place} mill\"] }\n"],
                faults: ["rules/a.yaml:1:24: error: a slot's list holds words only, no slots, gaps or '~'"]),
            Slip(
                lesson: "append in the shipped pack",
                files: ["rules/a.yaml": file("headline: alpha", "append: { one: { strength: 1 } }")],
                faults: ["rules/a.yaml:12:11: error: append belongs into rules/local, or into a file with a language"]),
            Slip(
                lesson: "of in the shipped pack", files: ["rules/a.yaml": file("headline: alpha", "    of: \"1\"")],
                faults: [
                    "rules/a.yaml:12:10: error: of belongs into rules/local; it marks the shipped trigger that is replaced"
                ]),
            Slip(
                lesson: "includes that lead nowhere",
                files: ["rules/a.yaml": "include: [b.yaml, ../../etc/x.yaml, /etc/x.yaml, words.txt]\n"],
                faults: [
                    "rules/a.yaml:1:11: error: include names rules/b.yaml, which does not exist",
                    "rules/a.yaml:1:19: error: include leads out of the configuration directory; name a file inside it, relative to this one",
                    "rules/a.yaml:1:37: error: include leads out of the configuration directory; name a file inside it, relative to this one",
                    "rules/a.yaml:1:50: error: include names rules/words.txt, which is no YAML file (yaml, yml)",
                ]),
            Slip(
                lesson: "includes in a circle",
                files: ["rules/a.yaml": "include: b.yaml\n", "rules/b.yaml": "include: a.yaml\n"],
                faults: [
                    "rules/b.yaml:1:10: error: include goes in a circle: rules/a.yaml → rules/b.yaml → rules/a.yaml"
                ]),
        ])
    func faults(_ slip: Slip) throws {
        #expect(try ConfigSandbox(slip.files).faults() == slip.faults)
    }
}

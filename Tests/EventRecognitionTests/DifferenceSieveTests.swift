import RuleLanguage
import Testing
import TriggerModel

@testable import EventRecognition

/// The look that `backtest` takes before it reads an item in full must never pass over an item in which a rule finds
/// something, or a change of rules would seem to cost nothing.
@Suite("A first look at an item")
struct DifferenceSieveTests {
    private static let words = [
        "acme", "names", "named", "cuts", "cut", "jobs", "plant", "opens", "in", "new", "chief", "wins", "order", "of",
        "the", "buys", "loses", "stake", "steel",
    ]

    /// A pattern of a few parts; now and then one that cannot be written, which is drawn again.
    private static func pattern(_ random: inout some RandomNumberGenerator) -> Pattern {
        func word() -> String {
            let word = words.randomElement(using: &random)!
            return Int.random(in: 0..<6, using: &random) == 0 ? word.prefix(max(3, word.count - 1)) + "*" : word
        }
        func part() -> String {
            switch Int.random(in: 0..<9, using: &random) {
            case 0: "(\(word())|\(word()) \(word()))"
            case 1: "[\(word())]"
            case 2: "..."
            case 3: "{company}"
            case 4: "{number}"
            case 5: "{person}"
            default: word()
            }
        }
        while true {
            let text = (0..<Int.random(in: 1...5, using: &random)).map { _ in part() }.joined(separator: " ")
            if let pattern = try? PatternParser.parse(text, place: TestPack.place) { return pattern }
        }
    }

    private static func clause(_ random: inout some RandomNumberGenerator) -> TriggerRule.Clause {
        let positions = TriggerRule.Position.allCases.filter { $0 != .item }
        let patterns = (0..<Int.random(in: 1...3, using: &random)).map { _ in pattern(&random) }
        let isFiling = Int.random(in: 0..<5, using: &random) == 0
        return TriggerRule.Clause(
            texts: isFiling && Bool.random(using: &random)
                ? [] : [.init(position: positions.randomElement(using: &random)!, patterns: patterns)],
            filing: isFiling ? .init(form: "8-K", items: []) : nil, place: TestPack.place)
    }

    private static func item(_ random: inout some RandomNumberGenerator, _ number: Int) -> Item {
        func line(_ length: Int) -> String {
            let names = [
                "Jane Roe", "Acme Mills Inc", "400", "Zorvex", "acme's", "New-York", "$5 million", "CUTS", "jobs,",
            ]
            let said = (0..<length).map { _ in
                let word = (words + names).randomElement(using: &random)!
                return Bool.random(using: &random) ? word.prefix(1).uppercased() + word.dropFirst() : word
            }
            return said.joined(separator: " ") + ["", ".", "?"].randomElement(using: &random)!
        }
        return TestPack.item(
            line(Int.random(in: 1...9, using: &random)),
            summary: Bool.random(using: &random) ? line(12) + " " + line(6) : nil,
            content: Bool.random(using: &random) ? line(14) + "\n" + line(14) : nil,
            filing: Int.random(in: 0..<6, using: &random) == 0 ? Filing(form: "8-K") : nil, id: "\(number)")
    }

    @Test func `never says no of an item in which a rule finds an event`() {
        var random = SystemRandomNumberGenerator()
        var told = 0
        var passedOver = 0
        for round in 0..<60 {
            var first = TestPack.rule("one", (0..<2).map { _ in Self.clause(&random) })
            first.ends = Bool.random(using: &random) ? [Self.clause(&random)] : []
            let second = TestPack.rule("two", [Self.clause(&random)])
            var pack = TestPack.small
            pack.triggers = [first, second]
            // As `backtest` asks: only the rules that differ.
            let other = RulePack(
                triggers: [second], hedges: pack.hedges, negations: pack.negations, histories: pack.histories,
                fillers: pack.fillers, descriptors: pack.descriptors, boilerplate: pack.boilerplate)
            let sieve = DifferenceSieve(RuleDifference(pack, other))
            var page = sieve.page()
            let full = Recogniser(pack: pack, accounts: [])
            for number in 0..<80 {
                let item = Self.item(&random, number)
                let events = full.recognise(item, teller: TestPack.teller, received: TestPack.received).events
                    .filter { $0.trigger == "one" }
                let mayTell = sieve.look(at: item, on: &page) == .otherwise(old: true, new: false)
                if !events.isEmpty { told += 1 }
                if !mayTell { passedOver += 1 }
                #expect(events.isEmpty || mayTell, "round \(round): \(item), rule \(first.match) \(first.ends)")
            }
        }
        // Neither answer is the only one that is ever given.
        #expect(told > 50)
        #expect(passedOver > 50)
    }
}

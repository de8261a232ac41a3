import Testing
import TriggerModel

@testable import EventRecognition

@Suite("What is left of a headline")
struct StoryHeadlineTests {
    @Test(
        "names of towns, products and people stay, with rarer words; the trade's own words and dates go",
        arguments: [
            ("Corvane Foods opens new warehouse in Leipzig", ["corvan", "food", "warehous", "leipzig"]),
            ("Corvane to acquire Holm Dairy for $120 million", ["corvan", "holm", "dairi"]),
            ("UPDATE 2: Corvane cuts 300 jobs on Tuesday", ["corvan"]),
            ("Germany's Corvane opens plant in Poland", ["corvan", "poland"]),
            ("Corvane recalls oat bars over listeria", ["corvan", "oat", "bar"]),
            ("Swedish bakery chain Corvane opens warehouse", ["corvan", "warehous"]),
            ("Corvane teams up with Agrolys on drought-proof wh...", ["corvan", "agroli", "drought", "proof"]),
            ("", []),
        ])
    func words(_ title: String, _ stems: [String]) {
        #expect(StoryHeadline(title).words.map(\.stem) == stems)
    }

    @Test(
        "numbers are read by what they count",
        arguments: [
            ("Corvane fined £28,959,426", "Corvane hit with £29m penalty", true, false),
            ("Corvane gets $80 million loan", "Corvane secures $30m loan", false, true),
            ("Corvane raises €45m", "Corvane raises 45 million euros", true, false),
            ("Corvane gets $40m loan", "Corvane secures €140m loan", false, true),
            ("Corvane sold for 60 bln yen", "Corvane sold for €370m", false, false),
            ("Corvane sold at $27.50 a share", "Corvane sold for $2.1 billion", false, false),
        ])
    func sums(_ left: String, _ right: String, _ isSame: Bool, _ isOther: Bool) {
        let verdict = StoryFigures.money(StoryHeadline(left).figures.money, StoryHeadline(right).figures.money)
        #expect(verdict == (isSame ? .same : isOther ? .other : .unknown))
    }

    @Test(
        "a share of the staff, a count, a year, a quarter and a version are told apart",
        arguments: [
            ("Corvane cuts 1 in 5 jobs", "Corvane cuts 20% of jobs", .same, .unknown, false),
            ("Corvane streicht 1.400 Stellen", "Corvane cuts 1,400 jobs", .unknown, .same, false),
            ("Corvane recalls 48,312 carts", "Corvane recalls 31,000 carts", .unknown, .other, false),
            ("Corvane sells notes due 2033", "Corvane sells 2036 bonds", .unknown, .unknown, true),
            ("Corvane reports first quarter results", "Corvane Q2 results", .unknown, .unknown, true),
            ("Corvane releases PickMate 4", "Corvane releases PickMate 5", .unknown, .unknown, true),
            ("Corvane closes Series A", "Corvane closes Series B", .unknown, .unknown, true),
            ("Corvane Cuts 300 Jobs In Leeds", "Corvane Cuts 310 Jobs In Leeds", .unknown, .same, false),
            ("Corvane Culls 300", "Corvane Culls 310", .unknown, .same, false),
            ("Corvane Begins Phase 2 Trial", "Corvane Begins Phase 3 Trial", .unknown, .unknown, true),
            ("Corvane cuts hundreds of jobs", "Corvane cuts 500 jobs", .unknown, .unknown, false),
            ("Corvane cuts hundreds of jobs", "Corvane cuts 450 jobs", .unknown, .unknown, false),
            ("Corvane cuts hundreds of jobs", "Corvane cuts 45,000 jobs", .unknown, .other, false),
            ("Corvane recalls 1.125 million carts", "Corvane recalls 1,125,000 carts", .unknown, .same, false),
            ("Corvane recalls 1.125m carts", "Corvane recalls 31,000 carts", .unknown, .other, false),
        ] as [(String, String, StoryFigures.Verdict, StoryFigures.Verdict, Bool)])
    func counts(
        _ left: String, _ right: String, _ percents: StoryFigures.Verdict, _ counts: StoryFigures.Verdict,
        _ areOfOthers: Bool
    ) {
        let (one, two) = (StoryHeadline(left).figures, StoryHeadline(right).figures)
        #expect(one.percents(two) == percents)
        #expect(one.counts(two) == counts)
        #expect(one.areOfOthers(two) == areOfOthers)
        #expect(two.areOfOthers(one) == areOfOthers)
    }

    @Test(
        "a step of one matter is not another step of it",
        arguments: [
            ("Corvane prices $150m offering", "Corvane closes $150m offering", "funding.equity", true),
            ("Corvane to build plant in Leeds", "Corvane breaks ground on Leeds plant", "capital.project", true),
            ("Corvane CEO resigns", "Corvane names Jane Roe CEO", "leadership.ceo", true),
            ("Corvane files for Chapter 11", "Corvane emerges from Chapter 11", "finance.distress", true),
            ("Corvane opens office", "Corvane sets up office", "site.new_or_expand", false),
            ("Corvane CEO resigns", "Corvane names Jane Roe CEO", "product.launch", false),
            ("Corvane to buy Holm Dairy", "Holm Dairy shareholders approve Corvane offer", "ma.agreement", true),
            ("Corvane buys Holm Dairy", "Watchdog clears Corvane purchase of Holm Dairy", "ma.agreement", true),
            ("Corvane to buy Holm Dairy", "Corvane agrees to acquire Holm Dairy", "ma.agreement", false),
            ("Corvane completes deal to buy Holm", "Corvane closes Holm acquisition", "ma.closed", false),
            ("Corvane proposes share offering", "Corvane prices $90m share offering", "funding.equity", true),
            ("Corvane prices offering, to close Friday", "Corvane prices offering", "funding.equity", false),
            ("Corvane posts quarterly loss", "Corvane withdraws forecast", "results.miss_or_warning", true),
            ("Corvane auditor resigns", "Corvane to restate accounts", "audit.control_failure", true),
            ("Corvane recalls prams", "Corvane expands recall of prams", "product.recall", true),
            ("Corvane breach exposes records", "Corvane sued over breach", "cyber.incident", true),
            ("Corvane opens plant", "Corvane opens plant after building it in a year", "site.new_or_expand", false),
            ("Corvane opens plant", "Corvane hails plant after breaking ground in May", "site.new_or_expand", false),
            ("Corvane to buy Holm Dairy", "Corvane gets go ahead for Holm Dairy purchase", "ma.agreement", true),
            ("Corvane agrees to buy Holm", "Corvane completes purchase of Holm agreed in May", "ma.agreement", true),
        ])
    func steps(_ left: String, _ right: String, _ trigger: String, _ isOther: Bool) throws {
        let matter = try #require(StoryMatter.index(of: trigger))
        let (one, two) = (StoryHeadline(left).steps, StoryHeadline(right).steps)
        #expect(one.contradict(two, matter: matter, days: 3) == isOther)
        #expect(two.contradict(one, matter: matter, days: -3) == isOther)
    }

    @Test("what one release tells of a quarter is one event on its day and the next, and two later")
    func release() throws {
        let matter = try #require(StoryMatter.index(of: "results.miss_or_warning"))
        let (one, two) = (
            StoryHeadline("Corvane posts record sales").steps, StoryHeadline("Corvane cuts outlook").steps
        )
        #expect(!one.contradict(two, matter: matter, days: 1))
        #expect(one.contradict(two, matter: matter, days: 5))
    }

    @Test(
        "a recall of other things is another one, though the reason is the same",
        arguments: [
            ("Corvane recalls prams due to fall hazard", "Corvane recalls high chairs due to fall hazard", true),
            ("Brake fault prompts Corvane to recall buses", "Corvane recalls buses over brakes", false),
            ("Corvane issues recall over listeria", "Corvane recalls cheese over listeria", false),
        ])
    func things(_ left: String, _ right: String, _ areOthers: Bool) {
        let agreement = HeadlineAgreement(StoryHeadline(left), StoryHeadline(right), without: ["corvane"])
        #expect(agreement.isOfOtherThings == areOthers)
    }

    @Test("letters stand for the words that they begin")
    func initials() {
        let agreement = HeadlineAgreement(
            StoryHeadline("Lakemont selects Chartwise electronic health record"),
            StoryHeadline("Chartwise wins Lakemont EHR deal"), without: ["lakemont", "chartwise"])
        #expect(agreement.weight == 2)
        #expect(!agreement.isOfOthers)
    }
}

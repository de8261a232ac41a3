import Testing
import TriggerModel

@testable import EventRecognition

/// Accounts whose names are made of words that many others bear.
@Suite("Names of common words")
struct CommonNameTests {
    static let accounts = [
        TestPack.account("bancorp", "Community Bancorp"), TestPack.account("rail", "Norfolk Southern Corp"),
        TestPack.account("bank", "Capital One Financial Corp", aliases: ["Capital One"]),
        TestPack.account("esg", "ESG Inc."),
        TestPack.account("fund", "VOXMERE/FIRST TRUST GLOBAL INCOME FUND"),
        TestPack.account("quavo", "QUAVO INTERNATIONAL INC", ticker: "QUAVO"),
    ]

    @Test(
        "are the account's where an office or a deal is theirs, and not behind a place or as everybody's letters",
        arguments: [
            ("Community Bancorp Announces Third Quarter Results", ["bancorp"]),
            ("Indiana Community Bancorp Announces Third Quarter Results", []),
            ("New Norfolk Southern CEO Calls Last Year Brutal", ["rail"]),
            ("New Norfolk Southern Mill Opens in Spring", []),
            ("a finance chief's view of the Capital One deal", ["bank"]),
            ("a finance chief's view of the Capital One way", []),
            ("miller plans $1bn in ESG investments this year", []), ("ESG Inc. plans a mill", ["esg"]),
            ("Voxmere exits its mill with a sale to the founder", []),
            ("Voxmere/First Trust Global Income Fund cuts its payout", ["fund"]),
            ("Seeking more mills, QUAVO tees up a purchase", ["quavo"]),
        ] as [(String, [String])])
    func common(_ title: String, _ sure: [String]) {
        let mentions = TestPack.recognise(TestPack.item(title), accounts: Self.accounts).mentions
        #expect(mentions.filter { $0.certainty >= 0.5 }.map(\.account) == sure)
    }
}

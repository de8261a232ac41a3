import RuleLanguage
import Testing
import TriggerModel

@testable import EventRecognition

@Suite("Slots")
struct SlotTests {
    static func reader(_ text: String, language: String? = nil) -> SlotReader {
        let lexicon = TestPack.lexicon
        let read = lexicon.read(text, field: .title)
        return SlotReader(
            text: read, sentence: read.sentences[0], hits: [], lexicon: lexicon, may: lexicon.id("may"),
            hasDecimalComma: language.map(DecimalComma.isUsed) ?? false)
    }

    struct Amount: CustomTestStringConvertible, Sendable {
        var text: String
        var money: Money?
        var testDescription: String { text }

        init(_ text: String, _ amount: Int?, _ currency: String? = nil) {
            self.text = text
            money = amount.map { Money(amount: $0, currency: currency) }
        }
    }

    @Test(
        "money is normalised",
        arguments: [
            Amount("$12.5 million", 12_500_000, "USD"), Amount("US$3bn", 3_000_000_000, "USD"),
            Amount("€20M", 20_000_000, "EUR"), Amount("20 million euros", 20_000_000, "EUR"),
            Amount("Rs 500 crore", 5_000_000_000, "INR"), Amount("A$6.006M", 6_006_000, "AUD"),
            Amount("up to $7.1 million", 7_100_000, "USD"), Amount("USD 5m", 5_000_000, "USD"),
            Amount("£450,000", 450_000, "GBP"), Amount("¥3 trillion", 3_000_000_000_000, "JPY"),
            Amount("HK$1.2b", 1_200_000_000, "HKD"), Amount("500 jobs", nil), Amount("million", nil),
            Amount("$99999999999999999999", nil), Amount("$", nil),
            Amount("290 mln euros", 290_000_000, "EUR"), Amount("$2 bln", 2_000_000_000, "USD"),
            Amount("INR 410 cr", 4_100_000_000, "INR"), Amount("Rs. 410 crore", 4_100_000_000, "INR"),
            Amount("Rs410cr", 4_100_000_000, "INR"), Amount("Rs 4,10,00,000", 41_000_000, "INR"),
            Amount("5 lakh rupees", 500_000, "INR"), Amount("SEK 3bn", 3_000_000_000, "SEK"),
            Amount("USD5m", 5_000_000, "USD"), Amount("EUR5.5m", 5_500_000, "EUR"),
            Amount("RM50m", 50_000_000, "MYR"), Amount("AED 50 million", 50_000_000, "AED"),
            Amount("NT$50m", 50_000_000, "TWD"), Amount("C$45 million", 45_000_000, "CAD"),
            Amount("US $5 million", 5_000_000, "USD"), Amount("Acme $5 million", nil),
            Amount("half a billion dollars", 500_000_000, "USD"),
            Amount("a quarter of a billion pounds", 250_000_000, "GBP"),
            Amount("half-billion-dollar", 500_000_000, "USD"), Amount("1.2-billion-dollar", 1_200_000_000, "USD"),
            Amount("two million US dollars", 2_000_000, "USD"), Amount("fifty-five million euros", 55_000_000, "EUR"),
            Amount("4,000 pounds of food", nil), Amount("two million pounds of new funding", 2_000_000, "GBP"),
            Amount("a million pounds", 1_000_000, "GBP"), Amount("two dollars", nil), Amount("a billion", nil),
            Amount("$5-6 million", 5_000_000, "USD"), Amount("$5m to $6m", 5_000_000, "USD"),
            Amount("$900,000 to $2 million", 900_000, "USD"), Amount("$3,75 million", 3_750_000, "USD"),
            Amount("€12,50 million", 12_500_000, "EUR"),
            Amount("$900 million to $1bn", 900_000_000, "USD"), Amount("$500 to 6 people", 500, "USD"),
        ])
    func money(_ sample: Amount) {
        #expect(Self.reader(sample.text).money(at: 0)?.amount == sample.money)
    }

    @Test(
        "money is read as the item's language writes numbers",
        arguments: [
            ("de", Amount("12,5 Mio. Euro", 12_500_000, "EUR")),
            ("de", Amount("1.250 Millionen Euro", 1_250_000_000, "EUR")),
            ("de", Amount("rund 3,4 Mrd. Euro", 3_400_000_000, "EUR")),
            ("de", Amount("1.250.000 Euro", 1_250_000, "EUR")),
            ("de", Amount("1.250,75 Euro", 1251, "EUR")), ("de", Amount("€12,5 Mio.", 12_500_000, "EUR")),
            ("de", Amount("12 Millionen US-Dollar", 12_000_000, "USD")),
            ("de", Amount("2 Billionen Euro", 2_000_000_000_000, "EUR")),
            ("de", Amount("12.5 Millionen Euro", 12_500_000, "EUR")), ("de", Amount("800 Tsd. Euro", 800_000, "EUR")),
            ("de", Amount("40 Millionen Franken", 40_000_000, "CHF")),
            ("de", Amount("1,250 Millionen Euro", 1_250_000, "EUR")),
            ("de", Amount("12,5 Prozent", nil)), ("de", Amount("1.250 Stellen", nil)),
            ("es", Amount("3.400 millones de dólares", 3_400_000_000, "USD")),
            ("es", Amount("12,5 millones de euros", 12_500_000, "EUR")),
            ("es", Amount("2 mil millones de euros", 2_000_000_000, "EUR")),
            ("es", Amount("150 mil euros", 150_000, "EUR")),
            ("es-ES", Amount("1.250,5 millones de euros", 1_250_500_000, "EUR")),
            ("es", Amount("400 millones de libras", 400_000_000, "GBP")),
            ("es-MX", Amount("12.5 million dollars", 12_500_000, "USD")),
            ("de-CH", Amount("CHF 12.5 mio", 12_500_000, "CHF")),
            ("en", Amount("$1,250 million", 1_250_000_000, "USD")), ("de", Amount("$1,250 million", 1_250_000, "USD")),
        ])
    func moneyAbroad(_ language: String, _ sample: Amount) {
        let reader = Self.reader(sample.text, language: language)
        #expect(reader.money(at: 0)?.amount == sample.money)
    }

    struct Reading: CustomTestStringConvertible, Sendable {
        var slot: Slot
        var text: String
        /// The reading wanted most; empty for none.
        var first: String
        var testDescription: String { "\(slot): \(text)" }

        init(_ slot: Slot, _ text: String, _ first: String) {
            self.slot = slot
            self.text = text
            self.first = first
        }
    }

    @Test(
        "read from the first word",
        arguments: [
            Reading(.company, "Acme names", "Acme"),
            Reading(.company, "Acme, Inc. names", "Acme, Inc"),
            Reading(.company, "Bank of Leeds names", "Bank of Leeds"),
            Reading(.company, "Acme Appoints Jane", "Acme"),
            Reading(.company, "Overstock.com Names", "Overstock.com"),
            Reading(.company, "Johnson & Roe names", "Johnson & Roe"),
            Reading(.company, "the widget", ""),
            Reading(.company, "Roe Capital Partners as", "Roe Capital Partners"),
            Reading(.company, "A-Mark names", "A-Mark"),
            Reading(.company, "1234567 Ontario Inc. names", "1234567 Ontario Inc"),
            Reading(.company, "1234567 widgets", ""),
            Reading(.company, "250 Jobs go", ""),
            Reading(.company, "Monday brings", ""),
            Reading(.company, "Rydo 290 mln euros richer", "Rydo"),
            Reading(.company, "Rydo USD5m loan", "Rydo"),
            Reading(.company, "Kirlos Pumps Q1 PAT up", "Kirlos Pumps"),
            Reading(.company, "Kirlos Pumps FY26 sales", "Kirlos Pumps"),
            Reading(.company, "Kirlos Pumps MD flags", "Kirlos Pumps"),
            Reading(.company, "CRO Analytics Appoints Jane", "CRO Analytics"),
            Reading(.company, "CEO Jane Roe quits", ""),
            Reading(.company, "MD Anderson names", "MD Anderson"),
            Reading(.company, "Studio 54 names", "Studio 54"),
            Reading(.company, "AT&T names", "AT&T"),
            Reading(.company, "AT 9 Acme opens", ""),
            Reading(.company, "Combined® completes", "Combined"),
            Reading(.company, "Combined completes", ""),
            Reading(.company, "Kirlos ™ names", "Kirlos"),
            Reading(.company, "German grocer Vexley lands", ""),
            Reading(.company, "Vexley and tyre firm Quillon name", "Vexley"),
            Reading(.company, "UK and Irish grocer Quillon names", ""),
            Reading(.company, "Vexley (China) Talks stall", "Vexley"),
            Reading(.company, "Sun Monday brings", ""),
            Reading(.company, "SEK 3bn loan", ""),
            Reading(.person, "Jane Roe as", "Jane Roe"),
            Reading(.person, "Dr. Jane Q. van der Roe as", "Jane Q. van der Roe"),
            Reading(.person, "Roe as", ""),
            Reading(.person, "Jane K. (\"Jay\") Roe as", "Jane K. (\"Jay\") Roe"),
            Reading(.person, "Jane Roe (Acme) Poe as", "Jane Roe (Acme) Poe"),
            Reading(.person, "Jane Roe (52) Poe as", "Jane Roe"),
            Reading(.person, "Jane Roe (Jay Poe) as", "Jane Roe"),
            Reading(.person, "Ms. Grant resigned", "Grant"),
            Reading(.person, "Mr. Said resigned", "Said"),
            Reading(.person, "Messrs. Roe, Poe and Hale resigned", "Roe, Poe and Hale"),
            Reading(.person, "Messrs. Roe, Poe and others resigned", "Roe, Poe"),
            Reading(.person, "Mses. Roe and Poe resigned", "Roe and Poe"),
            Reading(.person, "Mr. Roe and Acme agreed", "Roe"),
            Reading(.person, "Endeavour Financial as", ""),
            Reading(.person, "Chief Financial Officer", ""),
            Reading(.role, "chief financial officer of", "chief financial officer"),
            Reading(.role, "VP of Sales and Marketing at", "VP of Sales and Marketing"),
            Reading(.role, "president and chief executive officer.", "president and chief executive officer"),
            Reading(.role, "general counsel today", "general counsel"),
            Reading(.role, "widget today", ""),
            Reading(.role, "MD of", "MD"),
            Reading(.role, "co-managing director at", "co-managing director"),
            Reading(.role, "Co-CEO.", "Co-CEO"),
            Reading(.role, "range director today", "range director"),
            Reading(.role, "Chief Happiness Officer at", "Chief Happiness Officer"),
            Reading(.role, "chief happiness officer at", "chief happiness officer"),
            Reading(.role, "SVP Product", "SVP Product"),
            Reading(.role, "country head for", "country head"),
            Reading(.role, "managing directors for", "managing directors"),
            Reading(.role, "President of North America", "President of North America"),
            Reading(.role, "company secretary", "company secretary"),
            Reading(.role, "the widget maker", ""),
            Reading(.number, "about 1,200 jobs", "1,200"),
            Reading(.number, "three hundred jobs", "three hundred"),
            Reading(.number, "12% of jobs", ""),
            Reading(.percent, "12% of jobs", "12%"),
            Reading(.percent, "some 5.5 per cent of", "5.5 per cent"),
            Reading(.date, "June 5, 2026 in", "June 5, 2026"),
            Reading(.date, "5 June 2026 in", "5 June 2026"),
            Reading(.date, "may come", ""),
        ])
    func reads(_ sample: Reading) {
        let reader = Self.reader(sample.text)
        let first = reader.readings(of: sample.slot, at: 0, isLedUpTo: false).first.map { reader.text.text(of: $0) }
        #expect((first ?? "") == sample.first)
    }

    @Test("a sentence is read with the known names that stand in it, and no others")
    func names() {
        let lexicon = TestPack.lexicon
        let text = lexicon.read("Acme grew. Beta and Gamma met Delta. Nobody saw. Epsilon left.", field: .content)
        let hits = text.tokens.indices.filter { text.key(of: $0..<$0 + 1).hasSuffix("a") || $0 == 0 }.map {
            NameHit(
                field: .content, tokens: $0..<$0 + 1, companies: Candidates([0]), certainty: 1, basis: "",
                isOrdinary: false)
        }
        let read = text.sentences.map { sentence in
            SlotReader(text: text, sentence: sentence, hits: hits, lexicon: lexicon, may: lexicon.id("may")).hits.map {
                text.text(of: $0.tokens)
            }
        }
        #expect(read == [["Acme"], ["Beta", "Gamma", "Delta"], [], []])
    }
}

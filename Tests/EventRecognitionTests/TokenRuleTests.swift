import Testing
import TriggerModel

@testable import EventRecognition

@Suite("The token rule")
struct TokenRuleTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var text: String
        var words: [String]
        var testDescription: String { text }

        init(_ text: String, _ words: String...) {
            self.text = text
            self.words = words
        }
    }

    @Test(
        "cuts and folds",
        arguments: [
            Case("Acme Widgets", "acme", "widgets"),
            Case("Société Générale", "societe", "generale"),
            Case("Straße Ærø Łódź", "strasse", "aero", "lodz"),
            Case("O'Reilly O’Reilly", "oreilly", "oreilly"),
            Case("Acme's plan", "acme", "plan"),
            Case("Acme’s plan", "acme", "plan"),
            Case("investors' fears", "investors", "fears"),
            Case("M&S and B&Q", "m", "and", "s", "and", "b", "and", "q"),
            Case("A &amp; B", "a", "and", "b"),
            Case("Coca-Cola/Pepsi", "coca", "cola", "pepsi"),
            Case("U.S. firm J.P. Morgan", "us", "firm", "jp", "morgan"),
            Case("Amazon.com", "amazon", "com"),
            Case("1,250.5 and 5.02", "1250.5", "and", "5.02"),
            Case("1,25 x", "1", "25", "x"),
            Case("3M Q3 23andMe", "3m", "q3", "23andme"),
            Case("$12.5m up 5%", "$", "12.5m", "up", "5", "%"),
            Case("€20M £3bn", "€", "20m", "£", "3bn"),
            Case("東京 abc", "東", "京", "abc"),
            Case("e\u{301}lan", "elan"),
            Case("OilAppoints Jane", "oil", "appoints", "jane"),
            Case("EquifaxCFO quits", "equifax", "cfo", "quits"),
            Case("NetApp eBay SheSaid.Com", "netapp", "ebay", "shesaid", "com"),
            Case("Harrin CorporationAnnounces", "harrin", "corporation", "announces"),
            Case("Harrin SoftwareNames Jane", "harrin", "software", "names", "jane"),
            Case("HarrTxelects EcoFriends", "harrtx", "elects", "ecofriends"),
            Case("Media GroupFounder", "media", "group", "founder"),
            Case("QUILLONto Launch", "quillon", "to", "launch"),
            Case("GroupBy DocuNest LinkedIn MacBook", "groupby", "docunest", "linkedin", "macbook"),
            Case("<p><nameText>Acme </nameText></p>Appoints", "acme", "appoints"),
            Case("<Acme Foods> buys <Beta>", "acme", "foods", "buys", "beta"),
            Case("<BR/>Acme<a href='x'>Beta</a >", "acme", "beta"),
            Case("&lt;b class=x&gt;Acme&lt;/b&gt; rises", "acme", "rises"),
            Case("a < b > c <3 <", "a", "b", "c", "3"),
            Case("Acme&#39;s O&rsquo;Reilly&amp;rsquo;s", "acme", "oreilly"),
            Case("A &amp;amp; B&amp;C", "a", "and", "b", "and", "c"),
            Case("Acme&reg; &amp;#174;Beta&nbsp;wins", "acme", "beta", "wins"),
            Case("ACME\\xc2\\xae Acme\\u2019s Gain\\nNow C:\\new", "acme", "acme", "gain", "now", "c", "new"),
            Case("Acme\\u0027s gain", "acme", "gain"),
            Case("&pound;5m &#163;5m", "£", "5m", "£", "5m"),
            Case("&bogus; R&D;", "and", "bogus", "r", "and", "d"),
            Case("", ""),
        ])
    func cuts(_ sample: Case) {
        let text = TestPack.lexicon.read(sample.text, field: .title)
        let words = text.tokens.indices.map { text.key(of: $0..<$0 + 1) }
        #expect(words == sample.words.filter { !$0.isEmpty })
    }

    @Test("a word is cut the same wherever it stands in the text and however long it is")
    func places() {
        let words = [
            "a", "abcdefg", "Abcdefgh", "abcdefghi", "Kilometerfresser", "ABCDEFGHIJKLMNOPQ", "naïve", "Q3", "U.S.",
        ]
        var lexicon = TestPack.lexicon
        var scan = TextScan()
        for word in words {
            _ = lexicon.intern(word, with: &scan)
            let alone = lexicon.read(word, field: .content)
            #expect(alone.tokens[0].word != 0)
            for place in 0..<9 {
                let before = String(repeating: " ", count: place)
                for after in ["", " ", ", or so", "\n", " and many more words behind it"] {
                    let text = lexicon.read(before + word + after, field: .content)
                    #expect(text.key(of: 0..<1) == alone.key(of: 0..<1))
                    #expect(text.tokens[0].word == alone.tokens[0].word)
                    #expect(text.tokens[0].casing == alone.tokens[0].casing)
                    #expect(text.tokens[0].start == UInt32(place))
                    #expect(text.text(of: 0..<1) == alone.text(of: 0..<1))
                }
            }
        }
    }

    @Test("what is left of markup moves no offset")
    func markupOffsets() {
        let title = "<i>Zür</i>&nbsp;Acme&#39;s &pound;5m &amp; Beta"
        let text = TestPack.lexicon.read(title, field: .title)
        let scalars = Array(title.unicodeScalars)
        let words = text.tokens.map { token in
            String(String.UnicodeScalarView(scalars[Int(token.start)..<Int(token.end)]))
        }
        #expect(words == ["Zür", "Acme", "&pound;", "5m", "&amp;", "Beta"])
        #expect(text.tokens.indices.map { text.text(of: $0..<$0 + 1) } == words)
        #expect(MarkupRest.plain("Acme &amp;amp; Sons&reg; <b>Ltd</b>\\xc2") == "Acme & Sons Ltd")
        #expect(MarkupRest.plain("O\\u2019Acme &lt;b&gt;Foods&lt;/b&gt; <Beta>") == "O'Acme Foods <Beta>")
    }

    @Test("offsets are Unicode scalars of the field as given")
    func offsets() {
        let text = TestPack.lexicon.read("Zür\u{308}ich’s 🏭 Acme", field: .title)
        let spans = text.tokens.indices.map { text.span(of: $0..<$0 + 1) }
        #expect(
            spans == [
                Span(field: .title, start: 0, end: 7), Span(field: .title, start: 12, end: 16),
            ])
        #expect(text.text(of: 1..<2) == "Acme")
        #expect(text.tokens[0].isPossessive)
    }

    @Test("tells how a word is written")
    func casing() {
        let text = TestPack.lexicon.read("acme Acme ACME eBay 42 3M", field: .title)
        #expect(text.tokens.map(\.casing) == [.lower, .capitalised, .upper, .mixed, .none, .upper])
    }

    @Test("tells how a word is written at any length, wherever its capitals stand", arguments: 2...40)
    func casing(of length: Int) {
        let small = String(repeating: "q", count: length)
        for place in 0..<length {
            let capital = small.prefix(place) + "Q" + small.dropFirst(place + 1)
            let words = [small, String(capital), small.uppercased()]
            for text in [words.joined(separator: " "), words.joined(separator: ", ") + " and so on, as it is said"] {
                let read = TestPack.lexicon.read(text, field: .content)
                #expect(read.tokens.prefix(3).map(\.casing) == [.lower, place == 0 ? .capitalised : .mixed, .upper])
                #expect(read.key(of: 0..<3) == "\(small) \(small) \(small)")
            }
        }
    }

    struct Sentences: CustomTestStringConvertible, Sendable {
        var text: String
        var count: Int
        var testDescription: String { text }
    }

    @Test(
        "finds where sentences end",
        arguments: [
            Sentences(text: "Acme grew. It hired.", count: 2),
            Sentences(text: "Acme Inc. named Jane Roe. She starts in May.", count: 2),
            Sentences(text: "Acme, Inc. Names Jane Roe CFO", count: 1),
            Sentences(text: "Jeffrey W. Roe joins the U.S. unit of Acme.", count: 1),
            Sentences(text: "It sold in the U.S. The unit grew.", count: 2),
            Sentences(text: "Is it true? Yes! No.", count: 3),
            Sentences(text: "Item 5.02 of No. 7 on Jan. 5", count: 1),
            Sentences(text: "Acme Files Ch. 11, Posts Q1 Adj. EPS $0.64", count: 1),
            Sentences(text: "First heading\nSecond line", count: 2),
            Sentences(
                text: "A line that is hard wrapped because it is longer than fifty letters\ngoes on here", count: 1),
            Sentences(text: "One\n\nTwo", count: 2),
            Sentences(
                text: "A link to another story that is longer than fifty letters\nThe news "
                    + String(repeating: "goes on and ", count: 10) + "on", count: 2),
        ])
    func sentences(_ sample: Sentences) {
        #expect(TestPack.lexicon.read(sample.text, field: .content).sentences.count == sample.count)
    }

    /// Small words are gone over without a look, so one that ends a sentence must not be taken for one of them.
    @Test(
        "finds where sentences end behind many small words",
        arguments: [
            // As many as one token can lead over, one more, and more than two can.
            (65_534, "b. Acme grew. it hired! Yes", [1, 5, 6]),
            (65_535, "b. Acme grew\n\nand hired", [1, 3, 5]),
            (140_000, "b? Acme asked, and c? Beta", [1, 5, 6]),
            (0, "it is small. so is this\n\nand this. 5 more (all of them) are not. É is", [6, 8, 15, 17]),
            // Glued words become two tokens.
            (0, "one AcmeAppoints two. Three four. Five", [4, 6, 7]),
        ])
    func sentencesBehindSmallWords(_ small: Int, _ rest: String, _ ends: [Int]) {
        let read = TestPack.lexicon.read(String(repeating: "a ", count: small) + rest, field: .content)
        #expect(read.sentences.map(\.tokens.upperBound).filter { $0 > small }.map { $0 - small } == ends)
    }

    @Test("knows headlines whose capitals tell nothing")
    func titleCase() {
        let lexicon = TestPack.lexicon
        func isTitleCase(_ text: String) -> Bool { lexicon.read(text, field: .title).sentences[0].isTitleCase }
        #expect(isTitleCase("Acme Appoints Jane Roe CFO"))
        #expect(isTitleCase("Corvane Foods to Acquire Bluefen Logistics"))
        #expect(!isTitleCase("Acme appoints Jane Roe as chief financial officer"))
        #expect(!isTitleCase("Corvane Foods to cut 500 jobs in Leeds"))
    }

    @Test(
        "hostile text is cut in linear time",
        arguments: ["a", "'", ".", "A.", "-", "\u{301}", "東", "\n", "9,", "(", "é", "Ab", "AbX ", "&", "\u{23A}"])
    func hostile(_ piece: String) {
        let text = String(repeating: piece, count: 100_000)
        let clock = ContinuousClock()
        let time = clock.measure { _ = TestPack.lexicon.read(text, field: .content) }
        #expect(time < .seconds(10))
    }
}

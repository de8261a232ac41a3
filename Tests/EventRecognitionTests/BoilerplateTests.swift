import Foundation
import Testing
import TriggerModel

@testable import EventRecognition

/// What the shipped pack takes for boilerplate, and what must stay news.
@Suite("Boilerplate")
struct BoilerplateTests {
    /// The boilerplate of a content as `kind: text`, line breaks as ` / `.
    static func boilerplate(_ content: String, filing: Filing? = nil) -> [String] {
        let item = TestPack.item("Corvane Foods news", content: content, filing: filing)
        let result = ShippedPackTests.recogniser.recognise(
            item, teller: TestPack.teller, received: TestPack.received)
        let scalars = Array(content.unicodeScalars)
        return result.boilerplate.map { part in
            var view = String.UnicodeScalarView()
            view.append(contentsOf: scalars[part.start..<part.end])
            return "\(part.kind.rawValue): "
                + String(view).split(separator: "\n", omittingEmptySubsequences: true).joined(separator: " / ")
        }
    }

    /// Two paragraphs of news, so that what follows does not stand at the beginning.
    static let news = """
        Corvane Foods said on Monday that its mill in Harrow will run at half its capacity until the spring.
        "We hope to be back at full speed by May," said Jane Roe, who leads the bakery business.

        """

    struct Part: CustomTestStringConvertible, Sendable {
        var text: String
        var found: [String]
        var testDescription: String { text }

        init(_ text: String, _ found: String...) {
            self.text = text
            self.found = found
        }
    }

    static let parts: [Part] = [
        Part(
            "About Corvane Foods\nCorvane Foods bakes bread. It buys Harrowgate Mills flour.",
            "about: About Corvane Foods / Corvane Foods bakes bread. It buys Harrowgate Mills flour"),
        Part("About Corvane Foods: Corvane bakes bread.", "about: About Corvane Foods: Corvane bakes bread"),
        Part("About Corvane Foods Corvane Foods bakes bread.", "about: About Corvane Foods Corvane Foods bakes bread"),
        Part("ABOUT THE COMPANY\nIt bakes.", "about: ABOUT THE COMPANY / It bakes"),
        Part("Über Corvane Foods\nCorvane backt Brot.", "about: Über Corvane Foods / Corvane backt Brot"),
        Part("Acerca de Corvane Foods\nCorvane hornea pan.", "about: Acerca de Corvane Foods / Corvane hornea pan"),
        Part("À propos de Corvane Foods\nCorvane cuit.", "about: À propos de Corvane Foods / Corvane cuit"),
        Part(
            "Forward-Looking Statements\nWe may fail to buy Harrowgate Mills.\nSee our filings.",
            "forward-looking: Forward-Looking Statements / We may fail to buy Harrowgate Mills. / See our filings"),
        Part(
            "Cautionary Note Regarding Forward-Looking Statements: plans may change.",
            "forward-looking: Cautionary Note Regarding Forward-Looking Statements: plans may change"),
        Part(
            "Safe Harbor Statement\nPlans may change.", "forward-looking: Safe Harbor Statement / Plans may change"),
        Part(
            "This press release contains forward-looking statements about the sale.",
            "forward-looking: This press release contains forward-looking statements about the sale"),
        Part(
            "The company undertakes no obligation to update them.\nFlour will cost more in June, the mill said.",
            "forward-looking: The company undertakes no obligation to update them"),
        Part(
            "Sales rose. Actual results may differ materially from those expected.",
            "forward-looking: Actual results may differ materially from those expected"),
        Part(
            "Zukunftsgerichtete Aussagen\nPläne können sich ändern.",
            "forward-looking: Zukunftsgerichtete Aussagen / Pläne können sich ändern"),
        Part("Media Contact:\nIna Holm\n+1 555 0100", "contact: Media Contact: / Ina Holm / +1 555 0100"),
        Part("Investor Relations\nBo Ek", "contact: Investor Relations / Bo Ek"),
        Part("Media contact Ina Holm, press@corvane.example", "contact: Media contact Ina Holm, press@corvane.example"),
        Part("Pressekontakt\nIna Holm", "contact: Pressekontakt / Ina Holm"),
        Part("Contacto de prensa: Ina Holm", "contact: Contacto de prensa: Ina Holm"),
        Part(
            "For more information, visit the company's site.",
            "contact: For more information, visit the company's site"),
        Part(
            "Related links\nHarrowgate Mills buys bakery\n\nThe mill opened in 1920 and employs ninety people, most of them "
                + "from the village.",
            "related: Related links / Harrowgate Mills buys bakery"),
        Part("Read more: Harrowgate Mills buys bakery", "related: Read more: Harrowgate Mills buys bakery"),
        Part("Also read: Tidewell Rail cuts jobs.", "related: Also read: Tidewell Rail cuts jobs"),
        Part(
            "Lesen Sie auch: Tidewell Rail streicht Stellen", "related: Lesen Sie auch: Tidewell Rail streicht Stellen"),
        Part("Te puede interesar: Tidewell compra", "related: Te puede interesar: Tidewell compra"),
        Part(
            "Subscribe to our newsletter for news of deals.", "notice: Subscribe to our newsletter for news of deals"),
        Part("We use cookies to improve this site.", "notice: We use cookies to improve this site"),
        Part("Copyright 2026 Corvane Foods.", "legal: Copyright 2026 Corvane Foods"),
        Part("Disclaimer\nNo advice.", "legal: Disclaimer / No advice"),
        Part("No Offer or Solicitation\nNothing is sold.", "legal: No Offer or Solicitation / Nothing is sold"),
        Part("SOURCE Corvane Foods", "source: SOURCE Corvane Foods"),
        Part("Source: Corvane Foods", "source: Source: Corvane Foods"),
    ]

    @Test("each kind of boilerplate is found with its reach", arguments: parts)
    func found(_ part: Part) {
        #expect(Self.boilerplate(Self.news + part.text) == part.found)
    }

    @Test(
        "what only begins like boilerplate is news",
        arguments: [
            "About 300 workers at Corvane Foods will lose their jobs.",
            "About half of the mills in the county are to close this year.",
            "About Corvane workers who went on strike, the company said nothing.",
            "Contact Energy raises its dividend",
            "Contact Energy names Jane Roe chief executive, the company said.",
            "Source Energy Services acquires Corvane Foods, it said on Monday.",
            "Investor relations chief Jane Roe resigns",
            "Media groups said the contact was lost.",
            "Related Companies buys a site in Harrow.",
            "Trending Topics Inc names a new finance chief.",
            "Additional information on the closure is expected on Friday, said the mill.",
            "Subscribe Software appoints Jane Roe as its chief executive.",
            "This report includes a list of the stores that Corvane Foods is to close.",
            "Sobre la mesa están la fusión y la venta, dijo Corvane.",
        ])
    func news(_ text: String) {
        #expect(Self.boilerplate(Self.news + text) == [])
    }

    @Test("an event is read before boilerplate and not in it, and what follows a section of links is read again")
    func readsAround() {
        let content = """
            Corvane Foods names Ann Poe chief executive officer, the company said on Monday in a statement.
            Read more: Tidewell Rail names Bo Ek chief executive officer
            Corvane Foods appoints Jane Roe chief financial officer, the company said in the same statement on Monday, which it published in full.
            About Corvane Foods
            Corvane Foods names Ina Holm chief operating officer.
            """
        let events = ShippedPackTests.recogniser.recognise(
            TestPack.item("Mills", content: content), teller: TestPack.teller, received: TestPack.received
        ).events
        #expect(
            events.flatMap { $0.evidence.map(\.text) } == [
                "Corvane Foods names Ann Poe chief executive officer",
                "Corvane Foods appoints Jane Roe chief financial officer",
            ])
    }

    @Test("contacts and statements that stand before the news do not hide it")
    func beforeTheNews() {
        let news =
            "Corvane Foods said on Monday that it acquires Harrowgate Mills for an amount that it did not state today."
        #expect(
            Self.boilerplate("Contact:\nIna Holm\n555 0100\n" + news) == ["contact: Contact: / Ina Holm / 555 0100"])
        let statement = "Forward-Looking Statements\nPlans may change.\nOur year in brief\nWe opened two mills."
        #expect(Self.boilerplate(statement) == ["forward-looking: Forward-Looking Statements / Plans may change"])
    }

    @Test("an exhibit with its address and contacts at the top is read from its headline on")
    func contactsAtTheTop() {
        let exhibit = """
            Exhibit 99.1
            Corvane Foods, Inc.
            24 W. Mill St. Harrow, NE 68845 P.O. Box 14
            Contact: Ina Holm, Chief Financial Officer
            Corvane Foods, Inc.
            (308) 555-0100
            CORVANE FOODS, INC. REPORTS THIRD QUARTER NET INCOME
            HARROW, NE -- Corvane Foods, Inc. announced today that its net income for the quarter was four million dollars.
            About Corvane Foods
            It bakes.
            """
        #expect(
            Self.boilerplate(exhibit) == [
                "contact: Contact: Ina Holm, Chief Financial Officer / Corvane Foods, Inc. / (308) 555-0100",
                "about: About Corvane Foods / It bakes",
            ])
    }

    @Test("what ends a release stays unread across the contacts in it")
    func contactsInTheTail() {
        let tail = """
            About Corvane Foods
            It bakes.
            Media Contact:
            Ina Holm
            Notes: Corvane Foods buys Harrowgate Mills and many others each year, as it has done since it was founded in the town of Harrow.
            """
        #expect(
            Self.boilerplate(Self.news + tail) == [
                "about: About Corvane Foods / It bakes", "contact: Media Contact",
                "about: Ina Holm / Notes: Corvane Foods buys Harrowgate Mills and many others each year, as it has done since it "
                    + "was founded in the town of Harrow",
            ])
    }

    @Test("each item and exhibit of a filing is read, whatever ended the one before")
    func filingSections() {
        let item = "Item 8.01 Other Events. Corvane opened a mill.\nForward-Looking Statements\nPlans may change.\n"
        let exhibit = "Corvane Foods opens its third mill in Harrow\nAbout Corvane Foods\nIt bakes."
        let filing = Filing(
            form: "8-K", items: ["8.01"],
            sections: [
                FilingSection(code: "8.01", start: 0, end: item.count),
                FilingSection(code: "EX-99.1", start: item.count, end: item.count + exhibit.count),
            ])
        #expect(
            Self.boilerplate(item + exhibit, filing: filing) == [
                "forward-looking: Forward-Looking Statements / Plans may change",
                "about: About Corvane Foods / It bakes",
            ])
    }

    @Test("a long text without paragraphs costs linear time")
    func linear() {
        // Every sentence begins with a pattern's first word; quadratic work would take minutes.
        let text = String(repeating: "About nothing we know. Forward to the mill\n", count: 2000)
        #expect(Self.boilerplate(text) == [])
    }
}

import Testing

@testable import MarkupReading

/// What libxml2 2.9.14 is slow on never reaches it: the proof is in what it is given, not in a clock.
struct HostileMarkupTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var name: String
        var document: [UInt8]
        var damage: MarkupDamage.Kind?
        /// Bytes that libxml2 may be given at most.
        var atMost: Int
        var testDescription: String { name }

        init(_ name: String, _ document: String, _ damage: MarkupDamage.Kind?, atMost: Int) {
            self.name = name
            self.document = Array(document.utf8)
            self.damage = damage
            self.atMost = atMost
        }
    }

    static let kept = "<item>kept</item>"

    static func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

    static let cases: [Case] = [
        Case(
            "100,000 attributes in one tag",
            "<r><x " + (0..<100_000).map { "a\($0)='1'" }.joined(separator: " ") + "/>\(kept)</r>", .tagTooLarge,
            atMost: 100),
        Case(
            "257 attributes", "<r><x " + (0..<257).map { "a\($0)='1' " }.joined() + ">\(kept)</x></r>", .tagTooLarge,
            atMost: 100),
        Case("an attribute of 65 KiB", "<r><x a='\(repeated("v", 66_000))'/>\(kept)</r>", .tagTooLarge, atMost: 100),
        Case(
            "100,000 nested elements", "<r>\(kept)" + repeated("<d>", 100_000) + repeated("</d>", 100_000) + "</r>",
            .tooDeep, atMost: 3000),
        Case("100,000 open elements", "<r>\(kept)" + repeated("<d>", 100_000), .tooDeep, atMost: 3000),
        Case(
            "2 MB of open comments", "<r>\(kept)" + repeated("<!--", 500_000) + "</r>", .unclosedComment,
            atMost: 600_000),
        Case(
            "2 MB of nested comments", "<r>\(kept)" + repeated("<!-- ", 400_000) + "--></r>", nil, atMost: 100),
        Case(
            "a million open instructions", "<r>\(kept)" + repeated("<?", 1_000_000) + "</r>", .strayLessThan,
            atMost: 5_100_000),
        Case("open CDATA sections", "<r>\(kept)" + repeated("<![CDATA[", 200_000), .unclosedSection, atMost: 1_900_000),
        Case("open quotes", "<r>\(kept)" + repeated("<a b=\"", 300_000) + "</r>", .strayLessThan, atMost: 3_000_000),
        Case("stray end tags", "<r>\(kept)" + repeated("</q>", 300_000) + "</r>", .strayEndTag, atMost: 100),
        Case("ampersands", "<r>\(kept)" + repeated("&", 300_000) + "</r>", .strayAmpersand, atMost: 1_600_000),
        Case(
            "a billion laughs",
            "<!DOCTYPE r [<!ENTITY a0 'ha'>"
                + (1...30).map { "<!ENTITY a\($0) '\(repeated("&a\($0 - 1);", 10))'>" }.joined()
                + "]><r>\(kept)&a30;</r>",
            .droppedEntity, atMost: 100),
        Case(
            "quadratic blow-up",
            "<!DOCTYPE r [<!ENTITY a '\(repeated("x", 1000))'>]><r>\(kept)" + repeated("&a;", 20_000) + "</r>",
            .droppedEntity, atMost: 1_100_000),
        Case(
            "an external entity", "<!DOCTYPE r [<!ENTITY a SYSTEM 'file:///etc/hostname'>]><r>\(kept)&a;</r>",
            .droppedEntity, atMost: 100),
        Case(
            "an external parameter entity",
            "<!DOCTYPE r [<!ENTITY % a SYSTEM 'http://127.0.0.1:9/x'>%a;]><r>\(kept)</r>", .droppedEntity, atMost: 100),
        Case(
            "30,000 attributes without values", "<r>\(kept)<x \(repeated("a b c ", 10_000))>1</x></r>", .malformedTag,
            atMost: 100),
        Case(
            "different attributes without values",
            "<r>\(kept)<x \((0..<9000).map { "a\($0)" }.joined(separator: " "))>1</x></r>", .malformedTag, atMost: 3000),
        Case(
            "200,000 different names", "<r>\(kept)" + (0..<200_000).map { "<n\($0)/>" }.joined() + "</r>",
            .tooManyNames, atMost: 2_000_000),
        Case(
            "a million short texts", "<r>\(kept)" + repeated("<&", 1_000_000) + "</r>", .strayLessThan, atMost: 100),
        Case("NUL bytes", "<r>\(kept)\u{0}\u{0}</r>", .controlCharacters, atMost: 100),
        Case(
            "UTF-7 declared", "<?xml version='1.0' encoding='UTF-7'?><r>\(kept)+ADw-x+AD4-</r>", .unknownEncoding,
            atMost: 100),
        Case(
            "undeclared prefixes", "<r>\(kept)" + repeated("<p:q/>", 100_000) + "</r>", .undeclaredPrefix,
            atMost: 700_000),
    ]

    @Test("Hostile documents cost little and lose no item", arguments: cases)
    func survives(_ test: Case) {
        var transcript = Transcript()
        let (_, report) = XMLPushReader().read(test.document, into: &transcript)
        #expect(transcript.text.contains(HostileMarkupTests.kept))
        if let damage = test.damage { #expect(report.damages.contains { $0.kind == damage }, "\(report.damages)") }
        #expect(report.bytesRead <= test.atMost)
    }

    @Test func `a document beyond the limit is cut, not refused`() {
        var limits = MarkupLimits()
        limits.documentBytes = 1000
        let (events, damages) = Transcript.of(
            "<r>\(HostileMarkupTests.kept)" + HostileMarkupTests.repeated("<i>x</i>", 1000) + "</r>", limits: limits)
        #expect(events.hasPrefix("<r>" + HostileMarkupTests.kept))
        #expect(events.hasSuffix("</r>"))
        #expect(damages == [.documentTooLong, .truncated])
    }

    @Test(
        "Hostile pages lose nothing that is shown",
        arguments: [
            "<p>kept</p><x " + (0..<100_000).map { "a\($0)=1" }.joined(separator: " ") + ">",
            "<p>kept</p>" + repeated("<div>", 100_000), repeated("<!--", 500_000) + "<p>kept</p>",
            "<p>kept</p>" + repeated("<!-- ", 400_000) + "-->", repeated("<b>", 5000) + "<p>kept</p>",
            "<p>kept</p>" + repeated("<a b=\"", 300_000), "<p>kept</p>" + repeated("</", 500_000),
            "<p>kept</p>" + repeated("<script>", 100_000), repeated("\u{0}", 1000) + "<p>kept</p>",
        ])
    func page(_ page: String) throws {
        let tree = try #require(HTMLTree(Array(page.utf8)))
        let paragraphs = try tree.nodes(XPathExpression("//p"))
        #expect(paragraphs.first?.readableText()?.hasPrefix("kept") == true)
    }

    @Test func `a page with too many tags keeps its text`() throws {
        var limits = MarkupLimits()
        limits.pageTags = 100
        let tree = try #require(HTMLTree(Array(Self.repeated("<p>word</p> ", 1000).utf8), limits: limits))
        #expect(tree.root?.descendants(named: "p").count == 50)
        #expect(
            tree.damages == [
                MarkupDamage(.tooManyElements, count: 1900, line: 1, offset: 600, detail: "more than 100 tags")
            ])
        let words = try #require(tree.root?.readableText()).split { $0 == " " || $0 == "\n" }
        #expect(words.count == 1000)
    }

    @Test func `texts that lie in each other are not read for ever`() throws {
        let tree = try #require(HTMLTree(Array((Self.repeated("<div><p>a", 50) + Self.repeated("b ", 1000)).utf8)))
        tree.visitsLeft = 40
        let root = try #require(tree.root)
        #expect(root.readableText() != nil)
        #expect(tree.visitsLeft == 0)
        #expect(root.readableText() == nil)
    }

    @Test(
        "Ampersands that begin nothing are blanked when they get too many",
        arguments: ["&amp ", "& ", "&#1; ", "&; "])
    func ampersands(_ text: String) throws {
        let tree = try #require(HTMLTree(Array(("<p>kept</p>" + Self.repeated(text, 100_000)).utf8)))
        #expect(tree.damages.map(\.kind) == [.strayAmpersand])
        #expect(tree.damages.first?.count == 80_000)
    }

    @Test(
        "Hostile fragments become text in one pass",
        arguments: [
            repeated("<", 300_000) + "kept", repeated("<a \"", 300_000) + "> kept", repeated("<!--", 300_000) + "kept",
            repeated("<div hidden>", 100_000) + repeated("</div>", 100_000) + "kept", repeated("&", 500_000) + "kept",
            repeated("&lt;", 300_000) + "kept", "kept" + repeated("<script>", 200_000),
            repeated("<![CDATA[", 200_000) + "kept", repeated("<![CDATA[]]>", 200_000) + "kept",
            repeated("<![CD", 200_000) + "<![CDATA[" + repeated("ATA[", 200_000) + "kept",
        ])
    func fragment(_ fragment: String) {
        #expect(PlainTextReader().text(fragment, as: .html)?.contains("kept") == true)
    }
}

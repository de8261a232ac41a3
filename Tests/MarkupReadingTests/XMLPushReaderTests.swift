import Testing

@testable import MarkupReading

struct XMLPushReaderTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var name: String
        var document: String
        var events: String
        var damages: [MarkupDamage.Kind] = []
        var testDescription: String { name }
    }

    static let cases: [Case] = [
        Case(name: "a plain document", document: "<r><i a='1'>x</i></r>", events: "<r><i a=[1]>x</i></r>"),
        Case(name: "CDATA and references", document: "<r><![CDATA[<&]]>&lt;&#65;</r>", events: "<r><&<A</r>"),
        Case(
            name: "ampersands in attributes", document: "<r href='x?a=1&amp;b=2&#38;c'/>",
            events: "<r href=[x?a=1&b=2&c]></r>"),
        Case(
            name: "a stray ampersand in an attribute", document: "<r href='x?a=1&b=2'/>",
            events: "<r href=[x?a=1&b=2]></r>", damages: [.strayAmpersand]),
        Case(
            name: "stray ampersands in text", document: "<r>R&D & AT&T; x</r>", events: "<r>R&D & AT&T; x</r>",
            damages: [.strayAmpersand]),
        Case(
            name: "entities of HTML", document: "<r>caf&eacute;&nbsp;&hellip;&NotEqualTilde;</r>",
            events: "<r>café\u{A0}…≂̸</r>", damages: [.undeclaredEntity]),
        Case(
            name: "a character reference to nothing", document: "<r>&#0;&#xD800;&#150;</r>",
            events: "<r>\u{FFFD}\u{FFFD}\u{96}</r>", damages: [.badCharacterReference]),
        Case(
            name: "an unclosed element closes with its parent", document: "<r><i>one<br>two</i><i>3</i></r>",
            events: "<r><i>one<br>two</br></i><i>3</i></r>", damages: [.unclosedElement]),
        Case(
            name: "crossed elements", document: "<r><b>1<i>2</b>3</i>4</r>", events: "<r><b>1<i>2</i></b>34</r>",
            damages: [.unclosedElement, .strayEndTag]),
        Case(
            name: "a less-than sign in text", document: "<r>a < b</r>", events: "<r>a < b</r>",
            damages: [.strayLessThan]),
        Case(
            name: "a less-than sign before a letter", document: "<r>a <b and <i>c</i></r>",
            events: "<r>a <b and <i>c</i></r>", damages: [.strayLessThan]),
        Case(
            name: "attributes without quotes and values", document: "<r a=1 b href=x/y><i/></r>",
            events: "<r a=[1] b=[] href=[x/y]><i></i></r>", damages: [.malformedTag]),
        Case(
            name: "a less-than sign inside a value", document: "<r a='1 <b>2</b> 3' b='4'>x</r>",
            events: "<r a=[1 <b>2</b> 3] b=[4]>x</r>", damages: [.malformedTag]),
        Case(
            name: "an attribute twice", document: "<r a='1' a='2' b=3>x</r>", events: "<r a=[1] b=[3]>x</r>",
            damages: [.malformedTag]),
        Case(
            name: "a truncated document", document: "<r><i>one</i><i>tw", events: "<r><i>one</i><i>tw</i></r>",
            damages: [.truncated]),
        Case(
            name: "a document that ends in a tag", document: "<r><i>one</i><i a='tw",
            events: "<r><i>one</i></r>", damages: [.truncated]),
        Case(
            name: "an open CDATA section ends with its element", document: "<r><i><![CDATA[a<b</i><i>2</i></r>",
            events: "<r><i>a<b</i><i>2</i></r>", damages: [.unclosedSection]),
        Case(
            name: "an open comment hides nothing", document: "<r><!-- <i>1</i><i>2</i></r>",
            events: "<r>  <i>1</i><i>2</i></r>", damages: [.unclosedComment]),
        Case(
            name: "comments and instructions are passed", document: "<r>a<!-- -- --- -->b<?php echo '<i>' ?>c</r>",
            events: "<r>abc</r>"),
        Case(
            name: "junk around the document", document: "junk\n<?xml version='1.0'?><r/>more",
            events: "<r></r>", damages: [.junkBeforeRoot, .junkAfterRoot]),
        Case(
            name: "a declaration that lies about the encoding",
            document: "<?xml version='1.0' encoding='utf-16'?><r>é</r>",
            events: "<r>é</r>"),
        Case(
            name: "control characters", document: "<r>a\u{0}\u{1B}b</r>", events: "<r>a  b</r>",
            damages: [.controlCharacters]),
        Case(
            name: "declared entities: short plain text counts, external text does not",
            document:
                "<!DOCTYPE r [<!ENTITY co 'Tarn'><!ENTITY dash '&#8211;'><!ENTITY two '&co;'><!ENTITY f SYSTEM 'file:///x'>]><r>&co;&dash;[&two;][&f;]</r>",
            events: "<r>Tarn–[Tarn][]</r>", damages: [.droppedEntity]),
        Case(
            name: "declared entities of others, of marks and of names that HTML has",
            document:
                "<!DOCTYPE r [<!ENTITY co 'Caf&eacute; &#38; 5 % more'><!ENTITY two '&co; &#38;amp; &lt;&co;>'><!ENTITY m 'a<b/>'><!ENTITY n '&m;'><!ENTITY p '%co;'>]><r a='&co;'>&two;[&m;&n;&p;]</r>",
            events: "<r a=[Café & 5 % more]>Café & 5 % more & <Café & 5 % more>[]</r>", damages: [.droppedEntity]),
        Case(
            name: "CDATA in small letters", document: "<r><![cdata[a<b]]></r>", events: "<r>a<b</r>"),
        Case(
            name: "what stands behind the root is not read", document: "<r><i>1</i></r><i>2</i>",
            events: "<r><i>1</i></r>", damages: [.junkAfterRoot]),
        Case(
            name: "elements with nothing but text in them, and what stands around them",
            document: "<r>1<i a='x' >2</i>3<i\n>4<!-- - -->5</i ><i></i><b><i>6</i></b>7</r>",
            events: "<r>1<i a=[x]>2</i>3<i>45</i><i></i><b><i>6</i></b>7</r>"),
        Case(
            name: "names with a character that XML does not allow there",
            document: "<r><i a²e='x'>1</i><i a='\u{FFFF}'>2</i><j²>3</j²><i>4</i></r>",
            events: "<r><i>1</i><i a=[]>2</i><j>3</j><i>4</i></r>"),
        Case(name: "no element at all", document: "just text", events: ""),
    ]

    @Test("Broken documents give what can be had of them", arguments: cases)
    func reads(_ test: Case) {
        let (events, damages) = Transcript.of(test.document)
        #expect(events == test.events)
        #expect(damages.filter { $0 != .notWellFormed && $0 != .undeclaredPrefix } == test.damages)
    }

    @Test("Where libxml2's chunks are cut does not matter", arguments: cases)
    func cuts(_ test: Case) {
        for cut in 1..<max(2, test.document.utf8.count) {
            #expect(Transcript.of(test.document, cut: cut).0 == test.events, "cut at \(cut)")
        }
    }

    @Test(
        "Elements that are wanted are read behind the root, with all that stands there",
        arguments: [
            ("<r><i>1</i></r><i>2</i>", "<r><i>1</i><i>2</i></r>"),
            ("<r><i>1</i></r>\n<r><I a='1'>2</I></r>", "<r><i>1</i>\n<r><I a=[1]>2</I></r></r>"),
            ("<r><i>1</r><b/><i>2</i></r><i>3", "<r><i>1</i><b></b><i>2</i><i>3</i></r>"),
            ("<r><i>1</i></r><b/><item/>", "<r><i>1</i></r>"), ("<r/><i>2</i>", "<r></r>"),
            ("<r></r><i>2</i>", "<r><i>2</i></r>"), ("<r>0</r><i>2</i>", "<r>0<i>2</i></r>"),
        ])
    func behind(_ document: String, _ events: String) {
        for cut in [nil] + (1..<document.utf8.count).map({ Optional($0) }) {
            var transcript = Transcript()
            var reader = XMLPushReader()
            reader.wantedBehindRoot = ["i"]
            reader.cut = cut
            let (_, report) = reader.read(Array(document.utf8), into: &transcript)
            #expect(transcript.text == events)
            #expect(report.damages.map(\.kind).contains(.junkAfterRoot))
        }
    }

    @Test func `a million ends of the root cost no million searches`() {
        var transcript = Transcript()
        var reader = XMLPushReader()
        reader.wantedBehindRoot = ["i"]
        let document = "<r>" + String(repeating: "</r>", count: 300_000) + "<i>1</i>"
        _ = reader.read(Array(document.utf8), into: &transcript)
        #expect(transcript.text == "<r><i>1</i></r>")
    }

    @Test(
        "A document that is cut off says so before its last text", arguments: ["<r><i>one</i><i>tw", "<r><i>one</i>tw"])
    func cutOff(_ document: String) {
        for cut in 1..<document.utf8.count {
            var transcript = Transcript()
            var reader = XMLPushReader()
            reader.cut = cut
            _ = reader.read(Array(document.utf8), into: &transcript)
            #expect(transcript.text.contains("one</i>"))
            #expect(transcript.textWhenCutOff == String(document.dropLast(2)))
        }
    }

    @Test func `a name is numbered once, with prefix and namespace`() {
        var transcript = Transcript()
        let document = "<r xmlns:d='urn:d'><d:i/><d:i/><e:i/><i/></r>"
        _ = XMLPushReader().read(Array(document.utf8), into: &transcript)
        #expect(
            transcript.names == [
                XMLName(local: "r"), XMLName(local: "i", prefix: "d", namespace: "urn:d"),
                XMLName(local: "i", prefix: "e"), XMLName(local: "i"),
            ])
    }

    @Test func `a handler that has enough gets no more`() {
        var transcript = Transcript()
        transcript.stopsAfter = 2
        _ = XMLPushReader().read(Array("<r><a>1</a><a>2</a></r>".utf8), into: &transcript)
        #expect(transcript.text.hasPrefix("<r><a>"))
        #expect(!transcript.text.contains("2"))
    }

    @Test func `a damage tells its first line and its count`() throws {
        var transcript = Transcript()
        let (_, report) = XMLPushReader().read(Array("<r>\n\n&bogus; & x\n</r>".utf8), into: &transcript)
        let damage = try #require(report.damages.first)
        #expect(damage == MarkupDamage(.strayAmpersand, count: 2, line: 3, offset: 5))
    }
}

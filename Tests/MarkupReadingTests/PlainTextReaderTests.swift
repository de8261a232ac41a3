import Testing

@testable import MarkupReading

struct PlainTextReaderTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var form: PlainTextReader.Form
        var source: String
        var text: String?
        var testDescription: String { source }
    }

    static let cases: [Case] = [
        Case(form: .html, source: "<p>One</p><p>Two</p>", text: "One\nTwo"),
        Case(form: .html, source: "  a \n\t b  <b> c</b>d ", text: "a b cd"),
        Case(form: .html, source: "a<br>b<br/>c<hr>d", text: "a\nb\nc\nd"),
        Case(form: .html, source: "<ul><li>a</li><li>b</ul>c", text: "- a\n- b\nc"),
        Case(form: .html, source: "<ol><li>a<li>b</ol><ul><li>c</ul><li>d", text: "1. a\n2. b\n- c\n- d"),
        Case(
            form: .html, source: "<ol><li>a<ul><li>b</li></ul></li><li>c<ol><li>d</ol><li>e</ol>",
            text: "1. a\n- b\n2. c\n1. d\n3. e"),
        Case(form: .title, source: "<ol><li>a<li>b</ol>", text: "a b"),
        Case(form: .html, source: "<tr><td>a</td><td>b</td></tr><tr><th>c", text: "a\tb\nc"),
        Case(
            form: .html, source: "Caf&eacute;&nbsp;&amp;&#32;&#x2019;&copy2026 &bogus; &",
            text: "Café & ’©2026 &bogus; &"),
        Case(form: .html, source: "a<script>if (x < 1) y('</p>')</script>b<style>p{}</style>c", text: "abc"),
        Case(form: .html, source: "a<!-- <p>b</p> -->c<!-- open", text: "ac open"),
        Case(form: .html, source: "<p style='DISPLAY : none'>x<p>y</p></p>z", text: "z"),
        Case(form: .html, source: "<div aria-hidden=\"true\">x<div>y</div></div><i hidden>w</i>z", text: "z"),
        Case(form: .html, source: "<p style='overflow:hidden'>seen</p>", text: "seen"),
        Case(form: .html, source: "<a>Mail<span class='x sr-only'>opens a window</span></a>", text: "Mail"),
        Case(form: .html, source: "<h2 class=visually-hidden>Stories</h2><p class='sr-only-focusable'>z", text: "z"),
        Case(form: .html, source: "<![CDATA[<p>a</p>]]> b <![CDATA[c", text: "a\nb c"),
        Case(form: .title, source: "<![CDATA[a]] b]]>", text: "a]] b"),
        Case(form: .html, source: "<![CD<![CDATA[ATA[x", text: "x"),
        Case(form: .html, source: "2 < 3 and 4 > 1 <3", text: "2 < 3 and 4 > 1 <3"),
        Case(form: .html, source: "cut off <a href=\"http", text: "cut off"),
        Case(form: .html, source: "cut off <strong", text: "cut off"),
        Case(form: .html, source: "cut off</p", text: "cut off"),
        Case(form: .html, source: "if a<b && b<c then a<c", text: "if a<b && b<c then a<c"),
        Case(form: .title, source: "if a<b && b<c", text: "if a<b && b<c"),
        Case(form: .title, source: "Why x<i matters", text: "Why x<i matters"),
        Case(form: .title, source: "x<b", text: "x<b"),
        Case(form: .title, source: "cut off <a href=\"http", text: "cut off"),
        Case(form: .html, source: "a\u{2066}b\u{2061}c\u{FFF9}d\u{E0041}e\u{206E}f", text: "abcdef"),
        Case(form: .html, source: "<a title='x > y'>link</a>", text: "link"),
        Case(form: .html, source: "<o:p>word</o:p><x-y>z</x-y>", text: "wordz"),
        Case(form: .html, source: "so\u{AD}ft\u{200B}ly \u{202E}x\u{A0}\u{2003}y\u{2028}z", text: "softly x y\nz"),
        Case(form: .html, source: "&shy;&#8203;a&ensp;b&#150;c", text: "a b–c"),
        Case(form: .html, source: "line one\r\nline two\n\n three", text: "line one\nline two\nthree"),
        Case(form: .html, source: "<pre>a\n b</pre>c\nd", text: "a\nb\nc d"),
        Case(form: .html, source: "&lt;p&gt;One&lt;/p&gt;&lt;p&gt;Two&lt;/p&gt;", text: "One\nTwo"),
        Case(form: .html, source: "<p>&lt;br&gt; breaks</p>", text: "<br> breaks"),
        Case(
            form: .html,
            source: "a <b>long enough run of words to fill blocks of bytes</b>, <i>and</i> more &mdash; done.",
            text: "a long enough run of words to fill blocks of bytes, and more — done."),
        Case(form: .html, source: " <p> \n </p> ", text: nil),
        Case(form: .title, source: "List<String> &amp; <b>bold</b>\nnext", text: "List<String> & bold next"),
        Case(form: .title, source: "Fish &amp;amp; Chips", text: "Fish &amp; Chips"),
        Case(form: .title, source: "&lt;i&gt;Acme&lt;/i&gt; sold", text: "Acme sold"),
        Case(form: .text, source: "a <b> &amp; &lt; AT&T &copy", text: "a <b> & < AT&T &copy"),
    ]

    @Test("Markup becomes readable text", arguments: cases)
    func reads(_ test: Case) {
        #expect(PlainTextReader().text(test.source, as: test.form) == test.text)
    }

    @Test func `one reader reads many texts`() {
        let reader = PlainTextReader()
        #expect(reader.text("<ul><li>", as: .html) == nil)
        #expect(reader.text("a<!--", as: .html) == "a")
        #expect(reader.text("b<!-- c -->d", as: .html) == "bd")
        #expect(reader.text(String(repeating: "x ", count: 10_000), as: .html)?.utf8.count == 19_999)
    }

    @Test func `a list of any length is numbered as far as there is room`() {
        let source = "<ol>" + String(repeating: "<li>x", count: 10_002)
        let lines = PlainTextReader().text(source, as: .html)?.split(separator: "\n") ?? []
        #expect(lines.count == 10_002)
        #expect(lines[9_998] == "9999. x")
        #expect(lines[9_999] == "- x")
    }

    @Test func `lists are closed and opened in any order without harm`() {
        let source =
            "</ol></ul><li>a" + String(repeating: "<ol>", count: 50) + "<li>b" + String(repeating: "</ol>", count: 60)
        #expect(PlainTextReader().text(source + "<ol><li>c", as: .html) == "- a\n- b\n1. c")
    }

    @Test func `a named entity is known with all its characters`() {
        #expect(HTMLEntities.text(named: "AElig") == "Æ")
        #expect(HTMLEntities.text(named: "nGt") == "≫⃒")
        #expect(HTMLEntities.text(named: "aelig;") == nil)
        #expect(HTMLEntities.text(named: "") == nil)
        #expect(HTMLEntities.table.packed.count == 2125)
    }

    /// Texts are read in blocks of sixteen bytes: wherever something stands that is not plain, it is seen.
    @Test(
        "What is not plain is seen at every place of a text of any length",
        arguments: [
            ("  ", " "), ("\u{7F}", " "), ("\t", " "), ("&amp;", "&"), ("<b>", ""), ("é", "é"), ("—", "—"),
            ("\u{AD}", ""),
            ("\u{200B}", ""), (" é ", " é "), (" \n", " "), ("ж ж", "ж ж"),
        ])
    func blocks(_ written: String, _ read: String) {
        let reader = PlainTextReader()
        for before in 1...40 {
            for after in 1...40 {
                let (head, tail) = (String(repeating: "a", count: before), String(repeating: "b", count: after))
                #expect(reader.text(head + written + tail, as: .title) == head + read + tail, "\(before) \(after)")
            }
            let text = String(repeating: "a", count: before)
            #expect(reader.text(text + written, as: .title) == text + (read == " " ? "" : read).droppingLastSpace)
        }
    }
}

extension String {
    fileprivate var droppingLastSpace: String { hasSuffix(" ") ? String(dropLast()) : self }
}

import Testing
import TriggerModel

@testable import Delivery

@Suite("Text from outside")
struct TextTests {
    @Test(
        "A line loses its breaks, controls and direction marks",
        arguments: [
            ("a\r\nb", "a b"), ("  a \t b  ", "a b"), ("a\u{0}b\u{1B}c\u{9F}d", "abcd"),
            ("a\u{2028}b\u{2029}c\u{85}d", "a b c d"),
            ("\u{202E}evil\u{202C}\u{2066}x\u{2069}\u{200F}", "evilx"), ("\u{FEFF}a\u{200B}b\u{AD}c", "abc"),
            ("می\u{200C}خواهم", "می\u{200C}خواهم"), ("👩\u{200D}🚀", "👩\u{200D}🚀"), ("\u{E0041}x", "x"),
            ("\n\n", ""), ("", ""), ("a\u{A0}\u{3000}b", "a b"),
        ])
    func lines(given: String, shown: String) {
        #expect(PlainText.line(given) == shown)
    }

    @Test("Code points that are no characters vanish", arguments: [0xFFFE, 0xFDD0, 0x1_FFFF, 0x10_FFFE] as [UInt32])
    func noncharacters(value: UInt32) throws {
        let scalar = try #require(Unicode.Scalar(value))
        #expect(PlainText.line("a\(Character(scalar))b") == "ab")
    }

    @Test("A long line is cut with an ellipsis, a fitting one is not")
    func limit() {
        #expect(PlainText.line("abcdef", limit: 6) == "abcdef")
        #expect(PlainText.line("abcdefg", limit: 6) == "abcdef…")
        #expect(PlainText.line("abcdef   ", limit: 6) == "abcdef")
        #expect(PlainText.line(String(repeating: "語", count: 1_000_000), limit: 10).unicodeScalars.count == 11)
    }

    @Test("Every special character is escaped, also below a combining mark")
    func escaping() {
        #expect(HTMLText.escape("<a href=\"x\" b='y'>&") == "&lt;a href=&quot;x&quot; b=&#39;y&#39;&gt;&amp;")
        #expect(HTMLText.escape("\"\u{301}<\u{FE0F}>\u{200D}") == "&quot;\u{301}&lt;\u{FE0F}&gt;\u{200D}")
    }

    @Test(
        "Only plain web addresses become links",
        arguments: [
            ("https://wire.example/a?b=1&c=2#d", "wire.example"), ("HTTP://WIRE.example:8080", "wire.example:8080"),
            ("javascript:alert(1)", nil), ("JaVaScRiPt:alert(1)", nil), ("data:text/html,x", nil),
            ("//wire.example", nil),
            ("https:/wire.example", nil), ("https://", nil), ("https:///x", nil), ("ftp://x.example", nil),
            ("https://bank.example@evil.example/", nil), ("https://good.example\\@evil.example", nil),
            ("https://x.example/\" onclick=\"y", nil), ("https://x.example/a b", nil), ("https://x.example/\n", nil),
            ("https://x.example/\u{202E}gpj", nil), (" https://x.example", nil), ("https://x.example/<b>", nil),
            ("https://x.example/" + String(repeating: "a", count: 2000), nil), ("", nil), ("https", nil),
        ] as [(String, String?)])
    func links(url: String, host: String?) {
        #expect(WebLink(url)?.host == host)
    }

    @Test(
        "Numbers that can be dialled get a link",
        arguments: [
            ("+1 (312) 555-0140", "tel:+13125550140"), ("+1 312 555 0140 ext. 12", "tel:+13125550140;ext=12"),
            ("312.555.0140 x7", "tel:3125550140;ext=7"), ("030 / 5550-100", "tel:0305550100"), ("112", "tel:112"),
            ("12", nil),
            ("", nil), ("ask Jane", nil), ("+1 312 call me", nil), ("1\"><script>", nil),
            ("+1 312 555 0140;phone-context=x", nil),
            ("555 ext", nil), ("++1 312 555", nil),
        ] as [(String, String?)])
    func phones(written: String, link: String?) {
        #expect(PhoneNumber(written).link == link)
    }

    @Test("Wrapped lines continue below the text after their label")
    func wrapping() {
        let text = """
               Say     one two three four five
               1  plain  text

            \("")
            no label here at all to see
               https://a.example/very-long-address-that-does-not-fit
            """
        #expect(
            LineLayout.wrap(text, width: 20) == """
                   Say     one two
                           three
                           four five
                   1  plain text

                no label here at all
                to see
                   https://a.example/very-long-address-that-does-not-fit

                """)
    }

    @Test(
        "Roles are said as people say them",
        arguments: [
            (["cfo", "controller", "ceo"], "CFO, controller or CEO"), (["it-director"], "IT director"), ([], nil),
            (["ciso", "vp-sales", "cto", "buyer"], "CISO, VP sales or CTO"), (["", "coo"], "COO"),
        ] as [([String], String?)])
    func roles(given: [String], said: String?) {
        #expect(AlertWording.askFor(given) == said)
    }

    @Test("Wide characters count two columns and marks none")
    func widths() {
        #expect(LineLayout.width(of: "abc") == 3)
        #expect(LineLayout.width(of: "語語") == 4)
        #expect(LineLayout.width(of: "e\u{301}") == 1)
    }

    struct Hours: Sendable, CustomTestStringConvertible {
        var there: String
        var here: String
        var at: String
        var hint: String?
        var testDescription: String { "\(there) from \(here) at \(at)" }
    }

    @Test(
        "Office hours are told in the rep's own time",
        arguments: [
            Hours(
                there: "America/Chicago", here: "America/New_York", at: "2026-11-24T12:00:00Z",
                hint: "09:00–18:00 your time (Chicago, 1 h behind you)"),
            Hours(
                there: "Europe/Berlin", here: "America/New_York", at: "2026-11-24T12:00:00Z",
                hint: "02:00–11:00 your time (Berlin, 6 h ahead of you)"),
            // Between the two changes of clocks in autumn the distance is an hour less.
            Hours(
                there: "Europe/Berlin", here: "America/New_York", at: "2026-10-28T12:00:00Z",
                hint: "03:00–12:00 your time (Berlin, 5 h ahead of you)"),
            Hours(
                there: "Asia/Kolkata", here: "Europe/Berlin", at: "2026-11-24T12:00:00Z",
                hint: "03:30–12:30 your time (Kolkata, 4 h 30 min ahead of you)"),
            Hours(
                there: "America/Los_Angeles", here: "Asia/Tokyo", at: "2026-11-24T12:00:00Z",
                hint: "01:00–10:00 your time (Los Angeles, 17 h behind you)"),
            Hours(
                there: "Europe/Paris", here: "Europe/Berlin", at: "2026-11-24T12:00:00Z",
                hint: "08:00–17:00 your time (Paris, same time as you)"),
            Hours(there: "Mars/Olympus", here: "Europe/Berlin", at: "2026-11-24T12:00:00Z", hint: nil),
        ])
    func officeHours(hours: Hours) throws {
        let moment = try #require(Timestamp(rfc3339: hours.at))
        #expect(OfficeHours.hint(contactZone: hours.there, repZone: hours.here, at: moment) == hours.hint)
    }

    @Test(
        "Ages are told in the largest unit that says enough",
        arguments: [
            (0, "less than an hour"), (3599, "less than an hour"), (3600, "1 hour"), (7200, "2 hours"),
            (172_799, "47 hours"),
            (172_800, "2 days"), (-5, "less than an hour"),
        ])
    func ages(seconds: Int, words: String) {
        #expect(EnglishDate.age(from: Sample.builtAt, to: Sample.builtAt.adding(seconds: seconds)) == words)
    }
}

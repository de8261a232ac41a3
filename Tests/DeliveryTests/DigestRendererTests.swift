import Foundation
import Testing
import TriggerModel

@testable import Delivery

@Suite("Digest")
struct DigestRendererTests {
    private static func morning(rows: [DigestRow]? = nil, faults: [Fault] = [], heldBack: Int = 2) -> DigestModel {
        var also = Sample.alert(id: "4e5f60718293a4b5c6d7e8f90a1b2c3d")
        also.triggerName = "Plant opening"
        also.reason = "Northgate Industrial opens a second plant in Ohio."
        also.eventDate = CalendarDay("2026-11-12")!
        return DigestModel(
            repName: "Dana Reyes", timezone: "America/New_York", day: Sample.morning, builtAt: Sample.builtAt,
            rows: rows ?? [
                DigestRow(alert: Sample.alert(), also: [also]), DigestRow(alert: Sample.incident()),
                DigestRow(alert: Sample.funding()),
            ], heldBack: heldBack, watched: Watched(sources: 42, itemsRead: 318, faults: faults))
    }

    private static let stale = Fault(
        scope: "source:valley-news", kind: "silent",
        detail: "no new item for 6 days where there were 4 a day; open the page and look",
        openedAt: Sample.builtAt.adding(days: -3))

    @Test("The whole morning in text, HTML and mail", arguments: ["text", "html", "eml"])
    func golden(format: String) throws {
        let digest = DigestRenderer().render(Self.morning(faults: [Self.stale]))
        #expect(digest.subject == "3 calls worth making, Tue 24 Nov")
        let mail = Mail(
            from: try MailAddress("whynow@sales.example", name: "whynow"),
            to: try MailAddress("dana@sales.example", name: "Dana Reyes"), digest: digest, date: Sample.builtAt)
        let written =
            switch format {
            case "text": Array(digest.text.utf8)
            case "html": Array(digest.html.utf8)
            default: MailComposer.compose(mail).bytes
            }
        try Golden.expect(written, equals: "digest.\(format == "text" ? "txt" : format)")
    }

    @Test("A morning without reasons says what was watched, in text and HTML")
    func quiet() throws {
        let digest = DigestRenderer().render(Self.morning(rows: [], faults: [Self.stale], heldBack: 0))
        #expect(digest.subject == "No calls today, Tue 24 Nov")
        try Golden.expect(Array(digest.text.utf8), equals: "digest-quiet.txt")
        for words in [
            "No calls today", "42 sources watched and 318 items read", "1 fault is open", "source:valley-news",
            "for 3 days",
        ] {
            #expect(digest.html.contains(words), "\(words)")
        }
        var noted = Self.morning(rows: [], heldBack: 0)
        noted.quietNote = "Call Mill Street Dairy: quiet since June."
        let other = DigestRenderer().render(noted)
        #expect(other.text.contains("Call Mill Street Dairy: quiet since June."))
        #expect(other.html.contains("No faults are open."))
    }

    @Test("A morning with hundreds of faults names the oldest and counts the rest")
    func manyFaults() {
        let faults = (0..<300).map {
            Fault(
                scope: "source:\($0)", kind: "dns", detail: "", openedAt: Sample.builtAt.adding(seconds: -3600 * $0))
        }
        let text = DigestRenderer().render(Self.morning(faults: faults)).text
        #expect(text.contains("300 faults are open"))
        #expect(text.contains(" -  source:299: dns (for 12 days)\n"))
        #expect(!text.contains("source:291"))
        #expect(text.hasSuffix(" -  and 292 more\n"))
    }

    @Test("Text keeps to 72 columns where words allow")
    func columns() {
        let digest = DigestRenderer().render(Self.morning(faults: [Self.stale]))
        for line in digest.text.split(separator: "\n") where !line.contains("://") {
            #expect(LineLayout.width(of: line) <= 72, "\(line)")
        }
    }

    @Test("The same morning gives the same bytes")
    func deterministic() {
        let model = Self.morning(faults: [Self.stale])
        #expect(DigestRenderer().render(model) == DigestRenderer().render(model))
    }

    @Test("One call is spoken of as one")
    func singular() {
        let digest = DigestRenderer().render(Self.morning(rows: [DigestRow(alert: Sample.alert())], heldBack: 1))
        #expect(digest.subject == "1 call worth making, Tue 24 Nov")
        #expect(digest.text.contains("1 more call waits for another morning"))
    }

    struct WhomCase: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var contactPhone: String?
        var hasContact = true
        var switchboard: String?
        var expected: [String]
        var absent: [String] = []
    }

    @Test(
        "There is always something to dial, or the row says that there is not",
        arguments: [
            WhomCase(
                testDescription: "direct number", contactPhone: "+1 312 555 0140", switchboard: "+1 312 555 0100",
                expected: ["Miguel Ortega", "tel:+13125550140"], absent: ["tel:+13125550100", "switchboard"]),
            WhomCase(
                testDescription: "switchboard for a person", contactPhone: nil, switchboard: "+1 312 555 0100",
                expected: ["Miguel Ortega", "No direct number on file: switchboard", "tel:+13125550100"]),
            WhomCase(
                testDescription: "no number at all", contactPhone: nil, switchboard: nil,
                expected: ["Miguel Ortega", "No phone on file"], absent: ["tel:"]),
            WhomCase(
                testDescription: "nobody", hasContact: false, switchboard: "+1 312 555 0100",
                expected: ["No contact on file: switchboard, ask for the CFO, controller or CEO", "tel:+13125550100"],
                absent: ["Miguel"]),
            WhomCase(
                testDescription: "nobody and no number", hasContact: false, switchboard: nil,
                expected: ["No contact and no phone on file"], absent: ["tel:"]),
            WhomCase(
                testDescription: "a number that cannot be dialled", contactPhone: "via reception", switchboard: nil,
                expected: ["via reception"], absent: ["href=\"tel:"]),
        ])
    func whom(whom: WhomCase) {
        var alert = Sample.alert()
        alert.contact?.phone = whom.contactPhone
        if !whom.hasContact { alert.contact = nil }
        alert.account.phone = whom.switchboard
        let html = DigestRenderer().render(Self.morning(rows: [DigestRow(alert: alert)])).html
        for words in whom.expected { #expect(html.contains(words), "\(words)") }
        for words in whom.absent { #expect(!html.contains(words), "\(words)") }
    }

    @Test("Bad news brings a hint of tact, good news none")
    func tact() {
        let bad = DigestRenderer().render(Self.morning(rows: [DigestRow(alert: Sample.incident())]))
        let good = DigestRenderer().render(Self.morning(rows: [DigestRow(alert: Sample.alert())]))
        #expect(bad.text.contains("Bad news for them."))
        #expect(bad.html.contains("Bad news for them."))
        #expect(!good.text.contains("Bad news"))
        #expect(!good.html.contains("Bad news"))
    }

    @Test("The question is printed once: in the opening line, or after it")
    func askOnce() {
        let inside = DigestRenderer().render(Self.morning(rows: [DigestRow(alert: Sample.alert())])).html
        #expect(inside.components(separatedBy: "What has Jane Roe asked you to look at first?").count == 2)
        let after = DigestRenderer().render(Self.morning(rows: [DigestRow(alert: Sample.incident())])).html
        #expect(after.components(separatedBy: "Which of your processes wait for Kestrel right now?").count == 2)
    }

    @Test("Text from feeds is inert in every field")
    func inert() throws {
        let attack = "\"'><img src=x onerror=alert(1)>\u{301}{{rep}}{{{account}}}\r\nBcc: x\u{202E}"
        var alert = Sample.alert()
        alert.account.name = attack
        alert.triggerName = attack
        alert.reason = attack
        alert.soWhat = attack
        alert.whyNow = attack
        alert.ask = attack + "?"
        alert.opening = attack
        alert.contact = AlertContact(
            name: attack, role: attack, title: attack, phone: attack, email: attack, timezone: attack)
        alert.help = [AlertHelp(product: attack, help: attack)]
        alert.evidence = [
            AlertEvidence(
                quote: attack, source: attack, publisher: attack, title: attack, url: "javascript:alert(1)//" + attack,
                published: nil)
        ]
        alert.scoreParts = [ScorePart(name: attack, value: 1)]
        let fault = Fault(scope: attack, kind: attack, detail: attack, openedAt: Sample.builtAt)
        let model = Self.morning(rows: [DigestRow(alert: alert, also: [alert])], faults: [fault])
        let html = DigestRenderer().render(model).html
        let clean = DigestRenderer().render(Self.morning(rows: [DigestRow(alert: Sample.alert())])).html
        #expect(!html.contains("<img"))
        #expect(!html.unicodeScalars.contains("\u{202E}"))
        #expect(html.contains("{{rep}}"))
        let hrefs = html.components(separatedBy: "href=\"").dropFirst().map { $0.prefix { $0 != ":" } }
        #expect(Set(hrefs).isSubset(of: ["tel", "https", "http"]))
        // Tags come from the template alone: the same set of them as in a harmless mail.
        #expect(Self.tags(html).isSubset(of: Self.tags(clean).union(["a", "strong", "span", "p", "br"])))
    }

    @Test("Nothing in the HTML is loaded from elsewhere")
    func nothingRemote() {
        let html = DigestRenderer().render(Self.morning(faults: [Self.stale])).html
        for word in ["src=", "url(", "@import", "<link", "<img", "<script", "http-equiv"] {
            #expect(!html.contains(word), "\(word)")
        }
    }

    @Test("One alert fits a terminal", arguments: [("alert", Sample.alert()), ("alert-incident", Sample.incident())])
    func alertText(name: String, alert: Alert) throws {
        let text = AlertText.render(alert, zone: "America/New_York")
        try Golden.expect(Array(text.utf8), equals: "\(name).txt")
        for line in text.split(separator: "\n") where !line.contains("://") {
            #expect(LineLayout.width(of: line) <= 80, "\(line)")
        }
    }

    private static func tags(_ html: String) -> Set<String> {
        Set(html.components(separatedBy: "<").dropFirst().map { String($0.prefix { $0.isLetter || $0 == "/" }) })
    }
}

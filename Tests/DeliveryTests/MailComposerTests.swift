import Foundation
import Testing
import TriggerModel

@testable import Delivery

@Suite("Mail composer")
struct MailComposerTests {
    private static func mail(
        subject: String = "3 calls worth making, Tue 24 Nov", text: String = "Good morning\n", html: String = "<p>Hi\n",
        name: String = "Dana Reyes"
    ) throws -> Mail {
        Mail(
            from: try MailAddress("whynow@sales.example", name: "whynow"),
            to: try MailAddress("dana@sales.example", name: name), subject: subject, text: text, html: html,
            date: Sample.builtAt)
    }

    @Test("A message has exactly these fields and two parts, the plainest first")
    func shape() throws {
        let composed = MailComposer.compose(try Self.mail())
        let message = try StrictMessage(composed.bytes)
        #expect(
            message.fields.map(\.name) == [
                "Date", "From", "To", "Subject", "Message-ID", "MIME-Version", "Auto-Submitted", "Content-Type",
            ])
        #expect(message.field("Date") == "Tue, 24 Nov 2026 12:00:00 +0000")
        #expect(message.field("From") == "whynow <whynow@sales.example>")
        #expect(message.field("To") == "Dana Reyes <dana@sales.example>")
        #expect(message.field("Subject") == "3 calls worth making, Tue 24 Nov")
        #expect(message.field("Message-ID") == composed.messageID)
        #expect(message.parts.map(\.body) == ["Good morning\n", "<p>Hi\n"])
        #expect(
            message.parts.map { $0.fields.first?.value } == ["text/plain; charset=utf-8", "text/html; charset=utf-8"])
        #expect(MaildirWriter.spool(at: "/").accepts(composed.fileName))
    }

    @Test("The same content has the same Message-ID and name, also when made again later")
    func stableIdentity() throws {
        var later = try Self.mail()
        later.date = later.date.adding(days: 1)
        let first = MailComposer.compose(try Self.mail())
        let second = MailComposer.compose(later)
        #expect(first == MailComposer.compose(try Self.mail()))
        #expect(first.messageID == second.messageID)
        #expect(first.fileName == second.fileName)
        #expect(first.bytes != second.bytes)
    }

    @Test("Every part of the content has a say in the Message-ID")
    func distinctIdentity() throws {
        let mails = [
            try Self.mail(), try Self.mail(subject: "other"), try Self.mail(text: "Good morning\n<p>"),
            try Self.mail(html: "other"), try Self.mail(name: "Else"),
        ]
        #expect(Set(mails.map { MailComposer.compose($0).messageID }).count == mails.count)
    }

    struct BodyCase: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var text: String
        var expected: String
    }

    @Test(
        "Bodies come back as they went in, with LF line ends",
        arguments: [
            BodyCase(testDescription: "empty", text: "", expected: ""),
            BodyCase(testDescription: "no final line feed", text: "a", expected: "a\n"),
            BodyCase(testDescription: "dots and From", text: ".\n..\nFrom here\n", expected: ".\n..\nFrom here\n"),
            BodyCase(testDescription: "trailing blanks", text: "a \nb\t\n \n", expected: "a \nb\t\n \n"),
            BodyCase(testDescription: "equals", text: "a=b=3D\n", expected: "a=b=3D\n"),
            BodyCase(testDescription: "all line ends", text: "a\r\nb\rc\u{85}d\u{2028}e", expected: "a\nb\nc\nd\ne\n"),
            BodyCase(
                testDescription: "long line with dots", text: String(repeating: "ab.", count: 400) + "\n",
                expected: String(repeating: "ab.", count: 400) + "\n"),
            BodyCase(
                testDescription: "long line of wide characters", text: String(repeating: "語", count: 300) + "\n",
                expected: String(repeating: "語", count: 300) + "\n"),
            BodyCase(
                testDescription: "76 exactly", text: String(repeating: "x", count: 76) + "\n",
                expected: String(repeating: "x", count: 76) + "\n"),
            BodyCase(
                testDescription: "blank at the fold", text: String(repeating: "x", count: 75) + " \n",
                expected: String(repeating: "x", count: 75) + " \n"),
            BodyCase(testDescription: "controls", text: "a\u{0}b\u{1B}[31mc\u{7F}\u{202E}d\n", expected: "ab[31mcd\n"),
        ])
    func bodies(body: BodyCase) throws {
        let message = try StrictMessage(MailComposer.compose(try Self.mail(text: body.text, html: body.text)).bytes)
        #expect(message.parts.map(\.body) == [body.expected, body.expected])
    }

    @Test("A thousand hostile titles give a thousand valid messages and not one header more")
    func hostileTitles() throws {
        for (index, title) in HostileTitles.all.enumerated() {
            let composed = MailComposer.compose(
                try Self.mail(subject: title, text: title, html: HTMLText.escape(title), name: title))
            let message = try StrictMessage(composed.bytes)
            #expect(message.fields.count == 8, "title \(index)")
            let expected = PlainText.line(title, limit: 250)
            let subject = try StrictMessage.decodeWords(try #require(message.field("Subject")))
            #expect(subject == (expected.isEmpty ? "whynow" : expected), "title \(index)")
            #expect(message.field("To")?.hasSuffix("<dana@sales.example>") == true, "title \(index)")
            #expect(message.parts.count == 2, "title \(index)")
        }
        #expect(HostileTitles.all.count == 1000)
    }

    @Test(
        "Display names are quoted or encoded where they must be",
        arguments: [
            ("Dana Reyes", "Dana Reyes <dana@sales.example>"), ("", "<dana@sales.example>"),
            ("Reyes, Dana", "\"Reyes, Dana\" <dana@sales.example>"),
            ("D \"x\\y\"", "\"D \\\"x\\\\y\\\"\" <dana@sales.example>"),
            ("Søren", "=?UTF-8?Q?S=C3=B8ren?= <dana@sales.example>"),
            ("=?utf-8?Q?x?=", "=?UTF-8?Q?=3D=3Futf-8=3FQ=3Fx=3F=3D?= <dana@sales.example>"),
            ("a\r\nBcc: all@x.example", "\"a Bcc: all@x.example\" <dana@sales.example>"),
        ])
    func displayNames(name: String, expected: String) throws {
        let message = try StrictMessage(MailComposer.compose(try Self.mail(name: name)).bytes)
        #expect(message.field("To") == expected)
    }

    @Test(
        "Good addresses are taken as they are",
        arguments: ["a@b.example", "first.last+tag@mail.sales.example", "root@localhost", "o'neil@x-y.example"])
    func goodAddresses(address: String) throws {
        #expect(try MailAddress(address).address == address)
    }

    @Test(
        "Bad addresses are refused with what to change",
        arguments: [
            "", "dana", "@x.example", "dana@", "a@b@c.example", ".a@x.example", "a..b@x.example", "a b@x.example",
            "a@x..example", "a@-x.example", "a@x-.example", "a@x_y.example", "\"a b\"@x.example", "a@[127.0.0.1]",
            "dåna@x.example", "a@bücher.example", "a@x.example\r\nBcc: b@x.example", "a@x.example,b@x.example",
            "Dana <a@x.example>", "a@x.example\0", String(repeating: "a", count: 65) + "@x.example",
            "a@" + String(repeating: "x", count: 64) + ".example",
            "a@" + String(repeating: "x.", count: 130) + "example",
        ])
    func badAddresses(address: String) {
        let error = #expect(throws: MailError.self) { try MailAddress(address) }
        #expect(error?.reason.isEmpty == false)
        #expect(error?.description.unicodeScalars.contains { $0 == "\r" || $0 == "\n" } == false)
    }

    @Test("A longest allowed address still gives lines of at most 78, or stands on a line of its own")
    func longAddress() throws {
        let domain = Array(repeating: String(repeating: "d", count: 60), count: 3).joined(separator: ".")
        var mail = try Self.mail(name: "Dana Reyes")
        mail.to = try MailAddress("dana@\(domain)", name: "Dana Reyes")
        let text = String(decoding: MailComposer.compose(mail).bytes, as: UTF8.self)
        #expect(text.contains("To: Dana Reyes\r\n <dana@\(domain)>\r\n"))
    }
}

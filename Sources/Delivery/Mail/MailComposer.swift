import TriggerModel

/// Writes the one shape of message we send: text and HTML alternatives in UTF-8, quoted-printable.
///
/// RFC 5322, RFC 2045–2047, RFC 2046 section 5.1.4 (the plainest part first), RFC 3834 (`Auto-Submitted`).
package enum MailComposer {
    /// Any text gives exactly one valid message. Message-ID and file name follow from the content without the date,
    /// so a message made again after a crash is recognised as the same one.
    package static func compose(_ mail: Mail) -> ComposedMail {
        let shownSubject = PlainText.line(mail.subject, limit: 250)
        let subject = shownSubject.isEmpty ? "whynow" : shownSubject
        let text = PlainText.lines(mail.text)
        let html = PlainText.lines(mail.html)
        let identity = String(identity(of: mail, subject: subject, text: text, html: html).prefix(32))
        let messageID = "<\(identity)@\(mail.from.domain)>"
        // "=_" never occurs in quoted-printable text, so no part can contain the boundary (RFC 2045, section 6.7).
        let boundary = "=_whynow_\(identity)"
        let head =
            MailHeader.plain("Date", EnglishDate.mail(mail.date))
            + MailHeader.mailbox("From", mail.from)
            + MailHeader.mailbox("To", mail.to)
            + MailHeader.text("Subject", subject)
            + "Message-ID:\(messageID.utf8.count > 64 ? "\r\n " : " ")\(messageID)\r\n"
            + MailHeader.plain("MIME-Version", "1.0")
            + MailHeader.plain("Auto-Submitted", "auto-generated")
            + "Content-Type: multipart/alternative;\r\n boundary=\"\(boundary)\"\r\n\r\n"
        var bytes = Array(head.utf8)
        for (type, body) in [("plain", text), ("html", html)] {
            bytes += Array("--\(boundary)\r\nContent-Type: text/\(type); charset=utf-8\r\n".utf8)
            bytes += Array("Content-Transfer-Encoding: quoted-printable\r\n\r\n".utf8)
            bytes += QuotedPrintable.encode(body)
            // The line break before a delimiter belongs to the delimiter (RFC 2046, section 5.1.1).
            bytes += [0x0D, 0x0A]
        }
        bytes += Array("--\(boundary)--\r\n".utf8)
        return ComposedMail(messageID: messageID, fileName: identity + ".eml", bytes: bytes)
    }

    /// Each part with its length, so that text moved from one part to the next makes another message.
    private static func identity(of mail: Mail, subject: String, text: String, html: String) -> String {
        var hash = ContentHash()
        for part in ["mail", mail.from.address, mail.from.name, mail.to.address, mail.to.name, subject, text, html] {
            hash.update("\(part.utf8.count):".utf8)
            hash.update(part.utf8)
        }
        return hash.hex()
    }
}

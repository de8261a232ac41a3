package import TriggerModel

/// What one recipient gets.
package struct Mail: Hashable, Sendable {
    package var from: MailAddress
    package var to: MailAddress
    package var subject: String
    package var text: String
    package var html: String
    package var date: Timestamp

    package init(
        from: MailAddress, to: MailAddress, subject: String, text: String, html: String, date: Timestamp
    ) {
        self.from = from
        self.to = to
        self.subject = subject
        self.text = text
        self.html = html
        self.date = date
    }

    /// A digest on its way to a rep.
    package init(from: MailAddress, to: MailAddress, digest: RenderedDigest, date: Timestamp) {
        self.init(from: from, to: to, subject: digest.subject, text: digest.text, html: digest.html, date: date)
    }
}

/// A message ready for the spool.
package struct ComposedMail: Hashable, Sendable {
    /// With its angle brackets.
    package var messageID: String
    /// Name of the spool file, derived from the same content as the Message-ID.
    package var fileName: String
    /// RFC 5322, CRLF line ends, seven bits.
    package var bytes: [UInt8]
}

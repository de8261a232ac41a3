package import TriggerModel

/// One rep's morning, before it becomes text.
package struct DigestModel: Hashable, Sendable {
    package var repName: String
    /// IANA zone name of the rep.
    package var timezone: String
    /// The local morning it is for.
    package var day: CalendarDay
    /// When it is built; ages and clock differences are counted from here.
    package var builtAt: Timestamp
    /// In the order of calling.
    package var rows: [DigestRow]
    /// Reasons that did not fit today's list and wait.
    package var heldBack: Int
    package var watched: Watched
    /// What to do when nothing is to be called; nil for the usual advice.
    package var quietNote: String?

    package init(
        repName: String, timezone: String, day: CalendarDay, builtAt: Timestamp, rows: [DigestRow], heldBack: Int,
        watched: Watched, quietNote: String? = nil
    ) {
        self.repName = repName
        self.timezone = timezone
        self.day = day
        self.builtAt = builtAt
        self.rows = rows
        self.heldBack = heldBack
        self.watched = watched
        self.quietNote = quietNote
    }
}

/// One call: the best reason at an account, and its further ones.
package struct DigestRow: Hashable, Sendable {
    package var alert: Alert
    /// Other reasons at the same account.
    package var also: [Alert]

    package init(alert: Alert, also: [Alert] = []) {
        self.alert = alert
        self.also = also
    }
}

/// The proof that silence means nothing happened (promise 7).
package struct Watched: Hashable, Sendable {
    package var sources: Int
    /// Items read since the last digest.
    package var itemsRead: Int
    /// What is wrong now, oldest first.
    package var faults: [Fault]

    package init(sources: Int, itemsRead: Int, faults: [Fault]) {
        self.sources = sources
        self.itemsRead = itemsRead
        self.faults = faults
    }
}

/// The digest as it is sent and kept.
package struct RenderedDigest: Hashable, Sendable {
    /// One line.
    package var subject: String
    /// Lines end with LF, at most 72 columns where words allow.
    package var text: String
    package var html: String

    package init(subject: String, text: String, html: String) {
        self.subject = subject
        self.text = text
        self.html = html
    }
}

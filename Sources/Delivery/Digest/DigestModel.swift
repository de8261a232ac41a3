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
    /// Called after `rows`: the day's share of each campaign.
    package var campaigns: [DigestCampaign]
    /// Reasons that did not fit today's list and wait.
    package var heldBack: Int
    package var watched: Watched
    /// What to do when nothing is to be called; nil for the usual advice.
    package var quietNote: String?

    package init(
        repName: String, timezone: String, day: CalendarDay, builtAt: Timestamp, rows: [DigestRow],
        campaigns: [DigestCampaign] = [], heldBack: Int, watched: Watched, quietNote: String? = nil
    ) {
        self.repName = repName
        self.timezone = timezone
        self.day = day
        self.builtAt = builtAt
        self.rows = rows
        self.campaigns = campaigns
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

/// The calls of one campaign that a rep makes on one day, shown as one block: what happened is told once.
package struct DigestCampaign: Hashable, Sendable {
    /// Accounts of the whole campaign, over all reps and days.
    package var accounts: Int
    /// At least one, in the order of calling.
    package var rows: [DigestRow]

    package init(accounts: Int, rows: [DigestRow]) {
        self.accounts = accounts
        self.rows = rows
    }
}

extension DigestModel {
    /// Calls of the morning.
    package var calls: Int { rows.count + campaigns.reduce(0) { $0 + $1.rows.count } }

    /// Splits the rows of a list: those of campaigns go into a block each, in the order of their first row.
    package static func split(_ rows: [DigestRow]) -> (rows: [DigestRow], campaigns: [DigestCampaign]) {
        var single: [DigestRow] = []
        var blocks: [DigestCampaign] = []
        var places: [String: Int] = [:]
        for row in rows {
            guard let campaign = row.alert.campaign else {
                single.append(row)
                continue
            }
            let place = places[campaign.id] ?? blocks.count
            if place == blocks.count { blocks.append(DigestCampaign(accounts: 0, rows: [])) }
            places[campaign.id] = place
            blocks[place].rows.append(row)
            blocks[place].accounts = max(blocks[place].accounts, campaign.accounts)
        }
        return (single, blocks)
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

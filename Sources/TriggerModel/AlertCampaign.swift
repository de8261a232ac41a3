/// An alert's place in the campaign of its event: one thing that happened, many accounts to call about it.
package struct AlertCampaign: Hashable, Sendable, Codable {
    /// From the event alone, 32 hexadecimal digits: the same for all alerts of the campaign.
    package var id: String
    /// Accounts in the campaign when this alert was made.
    package var accounts: Int
    /// 1 is called first.
    package var rank: Int
    /// The day it is called: it comes into the morning list of that day.
    package var day: CalendarDay
    /// Why another rep calls than the one the account belongs to; nil where it is the same.
    package var note: String?

    package init(id: String, accounts: Int, rank: Int, day: CalendarDay, note: String? = nil) {
        self.id = id
        self.accounts = accounts
        self.rank = rank
        self.day = day
        self.note = note
    }
}

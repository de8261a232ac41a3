import GRDB
package import TriggerModel

/// One account's place in a campaign.
package struct CampaignCall: Hashable, Sendable, Codable {
    package var account: String
    /// The alert that carries it.
    package var alert: String
    package var rep: String
    package var day: CalendarDay
    /// 1 is called first.
    package var rank: Int
    /// Why another rep calls than the one the account belongs to.
    package var note: String?

    package init(account: String, alert: String, rep: String, day: CalendarDay, rank: Int, note: String?) {
        self.account = account
        self.alert = alert
        self.rep = rep
        self.day = day
        self.rank = rank
        self.note = note
    }
}

/// One event that is a reason for many accounts, with all its calls by rank.
package struct StoredCampaign: Hashable, Sendable, Codable {
    package var id: String
    package var event: String
    package var trigger: String
    package var startedAt: Timestamp
    package var calls: [CampaignCall]

    package init(id: String, event: String, trigger: String, startedAt: Timestamp, calls: [CampaignCall]) {
        self.id = id
        self.event = event
        self.trigger = trigger
        self.startedAt = startedAt
        self.calls = calls
    }
}

/// How far a campaign has come.
package struct CampaignStanding: Hashable, Sendable, Codable {
    package var campaign: StoredCampaign
    /// Accounts whose call was in a rep's morning.
    package var told: Int

    package init(campaign: StoredCampaign, told: Int) {
        self.campaign = campaign
        self.told = told
    }
}

/// Rows of campaigns.
enum CampaignRows {
    static func campaign(ofEvent event: String, _ database: Database) throws -> StoredCampaign? {
        try database.row("SELECT * FROM campaign WHERE event = ?", [event]).map { try stored($0, database) }
    }

    static func stored(_ row: Row, _ database: Database) throws -> StoredCampaign {
        let id: String = row["id"]
        let calls = try database.rows("SELECT * FROM campaign_call WHERE campaign = ? ORDER BY rank, account", [id])
        return StoredCampaign(
            id: id, event: row["event"], trigger: row["type"], startedAt: row.time("at"),
            calls: calls.map(call))
    }

    static func call(_ row: Row) -> CampaignCall {
        CampaignCall(
            account: row["account"], alert: row["alert"], rep: row["rep"], day: row.calendarDay("day"),
            rank: row["rank"], note: row["note"])
    }
}

extension LedgerTransaction {
    package func campaign(ofEvent event: String) throws -> StoredCampaign? {
        try CampaignRows.campaign(ofEvent: event, database)
    }

    /// Keeps a campaign, new or grown. An account that is in it already stays where it is.
    package func save(_ campaign: StoredCampaign) throws {
        try database.run(
            "INSERT OR IGNORE INTO campaign (id, event, type, at) VALUES (?, ?, ?, ?)",
            [campaign.id, campaign.event, campaign.trigger, campaign.startedAt.seconds])
        for call in campaign.calls {
            try database.run(
                """
                INSERT OR IGNORE INTO campaign_call (campaign, account, alert, rep, day, rank, note)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    campaign.id, call.account, call.alert, call.rep, call.day.daysSince1970, call.rank, call.note,
                ])
        }
    }

    /// Calls of campaigns that no morning has carried yet and nobody has reported on, with the alert as it is told now.
    package func callsToCome(on day: CalendarDay) throws -> [(event: String, call: CampaignCall, alert: Alert)] {
        try database.rows(
            """
            SELECT campaign.event, campaign_call.*, (
                    SELECT body FROM alert WHERE alert.event = campaign.event AND alert.account = campaign_call.account
                    ORDER BY created_at DESC, updates IS NOT NULL DESC, id DESC LIMIT 1) AS body
            FROM campaign_call JOIN campaign ON campaign.id = campaign_call.campaign
                JOIN alert ON alert.id = campaign_call.alert
            WHERE alert.good_until >= ?
                AND NOT EXISTS (SELECT 1 FROM digest_alert WHERE digest_alert.alert = campaign_call.alert)
                AND NOT EXISTS (
                    SELECT 1 FROM outcome WHERE outcome.event = campaign.event
                        AND outcome.account = campaign_call.account)
            ORDER BY campaign.event, campaign_call.rank, campaign_call.account
            """, [day.daysSince1970]
        ).map { ($0["event"], CampaignRows.call($0), try AlertRows.alert($0)) }
    }

    /// Gives a call that was not made yet to another rep, or another day.
    package func readdress(_ call: CampaignCall, ofEvent event: String) throws {
        try database.run(
            """
            UPDATE campaign_call SET alert = ?, rep = ?, day = ?, note = ?
            WHERE account = ? AND campaign = (SELECT id FROM campaign WHERE event = ?)
            """,
            [call.alert, call.rep, call.day.daysSince1970, call.note, call.account, event])
    }

    /// Calls that campaigns have given to each rep, by day, from `day` on.
    package func campaignCalls(from day: CalendarDay) throws -> [String: [CalendarDay: Int]] {
        var taken: [String: [CalendarDay: Int]] = [:]
        for row in try database.rows(
            "SELECT rep, day, count(*) AS calls FROM campaign_call WHERE day >= ? GROUP BY rep, day",
            [day.daysSince1970])
        { taken[row["rep"], default: [:]][row.calendarDay("day")] = row["calls"] }
        return taken
    }

    /// The local day of a rep's newest digest; nil before the first.
    package func lastDigestDay(rep: String) throws -> CalendarDay? {
        try database.row("SELECT day FROM digest WHERE rep = ? ORDER BY day DESC LIMIT 1", [rep])
            .map { $0.calendarDay("day") }
    }

    /// First alerts of an event, by creation.
    package func firstAlerts(ofEvent event: String) throws -> [Alert] {
        try database.rows(
            "SELECT body FROM alert WHERE event = ? AND updates IS NULL ORDER BY created_at, id", [event]
        ).map(AlertRows.alert)
    }
}

extension WatchLedger {
    package func campaign(ofEvent event: String) throws -> StoredCampaign? {
        try read { try CampaignRows.campaign(ofEvent: event, $0) }
    }

    /// Campaigns by the beginning of their id, at most `limit`.
    package func campaigns(idPrefix: String, limit: Int = 5) throws -> [StoredCampaign] {
        try read { db in
            try db.rows(
                "SELECT * FROM campaign WHERE id >= ? AND id < ? || char(1114111) ORDER BY id LIMIT ?",
                [idPrefix, idPrefix, limit]
            ).map { try CampaignRows.stored($0, db) }
        }
    }

    /// Campaigns with calls on `day` or later, oldest first.
    package func openCampaigns(on day: CalendarDay, limit: Int = 50) throws -> [CampaignStanding] {
        try read { db in
            try db.rows(
                """
                SELECT * FROM campaign WHERE id IN (SELECT campaign FROM campaign_call WHERE day >= ?)
                ORDER BY at, id LIMIT ?
                """, [day.daysSince1970, limit]
            ).map { row in
                let campaign = try CampaignRows.stored(row, db)
                let told = try db.row(
                    """
                    SELECT count(*) AS told FROM campaign_call WHERE campaign = ?
                        AND EXISTS (SELECT 1 FROM digest_alert WHERE digest_alert.alert = campaign_call.alert)
                    """, [campaign.id])
                return CampaignStanding(campaign: campaign, told: told?["told"] ?? 0)
            }
        }
    }
}

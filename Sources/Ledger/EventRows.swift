import GRDB
package import TriggerModel

/// Rows of events and of the parties by which they are found.
enum EventRows {
    /// - Parameter stories: what an event without a party is found by, in whatever words its finder uses.
    static func save(_ event: Event, stories: [String], at: Timestamp, _ database: Database) throws {
        try database.run(
            """
            INSERT INTO event (id, type, day, saved_at, body) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET type = excluded.type, day = excluded.day, body = excluded.body
            """,
            [event.id, event.trigger, event.date.daysSince1970, at.seconds, try StoredJSON.text(event)])
        try database.run("DELETE FROM event_party WHERE event = ?", [event.id])
        for story in stories {
            try database.run(
                "INSERT OR IGNORE INTO event_party (party, day, event, role) VALUES (?, ?, ?, 'story')",
                [key(ofStory: story), event.date.daysSince1970, event.id])
        }
        for party in event.parties {
            for key in keys(of: party) {
                try database.run(
                    """
                    INSERT INTO event_party (party, day, event, role) VALUES (?, ?, ?, ?)
                    ON CONFLICT (party, day, event) DO UPDATE SET role = excluded.role WHERE role = 'mentioned'
                    """, [key, event.date.daysSince1970, event.id, party.role.rawValue])
            }
        }
    }

    static func link(_ event: String, _ item: StoredItemID, _ database: Database) throws {
        try database.run("INSERT OR IGNORE INTO event_item (event, item) VALUES (?, ?)", [event, item.number])
    }

    static func event(_ id: String, _ database: Database) throws -> Event? {
        try database.row("SELECT body FROM event WHERE id = ?", [id])
            .map { try StoredJSON.value(Event.self, $0[0]) }
    }

    static func near(
        _ day: CalendarDay, within days: Int, trigger: String?, parties: [Party], stories: [String],
        _ database: Database
    ) throws -> [Event] {
        var found: [String: Event] = [:]
        for key in Set(parties.flatMap(keys) + stories.map(key(ofStory:))) {
            for row in try database.rows(
                """
                SELECT event.id, event.body FROM event_party JOIN event ON event.id = event_party.event
                WHERE event_party.party = ? AND event_party.day BETWEEN ? AND ? AND event_party.role <> 'mentioned'
                    AND (? IS NULL OR event.type = ?)
                ORDER BY event_party.day DESC, event.id LIMIT ?
                """, [key, day.daysSince1970 - days, day.daysSince1970 + days, trigger, trigger, mostNear])
            where found[row[0]] == nil {
                found[row[0]] = try StoredJSON.value(Event.self, row[1])
            }
        }
        return found.values.sorted { ($0.date, $0.id) < ($1.date, $1.id) }
    }

    /// Events found under one name or word, at most, the latest ones: no look-up grows with what has come in.
    static let mostNear = 200

    private static func key(ofStory words: String) -> String { "s:" + words }

    /// The names under which a party is found: the account it is, and the words it is called by. Both, because an
    /// account may be added after its event, and a name may be resolved in one article and not in the next.
    static func keys(of party: Party) -> Set<String> {
        var keys: Set<String> = ["n:" + IdentityKeys.folded(party.name)]
        switch party.company {
        case .account(let id): keys.insert("a:" + id)
        case .named(let name): keys.insert("n:" + IdentityKeys.folded(name))
        case nil: break
        }
        keys.remove("n:")
        return keys
    }
}

extension WatchLedger {
    /// Events by the beginning of their id, at most `limit`.
    package func events(idPrefix: String, limit: Int = 5) throws -> [Event] {
        try read { db in
            try db.rows(
                "SELECT body FROM event WHERE id >= ? AND id < ? || char(1114111) ORDER BY id LIMIT ?",
                [idPrefix, idPrefix, limit]
            ).map { try StoredJSON.value(Event.self, $0[0]) }
        }
    }

    /// Known events around `day` that share a party, or one of the words in `stories`, with what is asked for.
    package func eventsNear(
        _ day: CalendarDay, within days: Int, trigger: String?, parties: [Party], stories: [String] = []
    ) throws -> [Event] {
        try read {
            try EventRows.near(day, within: days, trigger: trigger, parties: parties, stories: stories, $0)
        }
    }

    /// Events that happened on `day` or later, after the event `id` (nil from the start), by day and id: what a new
    /// account or profile looks back on.
    package func events(since day: CalendarDay, after event: Event? = nil, limit: Int = 500) throws -> [Event] {
        try read { db in
            let start = event?.date ?? day
            return try db.rows(
                """
                SELECT body FROM event WHERE day >= ? AND (day, id) > (?, ?) ORDER BY day, id LIMIT ?
                """, [day.daysSince1970, start.daysSince1970, event?.id ?? "", limit]
            ).map { try StoredJSON.value(Event.self, $0[0]) }
        }
    }

    /// Events that name an account in any role, newest first.
    package func events(naming account: String, limit: Int = 50) throws -> [Event] {
        try read { db in
            try db.rows(
                """
                SELECT event.body FROM event_party JOIN event ON event.id = event_party.event
                WHERE event_party.party = ? ORDER BY event_party.day DESC, event.id LIMIT ?
                """, ["a:" + account, limit]
            ).map { try StoredJSON.value(Event.self, $0[0]) }
        }
    }

    /// What stopped an event: as a whole first, then account by account.
    package func gates(ofEvent event: String) throws -> [StoredGate] {
        try read { try $0.rows("SELECT * FROM gate WHERE event = ? ORDER BY account", [event]).compactMap(Self.gate) }
    }

    /// What stopped events on their way to an account since a time, newest first.
    package func gates(ofAccount account: String, since: Timestamp) throws -> [StoredGate] {
        try read {
            try $0.rows(
                "SELECT * FROM gate WHERE account = ? AND at >= ? ORDER BY at DESC, event", [account, since.seconds]
            ).compactMap(Self.gate)
        }
    }

    /// The items that tell an event, first seen first.
    package func items(telling event: String) throws -> [StoredItem] {
        try read { db in
            try db.rows(
                ItemRows.select
                    + "JOIN event_item ON event_item.item = item.id WHERE event_item.event = ? ORDER BY item.id",
                [event]
            ).map { try ItemRows.stored($0, db) }
        }
    }

    private static func gate(_ row: Row) -> StoredGate? {
        guard let stage = Gate.Stage(rawValue: row["stage"]) else { return nil }
        let account: String = row["account"]
        return StoredGate(
            event: row["event"], account: account.isEmpty ? nil : account,
            gate: Gate(stage, row["gate"], row["detail"]), at: row.time("at"))
    }
}

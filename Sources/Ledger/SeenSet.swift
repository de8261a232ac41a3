import GRDB
import TriggerModel

/// The keys under which one source's items were seen, inside one transaction.
///
/// Decides for each item of a document whether it is new (promise 2). The keys of a document are asked for together, in
/// two steps: the first key of each item, which decides nearly always, then the rest of those it did not decide. A document
/// of n items costs O(n log n).
final class SeenSet {
    /// A key that ceased to decide, as it is reported.
    struct Retirement {
        var kind: IdentityKey.Kind
        var example: String
        var reason: String
    }

    /// What one key stands for near one day.
    private struct Entry {
        var day: Int
        /// 0 where it never stood for a stored item.
        var item: Int64
        var isRetired: Bool
    }

    private struct Stored {
        var known: IdentityRule.Known
        var address: Int64
        var lastSeen: Int
    }

    private enum Answer {
        case nothing
        case retired
        case stored(Int64, Stored)
    }

    private let database: Database
    private let source: Int64
    private let poll: Int64
    private let at: Timestamp
    private let asksGuids: Bool
    private let hash: KeyedHash

    /// Entries by hash, as they are in the database or will be after `flush`. An absent hash was not asked for yet.
    private var entries: [Int64: [Entry]] = [:]
    /// Title days that were asked for.
    private var days = 0...0
    private var facts: [Int64: Stored] = [:]
    private var newKeys: [(key: IdentityKey, item: Int64)] = []
    private var stillListed: [Int64] = []
    private var nextItem: Int64
    /// Items of this document that were already met in it.
    private var met: Set<Int64> = []
    /// New items whose row is written with their outcome.
    private var unwritten: [Int64: (item: Item, keys: IdentityKeys)] = [:]
    /// Known items whose guid was (not) among the known ones: evidence of guids that change on every fetch.
    private(set) var guidsKept = 0
    private(set) var guidsChanged = 0
    private(set) var retirements: [Retirement] = []

    init(_ database: Database, source: SourceRow, poll: Int64, at: Timestamp) throws {
        self.database = database
        self.source = source.id
        self.poll = poll
        self.at = at
        asksGuids = source.retiredKinds & 1 << IdentityKey.Kind.guid.rawValue == 0
        hash = try Schema.keyedHash(database)
        nextItem = (try database.row("SELECT max(id) FROM item")?[0] ?? 0) + 1
    }

    /// Judges the items of one document in their order, and remembers their keys.
    func identify(_ items: [Item]) throws -> [Identity] {
        let keys = items.map { IdentityKeys($0, hash: hash, asksGuids: asksGuids) }
        entries = [:]
        days = Self.titleDays(keys)
        try load(keys.compactMap(\.keys.first))
        let undecided = keys.filter { keys in
            keys.keys.first.map { entries[$0.hash]?.contains { !$0.isRetired } != true } ?? false
        }
        try load(undecided.flatMap { $0.keys.dropFirst() })
        for shared in SharedKeys.find(in: keys) {
            try retire(
                shared.key, item: items[shared.example], reason: "shared by several items of one document",
                isCertain: shared.key.kind != .title)
        }
        let identities = try zip(items, keys).map { try identify($0, $1) }
        try flush()
        return identities
    }

    /// Writes the row of a new item with its outcome.
    ///
    /// - Returns: false for an item that has a row.
    func write(_ id: StoredItemID, outcome: String, gate: Gate?) throws -> Bool {
        guard let (item, seen) = unwritten.removeValue(forKey: id.number) else { return false }
        try database.run(
            """
            INSERT INTO item (id, source, poll, title_key, address_key, text_key, published, updated, first_seen,
                last_seen, outcome, gate_stage, gate, gate_detail, document_id, url, title, language, authors,
                categories, filing, summary, content)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                id.number, source, poll, seen.title, seen.address, seen.text, item.published?.seconds,
                item.updated?.seconds, at.seconds, today, outcome, gate?.stage.rawValue, gate?.gate, gate?.detail,
                item.id, item.url, item.title, item.language, StoredList.text(item.authors),
                StoredList.text(item.categories), try item.filing.map { try StoredJSON.text($0) }, item.summary,
                item.content,
            ])
        return true
    }

    var unwrittenCount: Int { unwritten.count }

    private var today: Int { at.day.daysSince1970 }

    // MARK: One item

    private func identify(_ item: Item, _ seen: IdentityKeys) throws -> Identity {
        var match: (id: Int64, stored: Stored, verdict: IdentityRule.Verdict)?
        var isGuidMissing = false
        /// The keys to remember, with composites in place of those that identify nothing.
        var usable: [IdentityKey] = []
        for key in seen.keys {
            var key = key
            var answer = try find(key)
            if case .retired = answer {
                guard key.kind != .title, key.kind != .path else { continue }
                key = composite(key, seen.title, seen.published)
                answer = try find(key)
            }
            guard case .stored(let id, let stored) = answer else {
                if key.kind == .guid { isGuidMissing = true }
                usable.append(key)
                continue
            }
            let verdict = IdentityRule.verdict(key.kind, known: stored.known, seen: seen)
            if verdict == .other {
                try retire(key, item: item, reason: "used again for another title on another date", isCertain: true)
                usable.append(composite(key, seen.title, seen.published))
                continue
            }
            match = (id, stored, verdict)
            if key.kind == .guid { guidsKept += 1 } else if isGuidMissing { guidsChanged += 1 }
            break
        }
        guard let (id, stored, verdict) = match else { return insert(item, seen, keys: usable) }
        // Met twice in one document: the second copy is no edit of the first.
        guard met.insert(id).inserted else { return .known(StoredItemID(id)) }
        let isUnmoved = stored.address == seen.address && stored.known.title == seen.title
        if !isUnmoved { try remember(seen, of: id) }
        if verdict == .edited { return try revise(id, stored, item, seen) }
        if !isUnmoved {
            try database.run(
                "UPDATE item SET last_seen = ?, address_key = ?, document_id = ?, url = ? WHERE id = ?",
                [today, seen.address, item.id, item.url, id])
        } else if stored.lastSeen < today {
            stillListed.append(id)
        }
        return .known(StoredItemID(id))
    }

    private func insert(_ item: Item, _ seen: IdentityKeys, keys: [IdentityKey]) -> Identity {
        let id = nextItem
        nextItem += 1
        met.insert(id)
        unwritten[id] = (item, seen)
        facts[id] = Stored(
            known: IdentityRule.Known(title: seen.title, text: seen.text, published: seen.published),
            address: seen.address, lastSeen: today)
        for key in keys { remember(key, of: id) }
        return .new(StoredItemID(id))
    }

    private func revise(_ id: Int64, _ stored: Stored, _ item: Item, _ seen: IdentityKeys) throws -> Identity {
        let before = try database.row("SELECT title FROM item WHERE id = ?", [id])?[0] as String?
        let isRetitled = stored.known.title != seen.title
        try database.run(
            """
            UPDATE item SET title_key = ?, address_key = ?, text_key = ?, published = coalesce(?, published),
                updated = ?, last_seen = ?, document_id = ?, url = ?, title = ?, language = ?, authors = ?,
                categories = ?, filing = coalesce(?, filing), summary = ?, content = ?, has_text = 1,
                revisions = revisions + 1, previous_title = CASE WHEN ? THEN title ELSE previous_title END
            WHERE id = ?
            """,
            [
                seen.title, seen.address, seen.text, item.published?.seconds, item.updated?.seconds, today, item.id,
                item.url, item.title, item.language, StoredList.text(item.authors), StoredList.text(item.categories),
                try item.filing.map { try StoredJSON.text($0) }, item.summary, item.content, isRetitled, id,
            ])
        return .revised(StoredItemID(id), previousTitle: isRetitled ? before ?? "" : nil)
    }

    // MARK: Keys

    /// A title is asked near its date; one retired title near it is enough to not trust it.
    private func find(_ key: IdentityKey) throws -> Answer {
        if entries[key.hash] == nil { try load([key]) }
        let reach = key.kind == .title && key.day != 0 ? IdentityRule.nearDays : 0
        var answer = Answer.nothing
        for entry in entries[key.hash] ?? [] where abs(entry.day - key.day) <= reach {
            if entry.isRetired { return .retired }
            // The item may be gone while a key of it stayed: then the key says nothing.
            guard case .nothing = answer, let stored = facts[entry.item] else { continue }
            answer = .stored(entry.item, stored)
        }
        return answer
    }

    private func composite(_ key: IdentityKey, _ title: Int64, _ published: Int?) -> IdentityKey {
        IdentityKeys.composite(of: key, title: title, published: published, hash: hash)
    }

    private func retire(_ key: IdentityKey, item: Item, reason: String, isCertain: Bool) throws {
        if entries[key.hash] == nil { try load([key]) }
        let index = entries[key.hash]?.firstIndex { $0.day == key.day }
        if let index, let entry = entries[key.hash]?[index] {
            guard !entry.isRetired else { return }
            // What was known by this key alone must stay known.
            if isCertain, let known = facts[entry.item]?.known {
                remember(composite(key, known.title, known.published), of: entry.item)
            }
            entries[key.hash]?[index].isRetired = true
        } else {
            entries[key.hash, default: []].append(Entry(day: key.day, item: 0, isRetired: true))
        }
        // A key of this document may still wait to be written; the flush leaves a retired row as it is.
        try database.run(
            """
            INSERT INTO seen_key (source, key, day, kind, item, retired) VALUES (?, ?, ?, ?, 0, 1)
            ON CONFLICT (source, key, day) DO UPDATE SET retired = 1
            """, [source, key.hash, key.day, key.kind.rawValue])
        guard key.kind == .guid || key.kind == .link else { return }
        retirements.append(
            Retirement(kind: key.kind, example: key.kind == .guid ? item.id : item.url ?? item.id, reason: reason))
    }

    /// A key that stands for an item already keeps standing for it.
    private func remember(_ key: IdentityKey, of item: Int64) {
        let known = entries[key.hash] ?? []
        guard !known.contains(where: { $0.day == key.day && facts[$0.item] != nil }) else { return }
        entries[key.hash, default: []].append(Entry(day: key.day, item: item, isRetired: false))
        newKeys.append((key, item))
    }

    /// Remembers under which further keys a known item goes now.
    private func remember(_ seen: IdentityKeys, of item: Int64) throws {
        for key in seen.keys {
            if case .retired = try find(key) {
                guard key.kind != .title, key.kind != .path else { continue }
                let composite = composite(key, seen.title, seen.published)
                _ = try find(composite)
                remember(composite, of: item)
            } else {
                remember(key, of: item)
            }
        }
    }

    // MARK: The database

    private static func titleDays(_ document: [IdentityKeys]) -> ClosedRange<Int> {
        let days = document.lazy.flatMap(\.keys).filter { $0.kind == .title }.map(\.day)
        guard let first = days.min(), let last = days.max() else { return 0...0 }
        return (first - IdentityRule.nearDays)...(last + IdentityRule.nearDays)
    }

    /// Asks for keys that were not asked for yet, all in one query, and for the items they stand for in another.
    private func load(_ keys: [IdentityKey]) throws {
        var wanted = ""
        for key in keys where entries[key.hash] == nil {
            entries[key.hash] = []
            wanted += wanted.isEmpty ? "[\(key.hash)" : ",\(key.hash)"
        }
        guard !wanted.isEmpty else { return }
        var items: Set<Int64> = []
        let rows = try Row.fetchCursor(
            database.cachedStatement(
                sql: """
                    SELECT k.key, k.day, k.item, k.retired FROM json_each(?) AS j CROSS JOIN seen_key AS k
                    WHERE k.source = ? AND k.key = j.value AND (k.day = 0 OR k.day BETWEEN ? AND ?)
                    """),
            arguments: [wanted + "]", source, days.lowerBound, days.upperBound])
        while let row = try rows.next() {
            let entry = Entry(day: row[1], item: row[2], isRetired: row[3])
            entries[row[0], default: []].append(entry)
            if entry.item != 0, facts[entry.item] == nil { items.insert(entry.item) }
        }
        try loadFacts(items)
    }

    private func loadFacts(_ items: Set<Int64>) throws {
        guard !items.isEmpty else { return }
        let rows = try Row.fetchCursor(
            database.cachedStatement(
                sql: """
                    SELECT i.id, i.title_key, i.text_key, i.published, i.address_key, i.last_seen
                    FROM json_each(?) AS j CROSS JOIN item AS i WHERE i.id = j.value
                    """), arguments: ["[" + items.map(String.init).joined(separator: ",") + "]"])
        while let row = try rows.next() {
            let published = (row[3] as Int?).map { Timestamp(seconds: $0).day.daysSince1970 }
            facts[row[0]] = Stored(
                known: IdentityRule.Known(title: row[1], text: row[2], published: published), address: row[4],
                lastSeen: row[5])
        }
    }

    private static let keysPerStatement = 16
    private static let insertKey = "INSERT INTO seen_key (source, key, day, kind, item) VALUES "
    /// A key whose item is gone is taken over.
    private static let onConflict =
        " ON CONFLICT (source, key, day) DO UPDATE SET item = excluded.item, kind = excluded.kind WHERE retired = 0"
    private static let insertMany =
        insertKey + Array(repeating: "(?, ?, ?, ?, ?)", count: keysPerStatement).joined(separator: ", ") + onConflict
    private static let insertOne = insertKey + "(?, ?, ?, ?, ?)" + onConflict

    /// Writes what was remembered: in the order of the index, many rows in a statement.
    private func flush() throws {
        newKeys.sort { ($0.key.hash, $0.key.day) < ($1.key.hash, $1.key.day) }
        var rest = newKeys[...]
        while !rest.isEmpty {
            let count = rest.count >= Self.keysPerStatement ? Self.keysPerStatement : 1
            var values: [DatabaseValue] = []
            values.reserveCapacity(count * 5)
            for (key, item) in rest.prefix(count) {
                values.append(source.databaseValue)
                values.append(key.hash.databaseValue)
                values.append(key.day.databaseValue)
                values.append(key.kind.rawValue.databaseValue)
                values.append(item.databaseValue)
            }
            try database.run(count == 1 ? Self.insertOne : Self.insertMany, StatementArguments(values))
            rest = rest.dropFirst(count)
        }
        newKeys = []
        guard !stillListed.isEmpty else { return }
        try database.run(
            "UPDATE item SET last_seen = ? WHERE id IN (SELECT value FROM json_each(?))",
            [today, "[" + stillListed.map(String.init).joined(separator: ",") + "]"])
        stillListed = []
    }
}

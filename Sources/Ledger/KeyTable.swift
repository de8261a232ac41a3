import GRDB
import TriggerModel

/// The key rows of one source, as one document needs them: read in few queries, changed in memory, written at the end.
final class KeyTable {
    /// What is stored of an item, as far as its identity goes.
    struct Stored {
        var id: Int64
        var known: IdentityRule.Known
        var address: Int64
        /// Days since 1970.
        var firstSeen: Int
        var lastSeen: Int
        /// What the item said before it said what is known.
        var versions = ItemVersions()

        /// The item said before what `seen` says now.
        func hasSaid(_ seen: IdentityKeys) -> Bool { versions.contains(title: seen.title, text: seen.text) }
    }

    enum Answer {
        case nothing
        case retired
        case stored(Stored)
    }

    /// What one key stands for near one day.
    private struct Entry {
        var day: Int
        /// 0 where it never stood for a stored item.
        var item: Int64
        var isRetired: Bool
    }

    private let database: Database
    private let source: Int64
    /// Entries by hash, as they are in the database or will be after `flush`. An absent hash was not asked for yet.
    private var entries: [Int64: [Entry]] = [:]
    /// Title days that were asked for.
    private let days: ClosedRange<Int>
    private var facts: [Int64: Stored] = [:]
    private var newKeys: [(key: IdentityKey, item: Int64)] = []

    /// Asks for the keys of a document in two steps: the first key of each item, which decides nearly always, then the
    /// rest of those that it did not decide.
    init(_ database: Database, source: Int64, document: [IdentityKeys]) throws {
        self.database = database
        self.source = source
        days = Self.titleDays(document)
        try load(document.compactMap { $0.keys.first })
        let undecided = document.filter { keys in
            keys.keys.first.map { entries[$0.hash]?.contains { !$0.isRetired } != true } ?? false
        }
        try load(undecided.flatMap { $0.keys.dropFirst() })
    }

    /// A title is asked near its date; one retired title near it is enough to not trust it.
    func find(_ key: IdentityKey) throws -> Answer {
        try load([key])
        let reach = key.kind == .title && key.day != 0 ? IdentityRule.nearDays : 0
        var answer = Answer.nothing
        for entry in entries[key.hash] ?? [] where abs(entry.day - key.day) <= reach {
            if entry.isRetired { return .retired }
            // The item may be gone while a key of it stayed: then the key says nothing.
            guard case .nothing = answer, let stored = facts[entry.item] else { continue }
            answer = .stored(stored)
        }
        return answer
    }

    /// An item that will have a row when its transaction ends.
    func add(_ stored: Stored) { facts[stored.id] = stored }

    /// Lets a key stand for an item. One that stands for an item already keeps standing for it.
    func remember(_ key: IdentityKey, of item: Int64) throws {
        try load([key])
        let known = entries[key.hash] ?? []
        guard !known.contains(where: { $0.day == key.day && facts[$0.item] != nil }) else { return }
        entries[key.hash, default: []].append(Entry(day: key.day, item: item, isRetired: false))
        newKeys.append((key, item))
    }

    /// Ends a key's deciding.
    ///
    /// - Returns: false where it had ended before; else the item it stood for, if any.
    func retire(_ key: IdentityKey) throws -> (isNew: Bool, was: Stored?) {
        try load([key])
        var was: Stored?
        if let index = entries[key.hash]?.firstIndex(where: { $0.day == key.day }),
            let entry = entries[key.hash]?[index]
        {
            guard !entry.isRetired else { return (false, nil) }
            was = facts[entry.item]
            entries[key.hash]?[index].isRetired = true
        } else {
            entries[key.hash, default: []].append(Entry(day: key.day, item: 0, isRetired: true))
        }
        // The key may still wait to be written; `flush` leaves a retired row as it is.
        try database.run(
            """
            INSERT INTO seen_key (source, key, day, kind, item, retired) VALUES (?, ?, ?, ?, 0, 1)
            ON CONFLICT (source, key, day) DO UPDATE SET retired = 1
            """, [source, key.hash, key.day, key.kind.rawValue])
        return (true, was)
    }

    // MARK: The database

    private static func titleDays(_ document: [IdentityKeys]) -> ClosedRange<Int> {
        var first = Int.max
        var last = Int.min
        for keys in document {
            for key in keys.keys where key.kind == .title {
                first = min(first, key.day)
                last = max(last, key.day)
            }
        }
        return first <= last ? (first - IdentityRule.nearDays)...(last + IdentityRule.nearDays) : 0...0
    }

    /// Asks for keys that were not asked for yet, all in one query, and for the items they stand for in another.
    private func load(_ keys: [IdentityKey]) throws {
        var wanted: [Int64] = []
        wanted.reserveCapacity(keys.count)
        for key in keys where entries[key.hash] == nil {
            entries[key.hash] = []
            wanted.append(key.hash)
        }
        guard !wanted.isEmpty else { return }
        var items: Set<Int64> = []
        let rows = try Row.fetchCursor(
            database.cachedStatement(
                sql: """
                    SELECT k.key, k.day, k.item, k.retired FROM json_each(?) AS j CROSS JOIN seen_key AS k
                    WHERE k.source = ? AND k.key = j.value AND (k.day = 0 OR k.day BETWEEN ? AND ?)
                    """),
            arguments: [JSONNumbers.text(wanted), source, days.lowerBound, days.upperBound])
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
                    SELECT i.id, i.title_key, i.text_key, i.published, i.address_key, i.last_seen, i.versions,
                        i.first_seen
                    FROM json_each(?) AS j CROSS JOIN item AS i WHERE i.id = j.value
                    """), arguments: [JSONNumbers.text(items)])
        while let row = try rows.next() {
            let published = (row[3] as Int?).map { Timestamp(seconds: $0).day.daysSince1970 }
            facts[row[0]] = Stored(
                id: row[0], known: IdentityRule.Known(title: row[1], text: row[2], published: published),
                address: row[4], firstSeen: Timestamp(seconds: row[7]).day.daysSince1970, lastSeen: row[5],
                versions: ItemVersions(row[6]))
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
    func flush() throws {
        newKeys.sort { ($0.key.hash, $0.key.day) < ($1.key.hash, $1.key.day) }
        var rest = newKeys[...]
        while !rest.isEmpty {
            let count = rest.count >= Self.keysPerStatement ? Self.keysPerStatement : 1
            var values: [(any DatabaseValueConvertible)?] = []
            values.reserveCapacity(count * 5)
            for (key, item) in rest.prefix(count) {
                values.append(source)
                values.append(key.hash)
                values.append(key.day)
                values.append(key.kind.rawValue)
                values.append(item)
            }
            try database.run(count == 1 ? Self.insertOne : Self.insertMany, StatementArguments(values))
            rest = rest.dropFirst(count)
        }
        newKeys = []
    }
}

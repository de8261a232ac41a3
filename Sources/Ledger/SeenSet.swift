import GRDB
import TriggerModel

/// The keys under which one source's items were seen, inside one transaction.
///
/// Decides for each item of a document whether it is new (promise 2). A document of n items costs O(n log n).
final class SeenSet {
    /// A key that ceased to decide, as it is reported.
    struct Retirement {
        var kind: IdentityKey.Kind
        var example: String
        var reason: String
    }

    private let database: Database
    private let source: Int64
    private let poll: Int64
    private let at: Timestamp
    private let asksGuids: Bool
    private let asksLinks: Bool
    private let hash: KeyedHash

    private var stillListed: [Int64] = []
    /// Number of the next new item; nil until there is one.
    private var nextItem: Int64?
    private var insertItem: Statement?
    /// Items of this document that were already met in it.
    private var met: Set<Int64> = []
    /// New items whose row is written with their outcome.
    private var unwritten: [Int64: (item: Item, keys: IdentityKeys)] = [:]
    /// Known items whose guid was (not) among the known ones: evidence of guids that change on every fetch.
    private(set) var guidsKept = 0
    private(set) var guidsChanged = 0
    /// The same of their links.
    private(set) var linksKept = 0
    private(set) var linksChanged = 0
    /// Weak titles decide in this document.
    private var titlesDecide = false
    private(set) var retirements: [Retirement] = []

    init(_ database: Database, source: SourceRow, poll: Int64, at: Timestamp, hash: KeyedHash) {
        self.database = database
        self.source = source.id
        self.poll = poll
        self.at = at
        asksGuids = source.asks(.guid)
        asksLinks = source.asks(.link)
        self.hash = hash
    }

    /// Judges the items of one document in their order, and remembers their keys.
    func identify(_ items: [Item]) throws -> [Identity] {
        let keys = items.map { IdentityKeys($0, hash: hash, asksGuids: asksGuids, asksLinks: asksLinks) }
        let table = try KeyTable(database, source: source, document: keys)
        for shared in SharedKeys.find(in: keys) {
            try retire(
                shared.key, item: items[shared.example], reason: "shared by several items of one document",
                in: table)
        }
        titlesDecide = try doTitlesDecide(keys, table)
        let identities = try zip(items, keys).map { try identify($0, $1, table) }
        try table.flush()
        try touchListed()
        return identities
    }

    /// Writes the row of a new item with its outcome.
    ///
    /// - Returns: false for an item that has a row.
    func write(_ id: StoredItemID, outcome: String, gate: Gate?) throws -> Bool {
        guard let (item, seen) = unwritten.removeValue(forKey: id.number) else { return false }
        let insert = try insertion()
        try insert.execute(
            arguments: [
                id.number, source, poll, seen.title, seen.address, seen.text, item.published?.seconds,
                item.updated?.seconds, at.seconds, today, outcome, gate?.stage.rawValue, gate?.gate, gate?.detail,
                item.id, item.url, item.title, item.language, StoredList.text(item.authors),
                StoredList.text(item.categories), try item.filing.map { try StoredJSON.text($0) }, item.summary,
                item.content, try item.activity.map { try StoredJSON.text($0) },
                DateFlag(item, seenAt: at)?.rawValue,
            ])
        return true
    }

    /// Looked up once for a document: to find it by its text costs as much as to run it.
    private func insertion() throws -> Statement {
        if let insertItem { return insertItem }
        let statement = try database.cachedStatement(
            sql: """
                INSERT INTO item (id, source, poll, title_key, address_key, text_key, published, updated, first_seen,
                    last_seen, outcome, gate_stage, gate, gate_detail, document_id, url, title, language, authors,
                    categories, filing, summary, content, activity, date_flag)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)
        insertItem = statement
        return statement
    }

    var unwrittenCount: Int { unwritten.count }

    private var today: Int { at.day.daysSince1970 }

    // MARK: One item

    private func identify(_ item: Item, _ seen: IdentityKeys, _ table: KeyTable) throws -> Identity {
        var match: (stored: KeyTable.Stored, verdict: IdentityRule.Verdict)?
        var isGuidMissing = false
        /// The keys to remember, with composites in place of those that identify nothing.
        var usable: [IdentityKey] = []
        for key in seen.keys {
            guard let (key, answer) = try distinctive(key, of: seen, table) else { continue }
            guard case .stored(let stored) = answer else {
                if key.kind == .guid { isGuidMissing = true }
                usable.append(key)
                continue
            }
            if key.kind == .title, seen.hasWeakTitle, !titlesDecide { continue }
            let verdict = IdentityRule.verdict(key.kind, known: stored.known, seen: seen)
            if verdict == .other, !stored.hasSaid(seen) {
                try retire(key, item: item, reason: "used again for another title on another date", in: table)
                usable.append(composite(key, seen.title, seen.published))
                continue
            }
            match = (stored, verdict)
            if key.kind == .guid { guidsKept += 1 } else if isGuidMissing { guidsChanged += 1 }
            break
        }
        guard let (stored, verdict) = match else { return try insert(item, seen, keys: usable, table) }
        let id = stored.id
        // Met twice in one document: the second copy is no edit of the first.
        guard met.insert(id).inserted else { return .known(StoredItemID(id)) }
        let isUnmoved = stored.address == seen.address && stored.known.title == seen.title
        try noteLink(of: seen, isUnmoved: isUnmoved, table)
        if !isUnmoved { try remember(seen, of: id, in: table) }
        // What it said before and says again is no news: a page that two servers tell differently goes back and forth.
        if verdict == .edited, !stored.hasSaid(seen) { return try revise(stored, item, seen) }
        if !isUnmoved {
            try database.run(
                "UPDATE item SET last_seen = ?, address_key = ?, document_id = ?, url = ? WHERE id = ?",
                [today, seen.address, item.id, item.url, id])
        } else if stored.lastSeen < today {
            stillListed.append(id)
        }
        return .known(StoredItemID(id))
    }

    private func insert(
        _ item: Item, _ seen: IdentityKeys, keys: [IdentityKey], _ table: KeyTable
    ) throws -> Identity {
        let id = try nextItem ?? ((database.row("SELECT max(id) FROM item")?[0] ?? 0) + 1)
        nextItem = id + 1
        met.insert(id)
        unwritten[id] = (item, seen)
        table.add(
            KeyTable.Stored(
                id: id, known: IdentityRule.Known(title: seen.title, text: seen.text, published: seen.published),
                address: seen.address, firstSeen: today, lastSeen: today))
        for key in keys { try table.remember(key, of: id) }
        return .new(StoredItemID(id))
    }

    private func revise(
        _ stored: KeyTable.Stored, _ item: Item, _ seen: IdentityKeys
    ) throws -> Identity {
        let id = stored.id
        let versions = stored.versions.adding(stored.known)
        let before = try database.row("SELECT title FROM item WHERE id = ?", [id])?[0] as String?
        let isRetitled = stored.known.title != seen.title
        try database.run(
            """
            UPDATE item SET title_key = ?, address_key = ?, text_key = ?, published = coalesce(?, published),
                updated = ?, last_seen = ?, document_id = ?, url = ?, title = ?, language = ?, authors = ?,
                categories = ?, filing = coalesce(?, filing), summary = ?, content = ?,
                activity = coalesce(?, activity), date_flag = CASE WHEN ? THEN ? ELSE date_flag END, versions = ?,
                has_text = 1, revisions = revisions + 1, previous_title = CASE WHEN ? THEN title ELSE previous_title END
            WHERE id = ?
            """,
            [
                seen.title, seen.address, seen.text, item.published?.seconds, item.updated?.seconds, today, item.id,
                item.url, item.title, item.language, StoredList.text(item.authors), StoredList.text(item.categories),
                try item.filing.map { try StoredJSON.text($0) }, item.summary, item.content,
                try item.activity.map { try StoredJSON.text($0) }, DateFlag.isDated(item),
                DateFlag(item, seenAt: at)?.rawValue, versions.text, isRetitled, id,
            ])
        return .revised(StoredItemID(id), previousTitle: isRetitled ? before ?? "" : nil)
    }

    /// Known items that a document lists today for the first time keep their keys for longer.
    private func touchListed() throws {
        guard !stillListed.isEmpty else { return }
        try database.run(
            "UPDATE item SET last_seen = ? WHERE id IN (SELECT value FROM json_each(?))",
            [today, JSONNumbers.text(stillListed)])
        stillListed = []
    }

    // MARK: Links

    /// Whether the titles of items without a date decide in this document, because its addresses say nothing: most items
    /// are known by title and not by any address; or none is known by its address, and all that are known by title said
    /// the very same a day or two ago.
    private func doTitlesDecide(_ document: [IdentityKeys], _ table: KeyTable) throws -> Bool {
        guard document.contains(where: \.hasWeakTitle) else { return false }
        var known = 0
        var titled: [Bool] = []
        for seen in document {
            let strong = seen.hasWeakTitle ? seen.keys.dropLast() : seen.keys[...]
            let isKnown = try strong.contains { key in
                if case .stored? = try distinctive(key, of: seen, table)?.answer { true } else { false }
            }
            if isKnown {
                known += 1
            } else if seen.hasWeakTitle, let title = seen.keys.last, case .stored(let stored) = try table.find(title) {
                titled.append(
                    stored.known.title == seen.title && stored.known.text == seen.text
                        && today - stored.firstSeen <= IdentityRule.nearDays)
            }
        }
        return titled.count > max(1, known) || known == 0 && !titled.isEmpty && titled.allSatisfy(\.self)
    }

    /// Evidence of links that change on every fetch.
    private func noteLink(of seen: IdentityKeys, isUnmoved: Bool, _ table: KeyTable) throws {
        guard let link = seen.keys.first(where: { $0.kind == .link }) else { return }
        if isUnmoved {
            linksKept += 1
        } else if case .nothing = try table.find(link) {
            linksChanged += 1
        } else {
            linksKept += 1
        }
    }

    // MARK: Keys

    /// The key, or what stands in for it where it identifies nothing, and what it stands for; nil where nothing does.
    private func distinctive(
        _ key: IdentityKey, of seen: IdentityKeys, _ table: KeyTable
    ) throws -> (key: IdentityKey, answer: KeyTable.Answer)? {
        let answer = try table.find(key)
        guard case .retired = answer else { return (key, answer) }
        guard key.kind != .title, key.kind != .path else { return nil }
        let composite = composite(key, seen.title, seen.published)
        return (composite, try table.find(composite))
    }

    private func composite(_ key: IdentityKey, _ title: Int64, _ published: Int?) -> IdentityKey {
        IdentityKeys.composite(of: key, title: title, published: published, hash: hash)
    }

    private func retire(_ key: IdentityKey, item: Item, reason: String, in table: KeyTable) throws {
        let (isNew, was) = try table.retire(key)
        guard isNew, key.kind == .guid || key.kind == .link else { return }
        if let was {
            // What was known by this key alone must stay known.
            try table.remember(composite(key, was.known.title, was.known.published), of: was.id)
        }
        retirements.append(
            Retirement(kind: key.kind, example: key.kind == .guid ? item.id : item.url ?? item.id, reason: reason))
    }

    /// Remembers under which further keys a known item goes now.
    private func remember(_ seen: IdentityKeys, of item: Int64, in table: KeyTable) throws {
        for key in seen.keys {
            guard case .retired = try table.find(key) else {
                try table.remember(key, of: item)
                continue
            }
            if key.kind == .guid || key.kind == .link {
                try table.remember(composite(key, seen.title, seen.published), of: item)
            }
        }
    }
}

import GRDB
import TriggerModel

/// The tables, in numbered steps. A step that was released is never edited: a change is a new step.
///
/// Times are seconds since 1970 UTC, days are days since 1970. Values that are only shown or handed back whole are
/// JSON; what is searched has a column.
enum Schema {
    /// `PRAGMA application_id`: "why1". Tells our files from any other database.
    static let applicationID = 0x7768_7931

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("001 foundation") { db in
            try db.execute(sql: foundation)
            try db.execute(sql: "PRAGMA application_id = \(applicationID)")
        }
        migrator.registerMigration("002 sources") { db in try db.execute(sql: sources) }
        migrator.registerMigration("003 reasons") { db in try db.execute(sql: reasons) }
        migrator.registerMigration("004 troubled sources") { db in try db.execute(sql: troubledSources) }
        migrator.registerMigration("005 rests") { db in try db.execute(sql: rests) }
        migrator.registerMigration("006 campaigns") { db in try db.execute(sql: campaigns) }
        migrator.registerMigration("007 missing pages") { db in try db.execute(sql: missingPages) }
        return migrator
    }

    /// Makes a file as an earlier version left it: the tables up to `step`, with what `sql` puts into them. For the tests
    /// of later steps.
    static func make(_ path: String, through step: String, sql: String) throws {
        let queue = try DatabaseQueue(path: path)
        try migrator.migrate(queue, upTo: step)
        try queue.write { try $0.execute(sql: sql) }
        try queue.close()
    }

    static func keyedHash(_ db: Database) throws -> KeyedHash {
        guard let row = try db.row("SELECT k0, k1 FROM secret") else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "the table secret is empty")
        }
        return KeyedHash(UInt64(bitPattern: row[0]), UInt64(bitPattern: row[1]))
    }

    /// 16 hexadecimal digits that are equal where the tables are equal.
    static func fingerprint(_ db: Database) throws -> String {
        let tables = try String.fetchAll(
            db, sql: "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name")
        return String(ContentHash.hex(tables.joined(separator: "\n")).prefix(16))
    }

    private static let foundation = """
        -- The secret under which identity keys are hashed; one row.
        CREATE TABLE secret (
            k0 INTEGER NOT NULL,
            k1 INTEGER NOT NULL
        ) STRICT;
        INSERT INTO secret SELECT random(), random();

        CREATE TABLE source (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE,
            etag TEXT,
            last_modified TEXT,
            body_hash TEXT,
            first_polled_at INTEGER NOT NULL,
            first_document_at INTEGER,
            last_polled_at INTEGER NOT NULL,
            last_changed_at INTEGER,
            failures INTEGER NOT NULL,
            next_poll_at INTEGER NOT NULL,
            last_outcome TEXT NOT NULL,
            last_detail TEXT NOT NULL,
            -- Polls in a row in which most known items came with a new guid.
            guid_churn INTEGER NOT NULL DEFAULT 0,
            -- Bit 1 << kind: keys of this kind are no longer asked.
            retired_kinds INTEGER NOT NULL DEFAULT 0,
            -- Bit 1 << kind: its retirement was reported.
            reported_kinds INTEGER NOT NULL DEFAULT 0
        ) STRICT;

        -- Polls that read a document or failed; unchanged ones are only counted in `day`.
        CREATE TABLE poll (
            id INTEGER PRIMARY KEY,
            source INTEGER NOT NULL REFERENCES source,
            at INTEGER NOT NULL,
            outcome TEXT NOT NULL,
            detail TEXT NOT NULL,
            status INTEGER,
            bytes INTEGER NOT NULL,
            merged INTEGER NOT NULL,
            skipped INTEGER NOT NULL,
            items INTEGER NOT NULL DEFAULT 0,
            known INTEGER NOT NULL DEFAULT 0,
            revised INTEGER NOT NULL DEFAULT 0,
            awaiting INTEGER NOT NULL DEFAULT 0,
            gated INTEGER NOT NULL DEFAULT 0,
            told INTEGER NOT NULL DEFAULT 0,
            alerted INTEGER NOT NULL DEFAULT 0
        ) STRICT;
        CREATE INDEX poll_at ON poll (at);

        CREATE TABLE day (
            day INTEGER NOT NULL,
            source INTEGER NOT NULL REFERENCES source,
            polls INTEGER NOT NULL DEFAULT 0,
            unchanged INTEGER NOT NULL DEFAULT 0,
            failed INTEGER NOT NULL DEFAULT 0,
            items INTEGER NOT NULL DEFAULT 0,
            known INTEGER NOT NULL DEFAULT 0,
            revised INTEGER NOT NULL DEFAULT 0,
            awaiting INTEGER NOT NULL DEFAULT 0,
            gated INTEGER NOT NULL DEFAULT 0,
            told INTEGER NOT NULL DEFAULT 0,
            alerted INTEGER NOT NULL DEFAULT 0,
            settled_gated INTEGER NOT NULL DEFAULT 0,
            settled_told INTEGER NOT NULL DEFAULT 0,
            settled_alerted INTEGER NOT NULL DEFAULT 0,
            PRIMARY KEY (day, source)
        ) STRICT, WITHOUT ROWID;

        -- One row for each identity, written when its outcome is known; what refers to it is checked at the commit.
        -- The long texts come last and go first; the row stays as long as its keys.
        CREATE TABLE item (
            id INTEGER PRIMARY KEY,
            source INTEGER NOT NULL REFERENCES source,
            poll INTEGER NOT NULL,
            title_key INTEGER NOT NULL,
            address_key INTEGER NOT NULL,
            text_key INTEGER NOT NULL,
            published INTEGER,
            updated INTEGER,
            first_seen INTEGER NOT NULL,
            last_seen INTEGER NOT NULL,
            revisions INTEGER NOT NULL DEFAULT 0,
            outcome TEXT NOT NULL,
            gate_stage TEXT,
            gate TEXT,
            gate_detail TEXT,
            document_id TEXT NOT NULL,
            url TEXT,
            title TEXT,
            previous_title TEXT,
            has_text INTEGER NOT NULL DEFAULT 1,
            language TEXT,
            authors TEXT,
            categories TEXT,
            filing TEXT,
            summary TEXT,
            content TEXT
        ) STRICT;
        -- For retention: whose text may go, and whose row.
        CREATE INDEX item_text ON item (first_seen) WHERE has_text = 1;
        CREATE INDEX item_textless ON item (first_seen) WHERE has_text = 0;

        -- How a source's items are known again. `item` 0: retired before it stood for a stored item.
        CREATE TABLE seen_key (
            source INTEGER NOT NULL,
            key INTEGER NOT NULL,
            day INTEGER NOT NULL,
            kind INTEGER NOT NULL,
            item INTEGER NOT NULL,
            retired INTEGER NOT NULL DEFAULT 0,
            PRIMARY KEY (source, key, day)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE awaiting (
            item INTEGER PRIMARY KEY REFERENCES item DEFERRABLE INITIALLY DEFERRED,
            url TEXT NOT NULL,
            kind TEXT NOT NULL,
            deadline INTEGER NOT NULL,
            attempts INTEGER NOT NULL DEFAULT 0,
            next_attempt_at INTEGER NOT NULL,
            since INTEGER NOT NULL
        ) STRICT;
        CREATE INDEX awaiting_due ON awaiting (next_attempt_at);

        CREATE TABLE event (
            id TEXT PRIMARY KEY NOT NULL,
            type TEXT NOT NULL,
            day INTEGER NOT NULL,
            saved_at INTEGER NOT NULL,
            body TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX event_day ON event (day);

        CREATE TABLE event_party (
            party TEXT NOT NULL,
            day INTEGER NOT NULL,
            event TEXT NOT NULL REFERENCES event ON DELETE CASCADE,
            role TEXT NOT NULL,
            PRIMARY KEY (party, day, event)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX event_party_event ON event_party (event);

        CREATE TABLE event_item (
            event TEXT NOT NULL REFERENCES event ON DELETE CASCADE,
            item INTEGER NOT NULL REFERENCES item ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
            PRIMARY KEY (event, item)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX event_item_item ON event_item (item);

        -- What stopped an event, or one account's share of it ('' = the whole event).
        CREATE TABLE gate (
            event TEXT NOT NULL,
            account TEXT NOT NULL,
            at INTEGER NOT NULL,
            stage TEXT NOT NULL,
            gate TEXT NOT NULL,
            detail TEXT NOT NULL,
            PRIMARY KEY (event, account)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX gate_at ON gate (at);
        CREATE INDEX gate_account ON gate (account, at);

        CREATE TABLE alert (
            id TEXT PRIMARY KEY NOT NULL,
            event TEXT NOT NULL,
            account TEXT NOT NULL,
            rep TEXT NOT NULL,
            updates TEXT,
            good_until INTEGER NOT NULL,
            created_at INTEGER NOT NULL,
            body TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE UNIQUE INDEX alert_first ON alert (event, account) WHERE updates IS NULL;
        CREATE INDEX alert_rep ON alert (rep, good_until);
        CREATE INDEX alert_account ON alert (account, created_at);
        CREATE INDEX alert_created ON alert (created_at);

        CREATE TABLE digest (
            rep TEXT NOT NULL,
            day INTEGER NOT NULL,
            message_id TEXT NOT NULL,
            at INTEGER NOT NULL,
            PRIMARY KEY (rep, day)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE digest_alert (
            alert TEXT NOT NULL,
            rep TEXT NOT NULL,
            day INTEGER NOT NULL,
            place INTEGER NOT NULL,
            PRIMARY KEY (alert, rep, day),
            FOREIGN KEY (rep, day) REFERENCES digest ON DELETE CASCADE
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX digest_alert_digest ON digest_alert (rep, day);

        -- Files owed to the outside. The name stays for ever: nothing is delivered twice.
        CREATE TABLE outbox (
            id INTEGER PRIMARY KEY,
            kind TEXT NOT NULL,
            name TEXT NOT NULL,
            state TEXT NOT NULL,
            attempts INTEGER NOT NULL DEFAULT 0,
            detail TEXT,
            at INTEGER NOT NULL,
            payload BLOB,
            UNIQUE (kind, name)
        ) STRICT;
        CREATE INDEX outbox_owed ON outbox (state, id) WHERE state <> 'published';
        CREATE INDEX outbox_kept ON outbox (at) WHERE state = 'published' AND payload IS NOT NULL;

        CREATE TABLE fault (
            id INTEGER PRIMARY KEY,
            scope TEXT NOT NULL,
            kind TEXT NOT NULL,
            detail TEXT NOT NULL,
            opened_at INTEGER NOT NULL,
            closed_at INTEGER
        ) STRICT;
        CREATE UNIQUE INDEX fault_open ON fault (scope, kind) WHERE closed_at IS NULL;
        CREATE INDEX fault_closed ON fault (closed_at) WHERE closed_at IS NOT NULL;
        """

    private static let sources = """
        -- The configured address that validators, body hash and redirects belong to.
        ALTER TABLE source ADD COLUMN address TEXT;
        -- Where permanent redirects of the source's address lead, and how many answers in a row said so.
        ALTER TABLE source ADD COLUMN moved_to TEXT;
        ALTER TABLE source ADD COLUMN moved_count INTEGER NOT NULL DEFAULT 0;
        -- Where a stream goes on.
        ALTER TABLE source ADD COLUMN timepoint TEXT;
        -- The last day that was compared with the source's daily index.
        ALTER TABLE source ADD COLUMN reconciled_day INTEGER;

        -- What was learnt of each source's habits. Apart from `source`, whose row every poll writes: there a source has
        -- some hundred bytes, here more than a thousand that change with a new document only.
        CREATE TABLE rhythm (
            source INTEGER PRIMARY KEY REFERENCES source,
            body TEXT NOT NULL
        ) STRICT;

        ALTER TABLE item ADD COLUMN activity TEXT;
        ALTER TABLE item ADD COLUMN date_flag TEXT;
        -- What the item said before its revisions, as 64-bit numbers in text: a text that returns is no revision.
        ALTER TABLE item ADD COLUMN versions TEXT;

        -- Polls are numbered in their order: retention walks them from the oldest on, and each poll writes a page less.
        DROP INDEX poll_at;

        -- The age in days at which a fault was last told.
        ALTER TABLE fault ADD COLUMN told_day INTEGER NOT NULL DEFAULT 0;
        """

    private static let reasons = """
        -- What reps reported back. What an alert was about is kept with its outcome, which outlives the alert.
        CREATE TABLE outcome (
            id INTEGER PRIMARY KEY,
            alert TEXT NOT NULL,
            event TEXT NOT NULL,
            account TEXT NOT NULL,
            rep TEXT NOT NULL,
            type TEXT NOT NULL,
            profile TEXT NOT NULL,
            relation TEXT NOT NULL,
            ask TEXT NOT NULL,
            outcome TEXT NOT NULL,
            until_day INTEGER,
            why TEXT NOT NULL,
            at INTEGER NOT NULL,
            UNIQUE (alert, at, outcome)
        ) STRICT;
        CREATE INDEX outcome_event ON outcome (event, account, at);
        CREATE INDEX outcome_at ON outcome (at);

        -- What is not to be told for a while. Rows stay: who kept what quiet, and why, is asked later.
        CREATE TABLE silence (
            id INTEGER PRIMARY KEY,
            scope TEXT NOT NULL,
            name TEXT NOT NULL,
            until_day INTEGER NOT NULL,
            author TEXT NOT NULL,
            reason TEXT NOT NULL,
            created_at INTEGER NOT NULL,
            removed_at INTEGER
        ) STRICT;
        CREATE INDEX silence_name ON silence (scope, name, until_day);

        -- Names in items that may mean more than one account, and what a person said they mean ('' = none of ours).
        CREATE TABLE review (
            item INTEGER NOT NULL REFERENCES item ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
            name TEXT NOT NULL,
            candidates TEXT NOT NULL,
            at INTEGER NOT NULL,
            account TEXT,
            author TEXT,
            decided_at INTEGER,
            PRIMARY KEY (item, name)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX review_open ON review (at) WHERE decided_at IS NULL;

        -- The configuration that was matched against what is stored: `mark` changes with what looking back depends on.
        CREATE TABLE looked_back (
            kind TEXT NOT NULL,
            name TEXT NOT NULL,
            mark TEXT NOT NULL,
            at INTEGER NOT NULL,
            PRIMARY KEY (kind, name)
        ) STRICT, WITHOUT ROWID;
        """

    private static let troubledSources = """
        -- Polls in a row in which most known items had a new link.
        ALTER TABLE source ADD COLUMN link_churn INTEGER NOT NULL DEFAULT 0;

        -- Why the last attempt at the document was in vain.
        ALTER TABLE awaiting ADD COLUMN detail TEXT;
        """

    private static let rests = """
        -- Days on which something we caused happened with an account. Forgotten soon: it only lifts what else happens.
        CREATE TABLE activity (
            account TEXT NOT NULL,
            day INTEGER NOT NULL,
            item INTEGER NOT NULL,
            PRIMARY KEY (account, day, item)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX activity_day ON activity (day);

        -- Alerts of an account that was given to a rep a few days before: the day from which each may be told. When
        -- that day has come the row stays, because on it the account was given away again.
        CREATE TABLE rest (
            alert TEXT PRIMARY KEY NOT NULL REFERENCES alert ON DELETE CASCADE,
            until_day INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        -- An alert that went on to another rep is no longer the first one's.
        CREATE INDEX alert_updates ON alert (updates) WHERE updates IS NOT NULL;
        -- Those who asked to be called again.
        CREATE INDEX outcome_later ON outcome (until_day) WHERE outcome = 'later';
        -- What is looked at again: held back, not stopped.
        CREATE INDEX gate_held ON gate (at) WHERE gate IN ('silenced', 'cool-down');
        """

    private static let campaigns = """
        -- One event that is a reason for many accounts. A call stays where it was put: nobody is called twice for it.
        CREATE TABLE campaign (
            id TEXT PRIMARY KEY NOT NULL,
            event TEXT NOT NULL UNIQUE,
            type TEXT NOT NULL,
            at INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX campaign_at ON campaign (at);

        CREATE TABLE campaign_call (
            campaign TEXT NOT NULL REFERENCES campaign ON DELETE CASCADE,
            account TEXT NOT NULL,
            alert TEXT NOT NULL,
            rep TEXT NOT NULL,
            day INTEGER NOT NULL,
            rank INTEGER NOT NULL,
            note TEXT,
            PRIMARY KEY (campaign, account)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX campaign_call_day ON campaign_call (day, rep);
        """

    private static let missingPages = """
        -- Further documents in a row of the source's items that were not there.
        ALTER TABLE source ADD COLUMN missing_pages INTEGER NOT NULL DEFAULT 0;
        """
}

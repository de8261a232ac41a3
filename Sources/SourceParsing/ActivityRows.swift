import TriggerModel

/// Rows of an activity file on their way to items; each becomes an item, repeats one, or is rejected with its reason.
struct ActivityRows {
    let source: String
    /// Of rows that say none.
    let standardKind: Activity.Kind?
    private var items: [Item] = []
    private var known: Set<String> = []
    private var repeated = 0
    private var rejected: [(line: Int, reason: String)] = []

    init(source: String, standardKind: Activity.Kind?) {
        self.source = source
        self.standardKind = standardKind
    }

    mutating func reject(_ line: Int, _ reason: String) { rejected.append((line, reason)) }

    mutating func add(_ cells: [ActivityColumn: String], line: Int) {
        do throws(Refusal) {
            let item = try item(cells)
            if known.insert(item.id).inserted { items.append(item) } else { repeated += 1 }
        } catch {
            reject(line, error.reason)
        }
    }

    func finish() -> ActivityReading { ActivityReading(items: items, repeated: repeated, rejected: rejected) }

    private struct Refusal: Error {
        var reason: String
    }

    // MARK: One row

    private func item(_ cells: [ActivityColumn: String]) throws(Refusal) -> Item {
        let kind = try kind(cells[.kind])
        guard let written = cells[.date] else {
            throw Refusal(reason: "date is empty; it is a day or a time, as in 2026-11-21")
        }
        guard let date = RecordDate(written) else {
            throw Refusal(reason: "date is a day or a time, as in 2026-11-21; found \(shown(written))")
        }
        if let email = cells[.email], !isAddress(email) {
            throw Refusal(reason: "email is an address, as in jane.roe@acme.example; found \(shown(email))")
        }
        let activity = Activity(
            kind: kind, account: cells[.account], company: cells[.company], domain: cells[.domain],
            person: person(cells), email: cells[.email], what: cells[.what], product: cells[.product])
        switch kind {
        case .release, .endOfLife:
            if activity.product == nil, activity.what == nil {
                throw Refusal(reason: "\(kind.rawValue) needs product, or what was concerned in words")
            }
        case .download, .webinar, .visit, .other:
            if activity.account == nil, activity.company == nil, activity.domain == nil, activity.email == nil {
                throw Refusal(reason: "nobody is named: one of account, company, domain and email is needed")
            }
        }
        let id = cells[.id] ?? ActivityRows.hash(activity, date)
        var item = Item(source: source, id: id, title: ActivityTitle.of(activity), published: date.moment)
        item.activity = activity
        item.makeSafe()
        return item
    }

    private func kind(_ written: String?) throws(Refusal) -> Activity.Kind {
        guard let written else {
            if let standardKind { return standardKind }
            throw Refusal(reason: "kind is empty; it is one of \(ActivityWords.valid)")
        }
        guard let kind = ActivityWords.kind(written) else {
            throw Refusal(reason: "kind is one of \(ActivityWords.valid); found \(shown(written))")
        }
        return kind
    }

    private func person(_ cells: [ActivityColumn: String]) -> String? {
        if let person = cells[.person] { return person }
        let names = [cells[.firstName], cells[.lastName]].compactMap(\.self)
        return names.isEmpty ? nil : names.joined(separator: " ")
    }

    /// A local part, one `@` and a domain without blanks: a look for slipped columns, no proof that mail arrives.
    private func isAddress(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".")
            && !text.utf8.contains { $0 <= 0x20 || $0 == UInt8(ascii: ",") }
    }

    private func shown(_ text: String) -> String { "\"\(text.prefix(60))\(text.count > 60 ? "…" : "")\"" }

    private static func hash(_ activity: Activity, _ date: RecordDate) -> String {
        let parts = [
            activity.kind.rawValue, date.moment.description, activity.account, activity.company, activity.domain,
            activity.person, activity.email, activity.what, activity.product,
        ]
        return "activity:" + ContentHash.hex(parts.map { $0 ?? "" }.joined(separator: "\u{1F}")).prefix(32)
    }
}

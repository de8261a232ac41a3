import TriggerModel

/// A column of an activity file. Exports of customer systems call it otherwise; the names are those that they are known
/// to use, the first is ours.
enum ActivityColumn: CaseIterable {
    case id, kind, date, account, company, domain, person, firstName, lastName, email, what, product

    var names: [String] {
        switch self {
        case .id: ["id", "activity id", "activity_id", "record id", "event id"]
        case .kind: ["kind", "type", "activity", "activity type", "activity_type", "event type", "event_type", "event"]
        case .date:
            [
                "date", "activity date", "activity_date", "created date", "created at", "created_at", "createdate",
                "create date", "created", "timestamp", "time", "date/time", "event date", "occurred at", "when",
                "join time", "submitted at", "release date",
            ]
        case .account: ["account", "account id", "account_id", "accountid", "account number", "customer id"]
        case .company:
            [
                "company", "company name", "company_name", "account name", "account_name", "organization",
                "organisation", "organization name", "company / account", "employer", "customer",
            ]
        case .domain:
            ["domain", "company domain", "company domain name", "website", "web site", "company website", "url"]
        case .person:
            [
                "person", "name", "full name", "full_name", "contact", "contact name", "lead", "lead name", "attendee",
                "user name", "visitor",
            ]
        case .firstName: ["first name", "first_name", "firstname", "given name"]
        case .lastName: ["last name", "last_name", "lastname", "surname", "family name"]
        case .email: ["email", "e-mail", "email address", "email_address", "work email", "business email", "mail"]
        case .what:
            [
                "what", "asset", "asset name", "content", "document", "title", "subject", "topic", "webinar",
                "webinar name", "campaign", "campaign name", "page", "page title", "resource", "description",
                "form name", "version",
            ]
        case .product: ["product", "product id", "product_id", "product code", "sku"]
        }
    }

    init?(named name: String) {
        guard let column = ActivityColumn.byName[name.lowercased()] else { return nil }
        self = column
    }

    private static let byName = Dictionary(
        allCases.flatMap { column in column.names.map { ($0, column) } }, uniquingKeysWith: { first, _ in first })
}

/// Words for the kinds of activities.
enum ActivityWords {
    /// Without case; `-`, `_` and blanks are the same. nil where it is none.
    static func kind(_ text: String) -> Activity.Kind? {
        let words = text.lowercased().split { !$0.isLetter }.joined(separator: " ")
        return kinds[words]
    }

    static let valid = Activity.Kind.allCases.map(\.rawValue).joined(separator: ", ")

    private static let kinds: [String: Activity.Kind] = {
        let words: [(Activity.Kind, [String])] = [
            (
                .download,
                ["download", "downloads", "downloaded", "content download", "asset download", "file download"]
            ),
            (
                .webinar,
                // Who only registered did not attend; such rows are "other".
                ["webinar", "webinars", "webinar attended", "attended webinar", "webinar attendance"]
            ),
            (
                .visit,
                ["visit", "visits", "visited", "page visit", "page view", "pageview", "web visit", "website visit"]
            ),
            (.release, ["release", "releases", "released", "product release", "new release", "launch"]),
            (
                .endOfLife,
                [
                    "end of life", "endoflife", "eol", "end of life notice", "discontinued", "discontinuation",
                    "end of support", "eos",
                ]
            ),
            (.other, ["other", "others"]),
        ]
        return Dictionary(words.flatMap { kind, names in names.map { ($0, kind) } }, uniquingKeysWith: { $1 })
    }()
}

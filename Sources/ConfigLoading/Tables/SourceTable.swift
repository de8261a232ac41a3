import TriggerModel

/// The keys of `sources/*.yaml`.
enum SourceTable {
    static let root = Shape(
        "a sources file", [.init("sources", .entries(source), required: true, "Places to look, by id.")])

    static let source = Shape(
        "a source",
        [
            .init(
                "kind", .choice(Source.Kind.allCases.map(\.rawValue)), required: true,
                "feed: RSS, Atom, RDF or JSON Feed. page: an HTML list. filing: EDGAR. json, csv: records of a register. "
                    + "stream: JSON records from a connection that stays open. activity: files of our own."),
            .init(
                "url", .location, required: true,
                "Where it is; for activity the path of a file or directory, counted from this directory. May hold {today}, {today-30d}, {yyyy}, {q}, "
                    + "{yyyymmdd}, {page}, {offset} and, for a stream, {timepoint}."),
            .init("name", .text, "Name for people; the id when absent."),
            .init(
                "publisher", .text,
                "Who speaks here: two sources of one publisher are one voice. The address's host when absent."),
            .init(
                "first-hand", .boolean, default: "false",
                "true where the company itself or its regulator speaks, not somebody about it."),
            .init(
                "interval", .duration(interval),
                "Between two polls; schedule.default-interval of whynow.yaml when absent."),
            .init(
                "fastest", .duration(interval),
                "The interval at hours when news is expected, and after a gap; a quarter of interval when absent."),
            .init(
                "slowest", .duration(interval),
                "The interval at quiet hours, or where the server asks for it; four times interval when absent."),
            .init("first-poll", .firstPoll, "What the first document may do; first-poll of whynow.yaml when absent."),
            .init(
                "rows", .text,
                "For a page: selector (CSS or XPath) of the elements that are one entry each. For json: pointer to the "
                    + "array of records, as in /results; the document itself when absent."),
            .init("link", .text, "For a page: selector of the link, from a row. For records: template of the address."),
            .init("title", .text, "For a page: selector of the title, from a row. For records: template of the title."),
            .init("date", .text, "For a page: selector of the date, from a row. For records: template of the date."),
            .init(
                "summary", .text,
                "For a page: selector of a short text, from a row. For records: template of a short text."),
            .init("content", .text, "For records: template of the full text."),
            .init(
                "id", .text,
                "For records: template of what makes a record known again; the link when absent. Not where sources are "
                    + "written as a list, in which id names the source."),
            .init(
                "form", .text,
                "For records and pages: what the register calls this kind of record, WARN or {/type}."),
            .init(
                "company", .text,
                "The company that an entry is about. For a page: its selector, from a row. For records: its template."),
            .init(
                "company-facts", .mapping(companyFacts),
                "What else an entry says of that company: what a profile asks of companies that are nobody's account."),
            .init("company-number", .text, "For records: template of that company's number in the register."),
            .init("categories", .list(.text), default: "", "For records: templates of categories."),
            .init(
                "keep", .named(.list(.text)),
                "For records: values that a record must have to be read, by pointer or column: {/type: [filing]}."),
            .init(
                "words", .named(.named(.text)),
                "For records: what codes mean where they stand in title, summary, content and categories, by pointer or "
                    + "column: {/type: {TM01: \"Director leaves\"}}. A meaning is a template, too."),
            .init("timepoint", .text, "For a stream: pointer to the point from which it can be resumed."),
            .init("marker", .text, "Text that stands on every sound document; one without it is not compared."),
            .init(
                "at-least", .integer(0...10_000), default: "0",
                "Rows or entries that a sound document holds at least; one with fewer is not compared."),
            .init(
                "fetch-article", .boolean, default: "false",
                "true where items carry only a headline and wait for the article that their link leads to."),
            .init(
                "method", .choice(SourceRequest.Method.allCases.map(\.rawValue)), default: "GET",
                "POST sends body, as some registers want their questions."),
            .init(
                "body", .text, "For method: POST: the question as JSON, in quotes or a text block, with placeholders."),
            .init(
                "credential", .text,
                "Name of the file that holds the key: in $CREDENTIALS_DIRECTORY, else in credentials/ of this directory."
            ),
            .init(
                "credential-as", .text, default: "bearer",
                "How the key is sent: basic (as user name), bearer, or the name of a header field, as X-Api-Key."),
            .init("page", .mapping(paging), "Further pages of one answer."),
            .init(
                "control", .mapping(control), "A question with a known answer: tells an empty answer from a broken one."
            ),
            .init(
                "daily-index", .text,
                "For filings: the register's index of a day, with {yyyy}, {q} and {yyyymmdd}; compared once a night."),
            .init(
                "forms", .list(.text), default: "", "For filings: forms to keep; 8-K keeps 8-K/A too. All when absent."),
            .init("enabled", .boolean, default: "true", "false keeps the entry without polling it."),
        ])

    static let companyFacts = Shape(
        "what is said of a company",
        CompanyFact.allCases.map { Shape.Key($0.rawValue, .text, meaning(of: $0) + Self.howFactsAreSaid) })

    private static let howFactsAreSaid = " For a page: selector, from a row. For records: template."

    private static func meaning(of fact: CompanyFact) -> String {
        switch fact {
        case .sic: "Industry code (SIC), three or four digits."
        case .naics: "Industry code (NAICS), two to six digits."
        case .industry: "Industry in words."
        case .state: "State, by its name or code."
        case .country: "Country, by its name or code."
        case .employees: "Head count: 250, 200-500 or 500+."
        case .affected: "How many of its people a notice concerns: it has at least as many."
        case .revenue: "Yearly revenue in whole units, a number or a range."
        }
    }

    static let paging = Shape(
        "the paging",
        [
            .init("first", .integer(0...1_000_000), default: "1", "{page} counts from here."),
            .init("step", .integer(1...100_000), default: "100", "{offset} grows by this with each page."),
            .init("most", .integer(1...1000), default: "5", "Pages that one poll reads at most."),
            .init(
                "more", .text,
                "JSON pointer to the address of the next page, or to a value that is true while there is one."),
        ])

    static let control = Shape(
        "the control question",
        [
            .init("url", .url, "Its address; the source's own when absent."),
            .init("body", .text, "Its body; the source's own when absent."),
            .init("at-least", .integer(1...10_000), default: "1", "Rows that the answer has at least."),
        ])

    private static let interval = 60...604_800

    /// Kinds for which a key means something, where these are not all.
    static let kinds: [(keys: [String], kinds: [Source.Kind])] = [
        (["rows"], [.page, .json]),
        (["link", "title", "date", "summary"], [.page, .json, .csv, .stream]),
        (
            ["content", "id", "company-number", "categories", "keep", "words"],
            [.json, .csv, .stream]
        ),
        (["form", "company", "company-facts"], [.page, .json, .csv, .stream]),
        (["timepoint"], [.stream]),
        (["marker", "at-least"], [.feed, .page, .filing, .json, .csv]),
        (["fetch-article"], [.feed, .page, .json, .csv]),
        (["method", "body", "page", "control"], [.json, .csv]),
        (["credential", "credential-as"], [.feed, .page, .json, .csv, .stream]),
        (["daily-index", "forms"], [.filing]),
    ]

    static let kindsByKey: [String: [Source.Kind]] = Dictionary(
        uniqueKeysWithValues: kinds.flatMap { entry in entry.keys.map { ($0, entry.kinds) } })
}

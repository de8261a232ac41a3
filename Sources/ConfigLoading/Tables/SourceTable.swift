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
                "feed: RSS, Atom, RDF or JSON Feed. page: an HTML list. filing: EDGAR. activity: a file of our own."),
            .init("url", .location, required: true, "Where it is; for activity the path of a file or directory."),
            .init("name", .text, "Name for people; the id when absent."),
            .init(
                "publisher", .text,
                "Who speaks here: two sources of one publisher are one voice. The address's host when absent."),
            .init(
                "first-hand", .boolean, default: "false",
                "true where the company itself or its regulator speaks, not somebody about it."),
            .init(
                "interval", .duration(60...604_800),
                "Between two polls; schedule.default-interval of whynow.yaml when absent."),
            .init("first-poll", .firstPoll, "What the first document may do; first-poll of whynow.yaml when absent."),
            .init("rows", .text, "For a page: XPath of the elements that are one entry each."),
            .init("link", .text, "For a page: XPath of the link, from a row."),
            .init("title", .text, "For a page: XPath of the title, from a row."),
            .init("date", .text, "For a page: XPath of the date, from a row."),
            .init("summary", .text, "For a page: XPath of a short text, from a row."),
            .init(
                "forms", .list(.text), default: "", "For filings: forms to keep; 8-K keeps 8-K/A too. All when absent."),
            .init("enabled", .boolean, default: "true", "false keeps the entry without polling it."),
        ])

    /// Keys that only mean something for a page.
    static let pageOnly = ["rows", "link", "title", "date", "summary"]
}

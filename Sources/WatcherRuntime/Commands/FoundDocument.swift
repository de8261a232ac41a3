internal import SourceFetching
internal import SourceParsing
internal import TriggerModel

/// What stands at an address that is no source yet.
enum FoundDocument {
    case feed(ParsedDocument)
    /// A feed of a register's filings.
    case filings(ParsedDocument)
    case page(FoundPage)
    /// Records, which need to be told where their parts are.
    case records(Source.Kind)
    /// Nothing that can be watched, and why.
    case nothing(String)

    /// Says what a document is, whatever it was asked as.
    static func of(_ document: Document) -> FoundDocument {
        let input = ParseInput(
            bytes: document.body, contentType: document.contentType, url: document.url, sourceName: document.url)
        let result = SourceParser().parse(input)
        if case .success(let parsed) = result, parsed.kind == .feed {
            return parsed.items.contains { $0.filing != nil } ? .filings(parsed) : .feed(parsed)
        }
        if looksLikeHTML(document) { return .page(FoundPage(document, try? result.get())) }
        if firstSign(document) == UInt8(ascii: "{") || firstSign(document) == UInt8(ascii: "[") {
            return .records(.json)
        }
        if isTable(document) { return .records(.csv) }
        switch result {
        case .failure(let fault): return .nothing("\(fault)")
        case .success(let parsed): return .nothing("a single \(parsed.kind.rawValue), which brings nothing new")
        }
    }

    private static func firstSign(_ document: Document) -> UInt8? { document.body.prefix(4096).first { $0 > 0x20 } }

    private static func looksLikeHTML(_ document: Document) -> Bool {
        if document.contentType?.lowercased().contains("html") == true { return true }
        let head = String(decoding: document.body.prefix(2048), as: UTF8.self).lowercased()
        return head.contains("<!doctype html") || head.contains("<html")
    }

    private static func isTable(_ document: Document) -> Bool {
        let type = document.contentType?.lowercased() ?? ""
        let path = document.url.prefix { $0 != "?" }.lowercased()
        return type.contains("csv") || path.hasSuffix(".csv")
    }
}

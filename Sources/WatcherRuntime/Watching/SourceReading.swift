internal import SourceFetching
internal import SourceParsing
internal import TriggerModel

/// One document of a poll, read.
struct SourcePage: Sendable {
    var document: Document
    var parsed: ParsedDocument
    /// Where a stream goes on after this document.
    var timepoint: String? { parsed.timepoint }
}

/// From a fetched document to its items, unless it is not what the source is.
enum SourceReading {
    static let damaged = "damaged"

    /// Why a document is not taken, as a fault of the source: kind and detail.
    struct Unfit: Error {
        var kind: String
        var detail: String
    }

    /// Parses a document by what its source is, and checks that it is fit: one that is not never replaces the last good
    /// one.
    static func read(_ document: Document, of source: Source) -> Result<SourcePage, Unfit> {
        switch SourceParser().parse(input(document, source)) {
        case .success(let parsed):
            // A stream without news says nothing at all.
            if source.kind == .stream { return .success(SourcePage(document: document, parsed: parsed)) }
            let fitness = PageFitness.judge(
                bytes: document.body, contentType: document.contentType, status: document.status, shape: source.shape,
                rows: source.kind == .page || source.shape.minimumRows > 0
                    ? parsed.counts.items + parsed.counts.merged : nil)
            if parsed.counts.seen > 0, parsed.items.isEmpty, let records = source.records, records.keep.isEmpty {
                return .failure(
                    Unfit(
                        kind: ParseFault.Reason.layoutChanged.rawValue,
                        detail:
                            "\(parsed.counts.seen) records, and none has what title, url or id ask for: its fields were "
                            + "renamed; compare them with 'whynow sources test \(source.id)'"))
            }
            if case .unfit(let kind, let detail) = fitness {
                return .failure(Unfit(kind: kind.rawValue, detail: detail))
            }
            return .success(SourcePage(document: document, parsed: parsed))
        case .failure(let fault):
            // A notice instead of the page explains more than "no rows".
            let fitness = PageFitness.judge(
                bytes: document.body, contentType: document.contentType, status: document.status, shape: source.shape,
                rows: nil)
            if case .unfit(let kind, let detail) = fitness {
                return .failure(Unfit(kind: kind.rawValue, detail: detail))
            }
            return .failure(Unfit(kind: fault.reason.rawValue, detail: "\(fault)"))
        }
    }

    static func input(_ document: Document, _ source: Source) -> ParseInput {
        let kind: DocumentKind =
            switch source.kind {
            case .page: .list
            case .json: .json
            case .csv: .csv
            case .stream: .stream
            case .feed, .filing, .activity: .feed
            }
        return ParseInput(
            bytes: document.body, contentType: document.contentType, url: document.url, sourceName: source.id,
            kind: kind, selectors: source.selectors, records: source.records)
    }
}

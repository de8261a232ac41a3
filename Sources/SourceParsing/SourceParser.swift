import MarkupReading
import TriggerModel

/// Turns one document into items. Pure: no clock, no disk, no network; the same input gives the same output.
///
/// A broken document gives what can be had of it, with its damages counted; a fault is only what gave nothing.
package struct SourceParser: Sendable {
    package init() {}

    package func parse(_ input: ParseInput) -> Result<ParsedDocument, ParseFault> { parse(input, cut: nil) }

    /// With the bytes cut once more at `cut` on their way to libxml2.
    func parse(_ input: ParseInput, cut: Int?) -> Result<ParsedDocument, ParseFault> {
        // Taken apart here, the document is the only owner of its items: they are changed where they stand.
        switch read(input, cut) {
        case .failure(let fault): return .failure(fault)
        case .success(var document):
            document.items.makeSafe()
            document.feed.title = SafeText.line(document.feed.title)
            document.hints.newest = PollHintDraft.newest(document.items)
            return .success(document)
        }
    }

    private func read(_ input: ParseInput, _ cut: Int?) -> Result<ParsedDocument, ParseFault> {
        switch input.kind {
        case .json: return RecordsOfJSON.read(input)
        case .csv: return RecordsOfCSV.read(input)
        case .stream: return RecordsOfStream.read(input)
        case .feed, .list, .article, .filing, nil: break
        }
        let text = TextDecoding.decode(input.bytes, contentType: input.contentType, limits: input.limits)
        let shape = input.bytes.starts(with: [0x1F, 0x8B]) ? .gzip : DocumentShape.of(text.utf8)
        switch shape {
        case .empty: return .failure(ParseFault(.empty, "the document is empty"))
        case .gzip: return .failure(ParseFault(.notRecognised, "compressed with gzip; it has to be unpacked first"))
        case .html, .xml("error"):
            if let notice = FilingNotice.of(text.utf8) { return .failure(notice.fault) }
        default: break
        }
        let kind = input.kind ?? (input.selectors == nil ? nil : .list)
        switch kind {
        case .feed: return feed(text, shape, input, cut)
        case .list: return ListPage.read(text, input)
        case .article: return ArticlePage.read(text, input)
        case .filing: return filing(text, shape, input)
        // Records have been read above.
        case nil, .json, .csv, .stream: return guess(text, shape, input, cut)
        }
    }

    // MARK: - Which kind

    private func guess(
        _ text: DecodedText, _ shape: DocumentShape, _ input: ParseInput, _ cut: Int?
    ) -> Result<ParsedDocument, ParseFault> {
        switch shape {
        case .json: return feed(text, shape, input, cut)
        case .xml("edgarsubmission"): return filing(text, shape, input)
        case .xml(let root) where root != "html": return feed(text, shape, input, cut)
        case .submission: return filing(text, shape, input)
        case .html, .xml:
            if let inside = FeedInPage.inside(text, limits: input.limits) {
                return feed(inside, DocumentShape.of(inside.utf8), input, cut)
            }
            if FilingIndexPage.isLikely(text.utf8) || CompanyFilingList.isLikely(text.utf8)
                || FilingDocument.isLikely(text.utf8),
                case .success(let document) = filing(text, .html, input)
            {
                return .success(document)
            }
            return ArticlePage.read(text, input)
        case .text where DailyIndex.isLikely(text.utf8): return filing(text, shape, input)
        case .text, .empty, .gzip:
            return .failure(ParseFault(.notRecognised, "neither XML, JSON nor HTML"))
        }
    }

    // MARK: - Feeds

    private func feed(
        _ text: DecodedText, _ shape: DocumentShape, _ input: ParseInput, _ cut: Int?
    ) -> Result<ParsedDocument, ParseFault> {
        switch shape {
        case .json: return json(text, input)
        case .xml(let root): return xml(text, root, input, cut)
        case .html:
            if let inside = FeedInPage.inside(text, limits: input.limits) {
                return feed(inside, DocumentShape.of(inside.utf8), input, cut)
            }
            return .failure(ParseFault(.otherKind, FeedDiscovery.message(for: text, input), damages: text.damages))
        case .submission: return .failure(ParseFault(.otherKind, "a filing, not a feed"))
        case .text, .empty, .gzip:
            return .failure(ParseFault(.notRecognised, "not a feed: neither XML nor JSON", damages: text.damages))
        }
    }

    private func xml(
        _ text: DecodedText, _ root: String, _ input: ParseInput, _ cut: Int?
    ) -> Result<ParsedDocument, ParseFault> {
        var reader = XMLPushReader(limits: input.limits)
        reader.cut = cut
        reader.wantedBehindRoot = ["item", "entry"]
        var scan = FeedScan(source: input.sourceName, documentURL: input.url, limits: input.limits)
        let report = reader.read(text, into: &scan)
        scan.finish()
        let damages = text.damages + report.damages + scan.damages
        guard scan.head.isFeed || scan.seen > 0 else {
            let reason: ParseFault.Reason = root == "opml" || root == "html" ? .otherKind : .notRecognised
            let what = root == "opml" ? "OPML, a list of feeds" : "XML with root <\(root.prefix(40))>"
            return .failure(ParseFault(reason, "\(what), not a feed", line: damages.first?.line, damages: damages))
        }
        let filings = CurrentFilings.merged(scan.items.filings)
        let (items, merged) = ItemIdentity.merged(scan.takeItems())
        let counts = EntryCounts(
            seen: scan.seen, items: items.count + filings.items.count, merged: merged + filings.merged,
            skipped: scan.items.skipped + filings.skipped)
        if counts.items == 0, let worst = damages.first(where: { FeedDamage.losesItems($0.kind) }) {
            return .failure(
                ParseFault(
                    .damaged, "nothing could be recovered: \(worst.kind.rawValue) \(worst.detail)", line: worst.line,
                    damages: damages))
        }
        return .success(
            ParsedDocument(
                kind: .feed, feed: scan.head.feed, items: filings.items.isEmpty ? items : filings.items + items,
                damages: damages, encoding: text.encoding, counts: counts, hints: scan.head.hints.finish()))
    }

    private func json(_ text: DecodedText, _ input: ParseInput) -> Result<ParsedDocument, ParseFault> {
        var reader = JSONReader(text.utf8, maximumDepth: input.limits.depth)
        let value = reader.read()
        var damages = text.damages
        if let damage = reader.damage ?? reader.flaw {
            let line = text.utf8.prefix(damage.offset).count { $0 == 0x0A } + 1
            damages.append(MarkupDamage(.notWellFormed, line: line, offset: damage.offset, detail: damage.reason))
        }
        if let value, let list = Submissions.document(value, text, damages, input) { return .success(list) }
        guard let value, let feed = JSONFeed.read(value, input) else {
            let message = damages.last.map { "JSON that cannot be read: \($0.detail)" } ?? "JSON, but not a JSON Feed"
            return .failure(ParseFault(.notRecognised, message, line: damages.last?.line, damages: damages))
        }
        if feed.hasNoList {
            damages.append(MarkupDamage(.notWellFormed, detail: "a JSON Feed without the list `items`"))
        }
        if feed.tooMany { damages.append(MarkupDamage(.tooManyItems, detail: "more than \(input.limits.items)")) }
        let (items, merged) = ItemIdentity.merged(feed.items)
        if items.isEmpty, reader.damage != nil || feed.hasNoList,
            let damage = damages.last(where: { $0.kind == .notWellFormed })
        {
            return .failure(
                ParseFault(
                    .damaged, "nothing could be recovered: \(damage.detail)", line: damage.line, damages: damages))
        }
        return .success(
            ParsedDocument(
                kind: .feed, feed: feed.feed, items: items, damages: damages, encoding: text.encoding,
                counts: EntryCounts(seen: feed.seen, items: items.count, merged: merged, skipped: feed.skipped),
                hints: feed.hints))
    }

    // MARK: - Filings

    private func filing(
        _ text: DecodedText, _ shape: DocumentShape, _ input: ParseInput
    ) -> Result<ParsedDocument, ParseFault> {
        switch shape {
        case .json: return json(text, input)
        case .xml(let root) where DocumentShape.feedRoots.contains(root): return feed(text, shape, input, nil)
        default: break
        }
        if FilingIndexPage.isLikely(text.utf8) { return FilingIndexPage.read(text, input) }
        if CompanyFilingList.isLikely(text.utf8) { return CompanyFilingList.read(text, input) }
        if DailyIndex.isLikely(text.utf8) { return DailyIndex.document(text, input) }
        return FilingDocument.read(text, input)
    }
}

/// Which damages of a feed can have cost items.
enum FeedDamage {
    static func losesItems(_ kind: MarkupDamage.Kind) -> Bool {
        switch kind {
        case .truncated, .notWellFormed, .unclosedSection, .documentTooLong, .tooDeep, .malformedTag, .tagTooLarge,
            .tooManyNames:
            true
        default: false
        }
    }
}

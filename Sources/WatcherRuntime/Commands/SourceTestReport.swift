internal import CurlTransfer
internal import SourceFetching
internal import SourceParsing
internal import TriggerModel

/// What `whynow sources test` says about one answer, line by line. Pure.
struct SourceTestReport {
    private(set) var lines: [String] = []
    /// How the command ends.
    var code = ExitCode.ok

    private static let shownItems = 5
    private static let shownDamages = 5

    mutating func add(_ label: String, _ texts: String...) { add(label, texts) }

    mutating func add(_ label: String, _ texts: [String]) { lines += TextTable.labelled(label, texts) }

    // MARK: Fetched

    mutating func add(_ request: FetchRequest, contact: String?) {
        var how = request.method.rawValue
        if request.credential != nil { how += ", with its credential" }
        if request.honoursRobots { how += ", robots.txt asked first" }
        add("Asked", "\(request.url) (\(how))")
        if contact == nil {
            add("", "without a contact address: set contact: in whynow.yaml, so that a site can reach you")
        }
    }

    mutating func add(_ document: Document) {
        add(
            "Answered",
            ["\(document.status), \(document.contentType ?? "no content type"), \(TextTable.size(document.body.count))"]
                + document.redirects.map {
                    "\($0.status) \($0.isPermanent ? "for good" : "for now") from \($0.from.redacted) to \($0.to.redacted)"
                })
        var promises: [String] = []
        if document.validators.etag != nil { promises.append("ETag") }
        if document.validators.lastModified != nil { promises.append("Last-Modified") }
        let age = document.cacheMaxAge.map { ", fresh for \(TextTable.duration($0))" } ?? ""
        add(
            "Unchanged?",
            promises.isEmpty
                ? "only its bytes tell: no ETag, no Last-Modified\(age)"
                : "the server can say so: \(promises.joined(separator: ", "))\(age)")
    }

    mutating func add(_ fault: FetchFault) {
        let status = fault.status.map { "\($0), " } ?? ""
        add("Answered", "\(status)\(fault.kind.rawValue): \(fault.detail)")
        if let seconds = fault.retryAfter { add("", "it wants to be left alone for \(TextTable.duration(seconds))") }
        code = fault.exitCode
    }

    // MARK: Parsed

    mutating func add(_ parsed: ParsedDocument) {
        add("Encoding", parsed.encodingWords)
        let feed = parsed.feed
        let about = [
            feed.title.map { TextTable.oneLine($0) }, feed.url, feed.language.map { "language \($0)" },
            feed.updated.map { "updated \(TextTable.minute($0)) UTC" },
        ].compactMap(\.self)
        if !about.isEmpty { add("About", about.joined(separator: ", ")) }
        let counts = parsed.counts
        var parts = [
            counts.seen == 1 ? "1 entry" : "\(counts.seen) entries", CycleSummary.counted(counts.items, "item"),
        ]
        if counts.merged > 0 { parts.append("\(counts.merged) joined with others") }
        if counts.skipped > 0 { parts.append("\(counts.skipped) left out: nothing in them to read, or not kept") }
        add("Parsed", parts.joined(separator: ", "))
        let undated = parsed.items.count { $0.published == nil && $0.updated == nil }
        let unlinked = parsed.items.count { $0.url == nil }
        if undated > 0 { add("", "\(undated) without a date: they count from when they are first seen") }
        if unlinked > 0 { add("", "\(unlinked) without a link") }
        add(hints: parsed.hints)
        let damages = parsed.damageLines
        if !damages.isEmpty {
            add("Damage", Array(damages.prefix(Self.shownDamages)))
            if damages.count > Self.shownDamages { add("", "and \(damages.count - Self.shownDamages) more kinds") }
        }
        add(items: parsed.items)
    }

    mutating func add(items: [Item]) {
        for (index, item) in items.prefix(Self.shownItems).enumerated() {
            let lines = Self.lines(of: item)
            add(index == 0 ? "Items" : "", lines.enumerated().map { $0 == 0 ? "\(index + 1)  \($1)" : "   \($1)" })
        }
        if items.count > Self.shownItems { add("", "and \(items.count - Self.shownItems) more") }
    }

    private mutating func add(hints: PollHints) {
        var texts: [String] = []
        if let ttl = hints.ttlSeconds { texts.append("asks to be polled every \(TextTable.duration(ttl))") }
        if !hints.skipHours.isEmpty {
            texts.append("skips the hours \(hints.skipHours.map { "\($0)" }.joined(separator: ", ")) UTC")
        }
        if !hints.skipDays.isEmpty {
            texts.append("skips \(CycleSummary.counted(hints.skipDays.count, "day")) of the week")
        }
        if let next = hints.next { texts.append("older entries at \(next)") }
        if let newest = hints.newest { texts.append("newest entry of \(TextTable.minute(newest)) UTC") }
        if !texts.isEmpty { add("Hints", texts) }
    }

    /// Date and title, then the link, of one item.
    static func lines(of item: Item) -> [String] {
        let date = (item.published ?? item.updated).map { TextTable.minute($0) } ?? "no date         "
        var lines = ["\(date)  \(item.title.map { TextTable.oneLine($0) } ?? "(no title)")"]
        if let filing = item.filing {
            let parties = filing.parties.prefix(2).map { TextTable.oneLine($0.name) }.joined(separator: ", ")
            lines.append("form \(filing.form)\(parties.isEmpty ? "" : ", \(parties)")")
        }
        if let url = item.url { lines.append(TextTable.oneLine(url, limit: 300)) }
        return lines
    }
}

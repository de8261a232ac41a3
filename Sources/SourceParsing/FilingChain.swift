package import TriggerModel

/// From an entry of a filing list to the words of the filing: index page, main document, press release. Pure: whoever
/// drives it fetches the documents and keeps item and step in between.
package enum FilingChain {
    /// What the item waits for; nil where nothing more is worth a request, or where its index page cannot be named.
    package static func first(for item: Item) -> FilingStep? {
        guard let filing = item.filing, filing.sections.isEmpty else { return nil }
        let plan = FilingPlan.of(form: filing.form)
        guard plan != .none, let page = indexPage(of: item) else { return nil }
        if plan == .offering {
            return FilingAddress.sibling("primary_doc.xml", of: page).map { .document($0, then: nil) }
        }
        return FilingStep(kind: FilingStep.index, url: page)
    }

    /// The item with what the document adds, and what it waits for now.
    ///
    /// A fault says that the document is not the awaited one, such as a notice of the server's: ask again. A document
    /// that is the awaited one and says nothing (a scanned page) adds nothing and is no fault.
    /// - Parameter url: where the document came from in the end, after redirects.
    package static func advance(
        _ item: Item, _ step: FilingStep, document: [UInt8], contentType: String?, url: String?
    ) -> Result<(item: Item, next: FilingStep?), ParseFault> {
        read(item, step, document, contentType).map { read in
            var read = read
            read.item.makeSafe()
            return read
        }
    }

    private static func read(
        _ item: Item, _ step: FilingStep, _ document: [UInt8], _ contentType: String?
    ) -> Result<(item: Item, next: FilingStep?), ParseFault> {
        if let notice = FilingNotice.of(document) { return .failure(notice.fault) }
        if document.isEmpty { return .failure(ParseFault(.empty, "the document is empty")) }
        switch step.word {
        case Substring(FilingStep.index):
            return FilingIndexPage.read(document, contentType: contentType, url: step.url)
                .flatMap { page in joined(item, page, at: step.url) }
        case Substring(FilingStep.document):
            return FilingDocument.enrich(item, with: document, contentType: contentType).map { ($0, step.following) }
        case Substring(FilingStep.exhibit):
            return FilingExhibit.enrich(
                item, with: document, type: step.exhibitType ?? "EX-99", contentType: contentType
            ).map { ($0, nil) }
        default:
            return .failure(ParseFault(.otherKind, "no step of a filing's is named \(step.kind.prefix(40))"))
        }
    }

    /// The page that the item links to; where that is another page of EDGAR's own, the one that its numbers name.
    private static func indexPage(of item: Item) -> String? {
        if let url = item.url, FilingAddress.isIndexPage(url) || FilingAddress.isElsewhere(url) { return url }
        guard let filing = item.filing, let accession = filing.accession else { return nil }
        return filing.parties.lazy.compactMap(\.cik).compactMap {
            FilingAddress.indexPage(cik: $0, accession: accession)
        }.first
    }

    private static func joined(
        _ item: Item, _ page: FilingIndexPage, at url: String
    ) -> Result<(item: Item, next: FilingStep?), ParseFault> {
        guard var filing = item.filing else {
            return .failure(ParseFault(.otherKind, "the item is no filing"))
        }
        let cover = page.filing
        if let accession = filing.accession, let other = cover.accession, other != accession {
            return .failure(ParseFault(.otherKind, "the index page of \(other), not of \(accession)"))
        }
        filing.accession = filing.accession ?? cover.accession
        if !cover.items.isEmpty { filing.items = cover.items }
        filing.period = cover.period ?? filing.period
        filing.filed = cover.filed ?? filing.filed
        filing.accepted = filing.accepted ?? cover.accepted
        filing.parties = parties(filing.parties, with: cover.parties)
        var item = item
        item.filing = filing
        item.published = filing.accepted ?? item.published
        return .success((item, next(after: page, of: filing, at: url)))
    }

    private static func next(after page: FilingIndexPage, of filing: Filing, at url: String) -> FilingStep? {
        let plan = FilingPlan.of(form: filing.form)
        guard plan == .document || (plan == .release && FilingPlan.isWorthReading(filing.items)) else { return nil }
        func address(_ document: FilingIndexPage.Document?) -> String? {
            guard let document, (document.size ?? 0) <= FilingPlan.largestDocument, let target = document.url,
                FilingAddress.isSameOrigin(target, url)
            else { return nil }
            return target
        }
        let exhibit = plan == .release ? page.pressRelease : nil
        let exhibitURL = address(exhibit)
        let type = exhibit?.type ?? "EX-99"
        guard let main = address(page.mainDocument) else { return exhibitURL.map { .exhibit($0, type: type) } }
        guard let exhibitURL, let name = FilingAddress.name(of: exhibitURL),
            FilingAddress.sibling(name, of: main) == exhibitURL
        else { return .document(main, then: nil) }
        return .document(main, then: (type, name))
    }

    /// The cover knows roles, industry and state; what it does not name stays. Order: the item's, then the cover's.
    private static func parties(_ known: [FilingParty], with cover: [FilingParty]) -> [FilingParty] {
        guard !cover.isEmpty else { return known }
        var rest = cover
        var joined: [FilingParty] = []
        for party in known {
            if let place = rest.firstIndex(where: { $0.cik == party.cik && $0.role == party.role }) {
                joined.append(rest.remove(at: place))
            } else if !cover.contains(where: { $0.cik == party.cik }) {
                joined.append(party)
            }
        }
        return joined + rest
    }
}

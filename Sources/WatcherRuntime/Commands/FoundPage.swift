internal import SourceFetching
internal import SourceParsing
internal import TriggerModel

/// An HTML page and what of it could be watched.
struct FoundPage {
    var title: String?
    /// Best first: what looks like a feed of comments comes last.
    var feeds: [FeedLink]
    /// Best first.
    var rows: [RowProposal]
    var fitness: PageFitness

    init(_ document: Document, _ parsed: ParsedDocument?) {
        title = parsed?.items.first?.title ?? parsed?.feed.title
        let links = FeedDiscovery.links(in: document.body, contentType: document.contentType, url: document.url)
        let isAside = { (link: FeedLink) in
            link.url.lowercased().contains("comment") || link.title?.lowercased().contains("comment") == true
        }
        feeds = links.filter { !isAside($0) } + links.filter(isAside)
        rows = RowProposal.proposals(bytes: document.body, contentType: document.contentType, url: document.url)
        fitness = PageFitness.judge(
            bytes: document.body, contentType: document.contentType, status: document.status, shape: SourceShape(),
            rows: nil)
    }
}

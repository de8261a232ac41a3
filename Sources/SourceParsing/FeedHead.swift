import MarkupReading
import TriggerModel

/// What a feed says about itself and for all its entries.
struct FeedHead: ~Copyable {
    private(set) var feed = FeedDescription()
    private(set) var hints = PollHintDraft()
    /// Local name of the root, and whether it is a feed's.
    private(set) var rootName: String?
    private(set) var isFeed = false
    private(set) var isAtom = false
    /// The Channel Definition Format (W3C note NOTE-CDFsubmit), which has addresses in attributes, mostly in capitals.
    private(set) var isCDF = false
    /// Authors of every entry that names none (RFC 4287 section 4.2.1).
    private(set) var authors: [String] = []
    /// EDGAR's company whose feed it is.
    private(set) var companyName: String?
    private(set) var companyNumber: String?

    private var oldFormat: String?
    private var hasTitle = false
    private var hasDescription = false
    private var linkRank = 0

    /// Only the namespace tells the oldest formats from their successors.
    mutating func readNamespace(of name: borrowing XMLNewName) {
        guard name.hasNamespace, !name.isInNamespace("http://www.w3.org/2005/Atom"),
            let namespace = name.namespace?.lowercased()
        else { return }
        if namespace.contains("purl.org/atom/ns") { oldFormat = "Atom 0.3" }
        if namespace.contains("rdf/simple/0.9") { oldFormat = "RSS 0.90" }
    }

    /// The root element.
    mutating func begin(_ element: FeedElement, _ tag: borrowing XMLStartTag, _ scope: inout FeedScope) {
        rootName = tag.localName
        isFeed = true
        switch element {
        case .rss: feed.format = "RSS " + (tag.value("version")?.trimmedOrNil ?? "2.0")
        case .rdf: feed.format = "RSS 1.0"
        case .feed:
            isAtom = true
            feed.format = tag.value("version").map { "Atom \($0)" } ?? "Atom 1.0"
        case .channel:
            let address = tag.value("HREF") ?? tag.value("href")
            let base = tag.value("BASE")
            isCDF = address != nil || base != nil
            feed.format = isCDF ? "CDF" : "RSS"
            feed.url = address.map { WebAddress.absolute($0, against: scope.base) ?? $0 }
            if let base { scope.setBase(base, depth: 1) }
        case .item: isAtom = rootName == "entry"
        default: isFeed = false
        }
    }

    /// The language of an element around all entries.
    mutating func readLanguage(_ language: String?) { if feed.language == nil { feed.language = language } }

    mutating func readMark(_ element: FeedElement) { hints.read(element, nil) }

    /// A link with `href`. False where the address is the element's text, which is still to come.
    mutating func readLink(_ tag: borrowing XMLStartTag, base: String?) -> Bool {
        guard let address = tag.value("href") else { return false }
        switch tag.value("rel")?.lowercased() ?? "alternate" {
        case "alternate":
            let rank = tag.value("type").map { $0.contains(bytes: "html") ? 2 : 1 } ?? 2
            if linkRank < rank {
                linkRank = rank
                feed.url = WebAddress.absolute(address, against: base) ?? address
            }
        case "self": feed.selfURL = WebAddress.absolute(address, against: base) ?? address
        case let relation:
            if let address = WebAddress.absolute(address, against: base) { hints.link(relation, address) }
        }
        return true
    }

    mutating func read(_ element: FeedElement, _ text: inout FeedText, base: String?) {
        switch element {
        case .title:
            if !hasTitle, let title = text.readable(isTitle: true) {
                feed.title = title
                hasTitle = true
            }
        case .fallbackTitle: if feed.title == nil { feed.title = text.readable(isTitle: true) }
        case .subtitle, .description:
            if !hasDescription, let description = text.readable(isTitle: false) {
                feed.description = description
                hasDescription = true
            }
        case .fallbackText, .fallbackSubtitle:
            if feed.description == nil { feed.description = text.readable(isTitle: false) }
        case .link:
            if linkRank < 3, let address = text.trimmed {
                feed.url = WebAddress.absolute(address, against: base) ?? address
                linkRank = 3
            }
        case .language: if let language = text.trimmed { feed.language = language }
        case .updated:
            if let time = text.time {
                feed.updated = time
                hints.built(time)
            }
        case .ttl, .skipHour, .skipDay, .updatePeriod, .updateFrequency: hints.read(element, text.trimmed)
        case .published, .date: if feed.updated == nil { feed.updated = text.time }
        case .companyName: companyName = text.label
        case .companyNumber: companyNumber = text.trimmed
        default: break
        }
    }

    mutating func addAuthor(_ name: String) { if isAtom, authors.count < 64 { authors.append(name) } }

    mutating func finish(documentURL: String?) {
        if let oldFormat, rootName?.lowercased() != "rss" { feed.format = oldFormat }
        if let url = feed.url { feed.url = WebAddress.absolute(url, against: feed.selfURL ?? documentURL) }
    }
}

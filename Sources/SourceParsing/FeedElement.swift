import MarkupReading

/// The elements of feeds that mean something to us, whatever their prefix.
enum FeedElement: Int {
    case other
    // Frames.
    case rss, rdf, channel, feed, item
    /// Containers whose children belong to something else: image, textInput, a media file.
    case foreign
    /// Where an entry was taken from: another feed, whose authors may be the entry's.
    case source
    // Text.
    case title, subtitle, summary, description, content, encoded, body
    case fallbackTitle, fallbackText, fallbackSubtitle
    // Identity and place.
    case link, guid, id, originalLink
    // Dates.
    case published, updated, date, created
    // People and subjects.
    case author, creator, fallbackAuthor, personName, personEmail, personURI, contributor
    case category, subject, language, enclosure, mediaContent
    // When and where to look again.
    case ttl, skipHour, skipDay, updatePeriod, updateFrequency, complete, archive
    // EDGAR's per-company feed.
    case filingDetail, companyName, companyNumber

    /// True where the element's text is wanted inside an item.
    var isField: Bool {
        switch self {
        case .other, .rss, .rdf, .channel, .feed, .item, .foreign, .source, .author, .contributor, .enclosure,
            .mediaContent, .ttl, .skipHour, .skipDay, .updatePeriod, .updateFrequency, .complete, .archive:
            false
        default: true
        }
    }

    /// A text of one line, which cannot hold the elements that `canFollowUnclosed` names.
    var isOneLine: Bool {
        switch self {
        case .title, .link, .guid, .published: true
        default: false
        }
    }

    /// Where one of these begins, a text of one line before it has ended, closed or not.
    var canFollowUnclosed: Bool {
        switch self {
        case .title, .link, .guid, .published, .description, .encoded, .category, .creator, .enclosure, .item: true
        default: false
        }
    }

    static func named(_ name: borrowing XMLNewName) -> FeedElement {
        // Most names of a hostile document, and many of an ordinary one, end here.
        guard let key = name.key, let meanings = table[key] else { return .other }
        let space = FeedNamespace.of(name)
        for meaning in meanings where meaning.space == space { return meaning.element }
        return .other
    }

    private struct Meaning {
        var space: FeedNamespace
        var element: FeedElement
    }

    /// By local name, of which none is too long for a key.
    private static let table: [XMLNameKey: [Meaning]] = {
        var table: [XMLNameKey: [Meaning]] = [:]
        func add(_ space: FeedNamespace, _ elements: [(FeedElement, String)]) {
            for (element, names) in elements {
                for name in names.split(separator: " ") {
                    table[XMLNameKey(name)!, default: []].append(Meaning(space: space, element: element))
                }
            }
        }
        add(
            .core,
            [
                (.rss, "rss"), (.rdf, "rdf"), (.channel, "channel"), (.feed, "feed"), (.item, "item entry"),
                (.foreign, "image textinput cloud"), (.source, "source"), (.enclosure, "enclosure"), (.title, "title"),
                (.subtitle, "subtitle tagline"),
                (.summary, "summary"), (.fallbackText, "abstract"), (.description, "description"),
                (.content, "content"), (.body, "body fulltext"),
                (.link, "link"), (.guid, "guid"), (.id, "id"), (.published, "pubdate published issued"),
                (.updated, "updated modified lastbuilddate"), (.created, "created"), (.date, "date"),
                (.author, "author"), (.contributor, "contributor"), (.personName, "name"), (.personEmail, "email"),
                (.personURI, "uri url"), (.category, "category"), (.language, "language"),
                (.encoded, "encoded fullitem"),
                (.filingDetail, "accession-number filing-date filing-type filing-href items-desc"),
                (.companyName, "conformed-name"), (.companyNumber, "cik"), (.ttl, "ttl"), (.skipHour, "hour"),
                (.skipDay, "day"),
            ])
        add(.rdf, [(.rdf, "rdf"), (.foreign, "seq")])
        add(
            .dublinCore,
            [
                (.fallbackTitle, "title"), (.fallbackText, "description"), (.creator, "creator author"),
                (.date, "date"), (.subject, "subject"), (.language, "language"),
            ])
        add(
            .dublinTerms,
            [
                (.published, "issued available"), (.created, "created"), (.updated, "modified"), (.date, "date"),
                (.creator, "creator"), (.fallbackText, "abstract description"), (.fallbackTitle, "title"),
                (.subject, "subject"), (.language, "language"),
            ])
        add(.content, [(.encoded, "encoded")])
        add(.xhtml, [(.body, "body div")])
        add(.media, [(.fallbackTitle, "title"), (.fallbackText, "description text"), (.mediaContent, "content")])
        add(
            .itunes,
            [
                (.fallbackTitle, "title"), (.fallbackText, "summary"), (.fallbackSubtitle, "subtitle"),
                (.fallbackAuthor, "author"),
            ])
        add(.feedburner, [(.originalLink, "origlink")])
        add(.pheedo, [(.originalLink, "origlink")])
        add(.syndication, [(.updatePeriod, "updateperiod"), (.updateFrequency, "updatefrequency")])
        add(.prism, [(.date, "publicationdate")])
        add(.history, [(.complete, "complete"), (.archive, "archive")])
        return table
    }()
}

/// The namespaces people meet in feeds, by URI in its spellings, or by the usual prefix where it is not declared.
enum FeedNamespace: Int {
    /// RSS without namespace, RSS 0.90 and 1.0, Atom 0.3 and 1.0: their names agree in what they mean.
    case core
    case rdf, dublinCore, dublinTerms, content, media, itunes, feedburner, pheedo, xhtml, syndication, history, prism,
        other

    static func of(_ name: borrowing XMLNewName) -> FeedNamespace {
        guard name.hasNamespace else {
            // An undeclared prefix decides by itself.
            return name.prefix.map { byPrefix[$0.lowercased()] ?? .other } ?? .core
        }
        for (uri, space) in asMostWrite where name.isInNamespace(uri) { return space }
        let key = key(name.namespace ?? "")
        if let known = byURI[key] { return known }
        // Every version of it has a namespace of its own.
        if key.hasPrefix("prismstandard.org/namespaces/") { return .prism }
        // A default namespace that nobody knows: RSS is written with many.
        return name.prefix.map { byPrefix[$0.lowercased()] == .core ? .core : .other } ?? .core
    }

    /// The usual spellings, which need no folding.
    private static let asMostWrite: [(StaticString, FeedNamespace)] = [
        ("http://www.w3.org/2005/Atom", .core),
        ("http://purl.org/dc/elements/1.1/", .dublinCore),
        ("http://purl.org/rss/1.0/modules/content/", .content),
        ("http://search.yahoo.com/mrss/", .media),
        ("http://www.itunes.com/dtds/podcast-1.0.dtd", .itunes),
        ("http://purl.org/rss/1.0/", .core),
        ("http://www.w3.org/1999/02/22-rdf-syntax-ns#", .rdf),
        ("http://www.w3.org/1999/xhtml", .xhtml),
    ]

    /// Scheme, `www.`, case and a closing `/` or `#` do not tell namespaces of feeds apart.
    private static func key(_ uri: String) -> String {
        var key = uri.lowercased()[...]
        for scheme in ["http://", "https://"] where key.hasPrefix(scheme) { key = key.dropFirst(scheme.count) }
        if key.hasPrefix("www.") { key = key.dropFirst(4) }
        while let last = key.last, last == "/" || last == "#" || last == " " { key = key.dropLast() }
        return String(key)
    }

    private static let byURI: [String: FeedNamespace] = [
        "": .core,
        "w3.org/2005/atom": .core,
        "purl.org/atom/ns": .core,
        "purl.org/atom": .core,
        "purl.org/rss/1.0": .core,
        "my.netscape.com/rdf/simple/0.9": .core,
        "channel.netscape.com/rdf/simple/0.9": .core,
        "my.netscape.com/publish/formats/rss-0.91.dtd": .core,
        "backend.userland.com/rss": .core,
        "backend.userland.com/rss2": .core,
        "blogs.law.harvard.edu/tech/rss": .core,
        "cyber.law.harvard.edu/rss/rss.html": .core,
        "w3.org/1999/02/22-rdf-syntax-ns": .rdf,
        "purl.org/dc/elements/1.1": .dublinCore,
        "purl.org/dc/elements/1.0": .dublinCore,
        "purl.org/dc/terms": .dublinTerms,
        "purl.org/rss/1.0/modules/content": .content,
        "search.yahoo.com/mrss": .media,
        "video.search.yahoo.com/mrss": .media,
        "itunes.com/dtds/podcast-1.0.dtd": .itunes,
        "example.com/dtds/podcast-1.0.dtd": .itunes,
        "rssnamespace.org/feedburner/ext/1.0": .feedburner,
        "pheedo.com/namespace/pheedo": .pheedo,
        "w3.org/1999/xhtml": .xhtml,
        "purl.org/rss/1.0/modules/syndication": .syndication,
        "purl.org/syndication/history/1.0": .history,
    ]

    private static let byPrefix: [String: FeedNamespace] = [
        "rss": .core, "atom": .core, "atom10": .core, "a10": .core, "a": .core, "rdf": .rdf, "dc": .dublinCore,
        "dcterms": .dublinTerms, "dct": .dublinTerms, "content": .content, "media": .media, "itunes": .itunes,
        "feedburner": .feedburner, "pheedo": .pheedo, "xhtml": .xhtml, "sy": .syndication, "syn": .syndication,
        "fh": .history, "prism": .prism,
    ]
}

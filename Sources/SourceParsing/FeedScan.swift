import MarkupReading
import TriggerModel

/// Reads RSS 0.9x, 1.0 (RDF) and 2.0 and Atom 0.3 and 1.0 from the events of one document.
///
/// One reader for all, because feeds mix them: Atom links in RSS, Dublin Core in both. What an element means follows
/// from its name and from the element around it; elements that belong to something else (an image's title) are passed.
struct FeedScan: ~Copyable, XMLEventHandler {
    private(set) var feed = FeedDescription()
    private(set) var items: [Item] = []
    private(set) var drafts: [FilingEntry] = []
    private(set) var seen = 0
    private(set) var skipped = 0
    private(set) var damages: [MarkupDamage] = []
    private(set) var hints = PollHintDraft()
    /// Local name of the root, and whether it is a feed's.
    private(set) var rootName: String?
    private(set) var isFeed = false
    private(set) var isFinished = false

    private let source: String
    private let limits: MarkupLimits
    private let documentURL: String?
    private let plain = PlainTextReader()

    /// Elements open now, outermost first.
    private var path = FeedPath()
    /// Index in `path` of the item that is being read.
    private var itemDepth: Int?
    private var draft = ItemDraft()
    /// What every item is copied from.
    private let blank: Item
    /// Depth below which everything belongs to something else.
    private var foreignDepth: Int?

    // The field that is being read: its element's depth, its text, how the text is to be understood.
    private var field = FeedElement.other
    private var fieldDepth = 0
    private var fieldForm = TextForm.markup
    private var buffer = ByteBuffer(capacity: 8192)
    /// Child elements were met, which are written into `buffer` as HTML.
    private var hasMarkup = false
    private var fieldIsTooLong = false
    /// An element of EDGAR's inside the content, and where its text begins in `buffer`.
    private var detail: (name: String, start: Int)?

    private enum TextForm {
        /// RSS does not say what it is: tags count as markup.
        case markup
        /// Atom says text, or HTML, or child elements.
        case text, html, xhtml
        case base64
        /// A picture or the like: nothing to read.
        case none
    }

    private struct Person {
        var name: String?
        var email: String?
        var uri: String?
    }
    private var person = Person()
    private var feedAuthors: [String] = []
    private var isAtom = false
    private var isCDF = false
    /// The last link had no text, which may follow it.
    private var linkIsEmpty = false
    private var oldFormat: String?
    private var hasFeedTitle = false
    private var hasFeedDescription = false
    /// Items whose identity is their link, by place in `items`: it becomes absolute with the link.
    private var namedByLink: Set<Int> = []
    private var categoryTerm: String?
    /// Depth of the innermost element with a language or base of its own.
    private var scopeDepth = 0
    private var languages: [(depth: Int, value: String)] = []
    private var bases: [(depth: Int, value: String)] = []
    private var guidIsPermalink: Bool?
    private var feedLinkRank = 0
    private var companyName: String?
    private var companyNumber: String?
    /// Items that still need the feed's author or language, by place in `items`.
    private var withoutAuthor: [Int] = []
    /// Texts that had been encoded twice.
    private var undone = 0

    init(source: String, documentURL: String?, limits: MarkupLimits) {
        self.source = source
        blank = Item(source: source, id: "")
        self.documentURL = documentURL
        self.limits = limits
    }

    // MARK: - Events

    mutating func number(for name: borrowing XMLNewName) -> Int {
        let element = FeedElement.named(name)
        // Only the namespace tells the oldest formats from their successors.
        if element == .feed || element == .channel, name.hasNamespace,
            !name.isInNamespace("http://www.w3.org/2005/Atom"), let namespace = name.namespace?.lowercased()
        {
            if namespace.contains("purl.org/atom/ns") { oldFormat = "Atom 0.3" }
            if namespace.contains("rdf/simple/0.9") { oldFormat = "RSS 0.90" }
        }
        return element.rawValue
    }

    mutating func start(_ number: Int, _ tag: borrowing XMLStartTag) {
        let element = FeedElement(rawValue: number) ?? .other
        path.append(element)
        if field != .other, fieldDepth >= 2, fieldForm == .markup, !hasMarkup, FeedScan.isOneLine(field),
            FeedScan.isNextField(element)
        {
            // `<title>Never closed<link>…`: the field ends where the next one of the item begins.
            finishField()
            path[fieldDepth - 1] = path[fieldDepth - 2]
        }
        if field != .other {
            if field == .author, element == .personName || element == .personEmail || element == .personURI {
                // A person in elements, as in Atom, after all: what was text so far is the space between them.
                field = .other
            } else {
                addMarkup(tag.localName, isEnd: false)
                if element == .filingDetail { detail = (tag.localName.lowercased(), buffer.count) }
                return
            }
        }
        if path.count == 1 { beginDocument(element, tag) }
        if foreignDepth != nil { return }
        if element == .other, tag.isUnclosed, path.count >= 2 {
            // `<item><br><title>`: the item's title all the same.
            path[path.count - 1] = path[path.count - 2]
            return
        }
        if tag.count > 0 { readScope(tag) }
        if element == .foreign {
            foreignDepth = path.count
            return
        }
        if itemDepth != nil { startInItem(element, tag) } else { startInFeed(element, tag) }
    }

    mutating func end() {
        let depth = path.count
        guard depth > 0 else { return }
        defer { path.removeLast() }
        if field != .other {
            if depth > fieldDepth {
                if path[depth - 1] == .filingDetail { finishDetail() }
                addMarkup(nil, isEnd: true)
                return
            }
            finishField()
        }
        if foreignDepth != nil {
            if depth == foreignDepth { foreignDepth = nil }
        } else {
            switch path[depth - 1] {
            case .author: finishPerson()
            case .item where itemDepth == depth: finishItem()
            default: break
            }
        }
        if depth <= scopeDepth { leaveScope(depth) }
    }

    mutating func text(_ piece: Swift.Span<UInt8>) {
        guard field != .other else {
            if linkIsEmpty { readLinkText(piece) }
            return
        }
        piece.withUnsafeBufferPointer { piece in
            var piece = piece
            if buffer.count &+ piece.count > limits.fieldBytes {
                fieldIsTooLong = true
                piece = FeedScan.beginning(of: piece, max(0, limits.fieldBytes - buffer.count))
            }
            if hasMarkup { addEscaped(piece) } else { buffer.append(piece) }
        }
    }

    /// Feeds that went through a writer of HTML have `<link/>` and the address behind it.
    private mutating func readLinkText(_ piece: Swift.Span<UInt8>) {
        linkIsEmpty = false
        guard itemDepth == path.count, draft.link == nil else { return }
        piece.withUnsafeBufferPointer { piece in
            guard let text = piece.trimmedText, WebAddress.isWeb(text) else { return }
            draft.link = WebAddress.absolute(text, against: currentBase)
        }
    }

    /// At most so many bytes, cut between two characters.
    private static func beginning(of text: UnsafeBufferPointer<UInt8>, _ limit: Int) -> UnsafeBufferPointer<UInt8> {
        var end = min(limit, text.count)
        while end > 0, end < text.count, text[end] & 0xC0 == 0x80 { end -= 1 }
        return UnsafeBufferPointer(rebasing: text[..<end])
    }

    private static func isOneLine(_ element: FeedElement) -> Bool {
        switch element {
        case .title, .link, .guid, .published: true
        default: false
        }
    }

    private static func isNextField(_ element: FeedElement) -> Bool {
        switch element {
        case .title, .link, .guid, .published, .description, .encoded, .category, .creator, .enclosure, .item: true
        default: false
        }
    }

    mutating func cutOff() {
        switch field {
        case .link, .guid, .id, .originalLink, .published, .updated, .date, .created:
            // Half an address leads elsewhere, and half a day is another day.
            field = .other
            openMarkup.removeAll(keepingCapacity: true)
        default: break
        }
    }

    // MARK: - The document

    private mutating func beginDocument(_ element: FeedElement, _ tag: borrowing XMLStartTag) {
        rootName = tag.localName
        isFeed = true
        switch element {
        case .rss: feed.format = "RSS " + (tag.value("version")?.trimmedOrNil ?? "2.0")
        case .rdf: feed.format = "RSS 1.0"
        case .feed:
            isAtom = true
            feed.format = tag.value("version").map { "Atom \($0)" } ?? "Atom 1.0"
        case .channel:
            // The Channel Definition Format (W3C note NOTE-CDFsubmit) has addresses in attributes, mostly in capitals.
            let address = tag.value("HREF") ?? tag.value("href")
            isCDF = address != nil || tag.value("BASE") != nil
            feed.format = isCDF ? "CDF" : "RSS"
            feed.url = address.map { WebAddress.absolute($0, against: documentURL) ?? $0 }
            if let base = tag.value("BASE") {
                bases.append((1, WebAddress.absolute(base, against: documentURL) ?? base))
            }
        case .item: isAtom = rootName == "entry"
        default: isFeed = false
        }
    }

    private mutating func leaveScope(_ depth: Int) {
        if let last = languages.last, last.depth == depth { languages.removeLast() }
        if let last = bases.last, last.depth == depth { bases.removeLast() }
        scopeDepth = max(languages.last?.depth ?? 0, bases.last?.depth ?? 0)
    }

    /// `xml:lang` and `xml:base` hold for the element and all in it.
    private mutating func readScope(_ tag: borrowing XMLStartTag) {
        if let language = tag.value(prefix: "xml", "lang")?.trimmedOrNil {
            languages.append((path.count, language))
            scopeDepth = path.count
            if itemDepth == nil, path.count <= 2, feed.language == nil { feed.language = language }
        }
        if let base = tag.value(prefix: "xml", "base") {
            scopeDepth = path.count
            bases.append((path.count, WebAddress.absolute(base, against: currentBase) ?? base))
        }
    }

    private var currentBase: String? { bases.last?.value ?? documentURL }

    // MARK: - Outside items

    private mutating func startInFeed(_ element: FeedElement, _ tag: borrowing XMLStartTag) {
        let parent = path.count >= 2 ? path[path.count - 2] : .other
        switch element {
        case .item:
            beginItem(tag)
        case .link:
            if parent == .channel || parent == .feed { readFeedLink(tag) }
        case .title, .subtitle, .description, .language, .updated, .published, .date, .fallbackText,
            .fallbackSubtitle, .fallbackTitle:
            if parent == .channel || parent == .feed { begin(element, tag) }
        case .author:
            person = Person()
            if parent == .channel { begin(element, tag) }
        case .personName, .personEmail, .personURI:
            if parent == .author { begin(element, tag) }
        case .companyName, .companyNumber, .ttl, .skipHour, .skipDay, .updatePeriod, .updateFrequency:
            begin(element, tag)
        case .complete, .archive:
            hints.read(element, nil)
        default: break
        }
    }

    private mutating func readFeedLink(_ tag: borrowing XMLStartTag) {
        guard let address = tag.value("href") else {
            begin(.link, tag)
            return
        }
        switch tag.value("rel")?.lowercased() ?? "alternate" {
        case "alternate":
            let rank = tag.value("type").map { $0.contains(bytes: "html") ? 2 : 1 } ?? 2
            if feedLinkRank < rank {
                feedLinkRank = rank
                feed.url = WebAddress.absolute(address, against: currentBase) ?? address
            }
        case "self": feed.selfURL = WebAddress.absolute(address, against: currentBase) ?? address
        case let relation:
            if let address = WebAddress.absolute(address, against: currentBase) { hints.link(relation, address) }
        }
    }

    // MARK: - Items

    private mutating func beginItem(_ tag: borrowing XMLStartTag) {
        if seen >= limits.items {
            damages.append(MarkupDamage(.tooManyItems, detail: "more than \(limits.items); the rest is not read"))
            isFinished = true
            return
        }
        seen += 1
        itemDepth = path.count
        draft = ItemDraft()
        if items.isEmpty { items.reserveCapacity(64) }
        if let before = items.indices.last {
            draft.authorsBefore = items[before].authors
            draft.categoriesBefore = items[before].categories
        }
        draft.base = currentBase
        draft.language = languages.last.flatMap { $0.depth == path.count ? $0.value : nil }
        if tag.count > 0, let about = tag.value(prefix: "rdf", "about")?.trimmedOrNil { draft.about = about }
        if isCDF {
            draft.link = (tag.value("HREF") ?? tag.value("href")).map {
                WebAddress.absolute($0, against: currentBase) ?? $0
            }
            draft.updated = (tag.value("LASTMOD") ?? tag.value("lastmod")).flatMap(DateReading.timestamp)
        }
    }

    private mutating func startInItem(_ element: FeedElement, _ tag: borrowing XMLStartTag) {
        let depth = path.count
        let parent = path[depth - 2]
        switch element {
        case .item:
            // An item inside an item: the first one was never closed.
            finishItem()
            beginItem(tag)
            return
        case .link:
            guard parent == .item else { return }
            if let address = tag.value("href") {
                readLink(address, tag)
            } else {
                begin(.link, tag)
            }
        case .guid:
            guard parent == .item else { return }
            if tag.count == 0 {
                guidIsPermalink = nil
            } else if tag.says("isPermaLink", "false") {
                guidIsPermalink = false
            } else {
                guidIsPermalink = (tag.value("isPermaLink") ?? tag.value("ispermalink")).map {
                    $0.trimmedOrNil?.startsIgnoringCase("true") ?? true
                }
            }
            begin(element, tag)
        case .category:
            guard parent == .item else { return }
            readCategory(tag)
        case .enclosure:
            guard parent != .source else { return }
            draft.hasEnclosure = true
            if draft.enclosure == nil { draft.enclosure = address(of: tag) }
        case .mediaContent:
            draft.hasEnclosure = true
            if draft.media == nil { draft.media = address(of: tag) }
        case .author:
            guard parent == .item || parent == .source else { return }
            person = Person()
            begin(element, tag)
        case .source:
            break
        case .personName, .personEmail, .personURI:
            if parent == .author { begin(element, tag) }
        case .fallbackTitle, .fallbackText, .fallbackSubtitle:
            if parent != .source { begin(element, tag) }
        case .content:
            guard parent == .item else { return }
            if let address = tag.value("src") {
                // Content elsewhere has no text here; it is where to read the entry if no link is better.
                if draft.linkRank == 0, draft.link == nil {
                    draft.link = WebAddress.absolute(address, against: currentBase)
                }
            } else {
                begin(element, tag)
            }
        default:
            if parent == .item, element.isField { begin(element, tag) }
        }
        if depth == itemDepth.map({ $0 + 1 }), tag.count > 0, draft.language == nil,
            element == .title || element == .content
        {
            draft.language = languages.last.flatMap { $0.depth == depth ? $0.value : nil }
        }
    }

    /// Of an enclosure: `url` of RSS, `rdf:resource` of its modules. As written where no base is known yet.
    private mutating func address(of tag: borrowing XMLStartTag) -> String? {
        guard let address = (tag.value("url") ?? tag.value(anyPrefix: "resource"))?.trimmedOrNil else { return nil }
        return WebAddress.absolute(address, against: currentBase) ?? address
    }

    private mutating func readLink(_ address: String, _ tag: borrowing XMLStartTag) {
        var rank: Int
        if tag.count == 1 {
            // Nothing but the address, as most entries have it.
            rank = 6
        } else {
            let isHTML = tag.value("type").map { $0.contains(bytes: "html") }
            switch tag.value("rel")?.lowercased() ?? "" {
            case "alternate", "http://www.iana.org/assignments/relation/alternate": rank = isHTML ?? true ? 7 : 5
            // Without `rel` it is an alternate too (RFC 4287 section 4.2.7.2), but one that says so is surer.
            case "": rank = isHTML.map { $0 ? 7 : 4 } ?? 6
            case "related", "via", "canonical": rank = 1
            case "enclosure":
                draft.hasEnclosure = true
                if draft.enclosure == nil {
                    draft.enclosure = WebAddress.absolute(address, against: currentBase) ?? address
                }
                rank = 0
            default: rank = 0
            }
        }
        // The link of RSS itself comes first where a feed of RSS has Atom's too.
        if !isAtom { rank = min(rank, 3) }
        guard rank > draft.linkRank else { return }
        draft.linkRank = rank
        draft.link = WebAddress.absolute(address, against: currentBase) ?? address
    }

    private mutating func readCategory(_ tag: borrowing XMLStartTag) {
        categoryTerm = nil
        if let term = tag.value("term") {
            // The label may name the scheme as well as the term: EDGAR labels every form "form type".
            categoryTerm = term.trimmedOrNil ?? tag.value("label")?.trimmedOrNil
        }
        begin(.category, tag)
    }

    private mutating func finishItem() {
        guard itemDepth != nil else { return }
        itemDepth = nil
        if draft.isEmpty {
            skipped += 1
            return
        }
        if isAtom, draft.linkRank == 0, draft.link == nil, let id = draft.guid, WebAddress.isWeb(id) {
            draft.guidIsLink = true
        }
        if draft.language == nil { draft.language = languages.last?.value }
        if draft.guid == nil, draft.about == nil { namedByLink.insert(items.count) }
        if draft.guid?.hasPrefix(FilingEntry.idPrefix) ?? false {
            let details = draft.filingDetails
            let item = draft.finish(source: source)
            if let entry = FilingEntry(item, details: details, company: companyName, number: companyNumber) {
                drafts.append(entry)
                return
            }
            items.append(item)
        } else {
            items.append(blank)
            draft.move(into: &items[items.count - 1])
        }
        if items[items.count - 1].authors.isEmpty { withoutAuthor.append(items.count - 1) }
    }

    // MARK: - Fields

    private mutating func begin(_ element: FeedElement, _ tag: borrowing XMLStartTag) {
        field = element
        fieldDepth = path.count
        buffer.removeAll()
        hasMarkup = false
        fieldForm = isAtom || tag.count > 0 ? FeedScan.form(of: element, tag, isAtom: isAtom) : .markup
        if fieldForm == .xhtml { hasMarkup = true }
    }

    /// Atom 1.0 (RFC 4287 section 3.1, 4.1.3) and 0.3 say how a text is to be read; RSS does not.
    private static func form(
        of element: FeedElement, _ tag: borrowing XMLStartTag, isAtom: Bool
    ) -> TextForm {
        switch element {
        case .title, .subtitle, .summary, .content, .fallbackTitle, .fallbackText, .fallbackSubtitle: break
        default: return .markup
        }
        if tag.count == 0 { return isAtom ? .text : .markup }
        // What nearly every feed says, before any text is made of it.
        if tag.count == 1 {
            if tag.says("type", "html") { return .html }
            if tag.says("type", "text") { return isAtom ? .text : .markup }
        }
        let type = tag.value("type")?.lowercased()
        switch tag.value("mode")?.lowercased() {
        case "base64": return type.map { $0.hasPrefix("text/") || $0.contains("html") } ?? true ? .base64 : .none
        case "escaped": return type == "text/plain" || type == nil ? .text : .html
        case "xml": return .xhtml
        default: break
        }
        switch type {
        case nil: return isAtom ? .text : .markup
        case "text", "text/plain", "plain": return isAtom ? .text : .markup
        case "html", "text/html": return .html
        case "xhtml", "application/xhtml+xml": return .xhtml
        case let type?:
            if type.hasPrefix("text/") { return .markup }
            if type.hasSuffix("+xml") || type.hasSuffix("/xml") { return .xhtml }
            return element == .content && isAtom ? .none : .markup
        }
    }

    /// Child elements of a text are written down as HTML again.
    private mutating func addMarkup(_ name: String?, isEnd: Bool) {
        if isEnd {
            // The end of an element is told by its start alone for text: only blocks and dropped elements matter.
            buffer.append("</")
            if let name = openMarkup.popLast() { buffer.append(name.utf8) }
        } else {
            hasMarkup = true
            let name = name ?? ""
            openMarkup.append(name)
            buffer.append(UInt8(ascii: "<"))
            buffer.append(name.utf8)
        }
        buffer.append(UInt8(ascii: ">"))
    }
    private var openMarkup: [String] = []

    private mutating func finishDetail() {
        guard let (name, start) = detail, start <= buffer.count else { return }
        detail = nil
        draft.filingDetails[name] = plain.text(
            UnsafeBufferPointer(rebasing: buffer.bytes[start...]), as: .text, isSingleLine: true)
    }

    private mutating func addEscaped(_ piece: UnsafeBufferPointer<UInt8>) {
        for byte in piece {
            switch byte {
            case UInt8(ascii: "<"): buffer.append("&lt;")
            case UInt8(ascii: "&"): buffer.append("&amp;")
            default: buffer.append(byte)
            }
        }
    }

    private mutating func finishField() {
        let element = field
        field = .other
        if !openMarkup.isEmpty { openMarkup.removeAll(keepingCapacity: true) }
        if fieldIsTooLong {
            fieldIsTooLong = false
            damages.append(MarkupDamage(.fieldTooLong, detail: "<\(element)> is cut at \(limits.fieldBytes) bytes"))
        }
        if itemDepth != nil { finishItemField(element) } else { finishFeedField(element) }
    }

    // Calls of methods that only read would copy the whole scan first (Swift 6.3), hence `mutating` where it is often.

    private mutating func readable(isTitle: Bool) -> String? {
        undoDoubleEncoding()
        switch fieldForm {
        case .markup: return plain.text(buffer.bytes, as: isTitle && !hasMarkup ? .title : .html, isSingleLine: isTitle)
        case .text: return plain.text(buffer.bytes, as: hasMarkup ? .html : .text, isSingleLine: isTitle)
        case .html, .xhtml: return plain.text(buffer.bytes, as: .html, isSingleLine: isTitle)
        case .none: return nil
        case .base64:
            guard let bytes = Base64.decode(Array(buffer.bytes)) else { return nil }
            let decoded = TextDecoding.decode(bytes, limits: limits)
            return plain.text(decoded.utf8, as: .html, isSingleLine: isTitle)
        }
    }

    /// One line, references decoded: names, categories.
    private var label: String? {
        mutating get {
            undoDoubleEncoding()
            return plain.text(buffer.bytes, as: .title)
        }
    }

    private mutating func undoDoubleEncoding() {
        guard let text = DoubleEncoding.undone(buffer.bytes) else { return }
        undone += 1
        buffer.removeAll()
        text.withUnsafeBufferPointer { buffer.append($0) }
    }

    private mutating func finishItemField(_ element: FeedElement) {
        switch element {
        case .title: if draft.title == nil { draft.title = readable(isTitle: true) }
        case .fallbackTitle: if draft.fallbackTitle == nil { draft.fallbackTitle = readable(isTitle: true) }
        case .summary, .description:
            if draft.summary == nil { draft.summary = readable(isTitle: false) }
        case .subtitle, .fallbackText:
            if draft.fallbackText == nil { draft.fallbackText = readable(isTitle: false) }
        case .fallbackSubtitle:
            if draft.fallbackSubtitle == nil { draft.fallbackSubtitle = readable(isTitle: false) }
        case .content, .encoded, .body:
            if draft.content == nil { draft.content = readable(isTitle: false) }
        case .link:
            if hasMarkup, let text = label {
                // An address within an `<a>`.
                buffer.removeAll()
                buffer.append(text.utf8)
            }
            if draft.linkRank < 4, let address = WebAddress.read(buffer.bytes, against: currentBase) {
                draft.link = address
                draft.linkRank = 4
            }
            linkIsEmpty = buffer.count == 0
        case .guid:
            if draft.guid == nil { draft.guid = buffer.bytes.trimmedText }
            draft.guidIsLink = guidIsPermalink == true
            draft.guidIsNoLink = guidIsPermalink == false
        case .id: if draft.guid == nil { draft.guid = buffer.bytes.trimmedText }
        case .originalLink: draft.originalLink = buffer.bytes.trimmedText
        case .published: if draft.published == nil { draft.published = DateReading.timestamp(buffer.bytes) }
        case .updated: if draft.updated == nil { draft.updated = DateReading.timestamp(buffer.bytes) }
        case .date, .created: if draft.date == nil { draft.date = DateReading.timestamp(buffer.bytes) }
        case .author:
            // RSS writes the person into the element, Atom into its children, which were fields of their own.
            if person.name == nil, person.email == nil, let text = label { person.name = PersonName.read(text) }
        case .creator: if let name = label.flatMap(PersonName.read) { draft.addAuthor(name) }
        case .fallbackAuthor: if draft.fallbackAuthor == nil { draft.fallbackAuthor = label.flatMap(PersonName.read) }
        case .personName: person.name = label
        case .personEmail: person.email = buffer.bytes.trimmedText
        case .personURI: person.uri = buffer.bytes.trimmedText
        case .category: if let name = categoryTerm ?? label { draft.addCategory(name) }
        case .subject: if let name = label { draft.addCategory(name) }
        case .language: if draft.language == nil { draft.language = buffer.bytes.trimmedText }
        default: break
        }
    }

    private mutating func finishFeedField(_ element: FeedElement) {
        switch element {
        case .title:
            if !hasFeedTitle, let title = readable(isTitle: true) {
                feed.title = title
                hasFeedTitle = true
            }
        case .fallbackTitle: if feed.title == nil { feed.title = readable(isTitle: true) }
        case .subtitle, .description:
            if !hasFeedDescription, let text = readable(isTitle: false) {
                feed.description = text
                hasFeedDescription = true
            }
        case .fallbackText, .fallbackSubtitle:
            if feed.description == nil { feed.description = readable(isTitle: false) }
        case .link:
            if feedLinkRank < 3, let text = buffer.bytes.trimmedText {
                feed.url = WebAddress.absolute(text, against: currentBase) ?? text
                feedLinkRank = 3
            }
        case .language: if let language = buffer.bytes.trimmedText { feed.language = language }
        case .updated:
            if let time = DateReading.timestamp(buffer.bytes) {
                feed.updated = time
                hints.built(time)
            }
        case .ttl, .skipHour, .skipDay, .updatePeriod, .updateFrequency:
            hints.read(element, buffer.bytes.trimmedText)
        case .published, .date: if feed.updated == nil { feed.updated = DateReading.timestamp(buffer.bytes) }
        case .personName: person.name = label
        case .personEmail: person.email = buffer.bytes.trimmedText
        case .personURI: person.uri = buffer.bytes.trimmedText
        case .companyName: companyName = label
        case .companyNumber: companyNumber = buffer.bytes.trimmedText
        default: break
        }
    }

    private mutating func finishPerson() {
        guard let name = person.name ?? person.email ?? person.uri else { return }
        if itemDepth == nil {
            if isAtom, feedAuthors.count < 64 { feedAuthors.append(name) }
        } else if path.count >= 2, path[path.count - 2] == .source {
            if draft.sourceAuthors.count < 64 { draft.sourceAuthors.append(name) }
        } else {
            draft.addAuthor(name)
        }
        person = Person()
    }

    // MARK: - After the document

    /// The items, which the scan then no longer has.
    mutating func takeItems() -> [Item] {
        defer { items = [] }
        return items
    }

    /// Fills in what the feed says for all its items: author (RFC 4287 section 4.2.1), language, base of links.
    mutating func finish() {
        if itemDepth != nil { finishItem() }
        if undone > 0 {
            damages.append(MarkupDamage(.doubleEncoded, count: undone, detail: "UTF-8 that was encoded as UTF-8 again"))
        }
        if let oldFormat, rootName?.lowercased() != "rss" { feed.format = oldFormat }
        if !feedAuthors.isEmpty { for index in withoutAuthor { items[index].authors = feedAuthors } }
        let base = [documentURL, feed.selfURL, feed.url].compactMap { $0 }.first(where: WebAddress.isWeb)
        for index in items.indices {
            if items[index].language == nil { items[index].language = feed.language }
            // Also takes away what leads nowhere, as `javascript:` does.
            if let url = items[index].url, !WebAddress.isWeb(url) {
                items[index].url = WebAddress.absolute(url, against: base)
                if items[index].id == url, namedByLink.contains(index) { items[index].id = items[index].url ?? url }
            }
        }
        if let url = feed.url { feed.url = WebAddress.absolute(url, against: feed.selfURL ?? documentURL) }
    }
}

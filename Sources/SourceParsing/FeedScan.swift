import MarkupReading
import TriggerModel

/// Reads RSS 0.9x, 1.0 (RDF) and 2.0 and Atom 0.3 and 1.0 from the events of one document.
///
/// One reader for all, because feeds mix them: Atom links in RSS, Dublin Core in both. What an element means follows
/// from its name and from the element around it; elements that belong to something else (an image's title) are passed.
/// This type knows where in the document it is and whose an element is; what is in it is read by `FeedText`, and kept
/// by `FeedHead`, `ItemDraft` or `FeedPerson`.
struct FeedScan: ~Copyable, XMLEventHandler {
    private(set) var head = FeedHead()
    private(set) var items: FeedItems
    private(set) var seen = 0
    private(set) var damages: [MarkupDamage] = []
    private(set) var isFinished = false

    private let limits: MarkupLimits
    private let documentURL: String?

    /// Elements open now, outermost first.
    private var path = FeedPath()
    private var scope: FeedScope
    /// Depth of the item that is being read.
    private var itemDepth: Int?
    private var draft = ItemDraft()
    private var person = FeedPerson()
    /// Depth below which everything belongs to something else.
    private var foreignDepth: Int?
    /// The last link had no text, which may follow it.
    private var linkIsEmpty = false

    // The field that is being read: its element, the element's depth, its text.
    private var field = FeedElement.other
    private var fieldDepth = 0
    private var fieldText: FeedText

    init(source: String, documentURL: String?, limits: MarkupLimits) {
        items = FeedItems(source: source)
        scope = FeedScope(documentURL: documentURL)
        fieldText = FeedText(limits: limits)
        self.documentURL = documentURL
        self.limits = limits
    }

    // MARK: - Events

    mutating func number(for name: borrowing XMLNewName) -> Int {
        let element = FeedElement.named(name)
        if element == .feed || element == .channel { head.readNamespace(of: name) }
        return element.rawValue
    }

    mutating func start(_ number: Int, _ tag: borrowing XMLStartTag) {
        let element = FeedElement(rawValue: number) ?? .other
        path.append(element)
        if field != .other, startInField(element, tag) { return }
        let depth = path.count
        if depth == 1 { head.begin(element, tag, &scope) }
        if foreignDepth != nil { return }
        if element == .other || element == .foreign, tag.isUnclosed, depth >= 2 {
            // `<item><br><title>`: the item's title all the same; `<image>` without an end: the feed's items all the
            // same.
            path[depth - 1] = path[depth - 2]
            return
        }
        if tag.count > 0 {
            scope.enter(tag, depth: depth)
            if itemDepth == nil, depth <= 2 { head.readLanguage(scope.language(ofElementAt: depth)) }
        }
        if element == .foreign {
            foreignDepth = depth
        } else if itemDepth != nil {
            startInItem(element, tag)
        } else {
            startInFeed(element, tag)
        }
    }

    mutating func end() {
        let depth = path.count
        guard depth > 0 else { return }
        defer { path.removeLast() }
        if field != .other {
            if depth > fieldDepth {
                if path[depth - 1] == .filingDetail, let (name, value) = fieldText.finishDetail() {
                    draft.filingDetails[name] = value
                }
                fieldText.close()
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
        if depth <= scope.depth { scope.leave(depth) }
    }

    mutating func text(_ piece: Swift.Span<UInt8>) {
        if field != .other {
            fieldText.add(piece)
        } else if linkIsEmpty {
            linkIsEmpty = false
            if itemDepth == path.count { draft.readLinkBehind(piece, base: scope.base) }
        }
    }

    mutating func cutOff() {
        switch field {
        case .link, .guid, .id, .originalLink, .published, .updated, .date, .created:
            // Half an address leads elsewhere, and half a day is another day.
            field = .other
        default: break
        }
    }

    // MARK: - Outside items

    private mutating func startInFeed(_ element: FeedElement, _ tag: borrowing XMLStartTag) {
        let parent = path.count >= 2 ? path[path.count - 2] : .other
        switch element {
        case .item:
            beginItem(tag)
        case .link:
            if parent == .channel || parent == .feed, !head.readLink(tag, base: scope.base) { begin(element, tag) }
        case .title, .subtitle, .description, .language, .updated, .published, .date, .fallbackText,
            .fallbackSubtitle, .fallbackTitle:
            if parent == .channel || parent == .feed { begin(element, tag) }
        case .author:
            person = FeedPerson()
            if parent == .channel { begin(element, tag) }
        case .personName, .personEmail, .personURI:
            if parent == .author { begin(element, tag) }
        case .companyName, .companyNumber, .ttl, .skipHour, .skipDay, .updatePeriod, .updateFrequency:
            begin(element, tag)
        case .complete, .archive:
            head.readMark(element)
        default: break
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
        draft = items.draft(base: scope.base, language: scope.language(ofElementAt: path.count))
        draft.readItem(tag, isCDF: head.isCDF, base: draft.base)
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
            if parent == .item, !draft.readLink(tag, isAtom: head.isAtom, base: scope.base) { begin(element, tag) }
        case .guid:
            guard parent == .item else { return }
            draft.readGuid(tag)
            begin(element, tag)
        case .category:
            guard parent == .item else { return }
            draft.readCategory(tag)
            begin(element, tag)
        case .enclosure:
            if parent != .source { draft.readEnclosure(tag, base: scope.base) }
        case .mediaContent:
            draft.readMedia(tag, base: scope.base)
        case .author:
            guard parent == .item || parent == .source else { return }
            person = FeedPerson()
            begin(element, tag)
        case .personName, .personEmail, .personURI:
            if parent == .author { begin(element, tag) }
        case .fallbackTitle, .fallbackText, .fallbackSubtitle:
            if parent != .source { begin(element, tag) }
        case .content:
            if parent == .item, !draft.readContentElsewhere(tag, base: scope.base) { begin(element, tag) }
        default:
            if parent == .item, element.isField { begin(element, tag) }
        }
        if tag.count > 0, element == .title || element == .content, depth - 1 == itemDepth, draft.language == nil {
            draft.language = scope.language(ofElementAt: depth)
        }
    }

    private mutating func finishItem() {
        guard itemDepth != nil else { return }
        itemDepth = nil
        if head.isAtom, draft.linkRank == 0, draft.link == nil, let id = draft.guid, WebAddress.isWeb(id) {
            draft.guidIsLink = true
        }
        if draft.language == nil {
            draft.language = scope.language
            draft.isWithoutLanguage = scope.isWithoutLanguage
        }
        items.add(&draft, of: head)
    }

    private mutating func finishPerson() {
        guard let name = person.called else { return }
        if itemDepth == nil {
            head.addAuthor(name)
        } else if path.count >= 2, path[path.count - 2] == .source {
            if draft.sourceAuthors.count < 64 { draft.sourceAuthors.append(name) }
        } else {
            draft.addAuthor(name)
        }
        person = FeedPerson()
    }

    // MARK: - Fields

    private mutating func begin(_ element: FeedElement, _ tag: borrowing XMLStartTag) {
        field = element
        fieldDepth = path.count
        fieldText.begin(FeedText.Form(of: element, tag, isAtom: head.isAtom))
    }

    /// True where the element is part of the field's text.
    private mutating func startInField(_ element: FeedElement, _ tag: borrowing XMLStartTag) -> Bool {
        if fieldDepth >= 2, fieldText.isPlainSoFar, field.isOneLine, element.canFollowUnclosed {
            // `<title>Never closed<link>…`: the field ends where the next one of the item begins.
            finishField()
            path[fieldDepth - 1] = path[fieldDepth - 2]
            return false
        }
        if element == .item, fieldDepth >= 2, itemDepth == nil || fieldText.isPlainSoFar {
            // `<language>en</langu><item>`: no field of a feed holds an item.
            finishField()
            let outer = path[fieldDepth - 2]
            for place in fieldDepth - 1..<path.count - 1 { path[place] = outer }
            return false
        }
        if field == .author, element == .personName || element == .personEmail || element == .personURI {
            // A person in elements, as in Atom, after all: what was text so far is the space between them.
            field = .other
            return false
        }
        fieldText.open(tag, isDetail: element == .filingDetail)
        return true
    }

    private mutating func finishField() {
        let element = field
        field = .other
        if fieldText.isTooLong {
            damages.append(MarkupDamage(.fieldTooLong, detail: "<\(element)> is cut at \(limits.fieldBytes) bytes"))
        }
        switch element {
        case .personName, .personEmail, .personURI: person.read(element, &fieldText)
        case .author where itemDepth != nil: person.read(element, &fieldText)
        default:
            if itemDepth == nil {
                head.read(element, &fieldText, base: scope.base)
            } else {
                draft.read(element, &fieldText, scope)
                if element == .link { linkIsEmpty = fieldText.isEmpty }
            }
        }
    }

    // MARK: - After the document

    mutating func finish() {
        if itemDepth != nil { finishItem() }
        if fieldText.undone > 0 {
            damages.append(
                MarkupDamage(.doubleEncoded, count: fieldText.undone, detail: "UTF-8 that was encoded as UTF-8 again"))
        }
        items.finish(with: head, documentURL: documentURL)
        head.finish(documentURL: documentURL)
    }

    /// The items, which the scan then no longer has.
    mutating func takeItems() -> [Item] { items.take() }
}

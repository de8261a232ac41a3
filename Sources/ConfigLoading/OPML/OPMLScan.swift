import MarkupReading

/// Collects the feeds of a subscription list from its start and end tags.
struct OPMLScan: XMLEventHandler {
    private enum Element: Int {
        case other, outline, title
    }

    /// One open element: nil for what is no outline.
    private struct Open {
        var group: String?
        var isComment = false
        var isTitle = false
    }

    private let mostFeeds: Int
    private(set) var feeds: [OPMLFeed] = []
    private(set) var root = ""
    private(set) var isFinished = false
    private var open: [Open] = []
    private var titleBytes: [UInt8] = []
    private static let longestTitle = 1000

    init(mostFeeds: Int) { self.mostFeeds = mostFeeds }

    var title: String? { Self.plain(String(decoding: titleBytes, as: UTF8.self)) }

    mutating func number(for name: borrowing XMLNewName) -> Int {
        switch name.local.lowercased() {
        case "outline": Element.outline.rawValue
        case "title": Element.title.rawValue
        default: Element.other.rawValue
        }
    }

    mutating func start(_ element: Int, _ tag: borrowing XMLStartTag) {
        if root.isEmpty {
            let name = tag.localName
            root = ["opml", "html"].contains(name.lowercased()) ? name.lowercased() : name
        }
        guard element == Element.outline.rawValue else {
            open.append(Open(isTitle: element == Element.title.rawValue && titleBytes.isEmpty))
            return
        }
        let name = Self.plain(tag.value("text")) ?? Self.plain(tag.value("title"))
        let isComment = open.last?.isComment == true || tag.says("isComment", "true")
        if let url = Self.address(of: tag) {
            guard feeds.count < mostFeeds else {
                isFinished = true
                return
            }
            feeds.append(
                OPMLFeed(
                    title: name, url: url, page: Self.plain(tag.value("htmlUrl") ?? tag.value("htmlurl")),
                    group: open.compactMap(\.group), categories: Self.list(tag.value("category")),
                    isSwitchedOff: isComment))
        }
        open.append(Open(group: name ?? "", isComment: isComment))
    }

    mutating func end() { open.removeLast() }

    mutating func text(_ piece: Span<UInt8>) {
        guard open.last?.isTitle == true, titleBytes.count < Self.longestTitle else { return }
        titleBytes += piece.withUnsafeBufferPointer { Array($0.prefix(Self.longestTitle)) }
    }

    /// `xmlUrl` in the spellings that are met; OPML 1.0's `url` where the outline says that it is a feed.
    private static func address(of tag: borrowing XMLStartTag) -> String? {
        let written =
            tag.value("xmlUrl") ?? tag.value("xmlurl") ?? tag.value("xmlURL") ?? tag.value("XMLURL")
            ?? (tag.says("type", "rss") || tag.says("type", "atom") ? tag.value("url") : nil)
        guard let text = plain(written) else { return nil }
        // `feed:https://…` and `feed://…`, as feed readers register them with browsers.
        guard text.lowercased().hasPrefix("feed:") else { return text }
        let rest = String(text.dropFirst(5))
        return rest.hasPrefix("//") ? "http:" + rest : rest
    }

    private static func list(_ text: String?) -> [String] {
        (text ?? "").split(separator: ",").compactMap { plain(String($0)) }
    }

    /// Without outer blanks; nil for nothing.
    private static func plain(_ text: String?) -> String? {
        guard let text else { return nil }
        var rest = text[...]
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return rest.isEmpty ? nil : String(rest)
    }
}

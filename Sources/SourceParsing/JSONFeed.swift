import MarkupReading
import TriggerModel

/// JSON Feed 1.0 and 1.1 (jsonfeed.org), JSON that has its shape without saying so, and RSS written as JSON
/// (`{"rss":{"channel":{…}}}`, github.com/scripting/Scripting-News/blob/master/rss-in-json).
struct JSONFeed {
    var feed: FeedDescription
    var items: [Item] = []
    var seen = 0
    var skipped = 0
    var tooMany = false
    /// It says that it is a JSON Feed and has nothing that could be items.
    var hasNoList = false
    var hints = PollHints()

    /// nil where the value is no feed.
    static func read(_ value: JSONValue, _ input: ParseInput) -> JSONFeed? {
        if let channel = value["rss"]?["channel"] { return JSONFeed(rss: channel, input) }
        return JSONFeed(value, input)
    }

    /// nil where neither the version nor `items` says that it is one.
    private init?(_ value: JSONValue, _ input: ParseInput) {
        let version = value["version"]?.text ?? ""
        let entries = value["items"]?.elements
        guard value.isObject, version.contains("jsonfeed.org") || (entries != nil && value["title"]?.text != nil) else {
            return nil
        }
        let plain = PlainTextReader()
        let home = value["home_page_url"]?.text
        let base = input.url ?? value["feed_url"]?.text ?? home
        feed = FeedDescription(
            title: value["title"]?.text.flatMap { plain.text($0, as: .text, isSingleLine: true) },
            url: home.map { WebAddress.absolute($0, against: base) ?? $0 },
            selfURL: value["feed_url"]?.text,
            description: value["description"]?.text.flatMap { plain.text($0, as: .text) },
            language: value["language"]?.text,
            format: "JSON Feed " + (version.hasSuffix("1.1") ? "1.1" : version.isEmpty ? "without version" : "1"))
        hints.next = value["next_url"]?.text.flatMap { WebAddress.absolute($0, against: base) }
        hasNoList = entries == nil
        let feedAuthors = JSONFeed.authors(of: value)
        for entry in entries ?? [] {
            guard seen < input.limits.items else {
                tooMany = true
                break
            }
            seen += 1
            guard let item = JSONFeed.item(entry, input.sourceName, base, feed.language, feedAuthors, plain) else {
                skipped += 1
                continue
            }
            items.append(item)
        }
    }

    private init(rss channel: JSONValue, _ input: ParseInput) {
        let plain = PlainTextReader()
        let base = input.url ?? channel["link"]?.text
        feed = FeedDescription(
            title: channel["title"]?.text.flatMap { plain.text($0, as: .title) }, url: channel["link"]?.text,
            description: channel["description"]?.text.flatMap { plain.text($0, as: .html) },
            language: channel["language"]?.text, updated: channel["lastBuildDate"]?.text.flatMap(DateReading.timestamp),
            format: "RSS in JSON")
        var draftedHints = PollHintDraft()
        draftedHints.read(.ttl, channel["ttl"]?.text)
        if let time = feed.updated { draftedHints.built(time) }
        hints = draftedHints.finish()
        let entries = channel["item"]?.elements ?? [channel["item"]].compactMap { $0 }
        for entry in entries {
            guard seen < input.limits.items else {
                tooMany = true
                break
            }
            seen += 1
            // An element with attributes is an object with its text under "#value".
            func text(_ name: String) -> String? { entry[name]?.text ?? entry[name]?["#value"]?.text }
            var draft = ItemDraft()
            draft.guid = text("guid")
            draft.title = text("title").flatMap { plain.text($0, as: .title) }
            draft.link = text("link").flatMap { WebAddress.absolute($0, against: base) }
            draft.summary = text("description").flatMap { plain.text($0, as: .html) }
            draft.published = text("pubDate").flatMap(DateReading.timestamp)
            draft.language = feed.language
            if let author = text("author").flatMap(PersonName.read) { draft.addAuthor(author) }
            if let category = text("category") { draft.addCategory(category) }
            if draft.isEmpty { skipped += 1 } else { items.append(draft.finish(source: input.sourceName)) }
        }
    }

    private static func item(
        _ entry: JSONValue, _ source: String, _ base: String?, _ language: String?, _ feedAuthors: [String],
        _ plain: PlainTextReader
    ) -> Item? {
        guard entry.isObject else { return nil }
        let address =
            entry["url"]?.text ?? entry["external_url"]?.text ?? entry["attachments"]?.elements?.first?["url"]?.text
        let url = address.flatMap { WebAddress.absolute($0, against: base) }
        let content =
            entry["content_text"]?.text.flatMap { plain.text($0, as: .text) }
            ?? entry["content_html"]?.text.flatMap { plain.text($0, as: .html) }
        let authors = authors(of: entry)
        var categories: [String] = []
        for tag in entry["tags"].map({ $0.elements ?? [$0] }) ?? [] {
            if let tag = tag.text, !categories.contains(tag) { categories.append(tag) }
        }
        var item = Item(
            source: source, id: entry["id"]?.text ?? url ?? address ?? "", url: url,
            title: entry["title"]?.text.flatMap { plain.text($0, as: .text, isSingleLine: true) },
            summary: entry["summary"]?.text.flatMap { plain.text($0, as: .text) }, content: content,
            published: entry["date_published"]?.text.flatMap(DateReading.timestamp),
            updated: entry["date_modified"]?.text.flatMap(DateReading.timestamp),
            authors: authors.isEmpty ? feedAuthors : authors, categories: categories,
            language: entry["language"]?.text ?? language)
        guard item.id != "" || item.title != nil || item.content != nil || item.summary != nil else { return nil }
        if item.id.isEmpty { item.id = ItemIdentity.hash(of: item) }
        if item.url == nil, WebAddress.isWeb(item.id) { item.url = item.id }
        return item
    }

    /// `authors` of 1.1, else `author` of 1.0, which 1.1 keeps for old readers. One where a list should be counts.
    private static func authors(of value: JSONValue) -> [String] {
        let names = people(value["authors"])
        return names.isEmpty ? people(value["author"]) : names
    }

    private static func people(_ value: JSONValue?) -> [String] {
        var names: [String] = []
        for author in value?.elements ?? [value].compactMap({ $0 }) {
            if let name = author["name"]?.text ?? author["url"]?.text ?? author.text, !names.contains(name) {
                names.append(name)
            }
        }
        return names
    }
}

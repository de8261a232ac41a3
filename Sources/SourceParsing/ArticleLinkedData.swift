import MarkupReading

/// What a page says about its article as JSON-LD: schema.org's Article and its kinds, alone, in lists, in `@graph` or as
/// the main entity of a page. Broken JSON gives what stands before the damage.
struct ArticleLinkedData {
    private(set) var headline: String?
    private(set) var description: String?
    private(set) var body: String?
    private(set) var published: String?
    private(set) var modified: String?
    private(set) var authors: [String] = []
    /// Names of the publisher and the site.
    private(set) var publishers: [String] = []
    private(set) var sections: [String] = []
    private(set) var keywords: [String] = []
    private(set) var language: String?
    private(set) var url: String?
    /// People and organisations that authors are given as references to, by `@id`.
    private var names: [String: String] = [:]
    private var references: [String] = []

    private static let mostScripts = 30
    private static let mostValues = 4000

    init(_ tree: HTMLTree, maximumDepth: Int) {
        let scripts = tree.elements(.script).lazy.filter {
            $0.attribute("type")?.lowercased().contains("ld+json") ?? false
        }
        var pages: [JSONValue] = []
        for script in scripts.prefix(Self.mostScripts) {
            // Some wrap their JSON in a comment or a CDATA section, as scripts once had to.
            let content = Array(script.content.utf8)[...]
            let section = content.prefix(256).firstPlace(of: "<![CDATA[").map { $0 + 9 } ?? 0
            let text = content[section...].drop { $0 != UInt8(ascii: "{") && $0 != UInt8(ascii: "[") }
            var reader = JSONReader(Array(text), maximumDepth: maximumDepth)
            guard let value = reader.read() else { continue }
            walk(value, &pages)
        }
        // A page that names no article may still date itself.
        for page in pages { takeDates(page) }
        for reference in references where authors.isEmpty { if let name = names[reference] { authors.append(name) } }
    }

    private mutating func walk(_ value: JSONValue, _ pages: inout [JSONValue]) {
        var waiting = [value]
        var visited = 0
        while let next = waiting.popLast(), visited < Self.mostValues {
            visited += 1
            if let elements = next.elements { waiting.append(contentsOf: elements.reversed()) }
            guard next.isObject else { continue }
            let types = Self.types(next)
            if types.contains(where: Self.isArticle) { take(next) }
            if types.contains("WebPage") || types.contains("ItemPage") { pages.append(next) }
            if types.contains("WebSite") || types.contains(where: { $0.hasSuffix("Organization") }) {
                addPublisher(next["name"])
            }
            if let id = next["@id"]?.text, let name = next["name"]?.text { names[id] = name }
            for name in ["@graph", "mainEntity", "mainEntityOfPage"] {
                if let inner = next[name] { waiting.append(inner) }
            }
        }
    }

    private static func types(_ value: JSONValue) -> [String] {
        (value["@type"]?.elements ?? [value["@type"]].compactMap { $0 }).compactMap(\.text)
    }

    private static func isArticle(_ type: String) -> Bool {
        type.hasSuffix("Article") || type.hasSuffix("Posting") || type == "Report" || type.hasSuffix("Release")
    }

    private mutating func take(_ value: JSONValue) {
        let plain = PlainTextReader()
        func line(_ name: String) -> String? {
            value[name]?.text.flatMap { plain.text($0, as: .html, isSingleLine: true) }
        }
        headline = headline ?? line("headline") ?? line("name")
        description = description ?? line("description")
        if let text = value["articleBody"]?.text.flatMap({ plain.text($0, as: .html) }),
            text.utf8.count > body?.utf8.count ?? 0
        {
            body = text
        }
        takeDates(value)
        language = language ?? value["inLanguage"]?.text ?? value["inLanguage"]?["name"]?.text
        url = url ?? value["url"]?.text ?? value["mainEntityOfPage"]?["@id"]?.text ?? value["mainEntityOfPage"]?.text
        if authors.isEmpty, let author = value["author"] ?? value["creator"] { takeAuthors(author) }
        addPublisher(value["publisher"]?["name"])
        if sections.isEmpty { sections = Self.texts(value["articleSection"]) }
        if keywords.isEmpty { keywords = Self.texts(value["keywords"]) }
    }

    private mutating func takeDates(_ value: JSONValue) {
        published = published ?? Self.texts(value["datePublished"]).first ?? Self.texts(value["dateCreated"]).first
        modified = modified ?? Self.texts(value["dateModified"]).first
    }

    private mutating func takeAuthors(_ value: JSONValue) {
        for author in value.elements ?? [value] {
            if let name = author["name"]?.text ?? author.text {
                authors.append(name)
            } else if let several = author["name"]?.elements {
                authors += several.compactMap(\.text)
            } else if let reference = author["@id"]?.text {
                references.append(reference)
            }
        }
    }

    private mutating func addPublisher(_ name: JSONValue?) {
        if let name = name?.text, publishers.count < 8, !publishers.contains(name) { publishers.append(name) }
    }

    /// A text, or the texts and names of a list.
    private static func texts(_ value: JSONValue?) -> [String] {
        guard let value else { return [] }
        return (value.elements ?? [value]).compactMap { $0.text ?? $0["name"]?.text }
    }
}

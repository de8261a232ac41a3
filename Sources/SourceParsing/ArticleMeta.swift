import MarkupReading

/// The `meta` elements of a page, by `property`, `name`, `itemprop` or `http-equiv` in lower case.
struct ArticleMeta {
    private var values: [String: [String]] = [:]

    /// Elements that are looked at: pages have dozens, hostile ones more.
    private static let most = 500

    init(_ tree: HTMLTree) {
        let plain = PlainTextReader()
        for node in tree.elements(.meta).prefix(Self.most) {
            guard let content = node.attribute("content"),
                let value = plain.text(content, as: .text, isSingleLine: true)
            else { continue }
            for attribute in ["property", "name", "itemprop", "http-equiv"] {
                guard let name = node.attribute(attribute)?.lowercased() else { continue }
                values[name, default: []].append(value)
            }
        }
    }

    /// The first value of a name.
    subscript(_ name: String) -> String? { values[name]?.first }

    /// All values of a name, as `article:tag` has several.
    func all(_ name: String) -> [String] { values[name] ?? [] }

    /// The first value of the first of the names that has one.
    func first(of names: [String]) -> String? { names.lazy.compactMap { self[$0] }.first }
}

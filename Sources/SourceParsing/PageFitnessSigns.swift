import MarkupReading

/// What can be seen of a page at a glance.
struct PageFitnessSigns {
    /// In lower case, at most 200 bytes each.
    let title: String
    let headings: [String]
    /// What people read, in lower case; its first 8 KiB.
    let text: [UInt8]
    /// Bytes of all that people read.
    let textLength: Int
    /// The page's bytes in lower case; its first 128 KiB.
    let source: [UInt8]
    let links: Int
    let scripts: Int
    let hasPassword: Bool
    /// A field for a name or an address, without a search field.
    let hasSignInField: Bool
    let hasForm: Bool
    /// It sends the reader on by itself.
    let hasRefresh: Bool
    /// An element that a script is to fill, as applications have: `<div id="root">`.
    let hasMount: Bool
    /// What it says to readers without scripts.
    let noScript: String

    /// nil where nothing is there.
    init?(_ decoded: DecodedText) {
        guard let tree = HTMLTree(decoded), let root = tree.root else { return nil }
        func nodes(_ path: String) -> [HTMLNode] {
            // These expressions are our own; on a page that uses up its steps they find nothing, and so say nothing.
            (try? tree.nodes(XPathExpression(path))) ?? []
        }
        func line(_ node: HTMLNode) -> String {
            String((node.readableText(isSingleLine: true) ?? "").prefix(200)).lowercased()
        }
        title = String((PageBase.title(tree) ?? "").prefix(200)).lowercased()
        headings = nodes("//h1 | //h2").prefix(6).map(line)
        let read = root.readableText() ?? ""
        textLength = read.utf8.count
        text = Array(String(decoding: read.utf8.prefix(8 << 10), as: UTF8.self).lowercased().utf8)
        source = decoded.utf8.prefix(128 << 10).map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
        links = nodes("//a[@href]").count
        scripts = nodes("//script").count
        let fields = nodes("//input").prefix(500)
        func value(_ node: HTMLNode, _ name: String) -> String { (node.attribute(name) ?? "").lowercased() }
        hasPassword = fields.contains { value($0, "type") == "password" }
        hasSignInField = fields.contains { field in
            let kind = value(field, "type")
            let name = value(field, "name") + " " + value(field, "id") + " " + value(field, "autocomplete")
            return kind != "hidden" && kind != "search"
                && ["user", "login", "email", "identifier", "account"].contains { name.contains($0) }
        }
        hasForm = !nodes("//form").isEmpty
        hasRefresh = nodes("//meta[@http-equiv]").contains {
            value($0, "http-equiv") == "refresh" && value($0, "content").contains("url")
        }
        hasMount = nodes("//div[@id]").prefix(2000).contains {
            PageFitnessSigns.mounts.contains(value($0, "id")) && ($0.content.trimmedOrNil ?? "").isEmpty
        }
        noScript = nodes("//noscript").prefix(5).map { String($0.content.prefix(300)) }.joined(separator: " ")
            .lowercased()
    }

    private static let mounts: Set<String> = [
        "root", "app", "__next", "__nuxt", "main", "app-root", "react-root", "svelte", "application", "ember-app",
        "q-app",
    ]

    /// True where title or a heading holds one of the words, and is short enough to be about it.
    func headSays(_ words: [String]) -> Bool {
        ([title] + headings).contains { line in line.utf8.count <= 120 && words.contains { line.contains($0) } }
    }

    func titleSays(_ words: [String]) -> Bool { words.contains { title.contains($0) } }

    func titleBegins(_ words: [String]) -> Bool { words.contains { title.hasPrefix($0) } }

    func textSays(_ words: [String]) -> Bool { words.contains { ByteSearch.contains(text, Array($0.utf8)) } }

    func sourceHas(_ mark: String) -> Bool { ByteSearch.contains(source, Array(mark.utf8)) }

    /// The page itself says that there is nothing to list.
    var saysNothingFound: Bool { textSays(PageFitnessWords.nothingFound) }
}

/// Finds bytes in bytes.
enum ByteSearch {
    static func contains(_ bytes: [UInt8], _ wanted: [UInt8]) -> Bool {
        guard let first = wanted.first else { return true }
        guard bytes.count >= wanted.count else { return false }
        return bytes.withUnsafeBufferPointer { bytes in
            wanted.withUnsafeBufferPointer { wanted in
                for start in 0...(bytes.count - wanted.count) where bytes[start] == first {
                    if UnsafeBufferPointer(rebasing: bytes[start..<(start + wanted.count)]).elementsEqual(wanted) {
                        return true
                    }
                }
                return false
            }
        }
    }
}

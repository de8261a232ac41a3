import MarkupReading

/// A feed that a browser has put into a page: shown as text and saved, or sent by a server that shows what it has.
enum FeedInPage {
    /// The feed's own text; nil where the page is a page. Only a page of nothing else is taken for one, so that an
    /// article about feeds stays an article.
    static func inside(_ text: DecodedText, limits: MarkupLimits) -> DecodedText? {
        let head = text.utf8.prefix(16 << 10)
        if let marked = end(of: viewer, in: head), let tagEnd = text.utf8[marked...].firstIndex(of: 0x3E) {
            // Browsers that draw XML as a tree keep the document itself in an element that is not shown.
            return feed(Array(text.utf8[(tagEnd + 1)...]), text)
        }
        guard openings.contains(where: { end(of: $0, in: head) != nil }), let tree = HTMLTree(text, limits: limits),
            let body = tree.root?.children.first(where: { $0.isNamed("body") }),
            let shown = onlyElement(of: body), shown.isNamed("pre")
        else { return nil }
        return feed(Array(shown.content.utf8), text)
    }

    /// The one element of the page that shows anything; nil where more does.
    private static func onlyElement(of body: HTMLNode) -> HTMLNode? {
        let shown = body.children.filter { child in
            child.isElement
                ? !child.isNamed("script") && !child.isNamed("style") : child.content.trimmedOrNil != nil
        }
        return shown.count == 1 ? shown[0] : nil
    }

    private static func feed(_ bytes: [UInt8], _ page: DecodedText) -> DecodedText? {
        guard case .xml(let root) = DocumentShape.of(bytes), DocumentShape.feedRoots.contains(root) else { return nil }
        return DecodedText(utf8: bytes, encoding: page.encoding, damages: page.damages)
    }

    private static let viewer = Array("webkit-xml-viewer-source-xml\"".utf8)
    /// What the text of a feed begins with, written as text of a page.
    private static let openings = ["&lt;?xml", "&lt;rss", "&lt;feed", "&lt;rdf:rdf"].map { Array($0.utf8) }

    /// Where `wanted` (lower case) first ends, in any case.
    private static func end(of wanted: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
        var index = bytes.startIndex
        while let first = bytes[index...].firstIndex(of: wanted[0]) {
            let rest = bytes[first...].prefix(wanted.count)
            if rest.elementsEqual(wanted, by: { $0 &- 0x41 < 26 ? $0 | 0x20 == $1 : $0 == $1 }) {
                return first + wanted.count
            }
            index = first + 1
        }
        return nil
    }
}

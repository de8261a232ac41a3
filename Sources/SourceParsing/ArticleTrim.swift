import MarkupReading

/// Decides what inside the chosen element is not the article's text: pictures' captions, links to other stories, lines
/// of buttons and labels, what follows the last sentence.
struct ArticleTrim {
    let outline: ArticleOutline
    let chosen: Int
    let title: String?

    /// Weight of a block whose words are looked at, at most.
    private static let longestLine = 400

    /// Identities of the nodes to leave out.
    func leftOut() -> Set<Int> {
        let entries = outline.entries
        let range = chosen..<entries[chosen].end
        let whole = entries[chosen]
        let paragraphs = range.reduce(0) { sum, index in
            Self.isParagraph(entries[index].name) && outline.isProse(entries[index])
                ? sum + entries[index].own.weight : sum
        }
        // Where sentences stand in paragraphs, short lines in other elements are buttons and labels.
        let hasParagraphs = paragraphs * 10 >= whole.prose * 7
        let texts = shortTexts(range)
        var left: Set<Int> = []
        var index = chosen + 1
        while index < entries.count, index < range.upperBound {
            let entry = entries[index]
            if let end = endOfOthers(index, whole, texts) {
                drop(index, upTo: end, &left)
                index = end
                continue
            }
            if entry.isDropped || isAside(entry, index, whole, hasParagraphs, texts) {
                left.insert(entry.node.identity)
                index = max(entry.end, index + 1)
            } else {
                index += 1
            }
        }
        dropTail(range, &left)
        return left
    }

    private static func isParagraph(_ name: String) -> Bool {
        name == "p" || name == "li" || name == "blockquote" || name == "pre" || name == "td"
    }

    private func isAside(
        _ entry: ArticleOutline.Entry, _ index: Int, _ whole: ArticleOutline.Entry, _ hasParagraphs: Bool,
        _ texts: [Int: String]
    ) -> Bool {
        guard entry.isBlock else { return false }
        if let told = entry.whole.toldShare, told > 0.6 { return false }
        switch entry.name {
        case "figure":
            // A table, a listing or a quotation may be set as a figure.
            if entry.prose == 0 { return true }
        case "header":
            if entry.prose * 4 < whole.prose { return true }
        case "h1": return true
        case "address": return entry.prose == 0
        default: break
        }
        if entry.label == .about, entry.prose * 8 < whole.prose || entry.prose == 0, entry.proseBlocks <= 1 {
            return true
        }
        let text = texts[index]
        if entry.whole.weight > 0, entry.prose * 3 < entry.whole.weight, entry.whole.linkShare > 0.6 {
            return true
        }
        guard let text else { return false }
        if text == title { return true }
        if Furniture.isLine(text, isLinked: entry.own.linkShare > 0.3) || Furniture.isNotice(text) { return true }
        let isLeaf = entry.whole.weight == entry.own.weight
        if hasParagraphs, isLeaf, !Self.isParagraph(entry.name), !ArticleOutline.isHeading(entry.name),
            entry.name != "dt", entry.name != "dd", entry.name != "th", entry.own.stops == 0
        {
            return true
        }
        return false
    }

    /// Where what a heading like "More from the Courier" announces ends, with the element around it; nil for other
    /// entries, and where it would be much of the text.
    private func endOfOthers(_ index: Int, _ whole: ArticleOutline.Entry, _ texts: [Int: String]) -> Int? {
        guard let text = texts[index], Furniture.announcesOthers(text) else { return nil }
        let entry = outline.entries[index]
        guard ArticleOutline.isHeading(entry.name) || entry.name == "div", entry.prose == 0 else { return nil }
        var top = index
        // The heading may have an element of its own.
        while outline.entries[top].parent > chosen, outline.entries[outline.entries[top].parent].prose == 0 {
            top = outline.entries[top].parent
        }
        let end = outline.entries[outline.entries[top].parent].end
        let prose = (index..<end).reduce(0) { sum, other in
            outline.isProse(outline.entries[other]) ? sum + outline.entries[other].own.weight : sum
        }
        return prose * 3 < whole.prose ? end : nil
    }

    private func drop(_ start: Int, upTo end: Int, _ left: inout Set<Int>) {
        var index = start
        while index < end {
            left.insert(outline.entries[index].node.identity)
            index = max(outline.entries[index].end, index + 1)
        }
    }

    /// The texts of short blocks.
    private func shortTexts(_ range: Range<Int>) -> [Int: String] {
        var texts: [Int: String] = [:]
        for index in range where outline.entries[index].isBlock {
            let entry = outline.entries[index]
            guard entry.own.weight > 0, entry.whole.weight < Self.longestLine else { continue }
            texts[index] = entry.node.readableText(isSingleLine: true)
        }
        return texts
    }

    /// Headings and labels after the last sentence belong to nothing.
    private func dropTail(_ range: Range<Int>, _ left: inout Set<Int>) {
        let entries = outline.entries
        for index in range.reversed() where index > chosen {
            let entry = entries[index]
            if entry.isDropped || !entry.isBlock || left.contains(entry.node.identity) { continue }
            if entry.whole.weight == 0 { continue }
            guard ArticleOutline.isHeading(entry.name) else { return }
            left.insert(entry.node.identity)
        }
    }
}

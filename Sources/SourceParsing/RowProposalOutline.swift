import MarkupReading

/// The elements of a page in document order, with what lies in each counted once. Words are numbers here, for they are
/// compared many times.
struct RowProposalOutline {
    struct Element {
        let node: HTMLNode
        /// -1 for the outermost.
        let parent: Int
        /// Behind its last descendant.
        var end: Int
        let name: Int
        let id: Int?
        let classes: [Int]
        /// Place among its parent's elements, from 1.
        let place: Int
        /// Place among those of its name.
        let placeOfType: Int
        /// Same for elements with equal names and classes all the way up.
        let signature: Int
        /// Characters of text in it, and of those in links.
        var text = 0
        var linkText = 0
        /// Links in it, itself counted, that lead somewhere.
        var links = 0
        /// Texts in it that hold a date, and dates told to machines.
        var dates = 0
        /// One of its own texts holds a date, or it has one as `datetime`.
        var hasOwnDate = false
        /// Characters of its own texts.
        var ownText = 0
        var isAside = false
    }

    private(set) var elements: [Element] = []
    private(set) var words: [String] = []
    private var numbers: [String: Int] = [:]
    private var signatures: [Signature: Int] = [:]

    private struct Signature: Hashable {
        var parent: Int
        var name: Int
        var classes: [Int]
    }

    /// Texts that are looked at for dates.
    private static let mostDates = 20_000

    /// nil for a page without elements.
    init?(_ tree: HTMLTree) {
        guard let all = try? tree.nodes(XPathExpression("//*")), !all.isEmpty,
            let texts = try? tree.nodes(XPathExpression("//text()[normalize-space()]"))
        else { return nil }
        elements.reserveCapacity(all.count)
        var places: [Int: Int] = [:]
        var childCounts: [Int: Int] = [:]
        var typeCounts: [Signature: Int] = [:]
        for node in all {
            let parent = node.parent.flatMap { places[$0.identity] } ?? -1
            let index = elements.count
            places[node.identity] = index
            childCounts[parent, default: 0] += 1
            let name = number(node.name)
            let type = Signature(parent: parent, name: name, classes: [])
            typeCounts[type, default: 0] += 1
            let classes = node.hasAttributes ? node.attribute("class")?.split(whereSeparator: \.isWhitespace) ?? [] : []
            let numbers = classes.prefix(32).map { number(String($0)) }
            let kept = numbers.filter { RowProposalNames.isSteady(words[$0]) }.sorted()
            let key = Signature(parent: parent < 0 ? -1 : elements[parent].signature, name: name, classes: kept)
            let signature = signatures[key] ?? signatures.count
            signatures[key] = signature
            elements.append(
                Element(
                    node: node, parent: parent, end: index + 1, name: name,
                    id: node.hasAttributes ? node.attribute("id").map { number($0) } : nil, classes: numbers,
                    place: childCounts[parent]!, placeOfType: typeCounts[type]!, signature: signature))
        }
        note(texts, places)
        countUpwards()
        markAsides()
    }

    func word(_ number: Int) -> String { words[number] }

    func isNamed(_ index: Int, _ name: String) -> Bool { numbers[name] == elements[index].name }

    /// All elements in it, itself not counted.
    func inside(_ index: Int) -> Range<Int> { index + 1..<elements[index].end }

    private mutating func number(_ word: String) -> Int {
        if let number = numbers[word] { return number }
        numbers[word] = words.count
        words.append(word)
        return words.count - 1
    }

    // MARK: - Counting

    private mutating func note(_ texts: [HTMLNode], _ places: [Int: Int]) {
        let unread = Set(["script", "style", "noscript", "template", "title", "option"].compactMap { numbers[$0] })
        var datesLeft = RowProposalOutline.mostDates
        for text in texts {
            guard let place = text.parent.flatMap({ places[$0.identity] }), !unread.contains(elements[place].name)
            else {
                continue
            }
            let content = text.content
            let length = content.split(whereSeparator: \.isWhitespace).reduce(-1) { $0 + $1.utf8.count + 1 }
            elements[place].text += length
            elements[place].ownText += length
            if datesLeft > 0, length <= 160, content.utf8.contains(where: { $0 &- 0x30 < 10 }) {
                datesLeft -= 1
                if let line = PlainTextReader().text(content, as: .text, isSingleLine: true),
                    RowProposalOutline.holdsDate(line)
                {
                    elements[place].dates += 1
                    elements[place].hasOwnDate = true
                }
            }
        }
    }

    /// A date that names a day, not a lone number or year.
    static func holdsDate(_ text: String) -> Bool {
        guard text.utf8.count >= 6 else { return false }
        let digits = text.utf8.count { $0 &- 0x30 < 10 }
        // A number of a file or a case is no date, however it can be read.
        if digits == text.utf8.count { return false }
        return DateReading.firstDate(in: text) != nil
    }

    private mutating func countUpwards() {
        let anchor = numbers["a"]
        for index in elements.indices.reversed() {
            if let datetime = elements[index].node.attribute("datetime"), elements[index].dates == 0,
                DateReading.timestamp(datetime) != nil
            {
                elements[index].dates = 1
                elements[index].hasOwnDate = true
            }
            if elements[index].name == anchor, leadsSomewhere(index) {
                elements[index].links += 1
                elements[index].linkText = elements[index].text
            }
            let parent = elements[index].parent
            guard parent >= 0 else { continue }
            elements[parent].text += elements[index].text
            elements[parent].linkText += elements[index].linkText
            elements[parent].links += elements[index].links
            elements[parent].dates += elements[index].dates
            elements[parent].end = max(elements[parent].end, elements[index].end)
        }
    }

    /// A link to another document.
    func leadsSomewhere(_ index: Int) -> Bool {
        guard let address = elements[index].node.attribute("href")?.trimmedOrNil else { return false }
        let start = address.prefix(12).lowercased()
        return !["#", "javascript:", "mailto:", "tel:", "data:"].contains { start.hasPrefix($0) }
    }

    /// Navigation and the like, by element, role and name; never what holds most of the page.
    private mutating func markAsides() {
        let most = (elements.first?.text ?? 0) / 2
        for index in elements.indices {
            let parent = elements[index].parent
            if parent >= 0, elements[parent].isAside {
                elements[index].isAside = true
                continue
            }
            let element = elements[index]
            guard parent >= 0, element.text <= most else { continue }
            let name = words[element.name]
            if ["nav", "footer", "aside", "header", "select"].contains(name) {
                // A list entry may have a header of its own.
                elements[index].isAside = name != "header" || !isInsideEntry(index)
            } else if let role = element.node.attribute("role"), RowProposalNames.asideRoles.contains(role) {
                elements[index].isAside = true
            } else {
                let labels = element.classes.map { words[$0] } + (element.id.map { [words[$0]] } ?? [])
                elements[index].isAside = labels.contains(where: RowProposalNames.isAside)
            }
        }
    }

    private func isInsideEntry(_ index: Int) -> Bool {
        var parent = elements[index].parent
        while parent >= 0 {
            if ["article", "li", "main", "td", "section"].contains(words[elements[parent].name]) { return true }
            parent = elements[parent].parent
        }
        return false
    }
}

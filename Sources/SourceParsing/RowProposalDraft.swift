import MarkupReading
import TriggerModel

/// Finds selectors for a group of rows and for the parts in them.
struct RowProposalDraft {
    let outline: RowProposalOutline
    let rows: [Int]
    /// Rows from which the parts are learnt.
    private let sample: [Int]

    init(_ outline: RowProposalOutline, rows: [Int]) {
        self.outline = outline
        self.rows = rows
        sample = Array(rows.prefix(30))
    }

    /// The proposal with all its items; nil where no selector finds just these rows, or they give fewer than two items.
    func proposal(_ tree: HTMLTree, _ url: String?, _ weight: Double) -> (proposal: RowProposal, all: [Item])? {
        guard let pattern = rowPattern() else { return nil }
        let parts = RowProposalParts(outline, sample)
        let selectors = ListSelectors(
            rows: pattern.css(outline), link: parts.link?.css(outline), title: parts.title?.css(outline),
            date: parts.date?.css(outline), summary: parts.summary?.css(outline))
        let input = ParseInput(bytes: [], url: url, sourceName: url ?? "", selectors: selectors)
        guard let reader = try? ListReader(selectors), let document = try? ListPage.read(tree, reader, input).get(),
            document.items.count >= 2
        else { return nil }
        let proposal = RowProposal(
            selectors: selectors, rows: document.items.count, items: Array(document.items.prefix(5)),
            score: score(document, weight))
        return (proposal, document.items)
    }

    /// What the items say counts more than how the page is built.
    private func score(_ document: ParsedDocument, _ weight: Double) -> Double {
        let items = document.items
        let count = Double(items.count)
        let linked = Double(Set(items.compactMap(\.url)).count) / count
        let titles = items.compactMap(\.title)
        let telling = Double(titles.count { $0.utf8.count >= 12 && $0.contains(" ") }) / count
        let different = Double(Set(titles).count) / count
        let dated = Double(items.count { $0.published != nil }) / count
        let words = Double(titles.reduce(0) { $0 + $1.split(separator: " ").count }) / max(1, Double(titles.count))
        let length = words < 2 ? 0.4 : words < 4 ? 0.8 : words < 40 ? 1 : 0.7
        let asides = Double(rows.count { outline.elements[$0].isAside }) / Double(rows.count)
        // Entries that the selectors find but that give nothing speak against them.
        let kept = count / Double(max(document.counts.seen, 1))
        let many = min(1, count / 8)
        return (0.25 * linked + 0.2 * telling + 0.15 * different + 0.3 * dated + 0.1 * many) * length
            * (linked == 0 ? 0.5 : 1) * (1 - 0.6 * asides) * (0.6 + 0.4 * kept) * (0.85 + 0.15 * min(1, weight / 5))
    }

    // MARK: - Rows

    /// The simplest pattern that finds the rows and beside them only elements without links and dates.
    private func rowPattern() -> RowProposalPattern? {
        let wanted = Set(rows)
        let first = outline.elements[rows[0]]
        var shared = first.classes.filter { RowProposalNames.isSteady(outline.word($0)) }
        for row in rows.dropFirst() {
            let classes = outline.elements[row].classes
            shared.removeAll { !classes.contains($0) }
        }
        let telling = shared.filter { !RowProposalNames.isLayout(outline.word($0)) }.sorted(by: isBetter)
        var own = telling.prefix(3).map { RowProposalPattern.Step(name: first.name, className: $0) }
        let plain = RowProposalPattern.Step(name: first.name)
        let around = ancestors(of: rows)
        var candidates = own.map { RowProposalPattern(steps: [$0]) }
        if outline.word(first.name) == "article" { candidates.append(RowProposalPattern(steps: [plain])) }
        if own.isEmpty { own = made(first).map { [$0] } ?? [] }
        candidates += own.map { RowProposalPattern(steps: [$0]) }
        let parents = parentSteps()
        for step in parents.prefix(2) { candidates.append(RowProposalPattern(steps: [step, plain], isChild: true)) }
        for step in around.prefix(5) { candidates.append(RowProposalPattern(steps: [step, plain])) }
        for step in around.prefix(5) { candidates.append(RowProposalPattern(steps: [step, plain], isChild: true)) }
        for step in around.prefix(4) {
            for mine in own.prefix(1) { candidates.append(RowProposalPattern(steps: [step, mine])) }
            for parent in parents.prefix(1) { candidates.append(RowProposalPattern(steps: [step, parent, plain])) }
        }
        for name in shared.filter({ RowProposalNames.isLayout(outline.word($0)) }).prefix(2) {
            let step = RowProposalPattern.Step(name: first.name, className: name)
            candidates.append(RowProposalPattern(steps: [step]))
            for outer in around.prefix(3) { candidates.append(RowProposalPattern(steps: [outer, step])) }
        }
        candidates.append(RowProposalPattern(steps: [plain]))
        candidates += byPlace(plain)
        return candidates.first { finds($0, wanted) }
    }

    private func finds(_ pattern: RowProposalPattern, _ wanted: Set<Int>) -> Bool {
        var found = 0
        var others = 0
        for (index, element) in outline.elements.enumerated() where pattern.matches(index, outline) {
            if wanted.contains(index) {
                found += 1
            } else if element.links > 0 || element.dates > 0 {
                return false
            } else {
                others += 1
            }
        }
        return found == wanted.count && others <= max(3, found)
    }

    /// Steps for what is around all rows, nearest first, named by people.
    private func ancestors(of rows: [Int]) -> [RowProposalPattern.Step] {
        var steps: [RowProposalPattern.Step] = []
        var place = outline.elements[rows[0]].parent
        let last = rows[rows.count - 1]
        while place >= 0 {
            let element = outline.elements[place]
            if element.end > last {
                if let id = element.id, RowProposalNames.isHuman(outline.word(id)) {
                    steps.append(RowProposalPattern.Step(id: id))
                }
                let named = element.classes.filter {
                    RowProposalNames.isSteady(outline.word($0)) && !RowProposalNames.isLayout(outline.word($0))
                }
                steps += named.sorted(by: isBetter).prefix(2).map {
                    RowProposalPattern.Step(name: element.name, className: $0)
                }
                if named.isEmpty,
                    ["main", "article", "table", "tbody", "ul", "ol", "dl"].contains(outline.word(element.name))
                {
                    steps.append(RowProposalPattern.Step(name: element.name))
                }
            }
            place = element.parent
        }
        return steps
    }

    /// What the direct parents of all rows share, where the rows lie in several.
    private func parentSteps() -> [RowProposalPattern.Step] {
        let parents = rows.map { outline.elements[$0].parent }
        guard let first = parents.first, first >= 0 else { return [] }
        var shared = outline.elements[first].classes.filter {
            RowProposalNames.isSteady(outline.word($0)) && !RowProposalNames.isLayout(outline.word($0))
        }
        for parent in parents.dropFirst() where parent != first {
            let classes = outline.elements[parent].classes
            shared.removeAll { !classes.contains($0) }
        }
        return shared.map { RowProposalPattern.Step(name: outline.elements[first].name, className: $0) }
    }

    /// A class that a build made keeps the part that a person wrote: `Card_root__` of `Card_root__3xY2z`.
    private func made(_ element: RowProposalOutline.Element) -> RowProposalPattern.Step? {
        let part = element.classes.lazy.compactMap { RowProposalNames.writtenPart(outline.word($0)) }.first
        return part.map { RowProposalPattern.Step(name: element.name, classPart: $0) }
    }

    /// Last of all: the way down by places.
    private func byPlace(_ plain: RowProposalPattern.Step) -> [RowProposalPattern] {
        let parent = outline.elements[rows[0]].parent
        guard parent >= 0, outline.elements[parent].end > rows[rows.count - 1] else { return [] }
        var way: [RowProposalPattern.Step] = [plain]
        var place = parent
        var patterns: [RowProposalPattern] = []
        while place >= 0, way.count < 8 {
            let element = outline.elements[place]
            let name = outline.word(element.name)
            let isUnique = name == "body" || name == "html"
            if let id = element.id, RowProposalNames.isHuman(outline.word(id)) {
                way.insert(RowProposalPattern.Step(id: id), at: 0)
                patterns.append(RowProposalPattern(steps: way, isChild: true))
                break
            }
            way.insert(
                RowProposalPattern.Step(name: element.name, placeOfType: isUnique ? nil : element.placeOfType), at: 0)
            patterns.append(RowProposalPattern(steps: way, isChild: true))
            place = element.parent
        }
        return patterns
    }

    /// Words that speak of entries first, then the shorter ones.
    private func isBetter(_ one: Int, _ other: Int) -> Bool {
        func rank(_ word: String) -> (Int, Int, String) {
            (RowProposalNames.speaksOf(RowProposalNames.entries, word) ? 0 : 1, word.utf8.count, word)
        }
        return rank(outline.word(one)) < rank(outline.word(other))
    }
}

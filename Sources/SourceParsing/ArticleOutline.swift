import MarkupReading

/// A page's elements in the document's order with what each says by itself and with all in it: one walk, so that every
/// later question is a look at an array.
struct ArticleOutline {
    struct Entry {
        let node: HTMLNode
        let name: String
        /// -1 for the root.
        let parent: Int
        /// Index after its last descendant.
        var end: Int
        let isBlock: Bool
        let label: ArticleLabel
        /// The element is not part of any text: hidden, or beside the article by its kind or label.
        var isDropped = false
        /// Text of a block that stands in no block inside it.
        var own = TextMeasure()
        /// The same with all blocks inside it that are not dropped.
        var whole = TextMeasure()
        /// Weight of the sentences in it: own text of blocks that read like prose, links not counted.
        var prose = 0
        /// Number of such blocks.
        var proseBlocks = 0
    }

    /// How far the page is taken at its word about what stands beside its article.
    enum Trust: CaseIterable {
        case full
        /// Labels do not count: a page that calls all of itself `sidebar` has an article too.
        case kinds
        /// Hidden text counts too: a page that hides its article until a script has run.
        case nothing
    }

    private(set) var entries: [Entry] = []
    /// The headline: the heading that says the title, else the only first heading.
    private(set) var heading: Int?
    let trust: Trust

    init(_ root: HTMLNode, clues: ArticleClues, trust: Trust) {
        self.trust = trust
        var builder = Builder(clues: clues, showsHidden: trust == .nothing)
        root.walk {
            builder.enter($0)
        } text: {
            builder.add($0)
        } leave: { _ in
            builder.leave()
        }
        entries = builder.finished()
        sum()
        heading = findHeading(clues)
        dropBeside(clues)
        dropTeasers()
        sum()
    }

    private func findHeading(_ clues: ArticleClues) -> Int? {
        var firsts: [Int] = []
        for (index, entry) in entries.enumerated() where Self.isHeading(entry.name) && !entry.isDropped {
            if entry.name == "h1" { firsts.append(index) }
            guard entry.whole.weight > 0, entry.whole.weight < 400, !clues.title.isEmpty,
                let text = entry.node.readableText(isSingleLine: true)
            else { continue }
            if WordHashes(text).hashes == clues.title { return index }
        }
        return firsts.count == 1 ? firsts[0] : nil
    }

    func isProse(_ entry: Entry) -> Bool { Self.isProse(entry.own, name: entry.name) }

    /// Reads like sentences: long enough, mostly no links, with an end of a sentence.
    static func isProse(_ text: TextMeasure, name: String) -> Bool {
        guard text.weight > 0, text.linkShare < 0.6 else { return false }
        switch name {
        case "h1", "h2", "h3", "h4", "h5", "h6", "button", "label", "legend", "caption", "th": return false
        case "p", "blockquote", "pre", "dd": return text.weight >= 30 && (text.stops > 0 || text.weight >= 70)
        case "li", "td": return text.weight >= 70 && text.stops > 0 && text.linkShare < 0.4
        default: return text.weight >= 60 && text.stops > 0 && text.linkShare < 0.4 || text.weight >= 160
        }
    }

    static func isHeading(_ name: String) -> Bool {
        switch name {
        case "h1", "h2", "h3", "h4", "h5", "h6": true
        default: false
        }
    }

    // MARK: - Sums

    /// Sums from the leaves up, without what is dropped.
    private mutating func sum() {
        for index in entries.indices {
            let text = entries[index].own
            entries[index].whole = text
            let isProse = entries[index].isBlock && isProse(entries[index])
            entries[index].prose = isProse ? text.weight - text.linked : 0
            entries[index].proseBlocks = isProse ? 1 : 0
        }
        for index in entries.indices.reversed() where entries[index].parent >= 0 && !entries[index].isDropped {
            let parent = entries[index].parent
            entries[parent].whole = entries[parent].whole + entries[index].whole
            entries[parent].prose += entries[index].prose
            entries[parent].proseBlocks += entries[index].proseBlocks
        }
    }

    // MARK: - What stands beside

    private mutating func drop(_ index: Int) { entries[index].isDropped = true }

    /// Elements that are beside any article by their kind.
    private static let besideNames: Set<String> = [
        "nav", "aside", "footer", "form", "button", "menu", "dialog", "figcaption",
    ]

    /// Drops what kind and labels call beside, as long as it is not most of the page's prose: then the label lies, as
    /// `has-sidebar` around everything does. What holds the headline or the described words is the article.
    private mutating func dropBeside(_ clues: ArticleClues) {
        guard let page = entries.first?.prose else { return }
        var isArticle = [Bool](repeating: false, count: entries.count)
        if let heading { isArticle[heading] = true }
        for index in entries.indices.reversed() {
            if clues.isDescribed(entries[index].own) { isArticle[index] = true }
            if isArticle[index], entries[index].parent >= 0 { isArticle[entries[index].parent] = true }
        }
        var index = 0
        while index < entries.count {
            if entries[index].isDropped || isBeside(entries[index], page, isArticle[index]) {
                drop(index)
                index = max(entries[index].end, index + 1)
            } else {
                index += 1
            }
        }
    }

    private func isBeside(_ entry: Entry, _ page: Int, _ isArticle: Bool) -> Bool {
        let isByName = Self.besideNames.contains(entry.name)
        let isByLabel = entry.label == .beside || entry.label == .discussion
        guard isByName || (isByLabel && trust == .full) else { return false }
        guard entry.isBlock || !isInProse(entry) else { return false }
        if entry.prose == 0 { return true }
        if isArticle, entry.prose * 4 > page { return false }
        let rest = page - entry.prose
        // A web form around the whole page was the fashion of a framework.
        let isSure = isByName ? entry.name != "form" : entry.label == .discussion
        return isSure ? rest >= 120 : entry.prose * 2 < page || rest >= 600
    }

    /// An inline element amid other words.
    private func isInProse(_ entry: Entry) -> Bool {
        entry.parent >= 0 && isProse(entries[entry.parent]) && entry.name != "button"
    }

    // MARK: - Teasers

    /// Prose of a teaser, at most.
    private static let longestTeaser = 400

    /// Drops teasers of other stories: a heading that is a link, with a few sentences. Where they are most of the page
    /// it is their page, and they stay.
    private mutating func dropTeasers() {
        sum()
        guard let page = entries.first?.prose else { return }
        var teasers: [Int] = []
        var isInside = -1
        for index in entries.indices where index >= isInside && !entries[index].isDropped {
            let entry = entries[index]
            guard Self.isHeading(entry.name), entry.whole.weight > 0, entry.whole.linkShare > 0.8 else { continue }
            var top = index
            while entries[top].parent > 0 {
                let parent = entries[entries[top].parent]
                guard parent.proseBlocks <= 2, parent.prose <= Self.longestTeaser else { break }
                top = entries[top].parent
            }
            guard entries[top].proseBlocks > 0 else { continue }
            teasers.append(top)
            isInside = entries[top].end
        }
        let weight = teasers.reduce(0) { $0 + entries[$1].prose }
        guard teasers.count >= 3, page - weight >= 600 else { return }
        for teaser in teasers { drop(teaser) }
    }
}

/// Builds the entries along a walk.
private struct Builder {
    let clues: ArticleClues
    let showsHidden: Bool
    var entries: [ArticleOutline.Entry] = []
    /// Open entries, innermost last.
    private var open: [Int] = []
    /// Open blocks, innermost last, each with the last words of its text.
    private var blocks: [(entry: Int, words: WordHashes)] = []
    private var links = 0
    private var labels: [String: ArticleLabel] = [:]

    init(clues: ArticleClues, showsHidden: Bool) {
        self.clues = clues
        self.showsHidden = showsHidden
    }

    mutating func enter(_ node: HTMLNode) -> Bool {
        let flow = node.flow
        let index = entries.count
        entries.append(
            ArticleOutline.Entry(
                node: node, name: node.name, parent: open.last ?? -1, end: index + 1, isBlock: flow == .block,
                label: flow == .none ? .none : ArticleLabel.of(node, known: &labels)))
        if flow == .none || (!showsHidden && node.isHidden) {
            entries[index].isDropped = true
            return false
        }
        open.append(index)
        if flow == .block || blocks.isEmpty { blocks.append((index, WordHashes())) }
        if entries[index].name == "a" { links += 1 }
        return true
    }

    mutating func leave() {
        guard let index = open.popLast() else { return }
        entries[index].end = entries.count
        if entries[index].name == "a" { links -= 1 }
        if blocks.last?.entry == index { closeBlock() }
    }

    mutating func add(_ text: UnsafeBufferPointer<UInt8>) {
        guard let block = blocks.last?.entry else { return }
        entries[block].own.add(text, isLink: links > 0)
        if clues.hasRuns { blocks[blocks.count - 1].words.add(text) }
    }

    private mutating func closeBlock() {
        guard let (entry, words) = blocks.popLast(), clues.hasRuns, words.hashes.count >= ArticleClues.runLength
        else { return }
        let runs = words.runs(of: ArticleClues.runLength)
        entries[entry].own.described = runs.count { clues.described.contains($0) }
        guard !clues.told.isEmpty else { return }
        entries[entry].own.runs = runs.count
        entries[entry].own.told = runs.count { clues.told.contains($0) }
    }

    /// A page cut off by its limits leaves elements open.
    mutating func finished() -> [ArticleOutline.Entry] {
        while !open.isEmpty { leave() }
        return entries
    }
}

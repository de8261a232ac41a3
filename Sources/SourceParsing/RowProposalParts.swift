import MarkupReading

/// Link, title, date and summary of rows: which element of each row it is, and a pattern that finds it in all of them.
struct RowProposalParts {
    private(set) var link: RowProposalPattern?
    private(set) var title: RowProposalPattern?
    private(set) var date: RowProposalPattern?
    private(set) var summary: RowProposalPattern?

    private let outline: RowProposalOutline
    private let rows: [Int]
    /// Links that say the same in most rows: "Read more", "PDF", whatever the language.
    private let idle: Set<Int>

    init(_ outline: RowProposalOutline, _ rows: [Int]) {
        self.outline = outline
        self.rows = rows
        idle = RowProposalParts.idleLinks(outline, rows)
        let links = rows.map(mainLink)
        let titles = zip(rows, links).map(titleElement)
        let dates = rows.map(dateElement)
        link = pattern(links, least: 0.9, isAlone: false)
        title = pattern(titles, least: 0.8, isAlone: true)
        date = pattern(dates, least: 0.7, isAlone: false)
        // Where it stands beside links and other things, its own text is meant.
        let mixed = dates.compactMap { $0 }.count { index in
            let element = outline.elements[index]
            return element.text > element.ownText && element.ownText > 0 && element.node.attribute("datetime") == nil
        }
        if mixed * 2 > dates.count { date?.takesText = true }
        summary = pattern(
            zip(rows, titles).map { row, title in summaryElement(row, title) }, least: 0.6, isAlone: true)
    }

    // MARK: - Which element it is

    /// The link of the heading, else the one with the most text, else the first.
    private func mainLink(_ row: Int) -> Int? {
        var best: (index: Int, rank: Int)?
        for index in [row] + Array(outline.inside(row))
        where outline.isNamed(index, "a") && outline.leadsSomewhere(index) {
            var rank = min(outline.elements[index].text, 300)
            if isInHeading(index, row) || hasHeading(index) { rank += 400 }
            if outline.elements[index].hasOwnDate, rank < 300 { rank /= 2 }
            // Of links that all say the same, the first.
            if idle.contains(index) { rank = min(rank, 1) }
            if best.map({ rank > $0.rank }) ?? true { best = (index, rank) }
        }
        return best?.index
    }

    /// A heading; else what is called a title; else the link, where it says something; else the longest text.
    private func titleElement(_ row: Int, _ link: Int?) -> Int? {
        let inside = outline.inside(row)
        if let heading = inside.first(where: { isHeading($0) && outline.elements[$0].text >= 8 }) { return heading }
        let named = inside.first { index in
            let element = outline.elements[index]
            return element.text >= 8 && (!element.hasOwnDate || element.ownText >= 20)
                && element.classes.contains { RowProposalNames.speaksOf(RowProposalNames.titles, outline.word($0)) }
        }
        if let named { return named }
        if let link, says(link) { return link }
        let texts = inside.filter { index in
            let element = outline.elements[index]
            return element.ownText >= 8 && !element.hasOwnDate
        }
        return texts.max { outline.elements[$0].ownText < outline.elements[$1].ownText } ?? link
    }

    private func says(_ link: Int) -> Bool {
        let element = outline.elements[link]
        guard element.text >= 12, !idle.contains(link) else { return false }
        return element.node.readableText(isSingleLine: true)?.contains(" ") == true
    }

    private static func idleLinks(_ outline: RowProposalOutline, _ rows: [Int]) -> Set<Int> {
        var byText: [String: [Int]] = [:]
        for row in rows {
            for index in outline.inside(row) where outline.isNamed(index, "a") && outline.elements[index].text <= 60 {
                byText[outline.elements[index].node.readableText(isSingleLine: true) ?? "", default: []].append(index)
            }
        }
        return Set(byText.values.filter { $0.count >= 3 && $0.count * 2 >= rows.count }.joined())
    }

    /// `time`, else the deepest element with a date among its own texts.
    private func dateElement(_ row: Int) -> Int? {
        let dated = outline.inside(row).filter { outline.elements[$0].hasOwnDate }
        if let time = dated.first(where: { outline.isNamed($0, "time") }) { return time }
        let named = dated.first { index in
            outline.elements[index].classes.contains {
                RowProposalNames.speaksOf(RowProposalNames.dates, outline.word($0))
            }
        }
        // The shortest text: a date by itself, not one in a headline.
        return named ?? dated.min { outline.elements[$0].ownText < outline.elements[$1].ownText }
            ?? (outline.elements[row].hasOwnDate ? row : nil)
    }

    private func summaryElement(_ row: Int, _ title: Int?) -> Int? {
        outline.inside(row).first { index in
            let element = outline.elements[index]
            let isPart = title.map { index >= $0 && index < outline.elements[$0].end } ?? false
            return outline.isNamed(index, "p") && element.text >= 60 && !isPart && element.linkText * 2 < element.text
        }
    }

    private func isHeading(_ index: Int) -> Bool {
        ["h1", "h2", "h3", "h4", "h5", "h6"].contains(outline.word(outline.elements[index].name))
    }

    private func hasHeading(_ index: Int) -> Bool { outline.inside(index).contains(where: isHeading) }

    private func isInHeading(_ index: Int, _ row: Int) -> Bool {
        var place = outline.elements[index].parent
        while place > row {
            if isHeading(place) { return true }
            place = outline.elements[place].parent
        }
        return false
    }

    // MARK: - A pattern for it

    /// The simplest pattern that finds the chosen element in `least` of the rows that have one; `isAlone` where it may
    /// find nothing else in a row, because all that it finds is read.
    private func pattern(_ chosen: [Int?], least: Double, isAlone: Bool) -> RowProposalPattern? {
        let pairs = zip(rows, chosen).compactMap { row, index in index.map { (row, $0) } }
        guard let example = pairs.first, Double(pairs.count) >= 0.4 * Double(rows.count) else { return nil }
        // A row that looks different may come first.
        let examples = [example] + (pairs.count > 2 ? [pairs[pairs.count / 2]] : [])
        var best: (pattern: RowProposalPattern, right: Int)?
        for (row, index) in examples {
            for pattern in candidates(index, row) {
                let right = pairs.count { isRight(pattern, $0.0, $0.1, isAlone) }
                if right == pairs.count { return pattern }
                if right > best?.right ?? 0 { best = (pattern, right) }
            }
        }
        guard let best, Double(best.right) >= least * Double(pairs.count) else { return nil }
        return best.pattern
    }

    private func isRight(_ pattern: RowProposalPattern, _ row: Int, _ index: Int, _ isAlone: Bool) -> Bool {
        // The row itself counts where no place is asked for, as in `Selector`.
        let asksForPlace = pattern.steps.last.map { $0.place != nil || $0.placeOfType != nil } ?? false
        var found: Int?
        for place in (asksForPlace ? row + 1 : row)..<outline.elements[row].end where pattern.matches(place, outline) {
            if found != nil { return !isAlone && found == index }
            found = place
            if !isAlone { return found == index }
        }
        return found == index
    }

    private func candidates(_ index: Int, _ row: Int) -> [RowProposalPattern] {
        let element = outline.elements[index]
        let plain = RowProposalPattern.Step(name: element.name)
        let named = element.classes.filter {
            RowProposalNames.isSteady(outline.word($0)) && !RowProposalNames.isLayout(outline.word($0))
        }
        var list: [RowProposalPattern] = []
        let name = outline.word(element.name)
        if name == "time" || isHeading(index) || name == "a" { list.append(RowProposalPattern(steps: [plain])) }
        list += named.prefix(3).map { RowProposalPattern(steps: [RowProposalPattern.Step(className: $0)]) }
        if name == "td" || name == "th" {
            list.append(RowProposalPattern(steps: [RowProposalPattern.Step(name: element.name, place: element.place)]))
        }
        list.append(RowProposalPattern(steps: [plain]))
        var place = element.parent
        var isDirect = true
        while place > row {
            let outer = outline.elements[place]
            let outerName = outline.word(outer.name)
            var steps = outer.classes.filter {
                RowProposalNames.isSteady(outline.word($0)) && !RowProposalNames.isLayout(outline.word($0))
            }.prefix(2).map { RowProposalPattern.Step(className: $0) }
            if isHeading(place) { steps.insert(RowProposalPattern.Step(name: outer.name), at: 0) }
            if outerName == "td" || outerName == "th" || outerName == "dd" {
                steps.append(RowProposalPattern.Step(name: outer.name, place: outer.place))
            }
            for step in steps { list.append(RowProposalPattern(steps: [step, plain])) }
            if isDirect, !steps.isEmpty {
                for step in steps { list.append(RowProposalPattern(steps: [step, plain], isChild: true)) }
            }
            isDirect = false
            place = outer.parent
        }
        list.append(
            RowProposalPattern(steps: [RowProposalPattern.Step(name: element.name, placeOfType: element.placeOfType)]))
        if let part = element.classes.lazy.compactMap({ RowProposalNames.writtenPart(outline.word($0)) }).first {
            list.append(RowProposalPattern(steps: [RowProposalPattern.Step(classPart: part)]))
        }
        if place == row, element.parent > row {
            let outer = outline.elements[element.parent]
            list.append(
                RowProposalPattern(
                    steps: [
                        RowProposalPattern.Step(name: outer.name, placeOfType: outer.placeOfType), plain,
                    ], isChild: true))
        }
        return list
    }
}

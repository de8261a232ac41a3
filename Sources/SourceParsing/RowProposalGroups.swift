import Glibc

/// Elements that repeat, the likeliest rows of news first.
struct RowProposalGroups {
    struct Group {
        /// In document order.
        var rows: [Int]
        var weight: Double
    }

    private(set) var best: [Group] = []

    init(_ outline: RowProposalOutline) {
        var places: [Key: Int] = [:]
        var groups: [[Int]] = []
        func add(_ index: Int, _ key: Key) {
            let place = places[key] ?? groups.count
            if place == groups.count {
                places[key] = place
                groups.append([])
            }
            groups[place].append(index)
        }
        for (index, element) in outline.elements.enumerated() {
            guard element.parent >= 0, element.text >= 8 else { continue }
            // By names and classes all the way up, which joins the lists of several months; and by parent, which
            // joins entries that have classes of their own.
            add(index, Key(isParent: false, place: element.signature, name: element.name))
            add(index, Key(isParent: true, place: element.parent, name: element.name))
        }
        var seen: Set<[Int]> = []
        for rows in groups where rows.count > 1 && seen.insert(rows).inserted {
            let group = RowProposalGroups.weighed(outline, rows)
            if group.weight > 0 { best.append(group) }
        }
        best = best.enumerated().sorted { ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset) }
            .prefix(40).map(\.element)
    }

    private struct Key: Hashable {
        var isParent: Bool
        var place: Int
        var name: Int
    }

    /// Rows without a link and a date are left out first: the head of a table, a heading between.
    private static func weighed(_ outline: RowProposalOutline, _ all: [Int]) -> Group {
        let linked = all.filter { outline.elements[$0].links > 0 }
        let rows = linked.count * 2 >= all.count ? linked : all.filter { outline.elements[$0].dates > 0 }
        let elements = rows.map { outline.elements[$0] }
        let count = Double(rows.count)
        let dated = Double(elements.count { $0.dates > 0 }) / max(count, 1)
        guard rows.count >= (dated == 1 ? 2 : 3) else { return Group(rows: rows, weight: 0) }
        let text = Double(elements.reduce(0) { $0 + $1.text }) / count
        let ownDates = Double(elements.reduce(0) { $0 + $1.dates }) / count
        let links = Double(elements.reduce(0) { $0 + $1.links }) / count
        let asides = Double(elements.count { $0.isAside }) / count
        var weight = (0.25 + 0.75 * dated) * log2(1 + min(count, 60))
        weight *= text < 15 ? 0.15 : text < 30 ? 0.6 : text < 1500 ? 1 : 0.4
        // Several dates and links in each row: each of them holds a list.
        if ownDates > 2.5 { weight *= 0.4 }
        if links > 6 { weight *= 0.5 }
        weight *= 1 - 0.75 * asides
        let first = elements[0]
        let name = outline.word(first.name)
        let labels = first.classes.map { outline.word($0) }
        if ["li", "tr", "article", "dt"].contains(name) { weight *= 1.15 }
        if ["html", "body", "option", "script", "td", "th", "span", "b", "i", "strong", "time"].contains(name) {
            weight *= 0.6
        }
        if labels.contains(where: { RowProposalNames.speaksOf(RowProposalNames.entries, $0) }) { weight *= 1.1 }
        return Group(rows: rows, weight: weight)
    }
}

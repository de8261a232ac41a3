import MarkupReading
import TriggerModel

/// What became of the records of one document, while they are read.
struct RecordTally {
    private(set) var items: [Item] = []
    private(set) var seen = 0
    private(set) var skipped = 0
    /// Of those that are wanted, the ones of which no item could be made.
    private var empty = 0
    var damages: [MarkupDamage]
    /// Of those seen, the ones that could not be read.
    private var broken = 0

    /// The document itself is damaged, not one record of it.
    private let isDamaged: Bool

    /// - Parameter damages: those of the document itself.
    init(damages: [MarkupDamage]) {
        self.damages = damages
        isDamaged = damages.contains { FeedDamage.losesItems($0.kind) }
    }

    mutating func add(_ item: Item?) {
        seen += 1
        guard let item else {
            skipped += 1
            empty += 1
            return
        }
        items.append(item)
    }

    /// Up to this share of records may say nothing: remarks and totals stand in many tables.
    private static let emptyShare = 0.1

    /// Records without title and address, where they are more than a remark below the table.
    private var emptiness: MarkupDamage? {
        let wanted = items.count + empty
        guard empty > 1, Double(empty) > Self.emptyShare * Double(wanted) else { return nil }
        return MarkupDamage(
            .emptyRecords, count: empty,
            detail:
                "\(empty) of \(wanted) records (\(empty * 100 / wanted) %) have nothing of what title and link ask for")
    }

    /// A record that is none of those wanted.
    mutating func skip(_ count: Int = 1) {
        seen += count
        skipped += count
    }

    /// A record that cannot be read.
    mutating func skip(damaged message: String, line: Int) {
        skip()
        broken += 1
        note(.notWellFormed, message, line: line)
    }

    /// Of each kind one entry, with the place of the first.
    mutating func note(_ kind: MarkupDamage.Kind, _ message: String, line: Int? = nil) {
        if let index = damages.firstIndex(where: { $0.kind == kind }) {
            damages[index].count += 1
        } else {
            damages.append(MarkupDamage(kind, line: line, detail: message))
        }
    }

    /// A document of nothing but damage is a fault; one whose sound records are all unwanted is none.
    func document(
        _ kind: DocumentKind, _ input: ParseInput, format: String, encoding: EncodingDecision
    ) -> Result<ParsedDocument, ParseFault> {
        let (distinct, merged) = ItemIdentity.merged(items)
        let damages = damages + [emptiness].compactMap(\.self)
        if distinct.isEmpty, isDamaged || seen == broken,
            let worst = damages.first(where: { FeedDamage.losesItems($0.kind) })
        {
            return .failure(
                ParseFault(
                    .damaged, "nothing could be recovered: \(worst.detail)", line: worst.line, damages: damages))
        }
        return .success(
            ParsedDocument(
                kind: kind, feed: FeedDescription(url: input.url, format: format), items: distinct, damages: damages,
                encoding: encoding,
                counts: EntryCounts(seen: seen, items: distinct.count, merged: merged, skipped: skipped)))
    }

    /// Which of `moments` to read when there are more than `limit`: the newest, because registers that grow at their end
    /// would show nothing new otherwise; without dates the first. In the document's order.
    static func newest(_ moments: [Timestamp?], limit: Int) -> [Bool] {
        let order = moments.indices.sorted { left, right in
            let (a, b) = (moments[left]?.seconds ?? .min, moments[right]?.seconds ?? .min)
            return a == b ? left < right : a > b
        }
        var chosen = [Bool](repeating: false, count: moments.count)
        for index in order.prefix(limit) { chosen[index] = true }
        return chosen
    }

    static func tooMany(_ count: Int, limit: Int) -> String { "\(count) records, the newest \(limit) are read" }
}

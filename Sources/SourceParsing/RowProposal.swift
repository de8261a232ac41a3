import MarkupReading
package import TriggerModel

/// Rows that repeat on a page as its news or filings seem to, with selectors that find them: something for an operator
/// to look at and confirm.
package struct RowProposal: Hashable, Sendable {
    /// CSS, short, and by names that look chosen by people.
    package var selectors: ListSelectors
    /// Items that the selectors give.
    package var rows: Int
    /// The first five of them.
    package var items: [Item]
    /// 0…1: how much the rows look like news. Below 0.4 they are more likely something else.
    package var score: Double

    /// At most three, best first; none for a page without repeated rows, or for what is no page.
    package static func proposals(
        bytes: [UInt8], contentType: String? = nil, url: String? = nil
    ) -> [RowProposal] {
        let text = TextDecoding.decode(bytes, contentType: contentType)
        guard DocumentShape.of(text.utf8) != .json, let tree = HTMLTree(text),
            let outline = RowProposalOutline(tree)
        else { return [] }
        let groups = RowProposalGroups(outline).best.prefix(10)
        var found: [(proposal: RowProposal, addresses: Set<String>)] = []
        for group in groups {
            guard let proposal = RowProposalDraft(outline, rows: group.rows).proposal(tree, url, group.weight) else {
                continue
            }
            let addresses = Set(proposal.all.map { $0.url ?? $0.id })
            let made = (proposal.proposal, addresses)
            // The same items by another selector: the list item, the card in it, the link in that.
            if let same = found.firstIndex(where: { isSame($0.addresses, addresses) }) {
                if made.0.score > found[same].proposal.score { found[same] = made }
            } else {
                found.append(made)
            }
        }
        // Stable, so that the same page always gives the same order.
        let ranked = found.enumerated().sorted {
            ($1.element.proposal.score, $0.offset) < ($0.element.proposal.score, $1.offset)
        }
        return ranked.prefix(3).map(\.element.proposal)
    }

    private static func isSame(_ one: Set<String>, _ other: Set<String>) -> Bool {
        let common = one.intersection(other).count
        return common * 10 >= max(one.count, other.count) * 8
    }
}

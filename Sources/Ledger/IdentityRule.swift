/// When one key that was seen before says "the same item", and when it says "this key identifies nothing".
package enum IdentityRule {
    package enum Verdict: Hashable, Sendable {
        /// The same item, with the text it had.
        case same
        /// The same item, edited.
        case edited
        /// Another item that uses the same key: the key is not distinctive.
        case other
    }

    /// An item as it was stored.
    package struct Known: Hashable, Sendable {
        package var title: Int64
        package var text: Int64
        package var published: Int?

        package init(title: Int64, text: Int64, published: Int?) {
            self.title = title
            self.text = text
            self.published = published
        }
    }

    /// Days by which the dates of one story may differ between two versions of a document.
    package static let nearDays = 2
    /// Consecutive polls with new guids on known items after which guids of a source are no longer asked.
    package static let churnPolls = 3

    /// A key decides only while it is distinctive: seen again under another title *and* another date it is not.
    /// Either alone is an edit: titles are corrected, dates are moved.
    package static func verdict(_ kind: IdentityKey.Kind, known: Known, seen: IdentityKeys) -> Verdict {
        let isSameTitle = known.title == seen.title
        if !isSameTitle, let before = known.published, let now = seen.published, before != now, kind != .composite,
            !seen.isFiling
        {
            return .other
        }
        return isSameTitle && known.text == seen.text ? .same : .edited
    }
}

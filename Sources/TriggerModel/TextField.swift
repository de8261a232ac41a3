/// The fields of an item that recognition reads, in reading order.
package enum TextField: String, Sendable, Codable, CaseIterable {
    case title, summary, content
}

extension Item {
    /// The text of one field; nil where the document did not carry it.
    package func text(of field: TextField) -> String? {
        switch field {
        case .title: title
        case .summary: summary
        case .content: content
        }
    }
}

/// A place in an item's field, in Unicode scalars of the field as given: `start..<end`.
package struct Span: Hashable, Sendable, Codable {
    package var field: TextField
    package var start: Int
    package var end: Int

    package init(field: TextField, start: Int, end: Int) {
        self.field = field
        self.start = start
        self.end = end
    }
}

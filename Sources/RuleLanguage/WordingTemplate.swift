/// Wording with slots: `{slot}` prints one, `{slot|fallback}` has a fallback, `[…]` is left out when a slot in it is empty.
package struct WordingTemplate: Hashable, Sendable {
    package indirect enum Segment: Hashable, Sendable {
        case literal(String)
        case slot(String, fallback: String?)
        case optional([Segment])
    }

    /// As written.
    package var text: String
    package var segments: [Segment]
    package var place: SourcePlace

    package init(text: String, segments: [Segment], place: SourcePlace) {
        self.text = text
        self.segments = segments
        self.place = place
    }
}

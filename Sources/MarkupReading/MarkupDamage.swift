/// Something in a document that is not as its format says, counted by kind, and where it was first met.
package struct MarkupDamage: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        // The bytes.
        case documentTooLong = "document-too-long"
        case unknownEncoding = "unknown-encoding"
        case wrongEncoding = "wrong-encoding"
        case badBytes = "bad-bytes"
        case controlCharacters = "control-characters"
        // The markup.
        case junkBeforeRoot = "junk-before-root"
        case junkAfterRoot = "junk-after-root"
        case strayAmpersand = "stray-ampersand"
        case strayLessThan = "stray-less-than"
        case undeclaredEntity = "undeclared-entity"
        case droppedEntity = "dropped-entity"
        case badCharacterReference = "bad-character-reference"
        case malformedTag = "malformed-tag"
        case tagTooLarge = "tag-too-large"
        case tooDeep = "too-deep"
        case tooManyElements = "too-many-elements"
        case tooManyNames = "too-many-names"
        case unclosedElement = "unclosed-element"
        case strayEndTag = "stray-end-tag"
        case unclosedComment = "unclosed-comment"
        case unclosedSection = "unclosed-section"
        /// A prefix without a namespace, or a namespace that is no address: nothing is lost by it.
        case undeclaredPrefix = "undeclared-prefix"
        case truncated
        case notWellFormed = "not-well-formed"
        // The content.
        case doubleEncoded = "double-encoded"
        case fieldTooLong = "field-too-long"
        case tooManyItems = "too-many-items"
        /// Records in which nothing is where it was: neither a title nor an address comes of them.
        case emptyRecords = "empty-records"
    }

    package var kind: Kind
    /// How often it was met.
    package var count: Int
    /// Line of the first one, from 1; nil where it has no place.
    package var line: Int?
    /// Byte offset of the first one in the document as UTF-8.
    package var offset: Int?
    /// What it was, for a person: an entity's name, libxml2's message.
    package var detail: String

    package init(_ kind: Kind, count: Int = 1, line: Int? = nil, offset: Int? = nil, detail: String = "") {
        self.kind = kind
        self.count = count
        self.line = line
        self.offset = offset
        self.detail = detail
    }
}

extension MarkupDamage: CustomStringConvertible {
    /// One line for people: `line 23: truncated: the document ends inside <title>`.
    package var description: String {
        let place = line.map { "line \($0): " } ?? ""
        let times = count > 1 ? " (\(count) times)" : ""
        return "\(place)\(kind.rawValue)\(times)\(detail.isEmpty ? "" : ": \(detail)")"
    }
}

/// Collects damages while a document is read: one entry per kind, in the order of their first meeting.
struct DamageLog {
    private(set) var damages: [MarkupDamage] = []

    func has(_ kind: MarkupDamage.Kind) -> Bool { damages.contains { $0.kind == kind } }

    mutating func note(
        _ kind: MarkupDamage.Kind, at offset: Int? = nil, count: Int = 1, detail: String = ""
    ) {
        for index in damages.indices where damages[index].kind == kind {
            damages[index].count += count
            return
        }
        damages.append(MarkupDamage(kind, count: count, offset: offset, detail: detail))
    }

    /// Fills in the lines by counting line feeds once up to the furthest offset.
    mutating func countLines(in bytes: UnsafeBufferPointer<UInt8>, plus linesBefore: Int = 0) {
        let wanted = damages.indices.filter { damages[$0].line == nil && damages[$0].offset != nil }
            .sorted { damages[$0].offset! < damages[$1].offset! }
        var line = 1 + linesBefore
        var position = 0
        for index in wanted {
            let end = min(damages[index].offset!, bytes.count)
            while position < end {
                if bytes[position] == Ascii.lineFeed { line += 1 }
                position += 1
            }
            damages[index].line = line
        }
    }

    mutating func append(_ damage: MarkupDamage) { damages.append(damage) }
}

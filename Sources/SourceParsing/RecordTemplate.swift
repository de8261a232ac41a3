/// The template of a record's part, cut up once and filled for each record.
///
/// Text, references in braces (`{a|b}` is the first that is not empty) and `[…]` segments that are left out when a
/// reference in them is empty. `Reference` is what a name in braces stands for: a pointer, a column's place.
struct RecordTemplate<Reference> {
    private enum Part {
        case text(String)
        /// Alternatives in their order.
        case value([Reference])
        case segment([Part])
    }

    private let parts: [Part]
    /// Where the template is one reference and nothing else.
    let only: [Reference]?
    private let hasReferences: Bool

    /// - Parameter resolve: what a name in braces means.
    /// - Throws: `badSelector` where braces or brackets do not pair, and whatever `resolve` throws.
    init(_ text: String, resolve: (String) throws(ParseFault) -> Reference) throws(ParseFault) {
        var reader = RecordTemplateReader(text)
        parts = try RecordTemplate.read(&reader, inSegment: false, resolve)
        hasReferences = RecordTemplate.hasReference(parts)
        if parts.count == 1, case .value(let references) = parts[0] { only = references } else { only = nil }
    }

    /// A number behind a currency sign is written as people write sums. nil where every reference is empty, and where nothing comes out: constant words alone say nothing of a record.
    /// A template without references is its own text.
    func text(_ value: (Reference) -> String?) -> String? {
        var filled = ""
        var isSaid = false
        RecordTemplate.fill(parts, into: &filled, &isSaid, value) { before, value in
            before + (before.last.map { "$€£".contains($0) } ?? false ? GroupedDigits.text(value) : value)
        }
        return isSaid || !hasReferences ? filled.trimmedOrNil : nil
    }

    /// As an address: a value that begins it stands as it is, a path right behind the host keeps its slashes, every
    /// other value is one component, percent-encoded (RFC 3986 section 2.1).
    func address(_ value: (Reference) -> String?) -> String? {
        var filled = ""
        var isSaid = false
        RecordTemplate.fill(parts, into: &filled, &isSaid, value) { before, value in
            if before.isEmpty { return value }
            return before + PercentEncoding.component(value, keepsSlashes: RecordTemplate.endsInHost(before))
        }
        return isSaid || !hasReferences ? filled.trimmedOrNil : nil
    }

    private static func endsInHost(_ text: String) -> Bool {
        guard let scheme = text.firstRange(of: "://") else { return false }
        let rest = text[scheme.upperBound...]
        return !rest.isEmpty && !rest.utf8.contains { $0 == 0x2F || $0 == 0x3F || $0 == 0x23 }
    }

    // MARK: Filling

    /// False where a reference is empty.
    @discardableResult
    private static func fill(
        _ parts: [Part], into text: inout String, _ isSaid: inout Bool, _ value: (Reference) -> String?,
        _ joined: (String, String) -> String
    ) -> Bool {
        var isWhole = true
        for part in parts {
            switch part {
            case .text(let words): text += words
            case .value(let references):
                if let found = first(of: references, value) {
                    text = joined(text, found)
                    isSaid = true
                } else {
                    isWhole = false
                }
            case .segment(let inner):
                let before = text
                var isInnerSaid = false
                if fill(inner, into: &text, &isInnerSaid, value, joined) {
                    isSaid = isSaid || isInnerSaid
                } else {
                    text = before
                }
            }
        }
        return isWhole
    }

    private static func first(of references: [Reference], _ value: (Reference) -> String?) -> String? {
        for reference in references {
            if let found = value(reference)?.trimmedOrNil { return found }
        }
        return nil
    }

    // MARK: Reading

    private static func read(
        _ reader: inout RecordTemplateReader, inSegment: Bool, _ resolve: (String) throws(ParseFault) -> Reference
    ) throws(ParseFault) -> [Part] {
        var parts: [Part] = []
        while let token = try reader.next() {
            switch token {
            case .text(let text): parts.append(.text(text))
            case .names(let names):
                var references: [Reference] = []
                for name in names { references.append(try resolve(name)) }
                parts.append(.value(references))
            case .open:
                guard !inSegment else { throw reader.fault("a [segment] stands inside another") }
                let inner = try read(&reader, inSegment: true, resolve)
                guard hasReference(inner) else { throw reader.fault("a [segment] has no reference in it") }
                parts.append(.segment(inner))
            case .close:
                guard inSegment else { throw reader.fault("a ']' closes nothing") }
                return parts
            }
        }
        guard !inSegment else { throw reader.fault("a '[' is never closed") }
        return parts
    }

    private static func hasReference(_ parts: [Part]) -> Bool {
        parts.contains {
            switch $0 {
            case .text: false
            case .value: true
            case .segment(let inner): hasReference(inner)
            }
        }
    }
}

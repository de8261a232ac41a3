import MarkupReading

/// The languages and bases that elements set for themselves and for all in them: `xml:lang` and `xml:base`
/// (XML 1.0 section 2.12; XML Base).
struct FeedScope: ~Copyable {
    /// An empty language takes back the one around it.
    private var languages: [(depth: Int, value: String?)] = []
    private var bases: [(depth: Int, value: String)] = []
    /// Depth of the innermost element with a language or base of its own, 0 for none.
    private(set) var depth = 0
    private let documentURL: String?

    init(documentURL: String?) { self.documentURL = documentURL }

    /// What relative addresses are relative to here.
    var base: String? { bases.last?.value ?? documentURL }

    /// nil where none is said; see `isWithoutLanguage`.
    var language: String? { languages.last?.value }

    /// True where an element around this place says that it has no language.
    var isWithoutLanguage: Bool { languages.last.map { $0.value == nil } ?? false }

    /// The language that the element at `depth` itself says.
    func language(ofElementAt depth: Int) -> String? { languages.last.flatMap { $0.depth == depth ? $0.value : nil } }

    mutating func enter(_ tag: borrowing XMLStartTag, depth: Int) {
        guard tag.hasPrefixes else { return }
        if let language = tag.value(prefix: "xml", "lang") {
            languages.append((depth, language.trimmedOrNil))
            self.depth = depth
        }
        if let base = tag.value(prefix: "xml", "base") { setBase(base, depth: depth) }
    }

    mutating func setBase(_ reference: String, depth: Int) {
        bases.append((depth, WebAddress.absolute(reference, against: base) ?? reference))
        self.depth = depth
    }

    /// The element at `depth` has ended.
    mutating func leave(_ depth: Int) {
        while let last = languages.last, last.depth >= depth { languages.removeLast() }
        while let last = bases.last, last.depth >= depth { bases.removeLast() }
        self.depth = max(languages.last?.depth ?? 0, bases.last?.depth ?? 0)
    }
}

/// One further document that a filing waits for.
///
/// Two strings, because that is what is kept while it waits. The kind is one of three words; that of a document goes on
/// with the exhibit to read after it: `filing-document EX-99.1 ex991.htm`.
package struct FilingStep: Hashable, Sendable {
    package static let index = "filing-index"
    package static let document = "filing-document"
    package static let exhibit = "filing-exhibit"

    package var kind: String
    package var url: String

    package init(kind: String, url: String) {
        self.kind = kind
        self.url = url
    }

    /// The step for a main document, with the exhibit that is to follow it.
    static func document(_ url: String, then exhibit: (type: String, name: String)?) -> FilingStep {
        FilingStep(kind: exhibit.map { "\(document) \($0.type) \($0.name)" } ?? document, url: url)
    }

    /// `EX-99.1` of an exhibit's step.
    static func exhibit(_ url: String, type: String) -> FilingStep {
        FilingStep(kind: "\(exhibit) \(type)", url: url)
    }

    /// First word of the kind.
    var word: Substring { kind.prefix { $0 != " " } }

    /// Type of the exhibit, also of the one that follows a document.
    var exhibitType: String? { words.count > 1 ? String(words[1]) : nil }

    /// Where the exhibit after a document is: in the same folder.
    var following: FilingStep? {
        guard word == FilingStep.document, words.count == 3,
            let address = FilingAddress.sibling(String(words[2]), of: url)
        else { return nil }
        return .exhibit(address, type: String(words[1]))
    }

    private var words: [Substring] { kind.split(separator: " ") }
}

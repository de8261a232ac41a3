import MarkupReading

/// A complete submission: EDGAR's header, then the documents one after the other.
struct FilingEnvelope {
    struct Document {
        /// `8-K`, `EX-99.1`.
        var type: String
        var name: String
        var description: String
        /// What stands between `<TEXT>` and `</TEXT>`.
        var text: ArraySlice<UInt8>

        /// Pictures, scanned pages and archives are there as text, too: uuencoded.
        var isReadable: Bool {
            let ending = name.lastIndex(of: ".").map { name[$0...].lowercased() } ?? ".txt"
            guard [".htm", ".html", ".txt", ".xml"].contains(ending) else { return false }
            return !text.prefix(2048).has("begin 644 ") && !text.prefix(64).has("<PDF>")
        }
    }

    private(set) var documents: [Document] = []

    /// How many documents of a submission are looked at; hundreds of pictures follow the words.
    private static let mostDocuments = 400

    init(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while documents.count < FilingEnvelope.mostDocuments, let start = rest.firstPlace(of: "<DOCUMENT>") {
            rest = rest[(start + 10)...]
            guard let textStart = rest.firstPlace(of: "<TEXT>") else { break }
            let head = rest[..<textStart]
            rest = rest[(textStart + 6)...]
            let end = rest.firstPlace(of: "</TEXT>") ?? rest.firstPlace(of: "</DOCUMENT>") ?? rest.endIndex
            documents.append(
                Document(
                    type: FilingEnvelope.value("<TYPE>", head), name: FilingEnvelope.value("<FILENAME>", head),
                    description: FilingEnvelope.value("<DESCRIPTION>", head), text: rest[..<end]))
            rest = rest[end...]
        }
    }

    /// The first document of the filing's own form, else the first.
    func main(form: String) -> Document? {
        documents.first { $0.type == form && $0.isReadable } ?? documents.first { $0.isReadable }
    }

    /// The first exhibit 99 that is described as a release, else the first one.
    var pressRelease: Document? {
        let exhibits = documents.filter { $0.type.hasPrefix("EX-99") && $0.isReadable }
        return exhibits.first { $0.description.lowercased().contains("release") } ?? exhibits.first
    }

    private static func value(_ tag: StaticString, _ head: ArraySlice<UInt8>) -> String {
        guard let place = head.firstPlace(of: tag) else { return "" }
        let line = head[(place + tag.utf8CodeUnitCount)...].prefix { $0 != 0x0A && $0 != 0x3C }
        return String(decoding: line, as: UTF8.self).trimmedOrNil ?? ""
    }
}

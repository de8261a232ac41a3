import MarkupReading

/// What documents of records have in common before their records are read.
enum RecordDocument {
    /// JSON as text, or why it is none. JSON is UTF-8 (RFC 8259 section 8.1), so that one bad byte does not make the rest
    /// of it another encoding.
    static func json(_ input: ParseInput, as name: String, bytes: [UInt8]) -> Result<DecodedText, ParseFault> {
        var type = input.contentType
        if !(type?.lowercased().contains("charset") ?? false), !bytes.prefix(4).contains(0) {
            type = "application/json; charset=utf-8"
        }
        return text(bytes, type, as: name, limits: input.limits).flatMap { text in
            otherKind(text, than: name).map { .failure($0) } ?? .success(text)
        }
    }

    /// A table as text; what else it may be is asked only when no header is found, for cells may hold anything.
    static func table(_ input: ParseInput, as name: String) -> Result<DecodedText, ParseFault> {
        text(input.bytes, input.contentType, as: name, limits: input.limits)
    }

    /// An HTML page or an XML document by its first bytes; nil for anything else.
    static func otherKind(_ text: DecodedText, than name: String) -> ParseFault? {
        switch DocumentShape.of(text.utf8) {
        case .html: ParseFault(.otherKind, "an HTML page, not \(name)", damages: text.damages)
        case .xml(let root): ParseFault(.otherKind, "XML with root <\(root.prefix(40))>, not \(name)")
        default: nil
        }
    }

    private static func text(
        _ bytes: [UInt8], _ contentType: String?, as name: String, limits: MarkupLimits
    ) -> Result<DecodedText, ParseFault> {
        if bytes.starts(with: [0x1F, 0x8B]) {
            return .failure(ParseFault(.notRecognised, "compressed with gzip; it has to be unpacked first"))
        }
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
            return .failure(
                ParseFault(
                    .otherKind, "a zip archive or spreadsheet, not \(name); look for the register's \(name) file"))
        }
        let text = TextDecoding.decode(bytes, contentType: contentType, limits: limits)
        guard text.utf8.contains(where: { $0 > 0x20 }) else {
            return .failure(ParseFault(.empty, "the document is empty"))
        }
        return .success(text)
    }

    /// The map, or the fault of a source without one.
    static func needsMap(_ name: String) -> ParseFault {
        ParseFault(.badSelector, "\(name) needs to know where the parts of a record are")
    }

    /// 1-based.
    static func line(of offset: Int, in bytes: [UInt8]) -> Int { bytes.prefix(offset).count { $0 == 0x0A } + 1 }
}

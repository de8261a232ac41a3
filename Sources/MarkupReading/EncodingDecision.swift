/// Which encoding a document was read in, and what decided it.
package struct EncodingDecision: Hashable, Sendable {
    /// In the order in which they are asked (RFC 7303 section 3, then WHATWG HTML 13.2.3).
    package enum Step: String, Sendable {
        case byteOrderMark = "byte-order-mark"
        case httpCharset = "http-charset"
        /// Zero bytes beside the first `<`: UTF-16 without a mark (XML 1.0, appendix F.1).
        case zeroPattern = "zero-pattern"
        case declaration
        case metaElement = "meta-element"
        case validUTF8 = "valid-utf-8"
        /// What the bytes look like to uchardet, where nothing is declared or the declaration cannot be true.
        case detected
        case fallback
    }

    /// Name in lower case: `utf-8`, `windows-1252`, `koi8-r`.
    package var name: String
    package var step: Step

    package init(name: String, step: Step) {
        self.name = name
        self.step = step
    }
}

/// A document as valid UTF-8 without byte order mark and without NUL.
package struct DecodedText: Sendable {
    package var utf8: [UInt8]
    package var encoding: EncodingDecision
    package var damages: [MarkupDamage]

    package init(utf8: [UInt8], encoding: EncodingDecision, damages: [MarkupDamage]) {
        self.utf8 = utf8
        self.encoding = encoding
        self.damages = damages
    }
}

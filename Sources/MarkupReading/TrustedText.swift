/// Strings from bytes that have been looked at already.
extension String {
    /// Copies bytes that are known to be UTF-8, without checking them a second time.
    ///
    /// The proof is `TextDecoding`: all text of a document comes from it, is valid UTF-8, and is only ever cut between
    /// two characters. Anything else needs `String(decoding:as:)`.
    package init(trusted bytes: UnsafeBufferPointer<UInt8>) {
        self.init(copying: UTF8Span(unchecked: bytes.span, isKnownASCII: !CheckedText.hasHighByte(bytes)))
    }

    /// Copies bytes that have been looked at and are ASCII.
    init(ascii bytes: UnsafeBufferPointer<UInt8>) {
        self.init(copying: UTF8Span(unchecked: bytes.span, isKnownASCII: true))
    }
}

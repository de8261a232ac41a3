/// What is noted about the document, and how parts of tags are replaced.
extension XMLRepair {
    /// Counts a damage; the detail is only put into words for the first of its kind.
    mutating func note(
        _ kind: MarkupDamage.Kind, at offset: Int, count: Int = 1, _ detail: (borrowing XMLRepair) -> String
    ) {
        log.note(kind, at: offset, count: count, detail: log.has(kind) ? "" : detail(self))
    }

    func string(_ range: Range<Int>) -> String {
        String(decoding: UnsafeBufferPointer(start: base + range.lowerBound, count: range.count), as: UTF8.self)
    }

    func string(_ element: OpenElement) -> String { string(element.start..<element.start + element.length) }

    mutating func replace(_ range: Range<Int>, with bytes: [UInt8]) {
        leaveOut(range)
        for byte in bytes { write(escaped: byte) }
    }

    /// The characters of a reference, escaped where XML would take them for markup.
    mutating func replace(_ range: Range<Int>, withPacked reference: HTMLEntities.Reference) {
        leaveOut(range)
        for index in 0..<reference.length {
            write(escaped: UInt8(truncatingIfNeeded: reference.packed >> UInt64(index * 8)))
        }
    }

    /// A byte of an attribute's value in quotes.
    mutating func write(escaped byte: UInt8) {
        switch byte {
        case Ascii.lessThan: write("&lt;")
        case Ascii.ampersand: write("&amp;")
        case Ascii.quote: write("&quot;")
        case Ascii.apostrophe: write("&apos;")
        default: write(byte)
        }
    }
}

/// The repaired copy as it grows, and what is noted about it.
extension XMLRepair {
    /// Counts a damage; the detail is only put into words for the first of its kind.
    mutating func note(
        _ kind: MarkupDamage.Kind, at offset: Int, count: Int = 1, _ detail: (XMLRepair) -> String
    ) {
        log.note(kind, at: offset, count: count, detail: log.has(kind) ? "" : detail(self))
    }

    func string(_ range: Range<Int>) -> String {
        String(decoding: UnsafeBufferPointer(start: base + range.lowerBound, count: range.count), as: UTF8.self)
    }

    func string(_ element: OpenElement) -> String { string(element.start..<element.start + element.length) }

    mutating func append(upTo end: Int) {
        guard end > copied else { return }
        if out.isEmpty { out.reserveCapacity(count + 1024) }
        out.append(contentsOf: UnsafeBufferPointer(start: base + copied, count: end - copied))
        copied = end
    }

    mutating func replace(_ range: Range<Int>, with bytes: some Collection<UInt8>) {
        append(upTo: range.lowerBound)
        out.append(contentsOf: bytes)
        copied = max(copied, range.upperBound)
        isEdited = true
    }

    mutating func replace(_ range: Range<Int>, with text: StaticString) {
        replace(range, with: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// The characters of a reference, escaped where XML would take them for markup.
    mutating func replace(_ range: Range<Int>, withPacked reference: HTMLEntities.Reference) {
        append(upTo: range.lowerBound)
        for index in 0..<reference.length {
            switch UInt8(truncatingIfNeeded: reference.packed >> UInt64(index * 8)) {
            case Ascii.lessThan: out.append(contentsOf: "&lt;".utf8)
            case Ascii.ampersand: out.append(contentsOf: "&amp;".utf8)
            case Ascii.quote: out.append(contentsOf: "&quot;".utf8)
            case let byte: out.append(byte)
            }
        }
        copied = range.upperBound
        isEdited = true
    }
}

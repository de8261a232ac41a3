import MarkupReading

/// Small questions about bytes and strings that reading fields asks.
extension Substring {
    /// Without white space at both ends, nil where nothing is left.
    var trimmedOrNil: String? {
        var view = utf8
        while let first = view.first, first <= 0x20 { view = view.dropFirst() }
        while let last = view.last, last <= 0x20 { view = view.dropLast() }
        return view.isEmpty ? nil : String(Substring(view))
    }
}

extension String {
    var trimmedOrNil: String? {
        let isTrimmed = utf8.withContiguousStorageIfAvailable { bytes in
            !bytes.isEmpty && bytes[0] > 0x20 && bytes[bytes.count - 1] > 0x20
        }
        return isTrimmed == true ? self : self[...].trimmedOrNil
    }
}

extension StringProtocol {
    /// True where the bytes of a short text stand in it. Searching for characters costs fifty times as much.
    func contains(bytes text: StaticString) -> Bool {
        let wanted = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        var rest = utf8[...]
        while let place = rest.firstIndex(of: wanted[0]) {
            if rest[place...].starts(with: wanted) { return true }
            rest = rest[rest.index(after: place)...]
        }
        return false
    }

    func startsIgnoringCase(_ prefix: StaticString) -> Bool {
        func starts(_ bytes: some Sequence<UInt8>) -> Bool {
            var bytes = bytes.makeIterator()
            for index in 0..<prefix.utf8CodeUnitCount {
                guard let byte = bytes.next(), (byte &- 0x41 < 26 ? byte | 0x20 : byte) == prefix.utf8Start[index]
                else { return false }
            }
            return true
        }
        return utf8.withContiguousStorageIfAvailable(starts) ?? starts(utf8)
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// As text without white space at both ends, nil where nothing is left.
    var trimmedText: String? {
        var start = 0
        var end = count
        while start < end, self[start] <= 0x20 { start += 1 }
        while end > start, self[end - 1] <= 0x20 { end -= 1 }
        guard start < end else { return nil }
        return String(trusted: UnsafeBufferPointer(rebasing: self[start..<end]))
    }
}

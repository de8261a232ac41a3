/// A search that remembers that nothing was found.
struct VainSearch {
    private var isVain = false

    mutating func find(_ text: StaticString, in base: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int? {
        if isVain { return nil }
        let found = base.first(text, from: start, to: end)
        isVain = found == nil
        return found
    }
}

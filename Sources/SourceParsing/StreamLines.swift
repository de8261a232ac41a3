/// Lines that are not blank, with their 1-based numbers.
struct StreamLines: Sequence, IteratorProtocol {
    private let bytes: [UInt8]
    private var index = 0
    private var line = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func next() -> (line: Int, bytes: ArraySlice<UInt8>)? {
        while index < bytes.count {
            let end = bytes[index...].firstIndex(of: 0x0A) ?? bytes.count
            let slice = bytes[index..<end]
            index = end + 1
            line += 1
            if slice.contains(where: { $0 > 0x20 }) { return (line, slice) }
        }
        return nil
    }
}

/// The status line and fields of the newest response, put together from libcurl's header lines.
///
/// One transfer may bring several heads: 1xx answers before the final one (RFC 9110, 15.2), and trailers after the
/// body, which are counted by the caller but not kept.
struct ResponseHead {
    private(set) var status = 0
    private(set) var fields: [HeaderField] = []
    private var isComplete = false

    /// Takes one line as it came, its line end included.
    mutating func take(_ line: some Collection<UInt8>) {
        let bytes = Array(line)
        if bytes.starts(with: "HTTP/".utf8) {
            self = ResponseHead()
            status = Self.status(in: bytes)
            return
        }
        let trimmed = Self.trimmed(bytes[...])
        if trimmed.isEmpty {
            isComplete = true
            return
        }
        guard !isComplete else { return }
        if bytes[0] == 0x20 || bytes[0] == 0x09 {
            // obs-fold (RFC 9112, 5.2): the line goes on with the last field's value.
            guard !fields.isEmpty else { return }
            fields[fields.count - 1].value += " " + String(decoding: trimmed, as: UTF8.self)
            return
        }
        guard let colon = bytes.firstIndex(of: 0x3a) else { return }
        let name = String(decoding: Self.trimmed(bytes[..<colon]), as: UTF8.self)
        let value = String(decoding: Self.trimmed(bytes[(colon + 1)...]), as: UTF8.self)
        fields.append(HeaderField(received: name, value))
    }

    /// The three digits behind the first space; 0 where there are none.
    private static func status(in line: [UInt8]) -> Int {
        guard let space = line.firstIndex(of: 0x20), line.count >= space + 4 else { return 0 }
        let digits = line[(space + 1)...(space + 3)]
        guard digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return 0 }
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0d || byte == 0x0a }
        var slice = bytes
        while let first = slice.first, isBlank(first) { slice.removeFirst() }
        while let last = slice.last, isBlank(last) { slice.removeLast() }
        return slice
    }
}

/// The status line and fields of the newest response, put together from libcurl's header lines.
///
/// One transfer may bring several heads: 1xx answers before the final one (RFC 9110, 15.2), and trailers after the
/// body, which are counted by the caller but not kept.
struct ResponseHead {
    private(set) var status = 0
    private(set) var fields: [HeaderField] = []
    /// The empty line behind the fields came.
    private(set) var isComplete = false

    /// Takes one line as it came, its line end included. The bytes are copied.
    mutating func take(_ line: UnsafeRawBufferPointer) {
        if line.starts(with: "HTTP/".utf8) {
            self = ResponseHead()
            status = Self.status(in: line)
            return
        }
        let trimmed = Self.trimmed(line[...])
        guard let first = line.first, !trimmed.isEmpty else {
            isComplete = true
            return
        }
        guard !isComplete else { return }
        if first == 0x20 || first == 0x09 {
            // obs-fold (RFC 9112, 5.2): the line goes on with the last field's value.
            guard !fields.isEmpty else { return }
            fields[fields.count - 1].value += " " + String(decoding: trimmed, as: UTF8.self)
            return
        }
        guard let colon = trimmed.firstIndex(of: 0x3a) else { return }
        let name = String(decoding: Self.trimmed(trimmed[..<colon]), as: UTF8.self)
        let value = String(decoding: Self.trimmed(trimmed[(colon + 1)...]), as: UTF8.self)
        if fields.isEmpty { fields.reserveCapacity(16) }
        fields.append(HeaderField(received: name, value))
    }

    /// Bytes of the body as the fields announce them, which need not be true; nil where they are packed or unsaid.
    var announcedLength: Int? {
        let headers = HeaderFields(fields)
        return headers["Content-Encoding"] == nil ? headers["Content-Length"].flatMap { Int($0) } : nil
    }

    /// The three digits behind the first space; 0 where there are none.
    private static func status(in line: UnsafeRawBufferPointer) -> Int {
        guard let space = line.firstIndex(of: 0x20), line.count >= space + 4 else { return 0 }
        let digits = line[(space + 1)...(space + 3)]
        guard digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return 0 }
        return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }

    private static func trimmed(_ bytes: Slice<UnsafeRawBufferPointer>) -> Slice<UnsafeRawBufferPointer> {
        func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0d || byte == 0x0a }
        var start = bytes.startIndex
        var end = bytes.endIndex
        while start < end, isBlank(bytes[start]) { start += 1 }
        while end > start, isBlank(bytes[end - 1]) { end -= 1 }
        return bytes[start..<end]
    }
}

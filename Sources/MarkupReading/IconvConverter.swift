import Glibc

/// One conversion of glibc's iconv to UTF-8; owns its descriptor.
struct IconvConverter: ~Copyable {
    private let descriptor: iconv_t

    /// nil where iconv does not know the encoding.
    init?(from name: String) {
        let opened = iconv_open("UTF-8", name)
        guard let opened, Int(bitPattern: opened) != -1 else { return nil }
        descriptor = opened
    }

    deinit { iconv_close(descriptor) }

    /// All of `bytes` as UTF-8. What does not convert becomes U+FFFD, one for each byte skipped; `bad` counts them.
    func convert(_ bytes: [UInt8]) -> (text: [UInt8], bad: Int, firstBad: Int?) {
        var text = [UInt8](repeating: 0, count: bytes.count * 2 + 64)
        var filled = 0
        var bad = 0
        var firstBad: Int?
        // iconv takes a mutable pointer and never writes through it, hence the copy on a local variable.
        var input = bytes
        input.withUnsafeMutableBytes { input in
            var position = 0
            while position < input.count {
                var source: UnsafeMutablePointer<CChar>? =
                    input.baseAddress!.assumingMemoryBound(to: CChar.self) + position
                var sourceLeft = input.count - position
                let result = text.withUnsafeMutableBytes { output -> Int in
                    var target: UnsafeMutablePointer<CChar>? =
                        output.baseAddress!.assumingMemoryBound(to: CChar.self) + filled
                    var targetLeft = output.count - filled
                    let result = iconv(descriptor, &source, &sourceLeft, &target, &targetLeft)
                    filled = output.count - targetLeft
                    // size_t(-1) is imported as -1.
                    return result == -1 ? Int(errno) : 0
                }
                position = input.count - sourceLeft
                if result == 0 { continue }
                if result == Int(E2BIG) || text.count - filled < 8 {
                    text.append(contentsOf: repeatElement(0, count: max(4096, text.count / 2)))
                    continue
                }
                // EILSEQ or EINVAL (cut off at the end): mark the byte, start the state anew, go on behind it.
                bad += 1
                if firstBad == nil { firstBad = position }
                text.replaceSubrange(filled..<filled + 3, with: [0xEF, 0xBF, 0xBD])
                filled += 3
                position += 1
                iconv(descriptor, nil, nil, nil, nil)
            }
        }
        text.removeSubrange(filled...)
        return (text, bad, firstBad)
    }
}

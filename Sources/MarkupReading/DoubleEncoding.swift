import Glibc

/// Undoes text that was UTF-8, was taken for windows-1252 or Latin-1 by a program, and was written as UTF-8 again:
/// `â€™` for `’`, `Ã©` for `é`.
///
/// Only where it is certain: every character of the text beyond ASCII must be part of a sequence that reads as UTF-8,
/// and the sequences must begin as those of Latin, Greek, Cyrillic, Arabic or Asian letters and of punctuation do.
/// `CAFÉ»` is French, although `É»` would read as one letter of the phonetic alphabet.
package enum DoubleEncoding {
    /// The text as it was meant; nil where there is nothing to undo or where it is not certain. Linear.
    package static func undone(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        guard let base = text.baseAddress, mayBe(base, text.count) else { return nil }
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var run: [UInt8] = []
        var evidence = 0
        var index = 0
        while index < text.count {
            let byte = base[index]
            if byte < 0x80 {
                guard close(&run, into: &result, &evidence) else { return nil }
                result.append(byte)
                index += 1
                continue
            }
            // Everything that is read here is valid UTF-8.
            let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
            guard length < 4, index + length <= text.count else { return nil }
            var scalar = UInt32(byte & (length == 2 ? 0x1F : 0x0F))
            for offset in 1..<length { scalar = scalar << 6 | UInt32(base[index + offset] & 0x3F) }
            guard let single = Windows1252.byte(of: scalar) else { return nil }
            run.append(single)
            index += length
        }
        guard close(&run, into: &result, &evidence), evidence >= 2 else { return nil }
        return result
    }

    /// `Â`, `Ã` or `â` must be there, or the first halves of Greek and Cyrillic letters.
    private static func mayBe(_ base: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        var index = 0
        while let place = base.first(0xC3, from: index, to: count) {
            guard place + 2 < count else { return false }
            // All leads that count are between U+00C2 and U+00EF, and what follows is a character beyond ASCII too.
            if base[place + 1] >= 0x82, base[place + 1] <= 0xB0, base[place + 2] >= 0xC2 { return true }
            index = place + 2
        }
        return false
    }

    /// Appends a run of bytes if all of it is UTF-8 that can have been meant.
    private static func close(_ run: inout [UInt8], into result: inout [UInt8], _ evidence: inout Int) -> Bool {
        if run.isEmpty { return true }
        var index = 0
        while index < run.count {
            let lead = run[index]
            let length: Int
            switch lead {
            // Two-byte leads: Latin-1, Latin Extended-A, Greek, Cyrillic, Hebrew and Arabic.
            case 0xC2, 0xC3: (length, evidence) = (2, evidence + 2)
            case 0xC4, 0xC5, 0xCE, 0xCF, 0xD0, 0xD1, 0xD7, 0xD8, 0xD9: (length, evidence) = (2, evidence + 1)
            case 0xE0...0xEF: (length, evidence) = (3, evidence + 2)
            case 0xF0: (length, evidence) = (4, evidence + 2)
            default: return false
            }
            guard index + length <= run.count else { return false }
            index += length
        }
        guard String(validating: run, as: UTF8.self) != nil else { return false }
        result.append(contentsOf: run)
        run.removeAll(keepingCapacity: true)
        return true
    }
}

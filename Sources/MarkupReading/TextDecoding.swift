import Glibc

/// Finds a document's encoding and turns its bytes into UTF-8, whatever they are.
///
/// The order is: byte order mark, `charset` of the Content-Type, the document's own declaration (XML declaration or
/// HTML `meta`), UTF-8 if the bytes are valid, what uchardet takes them for, else windows-1252 (RFC 7303 section 3;
/// WHATWG HTML 13.2.3.2). A name that is unknown, or refused as UTF-7 is, is damage and the next step decides; so is a
/// declaration that the bytes prove wrong. Nothing is lost: bytes that do not fit are replaced and counted.
package enum TextDecoding {
    package static func decode(
        _ bytes: [UInt8], contentType: String? = nil, limits: MarkupLimits = .standard
    ) -> DecodedText {
        var log = DamageLog()
        var bytes = bytes
        if bytes.count > limits.documentBytes {
            log.note(
                .documentTooLong, at: limits.documentBytes,
                detail: "\(bytes.count) bytes, \(limits.documentBytes) are read")
            bytes.removeSubrange(limits.documentBytes...)
        }
        let (plan, skip) = bytes.withUnsafeBufferPointer { decide($0, contentType: contentType, log: &log) }
        if skip > 0 { bytes.removeSubrange(..<skip) }
        var (text, step) = convert(bytes, plan, log: &log)
        text.removeControls(log: &log)
        if !log.damages.isEmpty { text.bytes.withUnsafeBufferPointer { log.countLines(in: $0) } }
        return DecodedText(utf8: text.bytes, encoding: step, damages: log.damages)
    }

    // MARK: - Which encoding

    private static func decide(
        _ bytes: UnsafeBufferPointer<UInt8>, contentType: String?, log: inout DamageLog
    ) -> (EncodingDecision?, skip: Int) {
        func starts(_ mark: [UInt8]) -> Bool {
            bytes.count >= mark.count && bytes.prefix(mark.count).elementsEqual(mark)
        }
        func decided(_ name: String, _ step: EncodingDecision.Step) -> EncodingDecision {
            EncodingDecision(name: name, step: step)
        }
        if starts([0xEF, 0xBB, 0xBF]) { return (decided("utf-8", .byteOrderMark), 3) }
        if starts([0xFF, 0xFE, 0, 0]) { return (decided("utf-32le", .byteOrderMark), 4) }
        if starts([0, 0, 0xFE, 0xFF]) { return (decided("utf-32be", .byteOrderMark), 4) }
        if starts([0xFF, 0xFE]) { return (decided("utf-16le", .byteOrderMark), 2) }
        if starts([0xFE, 0xFF]) { return (decided("utf-16be", .byteOrderMark), 2) }
        if let label = contentType.flatMap(charset(ofContentType:)) {
            // RFC 2046's default says nothing about the bytes: the later steps know more than "us-ascii".
            if let name = CharsetNames.name(forLabel: label), name != "us-ascii" {
                if !isWide(name) || !isReadableByteByByte(bytes) { return (decided(name, .httpCharset), 0) }
                log.note(.wrongEncoding, at: 0, detail: "charset \(name) of the Content-Type, written byte by byte")
            }
            if CharsetNames.name(forLabel: label) == nil {
                log.note(.unknownEncoding, detail: "charset \(label.prefix(40)) of the Content-Type")
            }
        }
        // `<` or `{` and another ASCII character, each with a zero beside it (XML 1.0 appendix F.1).
        if bytes.count >= 4, bytes[0] == 0x3C || bytes[0] == 0x7B, bytes[1] == 0, bytes[2] != 0, bytes[3] == 0 {
            return (decided("utf-16le", .zeroPattern), 0)
        }
        if bytes.count >= 4, bytes[0] == 0, bytes[1] == 0x3C || bytes[1] == 0x7B, bytes[2] == 0, bytes[3] != 0 {
            return (decided("utf-16be", .zeroPattern), 0)
        }
        // The same with three zeros: `<` in UTF-32.
        if starts([0x3C, 0, 0, 0]) { return (decided("utf-32le", .zeroPattern), 0) }
        if starts([0, 0, 0, 0x3C]) { return (decided("utf-32be", .zeroPattern), 0) }
        if starts([0x4C, 0x6F, 0xA7, 0x94]), let name = declaredInEBCDIC(bytes) {
            return (decided(name, .declaration), 0)
        }
        if let (label, step) = declaredLabel(bytes) {
            if let name = CharsetNames.name(forLabel: label) {
                // The declaration was readable byte by byte, so it cannot be true of itself.
                if !isWide(name), name != "us-ascii" {
                    return (decided(name, step), 0)
                }
            } else {
                log.note(.unknownEncoding, at: 0, detail: "declared encoding \(label.prefix(40))")
            }
        }
        return (nil, 0)
    }

    private static func isWide(_ name: String) -> Bool {
        ["utf-16", "utf-32", "ucs-2", "ucs-4", "ucs2", "ucs4"].contains { name.hasPrefix($0) }
    }

    /// Begins with two characters that would be one of an encoding with wider units.
    private static func isReadableByteByByte(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.count >= 2 && bytes.prefix(2).allSatisfy { $0 < 0x80 && $0 != 0 }
    }

    /// `charset` parameter of a Content-Type value (RFC 9110 section 8.3), without quotes.
    static func charset(ofContentType value: String) -> String? {
        for parameter in value.split(separator: ";").dropFirst() {
            let parts = parameter.split(separator: "=", maxSplits: 1)
            guard parts.count == 2, parts[0].trimmed.lowercased() == "charset" else { continue }
            let label = parts[1].trimmed.filter { $0 != "\"" && $0 != "'" }
            return label.isEmpty ? nil : label
        }
        return nil
    }

    /// `<?xm` in EBCDIC: all its code pages have the letters of a declaration in the same places.
    private static func declaredInEBCDIC(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        guard let converter = IconvConverter(from: "cp037") else { return nil }
        let head = converter.convert(Array(bytes.prefix(256))).text
        let label = head.withUnsafeBufferPointer { declaredLabel($0)?.0 }
        return label.flatMap(CharsetNames.name(forLabel:)) ?? "cp037"
    }

    private static func declaredLabel(
        _ bytes: UnsafeBufferPointer<UInt8>
    ) -> (String, EncodingDecision.Step)? {
        guard let base = bytes.baseAddress else { return nil }
        let head = min(bytes.count, 1024)
        if let start = base.first("<?xml", from: 0, to: head),
            let end = base.first("?>", from: start, to: min(bytes.count, start + 1024)),
            let place = base.first("encoding", from: start, to: end)
        {
            return quotedValue(base, from: place + 8, to: end).map { ($0, .declaration) }
        }
        // HTML: <meta charset=…> or <meta http-equiv=Content-Type content="…; charset=…">, looked for a little
        // further than the 1,024 bytes that HTML promises, because pages break the promise.
        let limit = min(bytes.count, 8192)
        var position = 0
        while let meta = base.firstIgnoringCase("<meta", from: position, to: limit) {
            let end = base.first(Ascii.greaterThan, from: meta, to: limit) ?? limit
            if let place = base.firstIgnoringCase("charset", from: meta, to: end),
                let label = quotedValue(base, from: place + 7, to: end)
            {
                return (label, .metaElement)
            }
            position = end
        }
        return nil
    }

    /// `= "value"`, `='value'` or `=value` that begins at `start`.
    private static func quotedValue(_ base: UnsafePointer<UInt8>, from start: Int, to end: Int) -> String? {
        var index = start
        while index < end, Ascii.isSpace(base[index]) { index += 1 }
        guard index < end, base[index] == Ascii.equals else { return nil }
        index += 1
        while index < end, Ascii.isSpace(base[index]) || base[index] == Ascii.quote || base[index] == Ascii.apostrophe {
            index += 1
        }
        let valueStart = index
        while index < end, index - valueStart < 64, !Ascii.isSpace(base[index]), base[index] > 0x20,
            ![Ascii.quote, Ascii.apostrophe, Ascii.semicolon, Ascii.slash, Ascii.greaterThan].contains(base[index])
        {
            index += 1
        }
        guard index > valueStart else { return nil }
        return String(decoding: UnsafeBufferPointer(start: base + valueStart, count: index - valueStart), as: UTF8.self)
    }

    // MARK: - To UTF-8

    private static func convert(
        _ bytes: [UInt8], _ plan: EncodingDecision?, log: inout DamageLog
    ) -> (CheckedText, EncodingDecision) {
        guard let plan, plan.name != "utf-8" else { return utf8(bytes, plan, log: &log) }
        if let (text, step) = contradicted(bytes, plan) {
            log.note(.wrongEncoding, at: 0, detail: "declared \(plan.name), written as utf-8")
            return (text, EncodingDecision(name: "utf-8", step: step))
        }
        if plan.name == "windows-1252" { return (CheckedText(checking: windows1252(bytes)), plan) }
        if let text = converted(bytes, from: plan.name, log: &log) { return (text, plan) }
        log.note(.unknownEncoding, at: 0, detail: plan.name)
        return utf8(bytes, nil, log: &log)
    }

    /// UTF-8, or what turns out not to be.
    private static func utf8(
        _ bytes: [UInt8], _ plan: EncodingDecision?, log: inout DamageLog
    ) -> (CheckedText, EncodingDecision) {
        let checked = CheckedText(checking: bytes)
        guard let firstBad = checked.firstBadByte else {
            return (checked, plan ?? EncodingDecision(name: "utf-8", step: .validUTF8))
        }
        // A text that is UTF-8 almost everywhere was damaged later, whatever its odd bytes look like.
        let tally = checked.tally
        if tally.good <= tally.bad {
            if let name = bytes.withUnsafeBufferPointer(CharsetDetector.name) {
                let decision = EncodingDecision(name: name, step: .detected)
                var attempt = log
                let text =
                    name == "windows-1252"
                    ? CheckedText(checking: windows1252(bytes)) : converted(bytes, from: name, log: &attempt)
                // A guess has to explain every byte.
                if let text, !attempt.has(.badBytes) || log.has(.badBytes) {
                    if plan != nil {
                        log.note(.wrongEncoding, at: firstBad, detail: "declared utf-8, written as \(name)")
                    }
                    return (text, decision)
                }
            }
            if plan == nil {
                return (
                    CheckedText(checking: windows1252(bytes)), EncodingDecision(name: "windows-1252", step: .fallback)
                )
            }
        }
        // The odd bytes are windows-1252 unless most of the text proves that they are broken UTF-8.
        log.note(.badBytes, at: firstBad, count: tally.bad, detail: "not UTF-8")
        return (
            CheckedText(checking: checked.repaired(tally)), plan ?? EncodingDecision(name: "utf-8", step: .fallback)
        )
    }

    /// The text as UTF-8 where it proves that another encoding was declared in vain.
    ///
    /// Latin text that happens to be valid UTF-8 does not exist; declarations copied from elsewhere do, and so do
    /// servers that add a charset to everything. HTTP comes before the declaration (RFC 7303 section 3), so it is
    /// overruled only where it says Latin and the document itself says UTF-8. Other encodings are overruled where many
    /// characters agree: two of a double-byte encoding may look like UTF-8 by chance, eight do not.
    private static func contradicted(
        _ bytes: [UInt8], _ plan: EncodingDecision
    ) -> (CheckedText, EncodingDecision.Step)? {
        guard bytes.withUnsafeBufferPointer(CheckedText.hasHighByte) else { return nil }
        let needed: Int
        var step = EncodingDecision.Step.validUTF8
        switch plan.step {
        case .declaration, .metaElement: needed = plan.name == "windows-1252" ? 1 : 8
        case .httpCharset where plan.name == "windows-1252":
            guard let (label, own) = bytes.withUnsafeBufferPointer(declaredLabel),
                CharsetNames.name(forLabel: label) == "utf-8"
            else { return nil }
            (needed, step) = (1, own)
        default: return nil
        }
        let checked = CheckedText(checking: bytes)
        guard checked.firstBadByte == nil, needed == 1 || checked.tally.good >= needed else { return nil }
        return (checked, step)
    }

    /// Through iconv; nil where iconv does not know the name.
    private static func converted(_ bytes: [UInt8], from name: String, log: inout DamageLog) -> CheckedText? {
        guard let converter = IconvConverter(from: name) else { return nil }
        let (text, bad, firstBad) = converter.convert(bytes)
        if bad > 0 { log.note(.badBytes, at: firstBad, count: bad, detail: "not \(name)") }
        let checked = CheckedText(checking: text)
        // Everything behind this trusts the text to be UTF-8, so a table of iconv's is not trusted.
        return checked.firstBadByte == nil ? checked : CheckedText(checking: checked.repaired(checked.tally))
    }

    private static func windows1252(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.withUnsafeBufferPointer(CheckedText.hasHighByte) else { return bytes }
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + bytes.count / 8)
        for byte in bytes {
            if byte < 0x80 { text.append(byte) } else { Windows1252.append(byte, to: &text) }
        }
        return text
    }
}

extension StringProtocol {
    var trimmed: String {
        let isSpace: (Character) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\n" || $0 == "\r" || $0 == "\r\n" }
        guard let first = firstIndex(where: { !isSpace($0) }), let last = lastIndex(where: { !isSpace($0) }) else {
            return ""
        }
        return String(self[first...last])
    }
}

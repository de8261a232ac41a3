import CLibUChardet

/// Asks uchardet what bytes look like that nothing else explains (freedesktop.org/wiki/Software/uchardet).
///
/// A guess from few characters is worth less than the assumption that the text is Western, so the answer counts only
/// where there was enough to look at, where iconv knows it, and where it explains every byte.
enum CharsetDetector {
    /// Bytes above 0x7F below which uchardet guesses at random: one accented letter is German, Polish or Greek to it.
    private static let leastHighBytes = 12
    /// Bytes that are looked at, from the first one above 0x7F on.
    private static let mostBytes = 64 << 10

    /// Name of the encoding, as `CharsetNames` has it; nil where uchardet does not know or may not say.
    static func name(of bytes: UnsafeBufferPointer<UInt8>) -> String? {
        guard let first = bytes.firstIndex(where: { $0 >= 0x80 }) else { return nil }
        // What stands before the first such byte says nothing, but a sequence may have begun in it (ISO-2022-JP does).
        let start = max(0, first - 256)
        let piece = UnsafeBufferPointer(rebasing: bytes[start..<min(bytes.count, start + mostBytes)])
        guard piece.count(where: { $0 >= 0x80 }) >= leastHighBytes, let detector = uchardet_new() else { return nil }
        defer { uchardet_delete(detector) }
        let isRead = piece.withMemoryRebound(to: CChar.self) { chars in
            uchardet_handle_data(detector, chars.baseAddress, chars.count) == 0
        }
        guard isRead else { return nil }
        uchardet_data_end(detector)
        // The name belongs to the detector and is gone with it.
        guard let charset = uchardet_get_charset(detector) else { return nil }
        let label = String(cString: charset)
        guard !label.isEmpty, let name = CharsetNames.name(forLabel: label), !refused.contains(name) else { return nil }
        return name
    }

    /// What bytes that are no UTF-8 cannot be, and encodings of old computers that Western text is taken for.
    private static let refused: Set<String> = [
        "utf-8", "us-ascii", "utf-16le", "utf-16be", "utf-32le", "utf-32be", "ibm855", "ibm852", "ibm865",
        "mac-centraleurope",
    ]
}

import Testing

@testable import MarkupReading

struct DoubleEncodingTests {
    private func undone(_ text: String) -> String? {
        Array(text.utf8).withUnsafeBufferPointer { DoubleEncoding.undone($0) }.map {
            String(decoding: $0, as: UTF8.self)
        }
    }

    /// What a program makes of UTF-8 that it takes for windows-1252.
    private static func encodedAgain(_ text: String) -> String {
        var bytes: [UInt8] = []
        for byte in text.utf8 { if byte < 0x80 { bytes.append(byte) } else { Windows1252.append(byte, to: &bytes) } }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test(
        "Text that was encoded twice is undone, in every script",
        arguments: [
            "Kröger wächst", "It’s “now” – or never…", "à côté", "Ölpreis: 100 €", "Совет директоров", "Ζημίες",
            "株式会社", "Łódź i Kraków", "Tarn® acquires Nør", "x 😀 y", "מנכ״ל חדש", "شركة",
        ])
    func undoes(_ text: String) {
        #expect(undone(DoubleEncodingTests.encodedAgain(text)) == text)
    }

    @Test(
        "Text that may be meant as it is stays",
        arguments: [
            "", "plain", "Kröger wächst", "« CAFÉ» et « THÉ»", "SÃO PAULO", "Ö", "It’s “now” – or never…", "Ã‰ and ’",
            "50 Â", "CAFÉ»", "Bâ», TÉ»", "Совет", "株式会社", "SMÅ»", "Ã", "â€", "😀 Ã©",
        ])
    func leaves(_ text: String) {
        #expect(undone(text) == nil)
    }

    @Test func `every cut of a text is undone or left, never broken`() {
        let bytes = Array(DoubleEncodingTests.encodedAgain("à “€” 株 😀").utf8)
        for end in bytes.indices {
            let text = String(decoding: bytes[..<end], as: UTF8.self)
            if let result = undone(text) { #expect(!result.unicodeScalars.contains("\u{FFFD}")) }
        }
    }
}

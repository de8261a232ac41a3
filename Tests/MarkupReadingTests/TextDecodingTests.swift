import Glibc
import Testing

@testable import MarkupReading

struct TextDecodingTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var name: String
        var bytes: [UInt8]
        var contentType: String?
        var text: String
        var decision: EncodingDecision
        var damages: [MarkupDamage.Kind] = []
        var testDescription: String { name }
    }

    static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
    static func decided(_ name: String, _ step: EncodingDecision.Step) -> EncodingDecision {
        EncodingDecision(name: name, step: step)
    }
    static func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
        text.utf16.flatMap { bigEndian ? [UInt8($0 >> 8), UInt8($0 & 255)] : [UInt8($0 & 255), UInt8($0 >> 8)] }
    }

    static func utf32(_ text: String, bigEndian: Bool) -> [UInt8] {
        text.unicodeScalars.flatMap { scalar in
            let bytes = (0..<4).map { UInt8(truncatingIfNeeded: scalar.value >> UInt32($0 * 8)) }
            return bigEndian ? bytes.reversed() : bytes
        }
    }

    /// By iconv, the other way round.
    static func converted(_ text: String, to name: String) -> [UInt8] {
        guard let descriptor = iconv_open(name, "UTF-8"), Int(bitPattern: descriptor) != -1 else { return [] }
        defer { iconv_close(descriptor) }
        var input = text.utf8.map { CChar(bitPattern: $0) }
        var output = [CChar](repeating: 0, count: input.count * 4)
        var filled = 0
        input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output in
                var source = input.baseAddress
                var sourceLeft = input.count
                var target = output.baseAddress
                var targetLeft = output.count
                iconv(descriptor, &source, &sourceLeft, &target, &targetLeft)
                filled = output.count - targetLeft
            }
        }
        return output[..<filled].map { UInt8(bitPattern: $0) }
    }

    static let cases: [Case] = [
        Case(name: "plain UTF-8", bytes: bytes("<r>é</r>"), text: "<r>é</r>", decision: decided("utf-8", .validUTF8)),
        Case(
            name: "a byte order mark decides before everything", bytes: [0xEF, 0xBB, 0xBF] + bytes("<r>é</r>"),
            contentType: "text/xml; charset=iso-8859-1", text: "<r>é</r>", decision: decided("utf-8", .byteOrderMark)),
        Case(
            name: "UTF-16 with a mark", bytes: [0xFE, 0xFF] + utf16("<r>Ж😀</r>", bigEndian: true), text: "<r>Ж😀</r>",
            decision: decided("utf-16be", .byteOrderMark)),
        Case(
            name: "UTF-16 without a mark", bytes: utf16("<?xml?><r/>", bigEndian: false), text: "<?xml?><r/>",
            decision: decided("utf-16le", .zeroPattern)),
        Case(
            name: "the charset of HTTP decides before the declaration",
            bytes: bytes("<?xml version='1.0' encoding='utf-8'?><r>") + [0xCF, 0xF0] + bytes("</r>"),
            contentType: "application/rss+xml; charset=\"Windows-1251\"",
            text: "<?xml version='1.0' encoding='utf-8'?><r>Пр</r>", decision: decided("windows-1251", .httpCharset)),
        Case(
            name: "the declaration",
            bytes: bytes("<?xml version=\"1.0\" encoding=\"KOI8-R\"?><r>") + [0xF0] + bytes("</r>"),
            text: "<?xml version=\"1.0\" encoding=\"KOI8-R\"?><r>П</r>", decision: decided("koi8-r", .declaration)),
        Case(
            name: "ISO-8859-1 means windows-1252", bytes: bytes("<?xml encoding='ISO-8859-1'?>") + [0x93, 0xE9, 0x94],
            text: "<?xml encoding='ISO-8859-1'?>“é”", decision: decided("windows-1252", .declaration)),
        Case(
            name: "declared Latin, written as UTF-8", bytes: bytes("<?xml encoding='ISO-8859-1'?>Grüße"),
            text: "<?xml encoding='ISO-8859-1'?>Grüße", decision: decided("utf-8", .validUTF8),
            damages: [.wrongEncoding]),
        Case(
            name: "said Latin by HTTP, which knows better than a guess", bytes: bytes("é"),
            contentType: "text/xml; charset=ISO-8859-1", text: "Ã©", decision: decided("windows-1252", .httpCharset)),
        Case(
            name: "UTF-16 without mark and declaration", bytes: utf16("<rss/>", bigEndian: true), text: "<rss/>",
            decision: decided("utf-16be", .zeroPattern)),
        Case(
            name: "UTF-32 without a mark", bytes: utf32("<r>é</r>", bigEndian: false), text: "<r>é</r>",
            decision: decided("utf-32le", .zeroPattern)),
        Case(
            name: "UTF-32 without a mark, the other way round", bytes: utf32("<r>é</r>", bigEndian: true),
            text: "<r>é</r>", decision: decided("utf-32be", .zeroPattern)),
        Case(
            name: "EBCDIC says which in its own letters",
            bytes: converted("<?xml version=\"1.0\" encoding=\"IBM500\"?><r>[é!]</r>", to: "ibm500"),
            text: "<?xml version=\"1.0\" encoding=\"IBM500\"?><r>[é!]</r>", decision: decided("ibm500", .declaration)),
        Case(
            name: "EBCDIC without a name", bytes: converted("<?xml version='1.0'?><r>é</r>", to: "cp037"),
            text: "<?xml version='1.0'?><r>é</r>", decision: decided("cp037", .declaration)),
        Case(
            name: "surrogates written one by one as UTF-8",
            bytes: bytes("<?xml encoding='utf-8'?>a") + [0xED, 0xA0, 0xBD, 0xED, 0xB8, 0x80] + bytes("b")
                + [0xED, 0xA0, 0xBD] + bytes("c"),
            text: "<?xml encoding='utf-8'?>a😀b\u{FFFD}c", decision: decided("utf-8", .declaration),
            damages: [.badBytes]),
        Case(
            name: "JSON in UTF-16", bytes: utf16("{\"a\":1}", bigEndian: false), text: "{\"a\":1}",
            decision: decided("utf-16le", .zeroPattern)),
        Case(
            name: "a page's meta element",
            bytes: bytes("<html><META http-equiv=x content='text/html; charset=GBK'>") + [0xCF, 0xB6],
            text: "<html><META http-equiv=x content='text/html; charset=GBK'>隙",
            decision: decided("gb18030", .metaElement)),
        Case(
            name: "Shift_JIS", bytes: bytes("<meta charset=shift_jis>") + [0x83, 0x65],
            text: "<meta charset=shift_jis>テ",
            decision: decided("cp932", .metaElement)),
        Case(
            name: "nothing said and not UTF-8", bytes: [0x63, 0x61, 0x66, 0xE9], text: "café",
            decision: decided("windows-1252", .fallback)),
        Case(
            name: "said to be UTF-8 and is Latin-1",
            bytes: bytes("<?xml encoding='utf-8'?>") + [0x63, 0x61, 0x66, 0xE9, 0x21],
            text: "<?xml encoding='utf-8'?>café!", decision: decided("utf-8", .declaration), damages: [.badBytes]),
        Case(
            name: "UTF-8 with one broken character",
            bytes: bytes("<?xml encoding='utf-8'?>éèê") + [0xE2, 0x80] + bytes("x"),
            text: "<?xml encoding='utf-8'?>éèê\u{FFFD}\u{FFFD}x", decision: decided("utf-8", .declaration),
            damages: [.badBytes]),
        Case(
            name: "an unknown name leaves it to the next step", bytes: bytes("<?xml encoding='klingon'?>é"),
            contentType: "text/xml; charset=nonsense-9", text: "<?xml encoding='klingon'?>é",
            decision: decided("utf-8", .validUTF8), damages: [.unknownEncoding]),
        Case(
            name: "UTF-7 is refused", bytes: bytes("<r/>"), contentType: "text/xml; charset=UTF-7", text: "<r/>",
            decision: decided("utf-8", .validUTF8), damages: [.unknownEncoding]),
        Case(
            name: "us-ascii of the header says nothing", bytes: bytes("é"), contentType: "text/xml; charset=us-ascii",
            text: "é", decision: decided("utf-8", .validUTF8)),
        Case(
            name: "a broken sequence of a two-byte encoding", bytes: bytes("<meta charset=euc-jp>") + [0xFF, 0x41],
            text: "<meta charset=euc-jp>\u{FFFD}A", decision: decided("euc-jp", .metaElement), damages: [.badBytes]),
        Case(
            name: "Latin of HTTP against UTF-8 of the declaration, and the bytes agree with the declaration",
            bytes: bytes("<?xml encoding='utf-8'?>é"), contentType: "text/xml; charset=ISO-8859-1",
            text: "<?xml encoding='utf-8'?>é", decision: decided("utf-8", .declaration), damages: [.wrongEncoding]),
        Case(
            name: "Latin of HTTP against UTF-8 of the declaration, and the bytes agree with HTTP",
            bytes: bytes("<?xml encoding='utf-8'?>") + [0xE9], contentType: "text/xml; charset=ISO-8859-1",
            text: "<?xml encoding='utf-8'?>é", decision: decided("windows-1252", .httpCharset)),
        Case(
            name: "UTF-16 of HTTP that the first bytes contradict", bytes: bytes("<r>é</r>"),
            contentType: "text/xml; charset=utf-16", text: "<r>é</r>", decision: decided("utf-8", .validUTF8),
            damages: [.wrongEncoding]),
        Case(
            name: "declared Cyrillic, written as UTF-8",
            bytes: bytes("<?xml encoding='windows-1251'?>Совет директоров"),
            text: "<?xml encoding='windows-1251'?>Совет директоров", decision: decided("utf-8", .validUTF8),
            damages: [.wrongEncoding]),
        Case(
            name: "declared Chinese, and two characters look like UTF-8 by chance",
            bytes: bytes("<?xml encoding='gbk'?>") + [0xC1, 0xAA, 0xCD, 0xA8],
            text: "<?xml encoding='gbk'?>联通", decision: decided("gb18030", .declaration)),
        Case(
            name: "Cyrillic that nobody declared",
            bytes: converted("Компания назначила нового финансового директора", to: "WINDOWS-1251"),
            text: "Компания назначила нового финансового директора", decision: decided("windows-1251", .detected)),
        Case(
            name: "Japanese that nobody declared", bytes: converted("会社は新しい財務責任者を任命しました。", to: "EUC-JP"),
            text: "会社は新しい財務責任者を任命しました。", decision: decided("euc-jp", .detected)),
        Case(
            name: "Cyrillic that is said to be UTF-8",
            bytes: bytes("<?xml encoding='utf-8'?>")
                + converted("Компания назначила нового финансового директора", to: "KOI8-R"),
            text: "<?xml encoding='utf-8'?>Компания назначила нового финансового директора",
            decision: decided("koi8-r", .detected), damages: [.wrongEncoding]),
        Case(
            name: "UTF-8 that nobody declared, with one broken character",
            bytes: bytes("Grüße, éèê") + [0xE2, 0x80] + bytes("x"), text: "Grüße, éèê\u{FFFD}\u{FFFD}x",
            decision: decided("utf-8", .fallback), damages: [.badBytes]),
        Case(
            name: "Baltic by a name that only iconv knows",
            bytes: bytes("<?xml encoding='ISO-8859-13'?>") + [0xE0, 0xF8],
            text: "<?xml encoding='ISO-8859-13'?>ąų", decision: decided("iso-8859-13", .declaration)),
        Case(name: "nothing", bytes: [], text: "", decision: decided("utf-8", .validUTF8)),
    ]

    @Test("Each step decides in its turn, and which one is known", arguments: cases)
    func decodes(_ test: Case) {
        let decoded = TextDecoding.decode(test.bytes, contentType: test.contentType)
        #expect(String(decoding: decoded.utf8, as: UTF8.self) == test.text)
        #expect(decoded.encoding == test.decision)
        #expect(decoded.damages.map(\.kind) == test.damages)
    }

    @Test func `every single byte and every cut of a character becomes valid text`() {
        let text = Array("a é – 😀 z".utf8)
        for index in text.indices {
            for byte in UInt8.min...UInt8.max {
                var broken = text
                broken[index] = byte
                let decoded = TextDecoding.decode(broken, contentType: "x; charset=utf-8")
                #expect(String(validating: decoded.utf8, as: UTF8.self) != nil)
            }
        }
    }
}

import Foundation
import Testing

@testable import MarkupReading

enum CapturedDocuments {
    static let folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("shared/corpus")
    static var areThere: Bool { FileManager.default.fileExists(atPath: folder.path) }
}

/// Captured and published documents whose encoding is known, beside the repository where somebody has them.
@Suite(.enabled(if: CapturedDocuments.areThere, "the captured documents are not beside the repository"))
struct EncodingCorpusTests {
    /// The header that the test page was served with, and what has to decide.
    static let pages: [(String, String?, String)] = [
        ("pages/charset/HTTP-charset.html", "text/html; charset=iso-8859-15", "iso-8859-15 by http-charset"),
        ("pages/charset/HTTP-vs-UTF-8-BOM.html", "text/html; charset=iso-8859-15", "utf-8 by byte-order-mark"),
        ("pages/charset/HTTP-vs-meta-charset.html", "text/html; charset=iso-8859-15", "iso-8859-15 by http-charset"),
        ("pages/charset/HTTP-vs-meta-content.html", "text/html; charset=iso-8859-15", "iso-8859-15 by http-charset"),
        ("pages/charset/No-encoding-declaration.html", nil, "utf-8 by valid-utf-8"),
        ("pages/charset/UTF-16BE-BOM.html", nil, "utf-16be by byte-order-mark"),
        ("pages/charset/UTF-16LE-BOM.html", nil, "utf-16le by byte-order-mark"),
        ("pages/charset/UTF-8-BOM-vs-meta-charset.html", nil, "utf-8 by byte-order-mark"),
        ("pages/charset/UTF-8-BOM-vs-meta-content.html", nil, "utf-8 by byte-order-mark"),
        ("pages/charset/meta-charset-attribute.html", nil, "iso-8859-15 by meta-element"),
        ("pages/charset/meta-content-attribute.html", nil, "iso-8859-15 by meta-element"),
        ("feeds/miniflux/encoding/invalid-prolog.xml", nil, "utf-8 by valid-utf-8"),
        ("feeds/miniflux/encoding/iso-8859-1-meta-after-1024.html", nil, "windows-1252 by meta-element"),
        ("feeds/miniflux/encoding/iso-8859-1.html", nil, "windows-1252 by meta-element"),
        ("feeds/miniflux/encoding/iso-8859-1.xml", nil, "windows-1252 by declaration"),
        ("feeds/miniflux/encoding/utf8-incorrect-prolog.xml", nil, "utf-8 by valid-utf-8"),
        ("feeds/miniflux/encoding/utf8-meta-after-1024.html", nil, "utf-8 by meta-element"),
        ("feeds/miniflux/encoding/utf8.html", nil, "utf-8 by meta-element"),
        ("feeds/miniflux/encoding/utf8.xml", nil, "utf-8 by declaration"),
        ("feeds/miniflux/encoding/windows-1252-incorrect-prolog.xml", nil, "utf-8 by valid-utf-8"),
        ("feeds/miniflux/encoding/windows-1252.xml", nil, "windows-1252 by declaration"),
        ("feeds/miniflux/xml/iso88591.xml", nil, "windows-1252 by declaration"),
        ("feeds/miniflux/xml/iso88591_utf8_mismatch.xml", nil, "utf-8 by declaration"),
        ("feeds/node-feedparser/iconv.xml", nil, "windows-1251 by declaration"),
    ]

    @Test("The step that the specifications name decides", arguments: pages)
    func decides(_ path: String, _ contentType: String?, _ decision: String) throws {
        let bytes = [UInt8](try Data(contentsOf: CapturedDocuments.folder.appendingPathComponent(path)))
        let text = TextDecoding.decode(bytes, contentType: contentType)
        #expect("\(text.encoding.name) by \(text.encoding.step.rawValue)" == decision)
    }
}

import CLibXML2
import Glibc

/// Reads XML with libxml2's SAX2 push parser: no tree, no entities, no network, whatever the document says.
///
/// Broken documents are normal: `XMLRepair` goes first, libxml2 recovers from what is left, and everything that was
/// not as it should be is in the report. The reader never fails; a document without an element gives no events.
package struct XMLPushReader {
    package var limits: MarkupLimits
    /// Bytes that libxml2 gets at once. Large, because the push parser of 2.9.14 looks through all that it holds of an
    /// unfinished CDATA section again with every chunk.
    package var chunkBytes = 1 << 20
    /// Where the repaired bytes are cut once more, for the proof that chunks do not matter.
    package var cut: Int?

    package init(limits: MarkupLimits = .standard) {
        self.limits = limits
    }

    package struct Report: Sendable {
        package var damages: [MarkupDamage]
        /// False where no start tag was found at all.
        package var hasRoot: Bool
        /// Bytes that libxml2 was given.
        package var bytesRead: Int
    }

    /// Decodes and reads a document in memory.
    package func read(
        _ bytes: [UInt8], contentType: String? = nil, into handler: any XMLEventHandler
    ) -> (EncodingDecision, Report) {
        let text = TextDecoding.decode(bytes, contentType: contentType, limits: limits)
        var report = read(text, into: handler)
        report.damages = text.damages + report.damages
        return (text.encoding, report)
    }

    /// Reads a document that is UTF-8 already. The report holds the damages of the markup, not those of the bytes.
    package func read(_ text: DecodedText, into handler: any XMLEventHandler) -> Report {
        text.utf8.withUnsafeBufferPointer { bytes in
            let repair = XMLRepair(bytes, limits: limits)
            guard !repair.body.isEmpty else {
                return Report(damages: repair.log.damages, hasRoot: false, bytesRead: 0)
            }
            var damages = repair.log.damages
            let session: XMLSession
            if let repaired = repair.repaired {
                session = repaired.withUnsafeBufferPointer {
                    feed(UnsafeBufferPointer(rebasing: $0[repair.body]), handler)
                }
            } else {
                session = feed(UnsafeBufferPointer(rebasing: bytes[repair.body]), handler)
            }
            if let error = session.firstError {
                // Lines before the root, which libxml2 did not see, and those of a repair are not told apart further.
                let before = bytes[..<repair.root].count { $0 == Ascii.lineFeed }
                damages.append(
                    MarkupDamage(
                        .notWellFormed, count: session.errorCount, line: before + error.line, detail: error.text))
            }
            return Report(damages: damages, hasRoot: true, bytesRead: repair.body.count)
        }
    }

    private func feed(_ bytes: UnsafeBufferPointer<UInt8>, _ handler: any XMLEventHandler) -> XMLSession {
        let session = XMLSession(handler: handler, limits: limits)
        var chunks: [Range<Int>] = []
        var start = 0
        while start < bytes.count {
            var end = min(start + chunkBytes, bytes.count)
            if let cut, cut > start, cut < end { end = cut }
            chunks.append(start..<end)
            start = end
        }
        session.parse(bytes, chunks)
        return session
    }
}

/// One run of libxml2 over one document. Owns the parser context; lives on one thread.
final class XMLSession {
    private let handler: any XMLEventHandler
    private let limits: MarkupLimits
    private var context: xmlParserCtxtPtr?
    private(set) var errorCount = 0
    private(set) var firstError: (line: Int, text: String)?

    /// Names seen, by libxml2's dictionary pointers: equal pointers are equal names within one document.
    private struct CachedName {
        var local: UnsafePointer<UInt8>?
        var prefix: UnsafePointer<UInt8>?
        var namespace: UnsafePointer<UInt8>?
        var number = 0
    }
    private let cache: UnsafeMutablePointer<CachedName>

    init(handler: any XMLEventHandler, limits: MarkupLimits) {
        self.handler = handler
        self.limits = limits
        cache = .allocate(capacity: 256)
        cache.initialize(repeating: CachedName(), count: 256)
        whynow_xml_prepare()
    }

    deinit {
        xmlFreeParserCtxt(context)
        cache.deallocate()
    }

    func parse(_ bytes: UnsafeBufferPointer<UInt8>, _ chunks: [Range<Int>]) {
        var sax = XMLSession.callbacks()
        // The session outlives the calls below, hence an unretained pointer suffices.
        let owner = Unmanaged.passUnretained(self).toOpaque()
        context = xmlCreatePushParserCtxt(&sax, owner, nil, 0, nil)
        guard let context else {
            firstError = (0, "libxml2 has no memory for a parser")
            errorCount = 1
            return
        }
        xmlCtxtUseOptions(
            context,
            Int32(XML_PARSE_RECOVER.rawValue | XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue))
        bytes.withMemoryRebound(to: CChar.self) { bytes in
            for chunk in chunks {
                if handler.isFinished || errorCount > limits.errors { return }
                xmlParseChunk(context, bytes.baseAddress! + chunk.lowerBound, Int32(chunk.count), 0)
            }
            if !handler.isFinished, errorCount <= limits.errors { xmlParseChunk(context, nil, 0, 1) }
        }
        xmlFreeParserCtxt(context)
        self.context = nil
    }

    // MARK: - What libxml2 calls

    private static func callbacks() -> xmlSAXHandler {
        var sax = xmlSAXHandler()
        sax.initialized = UInt32(XML_SAX2_MAGIC)
        sax.startElementNs = { owner, local, prefix, namespace, _, _, count, _, attributes in
            XMLSession.with(owner) { $0.started(local, prefix, namespace, Int(count), attributes) }
        }
        sax.endElementNs = { owner, local, prefix, namespace in
            XMLSession.with(owner) { $0.ended(local, prefix, namespace) }
        }
        sax.characters = { owner, text, count in XMLSession.with(owner) { $0.met(text, Int(count)) } }
        // The same function for both, or libxml2 looks at every text to see whether it is blank.
        sax.ignorableWhitespace = sax.characters
        sax.cdataBlock = sax.characters
        // No DTD reaches libxml2; should one, nothing is known and nothing is loaded.
        sax.getEntity = { _, _ in nil }
        sax.getParameterEntity = { _, _ in nil }
        sax.resolveEntity = { _, _, _ in nil }
        sax.serror = { owner, error in
            guard let error else { return }
            XMLSession.with(owner) { $0.failed(Int(error.pointee.line), error.pointee.message) }
        }
        return sax
    }

    @inline(__always)
    private static func with(_ owner: UnsafeMutableRawPointer?, _ body: (XMLSession) -> Void) {
        // libxml2 hands back the pointer that `parse` gave it, and only while `parse` runs.
        Unmanaged<XMLSession>.fromOpaque(owner.unsafelyUnwrapped)._withUnsafeGuaranteedRef(body)
    }

    private func started(
        _ local: UnsafePointer<UInt8>?, _ prefix: UnsafePointer<UInt8>?, _ namespace: UnsafePointer<UInt8>?,
        _ count: Int, _ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
    ) {
        let number = number(of: local, prefix, namespace)
        handler.start(number, XMLStartTag(attributes, count, name: local))
        if handler.isFinished { xmlStopParser(context) }
    }

    private func ended(
        _ local: UnsafePointer<UInt8>?, _ prefix: UnsafePointer<UInt8>?, _ namespace: UnsafePointer<UInt8>?
    ) {
        handler.end(number(of: local, prefix, namespace))
    }

    private func met(_ text: UnsafePointer<UInt8>?, _ count: Int) {
        guard let text else { return }
        handler.text(UnsafeBufferPointer(start: text, count: count).span)
    }

    private func failed(_ line: Int, _ message: UnsafePointer<CChar>?) {
        errorCount += 1
        if firstError == nil { firstError = (line, message.map { String(cString: $0).trimmed } ?? "") }
        if errorCount > limits.errors { xmlStopParser(context) }
    }

    private func number(
        of local: UnsafePointer<UInt8>?, _ prefix: UnsafePointer<UInt8>?, _ namespace: UnsafePointer<UInt8>?
    ) -> Int {
        let bits = UInt(bitPattern: local) &* 31 &+ UInt(bitPattern: namespace)
        let slot = Int((bits ^ (bits >> 9) ^ (bits >> 17)) & 255)
        let cached = cache[slot]
        if cached.local == local, cached.prefix == prefix, cached.namespace == namespace { return cached.number }
        let name = XMLName(
            local: local.map { String(cString: $0) } ?? "", prefix: prefix.map { String(cString: $0) },
            namespace: namespace.map { String(cString: $0) })
        let number = handler.number(for: name)
        cache[slot] = CachedName(local: local, prefix: prefix, namespace: namespace, number: number)
        return number
    }
}

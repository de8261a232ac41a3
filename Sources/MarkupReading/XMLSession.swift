import CLibXML2
import Glibc

/// One run of libxml2 over the outline of one document, which gets its texts back on the way. Owns the parser context;
/// lives on one thread.
///
/// What an event does is said by `HandlerSession`: C's callbacks know no generic types, a class may hide them.
class XMLSession {
    private let limits: MarkupLimits
    private var context: xmlParserCtxtPtr?
    private(set) var errorCount = 0
    private(set) var hasTooManyNames = false
    /// What libxml2 said first, and how much of the outline it had read by then.
    private(set) var firstError: (position: Int, text: String)?
    /// The same for complaints about namespaces, which cost nothing that was written.
    private(set) var prefixErrorCount = 0
    private(set) var firstPrefixError: (position: Int, text: String)?

    // Borrowed from the repair while `parse` runs.
    private var texts = UnsafeBufferPointer<XMLText>(start: nil, count: 0)
    private var nextText = 0
    /// Where the next text belongs; beyond every outline when there is none.
    private var nextPosition = Int.max
    /// Where the start tags of elements without end tags stand, and where the next of them does.
    private var unclosed: [Int] = []
    private var nextUnclosed = Int.max
    private var document: UnsafePointer<UInt8>
    private var decoded: UnsafePointer<UInt8>

    /// Names seen, by libxml2's dictionary pointers: equal pointers are equal names within one document.
    private struct CachedName {
        var local: UnsafePointer<UInt8>?
        var prefix: UnsafePointer<UInt8>?
        var namespace: UnsafePointer<UInt8>?
        var number = 0
    }
    private let cache: UnsafeMutablePointer<CachedName>
    /// A power of two, several times as many as the names of a feed.
    private static let cachedNames = 128

    init(limits: MarkupLimits) {
        self.limits = limits
        cache = .allocate(capacity: XMLSession.cachedNames)
        // All zero is an empty entry; entry by entry this took longer than a small feed's tags.
        memset(cache, 0, XMLSession.cachedNames * MemoryLayout<CachedName>.stride)
        // Any address will do: without texts nothing is read.
        document = UnsafePointer(UnsafeRawPointer(cache).assumingMemoryBound(to: UInt8.self))
        decoded = document
        whynow_xml_prepare()
    }

    deinit {
        xmlFreeParserCtxt(context)
        cache.deallocate()
    }

    func number(for name: borrowing XMLNewName) -> Int { 0 }
    /// True where the handler has enough.
    func start(_ element: Int, _ tag: borrowing XMLStartTag) -> Bool { false }
    func end() {}
    func cutOff() {}
    func text(_ piece: Span<UInt8>) {}
    var isFinished: Bool { false }

    final func parse(_ repair: borrowing XMLRepair, _ chunks: [Range<Int>]) {
        document = repair.base
        if let start = repair.decoded.bytes.baseAddress { decoded = start }
        let outline = repair.outline.bytes
        // The last one comes first.
        unclosed = repair.unclosed.reversed()
        nextUnclosed = unclosed.popLast() ?? Int.max
        texts = repair.texts.all
        nextPosition = texts.first.map { Int($0.position) } ?? Int.max
        parse(outline, chunks, repair.writtenCount)
        texts = UnsafeBufferPointer(start: nil, count: 0)
        nextPosition = Int.max
    }

    private func parse(_ bytes: UnsafeBufferPointer<UInt8>, _ chunks: [Range<Int>], _ written: Int) {
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
            for (index, chunk) in chunks.enumerated() {
                if isFinished || hasTooManyErrors { return }
                if Int(xmlDictSize(context.pointee.dict)) > limits.names {
                    hasTooManyNames = true
                    return
                }
                if chunk.lowerBound == written { cutOff() }
                // Told that nothing follows, libxml2 does not look ahead for the end of every tag.
                let isLast: Int32 = index == chunks.count - 1 ? 1 : 0
                xmlParseChunk(context, bytes.baseAddress! + chunk.lowerBound, Int32(chunk.count), isLast)
            }
        }
    }

    private var hasTooManyErrors: Bool { errorCount + prefixErrorCount > limits.errors }

    // MARK: - What libxml2 calls

    private static func callbacks() -> xmlSAXHandler {
        var sax = xmlSAXHandler()
        sax.initialized = UInt32(XML_SAX2_MAGIC)
        sax.startElementNs = { owner, local, prefix, namespace, _, _, count, _, attributes in
            XMLSession.with(owner) { $0.started(local, prefix, namespace, Int(count), attributes) }
        }
        sax.endElementNs = { owner, _, _, _ in XMLSession.with(owner) { $0.ended() } }
        // The outline holds no text but what libxml2 makes of a tag that it refuses.
        sax.characters = { _, _, _ in }
        // The same function for both, or libxml2 looks at every text to see whether it is blank.
        sax.ignorableWhitespace = sax.characters
        sax.cdataBlock = sax.characters
        // No DTD reaches libxml2; should one, nothing is known and nothing is loaded.
        sax.getEntity = { _, _ in nil }
        sax.getParameterEntity = { _, _ in nil }
        sax.resolveEntity = { _, _, _ in nil }
        sax.serror = { owner, error in
            guard let error else { return }
            let isAboutNamespaces = error.pointee.domain == Int32(XML_FROM_NAMESPACE.rawValue)
            XMLSession.with(owner) { $0.failed(error.pointee.message, isAboutNamespaces) }
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
        if nextPosition < position { deliverTexts() }
        let tag = XMLStartTag(attributes, count, name: local, isUnclosed: nextUnclosed < position && passUnclosed())
        if start(number, tag) { xmlStopParser(context) }
    }

    /// True always: the tag that is reported is one of them.
    private func passUnclosed() -> Bool {
        while nextUnclosed < position { nextUnclosed = unclosed.popLast() ?? Int.max }
        return true
    }

    private func ended() {
        if nextPosition < position { deliverTexts() }
        end()
    }

    /// Bytes of the outline that libxml2 has read; a tag that is reported has been read at least in part.
    @inline(__always)
    private var position: Int {
        guard let input = context?.pointee.input else { return 0 }
        return Int(input.pointee.consumed) &+ (input.pointee.cur - input.pointee.base)
    }

    /// Hands out the texts that stand before the tag that libxml2 is in.
    private func deliverTexts() {
        let position = position
        repeat {
            text(texts[nextText].bytes(document: document, decoded: decoded).span)
            nextText &+= 1
            nextPosition = nextText < texts.count ? Int(texts[nextText].position) : Int.max
        } while nextPosition < position
    }

    private func failed(_ message: UnsafePointer<CChar>?, _ isAboutNamespaces: Bool) {
        let isFirst = isAboutNamespaces ? firstPrefixError == nil : firstError == nil
        if isFirst {
            let error = (position, message.map { String(cString: $0).trimmed } ?? "")
            if isAboutNamespaces { firstPrefixError = error } else { firstError = error }
        }
        if isAboutNamespaces { prefixErrorCount += 1 } else { errorCount += 1 }
        if hasTooManyErrors { xmlStopParser(context) }
    }

    private func number(
        of local: UnsafePointer<UInt8>?, _ prefix: UnsafePointer<UInt8>?, _ namespace: UnsafePointer<UInt8>?
    ) -> Int {
        let bits = UInt64(UInt(bitPattern: local)) ^ UInt64(UInt(bitPattern: namespace)) &<< 1
        var slot = Int((bits &* 0x9E37_79B9_7F4A_7C15) >> 57)
        var free = slot
        // A few places in a row: two names that share their first one must not push each other out all the time.
        for _ in 0..<4 {
            let cached = cache[slot]
            if cached.local == local, cached.prefix == prefix, cached.namespace == namespace { return cached.number }
            if cached.local == nil {
                free = slot
                break
            }
            slot = (slot &+ 1) & (XMLSession.cachedNames &- 1)
        }
        let number = self.number(for: XMLNewName(local, prefix, namespace))
        cache[free] = CachedName(local: local, prefix: prefix, namespace: namespace, number: number)
        return number
    }
}

/// The session of one handler, which lies at a fixed place and outlives the calls of `parse`.
final class HandlerSession<Handler: XMLEventHandler & ~Copyable>: XMLSession {
    private let handler: UnsafeMutablePointer<Handler>

    init(_ handler: UnsafeMutablePointer<Handler>, limits: MarkupLimits) {
        self.handler = handler
        super.init(limits: limits)
    }

    override func number(for name: borrowing XMLNewName) -> Int { handler.pointee.number(for: name) }
    override func start(_ element: Int, _ tag: borrowing XMLStartTag) -> Bool {
        handler.pointee.start(element, tag)
        return handler.pointee.isFinished
    }
    override func end() { handler.pointee.end() }
    override func cutOff() { handler.pointee.cutOff() }
    override func text(_ piece: Span<UInt8>) { handler.pointee.text(piece) }
    override var isFinished: Bool { handler.pointee.isFinished }
}

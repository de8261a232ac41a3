import MarkupReading
import TriggerModel

/// The text of the field that is being read, and how it is to be understood.
///
/// Child elements are written down as HTML again, so that one reader makes readable text of everything.
struct FeedText: ~Copyable {
    enum Form {
        /// RSS does not say what it is: tags count as markup.
        case markup
        /// Atom says text, or HTML, or child elements.
        case text, html, xhtml
        case base64
        /// A picture or the like: nothing to read.
        case none
    }

    /// Texts that had been encoded twice, of all fields so far.
    private(set) var undone = 0
    /// The field has more text than is kept.
    private(set) var isTooLong = false
    /// Child elements were met.
    private(set) var hasMarkup = false

    private var form = Form.markup
    private var buffer = ByteBuffer(capacity: 8192)
    private var openMarkup: [String] = []
    /// An element of EDGAR's inside the content, and where its text begins in `buffer`.
    private var detail: (name: String, start: Int)?
    private let plain = PlainTextReader()
    private let limits: MarkupLimits

    init(limits: MarkupLimits) { self.limits = limits }

    var isEmpty: Bool { buffer.count == 0 }
    /// Nothing but text of a kind that the feed did not name.
    var isPlainSoFar: Bool { form == .markup && !hasMarkup }

    mutating func begin(_ form: Form) {
        self.form = form
        buffer.removeAll()
        isTooLong = false
        hasMarkup = form == .xhtml
        if !openMarkup.isEmpty { openMarkup.removeAll(keepingCapacity: true) }
    }

    // MARK: - As it comes

    @inline(__always)
    mutating func add(_ piece: Swift.Span<UInt8>) {
        piece.withUnsafeBufferPointer { piece in
            if hasMarkup || buffer.count &+ piece.count > limits.fieldBytes {
                addCarefully(piece)
            } else {
                buffer.append(piece)
            }
        }
    }

    private mutating func addCarefully(_ piece: UnsafeBufferPointer<UInt8>) {
        var piece = piece
        if buffer.count &+ piece.count > limits.fieldBytes {
            isTooLong = true
            piece = FeedText.beginning(of: piece, max(0, limits.fieldBytes - buffer.count))
        }
        guard hasMarkup else { return buffer.append(piece) }
        for byte in piece {
            switch byte {
            case UInt8(ascii: "<"): buffer.append("&lt;")
            case UInt8(ascii: "&"): buffer.append("&amp;")
            default: buffer.append(byte)
            }
        }
    }

    /// At most so many bytes, cut between two characters.
    private static func beginning(of text: UnsafeBufferPointer<UInt8>, _ limit: Int) -> UnsafeBufferPointer<UInt8> {
        var end = min(limit, text.count)
        while end > 0, end < text.count, text[end] & 0xC0 == 0x80 { end -= 1 }
        return UnsafeBufferPointer(rebasing: text[..<end])
    }

    /// A child element begins.
    mutating func open(_ tag: borrowing XMLStartTag, isDetail: Bool) {
        hasMarkup = true
        let name = tag.localName
        openMarkup.append(name)
        buffer.append(UInt8(ascii: "<"))
        buffer.append(name.utf8)
        // Where its end is not known, hiding it could hide all that follows.
        if tag.count > 0, !tag.isUnclosed, tag.isHidden { buffer.append(" hidden") }
        buffer.append(UInt8(ascii: ">"))
        if isDetail { detail = (name.lowercased(), buffer.count) }
    }

    /// The child element that began last ends: only blocks and dropped elements matter for text.
    mutating func close() {
        buffer.append("</")
        if let name = openMarkup.popLast() { buffer.append(name.utf8) }
        buffer.append(UInt8(ascii: ">"))
    }

    /// The element of EDGAR's that ends here: its name and its text.
    mutating func finishDetail() -> (name: String, text: String?)? {
        guard let (name, start) = detail, start <= buffer.count else { return nil }
        detail = nil
        let bytes = UnsafeBufferPointer(rebasing: buffer.bytes[start...])
        return (name, plain.text(bytes, as: .text, isSingleLine: true))
    }

    // MARK: - As it is read
    // Calls of methods that only read would copy the whole value first (Swift 6.3), hence `mutating`.

    /// Plain text; nil where nothing readable is left.
    mutating func readable(isTitle: Bool) -> String? {
        if form != .base64, form != .none, let text = PlainTextReader.asItStands(buffer.bytes) { return text }
        undoDoubleEncoding()
        switch form {
        case .markup: return plain.text(buffer.bytes, as: isTitle && !hasMarkup ? .title : .html, isSingleLine: isTitle)
        case .text: return plain.text(buffer.bytes, as: hasMarkup ? .html : .text, isSingleLine: isTitle)
        case .html, .xhtml: return plain.text(buffer.bytes, as: .html, isSingleLine: isTitle)
        case .none: return nil
        case .base64:
            guard let bytes = Base64.decode(Array(buffer.bytes)) else { return nil }
            let decoded = TextDecoding.decode(bytes, limits: limits)
            return plain.text(decoded.utf8, as: .html, isSingleLine: isTitle)
        }
    }

    /// One line, references decoded: names, categories.
    var label: String? {
        mutating get {
            if let text = PlainTextReader.asItStands(buffer.bytes) { return text }
            undoDoubleEncoding()
            return plain.text(buffer.bytes, as: .title)
        }
    }

    /// As it stands, without white space at both ends: identities, languages.
    var trimmed: String? {
        mutating get { buffer.bytes.trimmedText }
    }

    var time: Timestamp? {
        mutating get { DateReading.timestamp(buffer.bytes) }
    }

    /// Absolute where it can be made so; nil for none.
    mutating func address(against base: String?) -> String? {
        if hasMarkup, let text = label {
            // An address within an `<a>`.
            buffer.removeAll()
            buffer.append(text.utf8)
        }
        return WebAddress.read(buffer.bytes, against: base)
    }

    private mutating func undoDoubleEncoding() {
        guard let text = DoubleEncoding.undone(buffer.bytes) else { return }
        undone += 1
        buffer.removeAll()
        text.withUnsafeBufferPointer { buffer.append($0) }
    }
}

extension FeedText.Form {
    /// Atom 1.0 (RFC 4287 section 3.1, 4.1.3) and 0.3 say how a text is to be read; RSS does not.
    init(of element: FeedElement, _ tag: borrowing XMLStartTag, isAtom: Bool) {
        self = isAtom || tag.count > 0 ? Self.said(by: element, tag, isAtom) : .markup
    }

    private static func said(by element: FeedElement, _ tag: borrowing XMLStartTag, _ isAtom: Bool) -> Self {
        switch element {
        case .title, .subtitle, .summary, .content, .fallbackTitle, .fallbackText, .fallbackSubtitle: break
        default: return .markup
        }
        let untyped: Self = isAtom ? .text : .markup
        if tag.count == 0 { return untyped }
        // What nearly every feed says, before any text is made of it.
        if tag.count == 1 {
            if tag.says("type", "html") { return .html }
            if tag.says("type", "text") { return untyped }
        }
        let type = tag.value("type")?.lowercased()
        switch tag.value("mode")?.lowercased() {
        case "base64": return type.map { $0.hasPrefix("text/") || $0.contains("html") } ?? true ? .base64 : .none
        case "escaped": return type == "text/plain" || type == nil ? .text : .html
        case "xml": return .xhtml
        default: break
        }
        switch type {
        case nil, "text", "text/plain", "plain": return untyped
        case "html", "text/html": return .html
        case "xhtml", "application/xhtml+xml": return .xhtml
        case let type?:
            if type.hasPrefix("text/") { return .markup }
            if type.hasSuffix("+xml") || type.hasSuffix("/xml") { return .xhtml }
            return element == .content && isAtom ? .none : .markup
        }
    }
}

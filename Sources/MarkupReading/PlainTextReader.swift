/// Turns the text of a field into readable plain text: tags to lines and gaps, references to characters.
///
/// Works on bytes in one pass, without a tree: feeds bring fragments, thousands of them. What people cannot see goes:
/// scripts, styles, hidden elements, comments, soft hyphens, zero-width and direction marks. Not for several threads.
package final class PlainTextReader {
    package enum Form: Sendable {
        /// HTML, as in descriptions and contents. Text without any tag keeps its lines.
        case html
        /// One line in which only tags that HTML knows count, so that "List<String>" stays.
        case title
        /// Text in which `<` is a less-than sign; complete references are still decoded, for many write them.
        case text
    }

    /// In memory of its own and used by one thread, so that no text costs checks of exclusive access.
    private let scan: UnsafeMutablePointer<PlainTextScan>

    package init() {
        scan = .allocate(capacity: 1)
        scan.initialize(to: PlainTextScan())
    }

    deinit {
        scan.deinitialize(count: 1)
        scan.deallocate()
    }

    /// A text that is readable as it stands, whatever its form: ASCII without markup, references and doubled spaces,
    /// and no white space at its ends. Most titles, names and subjects are. nil for every other text.
    package static func asItStands(_ bytes: UnsafeBufferPointer<UInt8>) -> String? { PlainTextScan.asItStands(bytes) }

    /// The bytes must be UTF-8, as `TextDecoding` leaves them. nil where nothing readable is left. A title is always
    /// one line.
    package func text(_ bytes: [UInt8], as form: Form, isSingleLine: Bool = false) -> String? {
        bytes.withUnsafeBufferPointer { scan.pointee.text($0, form, isSingleLine || form == .title) }
    }

    package func text(_ bytes: UnsafeBufferPointer<UInt8>, as form: Form, isSingleLine: Bool = false) -> String? {
        scan.pointee.text(bytes, form, isSingleLine || form == .title)
    }

    package func text(_ text: String, as form: Form, isSingleLine: Bool = false) -> String? {
        var copy = text
        return copy.withUTF8 { scan.pointee.text($0, form, isSingleLine || form == .title) }
    }
}

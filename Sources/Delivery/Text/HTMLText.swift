/// Plain text for HTML: the only way by which text from outside enters a page or a mail.
enum HTMLText {
    /// Escapes the five characters that mean something in text and in quoted attributes.
    ///
    /// By Unicode scalar: a quotation mark followed by a combining accent is one `Character` that equals no quotation
    /// mark, yet a browser ends the attribute at it.
    static func escape(_ text: String) -> String {
        var escaped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
            case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
            case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
            case "'": escaped.append(contentsOf: "&#39;".unicodeScalars)
            default: escaped.append(scalar)
            }
        }
        return String(escaped)
    }
}

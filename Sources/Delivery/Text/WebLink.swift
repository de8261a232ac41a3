/// An address a person may click: http or https, a plain host, nothing that displays as one place and opens another.
struct WebLink: Hashable, Sendable {
    let url: String
    /// As shown beside the link, lower case, with the port where there is one.
    let host: String

    /// nil for other schemes, credentials before the host, backslashes, white space, controls, more than 2,000 bytes.
    init?(_ text: String) {
        let scalars = text.unicodeScalars
        guard text.utf8.count <= 2000, !scalars.contains(where: Self.isForbidden) else { return nil }
        let lower = text.prefix(8).lowercased()
        let schemeLength = lower.hasPrefix("https://") ? 8 : lower.hasPrefix("http://") ? 7 : 0
        guard schemeLength > 0 else { return nil }
        let rest = scalars.dropFirst(schemeLength)
        let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        guard let first = authority.first, first != ":", first != ".", !authority.contains("@") else { return nil }
        url = text
        host = String(String.UnicodeScalarView(authority)).lowercased()
    }

    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\\", "\"", "<", ">", "`", "{", "}", "|", "^": true
        default: PlainText.line(String(scalar)).isEmpty
        }
    }
}

/// A telephone number as configured, with the link that dials it.
struct PhoneNumber: Hashable, Sendable {
    /// As written, cleaned.
    let text: String
    /// `tel:` address (RFC 3966); nil where the text holds fewer than three digits or letters we cannot dial.
    let link: String?

    init(_ written: String) {
        text = PlainText.line(written, limit: 60)
        var digits = ""
        var rest = text.unicodeScalars[...]
        while let scalar = rest.first {
            switch scalar {
            case "0"..."9": digits.unicodeScalars.append(scalar)
            case "+" where digits.isEmpty: digits.unicodeScalars.append(scalar)
            case " ", "-", "(", ")", ".", "/": break
            default:
                let ending = String(Substring(rest)).lowercased()
                let number = ending.drop { !$0.isNumber }
                let mark = ending.prefix(ending.count - number.count).trimmingSpaces()
                guard Self.extensionMarks.contains(mark), !number.isEmpty, number.count <= 8,
                    number.allSatisfy({ $0.isASCII && $0.isNumber }), digits.count >= 3
                else {
                    link = nil
                    return
                }
                link = "tel:\(digits);ext=\(number)"
                return
            }
            rest = rest.dropFirst()
        }
        link = digits.filter(\.isNumber).count >= 3 ? "tel:" + digits : nil
    }

    private static let extensionMarks: Set<String> = [
        "ext", "ext.", "extension", "x", "ext:", "x.", "#", "app", "durchwahl",
    ]
}

extension Substring {
    fileprivate func trimmingSpaces() -> String {
        var trimmed = self
        while trimmed.last == " " { trimmed.removeLast() }
        while trimmed.first == " " { trimmed.removeFirst() }
        return String(trimmed)
    }
}

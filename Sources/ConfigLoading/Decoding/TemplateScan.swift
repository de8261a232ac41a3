/// Looks over the template of a record's part: what stands in braces, and whether braces and brackets pair.
///
/// `{a|b}` has two references; a `[…]` segment is left out when a reference in it is empty, so it needs one.
struct TemplateScan {
    struct Fault: Equatable {
        /// 1-based, in characters.
        var column: Int
        var message: String
    }

    private let text: [Character]
    /// With the columns at which they begin.
    private(set) var references: [(column: Int, name: String)] = []

    init(_ text: String) { self.text = Array(text) }

    mutating func run() -> Fault? {
        var index = 0
        var segment: (start: Int, references: Int)?
        while index < text.count {
            switch text[index] {
            case "{":
                guard let close = text[index...].firstIndex(of: "}") else {
                    return Fault(column: index + 1, message: "this '{' is never closed")
                }
                if let fault = reference(from: index + 1, to: close) { return fault }
                index = close
            case "}": return Fault(column: index + 1, message: "this '}' closes nothing")
            case "[":
                guard segment == nil else {
                    return Fault(column: index + 1, message: "a [segment] cannot stand inside another")
                }
                segment = (index, references.count)
            case "]":
                guard let open = segment else { return Fault(column: index + 1, message: "this ']' closes nothing") }
                if open.references == references.count {
                    return Fault(
                        column: open.start + 1,
                        message: "a [segment] is left out when a reference in it is empty, but this one has none")
                }
                segment = nil
            default: break
            }
            index += 1
        }
        return segment.map { Fault(column: $0.start + 1, message: "this '[' is never closed") }
    }

    private mutating func reference(from start: Int, to end: Int) -> Fault? {
        var begin = start
        for index in start...end where index == end || text[index] == "|" {
            let name = String(text[begin..<index])
            if name.contains("{") { return Fault(column: start, message: "braces cannot stand inside braces") }
            if name.allSatisfy(\.isWhitespace) { return Fault(column: start, message: "a reference is empty") }
            let blanks = name.prefix { $0.isWhitespace }.count
            references.append((begin + blanks + 1, String(name.drop { $0.isWhitespace }.trimmedEnd)))
            begin = index + 1
        }
        return nil
    }
}

extension Substring {
    fileprivate var trimmedEnd: Substring {
        var text = self
        while text.last?.isWhitespace == true { text.removeLast() }
        return text
    }
}

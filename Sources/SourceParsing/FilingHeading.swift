/// `Item 5.02. Departure of …`: the code and what follows it. A line that goes on in small letters ("Item 5.02 of
/// Form 8-K") is prose.
struct FilingHeading {
    var code: String
    var rest: Substring

    init?(_ line: Substring) {
        guard let code = FilingItems.code(startingLine: line),
            let place = line.utf8.firstIndex(where: { $0 &- 0x30 < 10 })
        else { return nil }
        var rest = line[line.utf8.index(place, offsetBy: code.utf8.count)...]
        // "Item 5.02(e)": the paragraph of the item.
        if rest.first == "(", let close = rest.prefix(6).firstIndex(of: ")") {
            rest = rest[rest.index(after: close)...]
        }
        let isClosed = rest.first == "." || rest.first == ":"
        rest = rest.drop {
            $0 == "." || $0 == ":" || $0 == " " || $0 == "\t" || $0 == "-" || $0 == "–" || $0 == "—" || $0 == ")"
                || $0 == "\u{A0}"
        }
        if let first = rest.first {
            if first == "(" {
                guard isClosed || rest.utf8.count < 8 else { return nil }
            } else {
                guard first.isUppercase || (isClosed && !first.isLowercase) else { return nil }
            }
        }
        self.code = code
        self.rest = rest
    }
}

/// A selector in the making: up to a few steps, matched in an outline without XPath, and written as CSS.
struct RowProposalPattern: Hashable {
    struct Step: Hashable {
        var name: Int?
        var id: Int?
        var className: Int?
        var place: Int?
        var placeOfType: Int?
        /// Part of a class whose end a build made.
        var classPart: String?

        func matches(_ index: Int, _ outline: RowProposalOutline) -> Bool {
            let element = outline.elements[index]
            if let name, element.name != name { return false }
            if let id, element.id != id { return false }
            if let className, !element.classes.contains(className) { return false }
            if let place, element.place != place { return false }
            if let placeOfType, element.placeOfType != placeOfType { return false }
            if let classPart, !element.classes.contains(where: { outline.word($0).hasPrefix(classPart) }) {
                return false
            }
            return true
        }

        func css(_ outline: RowProposalOutline) -> String {
            var text = name.map { RowProposalPattern.identifier(outline.word($0)) } ?? ""
            if let id { text += "#" + RowProposalPattern.identifier(outline.word(id)) }
            if let className { text += "." + RowProposalPattern.identifier(outline.word(className)) }
            if let classPart { text += "[class*=\"\(classPart)\"]" }
            if let place { text += ":nth-child(\(place))" }
            if let placeOfType { text += ":nth-of-type(\(placeOfType))" }
            return text.isEmpty ? "*" : text
        }
    }

    /// The last one is what is found; each other one lies around the next, directly where `isChild` says so.
    var steps: [Step]
    var isChild = false
    /// The own text of what is found.
    var takesText = false

    func matches(_ index: Int, _ outline: RowProposalOutline) -> Bool {
        guard let last = steps.last, last.matches(index, outline) else { return false }
        var place = outline.elements[index].parent
        for step in steps.dropLast().reversed() {
            if isChild {
                guard place >= 0, step.matches(place, outline) else { return false }
                place = outline.elements[place].parent
                continue
            }
            while place >= 0, !step.matches(place, outline) { place = outline.elements[place].parent }
            guard place >= 0 else { return false }
            place = outline.elements[place].parent
        }
        return true
    }

    func css(_ outline: RowProposalOutline) -> String {
        steps.map { $0.css(outline) }.joined(separator: isChild ? " > " : " ") + (takesText ? "::text" : "")
    }

    /// A name as CSS writes it: everything but letters, digits, `-` and `_` escaped.
    static func identifier(_ name: String) -> String {
        var text = ""
        for (offset, scalar) in name.unicodeScalars.enumerated() {
            let isLetter = scalar.value >= 0x80 || (scalar.value | 0x20) &- 0x61 < 26 || scalar == "_"
            let isDigit = (0x30...0x39).contains(scalar.value)
            if isLetter || scalar == "-" || (isDigit && offset > 0) {
                text.unicodeScalars.append(scalar)
            } else if isDigit || scalar.value < 0x20 {
                text += "\\" + String(scalar.value, radix: 16) + " "
            } else {
                text += "\\" + String(Character(scalar))
            }
        }
        return text
    }
}

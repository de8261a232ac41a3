/// Names, quoted texts and blanks of a selector, and what to say where something else stands.
extension SelectorReader {
    var isAtEnd: Bool { index >= text.count }
    var peek: Unicode.Scalar? { index < text.count ? text[index] : nil }

    func starts(_ word: String) -> Bool {
        var place = index
        for scalar in word.unicodeScalars {
            guard place < text.count, text[place] == scalar else { return false }
            place += 1
        }
        return true
    }

    mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
        guard peek == scalar else { return false }
        index += 1
        return true
    }

    @discardableResult
    mutating func skipBlanks() -> Bool {
        let start = index
        while let next = peek, SelectorLanguage.isBlank(next) { index += 1 }
        return index > start
    }

    /// A name with its escapes undone (CSS Syntax level 3, section 4.3.7); nil where none begins here.
    mutating func name(mayStartWithDigit: Bool = false) -> String? {
        var name = ""
        let start = index
        while let next = peek {
            if next == "\\" {
                guard let scalar = escaped() else { break }
                name.unicodeScalars.append(scalar)
            } else if SelectorLanguage.continuesName(next) {
                if index == start, !mayStartWithDigit, ("0"..."9").contains(next) { return nil }
                name.unicodeScalars.append(next)
                index += 1
            } else {
                break
            }
        }
        return name.isEmpty ? nil : name
    }

    /// The character that `\` and what follows stand for; nil at the end of the text.
    private mutating func escaped() -> Unicode.Scalar? {
        guard index + 1 < text.count else { return nil }
        index += 1
        var value: UInt32 = 0
        var count = 0
        while count < 6, let next = peek, let digit = next.isASCII ? Ascii.hexValue(UInt8(next.value)) : nil {
            value = value * 16 + digit
            count += 1
            index += 1
        }
        guard count > 0 else {
            defer { index += 1 }
            return text[index]
        }
        if let next = peek, SelectorLanguage.isBlank(next) { index += 1 }
        return value == 0 ? "\u{FFFD}" : Unicode.Scalar(value) ?? "\u{FFFD}"
    }

    /// A text in quotation marks; stands on the opening one.
    mutating func quoted(_ quote: Unicode.Scalar) throws(SelectorFault) -> String {
        let start = index
        index += 1
        var value = ""
        while let next = peek {
            if next == quote {
                index += 1
                return value
            }
            if next == "\\" {
                guard let scalar = escaped() else { break }
                value.unicodeScalars.append(scalar)
            } else {
                value.unicodeScalars.append(next)
                index += 1
            }
        }
        throw fault("this quotation mark is never closed", at: start)
    }

    func fault(_ message: String, at place: Int? = nil) -> SelectorFault {
        SelectorFault(whole, message, column: (place ?? index) + 1)
    }

    func unexpected() -> SelectorFault {
        guard let next = peek else {
            return fault("ends too early; an element's name, .class, #id or [attribute] is missing")
        }
        switch next {
        case ",", ")", "]", "}", ">", "+", "~":
            return fault("\(shown(next)) cannot stand here; an element's name, .class, #id or [attribute] belongs here")
        case "0"..."9":
            return fault("a name cannot begin with a digit; write [id='\(next)…'], or \\3\(next) followed by a blank")
        case "{", "$", "%", "&", "!", ";", "=", "\"", "'", "(":
            return fault("\(shown(next)) means nothing here; a name with it is written with \\ before it")
        default:
            return fault("\(shown(next)) cannot stand here")
        }
    }

    func shown(_ scalar: Unicode.Scalar) -> String {
        SelectorLanguage.isBlank(scalar) || scalar.value < 0x20 ? "a blank" : String(Character(scalar))
    }
}

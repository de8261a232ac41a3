/// What stands before the root element: junk, comments, the DOCTYPE with its entities.
extension XMLRepair {
    /// Offset of the root element's start tag.
    mutating func findRoot() -> Int? {
        var index = 0
        var junk: Int?
        // Warnings of a program, or a page's head, before the declaration: the document begins at the declaration.
        if let first = firstNonSpace(from: 0, to: count), !base.has("<?xml", at: first, end: count),
            let declaration = base.first("<?xml ", from: first, to: min(count, 64 << 10))
        {
            junk = first
            index = declaration
        }
        while let less = base.first(Ascii.lessThan, from: index, to: count) {
            if junk == nil { junk = firstNonSpace(from: index, to: less) }
            let next = less + 1
            guard next < count else { break }
            switch base[next] {
            case Ascii.question:
                guard let end = base.first("?>", from: next, to: count) else { return nil }
                index = end + 2
            case Ascii.exclamation:
                if base.has("<!--", at: less, end: count) {
                    if let end = nextCommentEnd.find("-->", in: base, from: less + 4, to: count) {
                        index = end + 3
                    } else {
                        log.note(.unclosedComment, at: less)
                        index = less + 4
                    }
                } else if base.hasIgnoringCase("<!doctype", at: less, end: count) {
                    index = readDoctype(from: less + 9)
                } else {
                    index = next
                }
            case let byte where Ascii.startsName(byte):
                // Only what closes before the next `<` is a tag, unless that stands in a value.
                guard let end = base.first(Ascii.greaterThan, from: next, to: count),
                    base.first(Ascii.lessThan, from: next, to: end).map({ hasValue(from: next, to: $0) }) ?? true
                else {
                    junk = junk ?? less
                    index = next
                    continue
                }
                if let junk { log.note(.junkBeforeRoot, at: junk) }
                return less
            default:
                junk = junk ?? less
                index = next
            }
        }
        return nil
    }

    func hasValue(from start: Int, to end: Int) -> Bool {
        base.first("=\"", from: start, to: end) != nil || base.first("='", from: start, to: end) != nil
    }

    func firstNonSpace(from start: Int, to end: Int) -> Int? {
        var index = start
        while index < end, Ascii.isSpace(base[index]) { index += 1 }
        return index < end ? index : nil
    }

    /// Skips a DOCTYPE, keeping the plain-text entities of its internal subset. Returns the offset behind it.
    mutating func readDoctype(from start: Int) -> Int {
        var index = start
        var inSubset = false
        while index < count {
            switch base[index] {
            case Ascii.openBracket:
                inSubset = true
                index += 1
            case Ascii.closeBracket:
                inSubset = false
                index += 1
            case Ascii.greaterThan where !inSubset:
                return index + 1
            case Ascii.quote, Ascii.apostrophe:
                guard let end = base.first(base[index], from: index + 1, to: count) else { return count }
                index = end + 1
            case Ascii.lessThan where inSubset:
                index = readDeclaration(at: index)
            case Ascii.lessThan:
                // A DOCTYPE that never closed: the root begins here.
                return index
            default:
                index += 1
            }
        }
        return count
    }

    /// One `<!…>` or comment of the internal subset, which starts at `start`.
    mutating func readDeclaration(at start: Int) -> Int {
        if base.has("<!--", at: start, end: count) {
            return base.first("-->", from: start + 4, to: count).map { $0 + 3 } ?? count
        }
        var quoted: [Range<Int>] = []
        var words: [Range<Int>] = []
        var index = start + 1
        while index < count, base[index] != Ascii.greaterThan {
            let byte = base[index]
            if byte == Ascii.quote || byte == Ascii.apostrophe {
                guard let end = base.first(byte, from: index + 1, to: count) else { return count }
                if quoted.count < 3 { quoted.append(index + 1..<end) }
                index = end + 1
            } else if Ascii.isSpace(byte) {
                index += 1
            } else {
                let wordStart = index
                while index < count, !Ascii.isSpace(base[index]), base[index] != Ascii.greaterThan,
                    base[index] != Ascii.quote, base[index] != Ascii.apostrophe
                {
                    index += 1
                }
                if words.count < 4 { words.append(wordStart..<index) }
            }
        }
        if words.count >= 2, base.has("!ENTITY", at: words[0].lowerBound, end: words[0].upperBound) {
            let name = string(words[1])
            if words.count == 2, quoted.count == 1, entities.count < 1024, let text = plainText(quoted[0]) {
                if entities[name] == nil { entities[name] = text }
            } else {
                log.note(.droppedEntity, at: start, detail: name)
                // A name that HTML knows keeps its meaning; any other stands for nothing.
                if entities.count < 1024, entities[name] == nil, HTMLEntities.text(named: name) == nil {
                    entities[name] = []
                }
            }
        }
        return min(index + 1, count)
    }

    /// The replacement text of a declared entity: short, without markup and without entities, numbers decoded.
    func plainText(_ value: Range<Int>) -> [UInt8]? {
        guard value.count <= limits.entityBytes else { return nil }
        var text: [UInt8] = []
        var index = value.lowerBound
        while index < value.upperBound {
            switch base[index] {
            case Ascii.lessThan, 0x25: return nil
            case Ascii.ampersand:
                guard index + 1 < value.upperBound, base[index + 1] == Ascii.hash,
                    let reference = HTMLEntities.reference(
                        base, at: index, end: value.upperBound, requireSemicolon: true),
                    !reference.isBad, reference.packed != UInt64(Ascii.lessThan),
                    reference.packed != UInt64(Ascii.ampersand)
                else { return nil }
                for byte in 0..<reference.length {
                    text.append(UInt8(truncatingIfNeeded: reference.packed >> UInt64(byte * 8)))
                }
                index = reference.end
            case let byte:
                text.append(byte)
                index += 1
            }
        }
        return text
    }
}

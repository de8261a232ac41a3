/// A search that remembers that nothing was found.
private struct VainSearch {
    private var isVain = false

    mutating func find(_ text: StaticString, in base: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int? {
        if isVain { return nil }
        let found = base.first(text, from: start, to: end)
        isVain = found == nil
        return found
    }
}

/// The look at a document's bytes before libxml2 gets them: refuses what 2.9.14 is slow or wrong on, and repairs what
/// broken feeds have, so that libxml2 sees balanced tags, known entities and small start tags.
///
/// One pass, linear time. Without damage nothing is copied: `body` is then a part of the document. The prolog (XML
/// declaration, comments, DOCTYPE) never reaches libxml2; entities declared with plain text of at most
/// `MarkupLimits.entityBytes` are replaced here, all others (parameter, external, nested) are dropped.
struct XMLRepair {
    /// The repaired bytes, nil where the document needs no repair.
    private(set) var repaired: [UInt8]?
    /// Root element to its end, in `repaired` or in the document; empty where no element was found.
    private(set) var body: Range<Int> = 0..<0
    /// Offset of the root element in the document.
    private(set) var root = 0
    private(set) var log = DamageLog()

    private let base: UnsafePointer<UInt8>
    private let count: Int
    private let limits: MarkupLimits
    private var out: [UInt8] = []
    /// Everything before this offset is in `out` (or before the root).
    private var copied = 0
    private var isEdited = false
    private var entities: [String: [UInt8]] = [:]
    private var expansionLeft: Int
    /// How much may still be read ahead for the end of an attribute that holds `<`.
    private var lookaheadLeft: Int

    private struct OpenElement {
        var start: Int
        var length: Int
    }
    private var open: [OpenElement] = []
    // What was looked for in vain is not looked for again, so that a million openings cost one search.
    private var nextCommentEnd = VainSearch()
    private var nextInstructionEnd = VainSearch()
    private var nextSectionEnd = VainSearch()
    /// Start tags left out because they were too deep, whose end tags are still to come.
    private var tooDeep = 0

    /// `bytes` must be valid UTF-8 without control characters and stay alive until the value is used up.
    init(_ bytes: UnsafeBufferPointer<UInt8>, limits: MarkupLimits) {
        self.limits = limits
        count = bytes.count
        expansionLeft = limits.expansionBytes
        lookaheadLeft = bytes.count
        guard let start = bytes.baseAddress else {
            base = UnsafePointer(bitPattern: 1)!
            return
        }
        base = start
        open.reserveCapacity(limits.depth + 1)
        guard let root = findRoot() else { return }
        self.root = root
        copied = root
        let end = walk(from: root)
        if isEdited {
            append(upTo: end)
            closeAll()
            body = 0..<out.count
            repaired = out
        } else {
            body = root..<end
        }
        log.countLines(in: bytes)
    }

    // MARK: - Before the root element

    /// Offset of the root element's start tag.
    private mutating func findRoot() -> Int? {
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

    private func hasValue(from start: Int, to end: Int) -> Bool {
        base.first("=\"", from: start, to: end) != nil || base.first("='", from: start, to: end) != nil
    }

    private func firstNonSpace(from start: Int, to end: Int) -> Int? {
        var index = start
        while index < end, Ascii.isSpace(base[index]) { index += 1 }
        return index < end ? index : nil
    }

    /// Skips a DOCTYPE, keeping the plain-text entities of its internal subset. Returns the offset behind it.
    private mutating func readDoctype(from start: Int) -> Int {
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
    private mutating func readDeclaration(at start: Int) -> Int {
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
    private func plainText(_ value: Range<Int>) -> [UInt8]? {
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

    // MARK: - The root element

    /// Walks all markup from the root's start tag; returns the offset where the document is taken to end.
    private mutating func walk(from root: Int) -> Int {
        var index = root
        while true {
            guard let less = base.first(Ascii.lessThan, from: index, to: count) else {
                if index < count { checkReferences(from: index, to: count) }
                break
            }
            if less > index { checkReferences(from: index, to: less) }
            guard less + 1 < count else {
                replace(less..<count, with: "")
                break
            }
            let next = base[less + 1]
            if Ascii.startsName(next) {
                index = readStartTag(at: less)
            } else if next == Ascii.slash {
                index = readEndTag(at: less)
                if open.isEmpty, tooDeep == 0 { return finish(at: index) }
            } else if next == Ascii.exclamation {
                index = readExclamation(at: less)
            } else if next == Ascii.question {
                if let end = nextInstructionEnd.find("?>", in: base, from: less + 2, to: count) {
                    replace(less..<end + 2, with: "")
                    index = end + 2
                } else {
                    escapeLessThan(at: less)
                    index = less + 1
                }
            } else {
                escapeLessThan(at: less)
                index = less + 1
            }
            if open.isEmpty, tooDeep == 0, index > root { return finish(at: index) }
        }
        if !open.isEmpty {
            note(.truncated, at: count) { "the document ends inside <\($0.string($0.open.last!))>" }
            append(upTo: count)
            closeAll()
            isEdited = true
        }
        return count
    }

    /// The root has closed at `index`: what follows is comments and white space, or junk that is left out.
    private mutating func finish(at index: Int) -> Int {
        var rest = index
        while let place = firstNonSpace(from: rest, to: count) {
            if base.has("<!--", at: place, end: count) {
                rest = base.first("-->", from: place, to: count).map { $0 + 3 } ?? count
            } else if base.has("<?", at: place, end: count) {
                rest = base.first("?>", from: place, to: count).map { $0 + 2 } ?? count
            } else {
                log.note(.junkAfterRoot, at: place)
                break
            }
        }
        return index
    }

    private mutating func readExclamation(at less: Int) -> Int {
        if base.has("<![CDATA[", at: less, end: count) {
            if let end = nextSectionEnd.find("]]>", in: base, from: less + 9, to: count) { return end + 3 }
            // No end anywhere: it ends where its element does, else with the document.
            log.note(.unclosedSection, at: less)
            var end = count
            if let element = open.last {
                var place = less + 9
                while let slash = base.first("</", from: place, to: count) {
                    if matches(element, at: slash + 2) {
                        end = slash
                        break
                    }
                    place = slash + 2
                }
            }
            replace(end..<end, with: "]]>")
            return end
        }
        if base.has("<!--", at: less, end: count) {
            if let end = nextCommentEnd.find("-->", in: base, from: less + 4, to: count) {
                replace(less..<end + 3, with: "")
                return end + 3
            }
            // The rest may hold items: only the opening is left out.
            log.note(.unclosedComment, at: less)
            replace(less..<less + 4, with: " ")
            return less + 4
        }
        escapeLessThan(at: less)
        return less + 1
    }

    private mutating func escapeLessThan(at less: Int) {
        log.note(.strayLessThan, at: less)
        replace(less..<less + 1, with: "&lt;")
    }

    // MARK: - Tags

    private mutating func readStartTag(at less: Int) -> Int {
        var index = less + 1
        while index < count, Ascii.continuesName(base[index]) { index &+= 1 }
        let name = OpenElement(start: less + 1, length: index - less - 1)
        if index < count, base[index] == Ascii.greaterThan {
            opened(name, tag: less..<index + 1, isEmpty: false)
            return index + 1
        }
        var attributes = 0
        var hasAmpersand = false
        var isMalformed = false
        var equalsAt = -1
        var end: Int?
        scan: while index < count {
            switch base[index] {
            case Ascii.greaterThan:
                end = index
                break scan
            case Ascii.lessThan:
                break scan
            case Ascii.equals:
                if equalsAt >= 0 { isMalformed = true }
                equalsAt = index
                index &+= 1
            case Ascii.quote, Ascii.apostrophe:
                let quote = base[index]
                if equalsAt < 0 { isMalformed = true }
                equalsAt = -1
                attributes &+= 1
                var close = index &+ 1
                while close < count, base[close] != quote, base[close] != Ascii.lessThan {
                    if base[close] == Ascii.ampersand { hasAmpersand = true }
                    close &+= 1
                }
                if close < count, base[close] == Ascii.lessThan {
                    isMalformed = true
                    guard let later = quoteEnd(quote, from: close) else { break scan }
                    close = later
                    hasAmpersand = true
                }
                if close >= count {
                    index = count
                    break scan
                }
                index = close &+ 1
                if index < count, Ascii.continuesName(base[index]) { isMalformed = true }
            case Ascii.ampersand:
                hasAmpersand = true
                isMalformed = true
                index &+= 1
            case let byte:
                // A value without quotes.
                if equalsAt >= 0, !Ascii.isSpace(byte) {
                    isMalformed = true
                    attributes &+= 1
                    equalsAt = -1
                    while index < count, !Ascii.isSpace(base[index]), base[index] != Ascii.greaterThan,
                        base[index] != Ascii.lessThan
                    {
                        if base[index] == Ascii.ampersand { hasAmpersand = true }
                        index &+= 1
                    }
                } else {
                    index &+= 1
                }
            }
        }
        guard let end else {
            // `<` that opens no tag, as in "a <b and c": text. The end of the document inside a tag: cut off.
            if index >= count {
                log.note(.truncated, at: less, detail: "the document ends inside a tag")
                replace(less..<count, with: "")
                return count
            }
            escapeLessThan(at: less)
            return less + 1
        }
        let isEmpty = base[end - 1] == Ascii.slash
        let tag = less..<end + 1
        if attributes > limits.attributes || tag.count > limits.tagBytes {
            note(.tagTooLarge, at: less) {
                "<\($0.string(name).prefix(40))>: \(attributes) attributes, \(tag.count) bytes"
            }
            if name.length > 256 {
                replace(tag, with: "")
                return end + 1
            }
            opened(name, tag: tag, isEmpty: isEmpty, rewritten: Array("<\(string(name))\(isEmpty ? "/" : "")>".utf8))
            return end + 1
        }
        // A name without value shows only now: fewer `=` than names cannot be told from the quotes alone.
        if !isMalformed { isMalformed = hasBareName(name.start + name.length, end) }
        if isMalformed {
            note(.malformedTag, at: less) { "<\($0.string(name).prefix(40))>" }
            let attributesEnd = isEmpty ? end - 1 : end
            var tagText: [UInt8] = [Ascii.lessThan]
            tagText.append(contentsOf: UnsafeBufferPointer(start: base + name.start, count: name.length))
            tagText += wellFormedAttributes(name.start + name.length, attributesEnd)
            if isEmpty { tagText.append(Ascii.slash) }
            tagText.append(Ascii.greaterThan)
            opened(name, tag: tag, isEmpty: isEmpty, rewritten: tagText)
        } else {
            // The order of edits is the order of the bytes: the tag is entered first, its values are then checked.
            if opened(name, tag: tag, isEmpty: isEmpty), hasAmpersand {
                checkReferences(from: name.start + name.length, to: end)
            }
        }
        return end + 1
    }

    /// Where the quoted value that holds a `<` ends: at a quote that is followed by what may follow a value.
    private mutating func quoteEnd(_ quote: UInt8, from start: Int) -> Int? {
        let stop = min(count, start + min(2048, lookaheadLeft))
        var index = start
        while index < stop {
            if base[index] == quote, index + 1 < count {
                let next = base[index + 1]
                if Ascii.isSpace(next) || next == Ascii.greaterThan || next == Ascii.slash {
                    lookaheadLeft -= index - start
                    return index
                }
            }
            index += 1
        }
        lookaheadLeft -= stop - start
        return nil
    }

    /// True where an attribute has no value, as `<option selected>` has.
    private func hasBareName(_ start: Int, _ end: Int) -> Bool {
        var index = start
        while index < end {
            while index < end, Ascii.isSpace(base[index]) { index += 1 }
            guard index < end, base[index] != Ascii.slash || index + 1 < end else { return false }
            if !Ascii.startsName(base[index]) { return true }
            while index < end, Ascii.continuesName(base[index]) { index += 1 }
            while index < end, Ascii.isSpace(base[index]) { index += 1 }
            guard index < end, base[index] == Ascii.equals else { return true }
            index += 1
            while index < end, Ascii.isSpace(base[index]) { index += 1 }
            guard index < end, let close = base.first(base[index], from: index + 1, to: end) else { return true }
            index = close + 1
        }
        return false
    }

    /// The attributes between two offsets as XML: quoted, escaped, each name once.
    private mutating func wellFormedAttributes(_ start: Int, _ end: Int) -> [UInt8] {
        var text: [UInt8] = []
        var seen: Set<String> = []
        var index = start
        while index < end {
            guard Ascii.startsName(base[index]) else {
                index += 1
                continue
            }
            let nameStart = index
            while index < end, Ascii.continuesName(base[index]) { index += 1 }
            let name = nameStart..<index
            while index < end, Ascii.isSpace(base[index]) { index += 1 }
            var value = index..<index
            if index < end, base[index] == Ascii.equals {
                index += 1
                while index < end, Ascii.isSpace(base[index]) { index += 1 }
                let valueStart = index
                if index < end, base[index] == Ascii.quote || base[index] == Ascii.apostrophe {
                    let close = base.first(base[index], from: index + 1, to: end) ?? end
                    value = index + 1..<close
                    index = min(close + 1, end)
                } else {
                    while index < end, !Ascii.isSpace(base[index]) { index += 1 }
                    value = valueStart..<index
                }
            }
            guard seen.insert(string(name)).inserted else { continue }
            text.append(Ascii.space)
            text.append(contentsOf: UnsafeBufferPointer(start: base + name.lowerBound, count: name.count))
            text.append(contentsOf: [Ascii.equals, Ascii.quote])
            for place in value {
                switch base[place] {
                case Ascii.lessThan: text.append(contentsOf: "&lt;".utf8)
                case Ascii.quote: text.append(contentsOf: "&quot;".utf8)
                case Ascii.ampersand where !isKnownReference(at: place, end: value.upperBound):
                    text.append(contentsOf: "&amp;".utf8)
                case let byte: text.append(byte)
                }
            }
            text.append(Ascii.quote)
        }
        return text
    }

    /// Enters a start tag into the open elements, or leaves it out where it is too deep. False when it was left out.
    @discardableResult
    private mutating func opened(
        _ name: OpenElement, tag: Range<Int>, isEmpty: Bool, rewritten: [UInt8]? = nil
    ) -> Bool {
        if open.count >= limits.depth {
            if tooDeep == 0 { log.note(.tooDeep, at: tag.lowerBound, detail: "deeper than \(limits.depth)") }
            if !isEmpty { tooDeep += 1 }
            replace(tag, with: "")
            return false
        }
        if let rewritten { replace(tag, with: rewritten) }
        if !isEmpty { open.append(name) }
        return true
    }

    private mutating func readEndTag(at less: Int) -> Int {
        var index = less + 2
        let start = index
        while index < count, Ascii.continuesName(base[index]) { index &+= 1 }
        let name = OpenElement(start: start, length: index - start)
        while index < count, Ascii.isSpace(base[index]) { index += 1 }
        guard index < count else {
            replace(less..<count, with: "")
            return count
        }
        var isClean = true
        if base[index] != Ascii.greaterThan {
            // Something after the name, or no `>` at all.
            isClean = false
            while index < count, base[index] != Ascii.greaterThan, base[index] != Ascii.lessThan { index += 1 }
            if index < count, base[index] == Ascii.lessThan { index -= 1 }
            index = min(index, count - 1)
        }
        let tag = less..<index + 1
        if tooDeep > 0 {
            tooDeep -= 1
            replace(tag, with: "")
            return index + 1
        }
        if let last = open.last, last.length == name.length, equal(last, name) {
            open.removeLast()
            if !isClean { replace(tag, with: Array("</\(string(name))>".utf8)) }
            return index + 1
        }
        if let match = open.lastIndex(where: { $0.length == name.length && equal($0, name) }) {
            var closing: [UInt8] = []
            for element in open[match...].reversed() { closing += Array("</\(string(element))>".utf8) }
            note(.unclosedElement, at: less, count: open.count - match - 1) { "<\($0.string($0.open.last!))>" }
            open.removeSubrange(match...)
            replace(tag, with: closing)
            return index + 1
        }
        note(.strayEndTag, at: less) { "</\($0.string(name).prefix(40))>" }
        replace(tag, with: "")
        return index + 1
    }

    private func equal(_ left: OpenElement, _ right: OpenElement) -> Bool {
        for index in 0..<left.length where base[left.start &+ index] != base[right.start &+ index] { return false }
        return true
    }

    private func matches(_ element: OpenElement, at start: Int) -> Bool {
        guard start + element.length < count else { return false }
        for index in 0..<element.length where base[element.start + index] != base[start + index] { return false }
        return !Ascii.continuesName(base[start + element.length])
    }

    private mutating func closeAll() {
        for element in open.reversed() { out.append(contentsOf: "</\(string(element))>".utf8) }
        open.removeAll()
    }

    // MARK: - References

    private mutating func checkReferences(from start: Int, to end: Int) {
        var index = start
        while let place = base.first(Ascii.ampersand, from: index, to: end) {
            index = checkReference(at: place, end: end)
        }
    }

    /// `&lt; &gt; &amp; &quot; &apos;` and good numeric references are left to libxml2; all else is answered here.
    private mutating func checkReference(at place: Int, end: Int) -> Int {
        if let known = predefinedEnd(at: place, end: end) { return known }
        if place + 1 < end, base[place + 1] == Ascii.hash {
            guard let reference = HTMLEntities.reference(base, at: place, end: end, requireSemicolon: false) else {
                return escapeAmpersand(at: place)
            }
            if reference.isBad || base[reference.end - 1] != Ascii.semicolon {
                note(.badCharacterReference, at: place) { $0.string(place..<reference.end) }
                replace(place..<reference.end, withPacked: reference)
            }
            return reference.end
        }
        var nameEnd = place + 1
        while nameEnd < end, nameEnd - place < 65, Ascii.continuesName(base[nameEnd]) { nameEnd += 1 }
        guard nameEnd < end, base[nameEnd] == Ascii.semicolon, nameEnd > place + 1 else {
            return escapeAmpersand(at: place)
        }
        if !entities.isEmpty, let text = entities[string(place + 1..<nameEnd)] {
            expansionLeft -= text.count
            if expansionLeft >= 0 {
                replace(place..<nameEnd + 1, with: text)
            } else {
                log.note(.droppedEntity, at: place, detail: "declared entities add too much")
                replace(place..<nameEnd + 1, with: "")
            }
            return nameEnd + 1
        }
        if let reference = HTMLEntities.reference(base, at: place, end: end, requireSemicolon: true) {
            note(.undeclaredEntity, at: place) { $0.string(place..<nameEnd + 1) }
            replace(place..<reference.end, withPacked: reference)
            return reference.end
        }
        return escapeAmpersand(at: place)
    }

    private mutating func escapeAmpersand(at place: Int) -> Int {
        log.note(.strayAmpersand, at: place)
        replace(place..<place + 1, with: "&amp;")
        return place + 1
    }

    @inline(__always)
    private func predefinedEnd(at place: Int, end: Int) -> Int? {
        guard place + 3 < end else { return nil }
        switch base[place + 1] {
        case UInt8(ascii: "l") where base[place + 2] == UInt8(ascii: "t") && base[place + 3] == Ascii.semicolon,
            UInt8(ascii: "g") where base[place + 2] == UInt8(ascii: "t") && base[place + 3] == Ascii.semicolon:
            return place + 4
        case UInt8(ascii: "a"):
            if base.has("&amp;", at: place, end: end) { return place + 5 }
            if base.has("&apos;", at: place, end: end) { return place + 6 }
            return nil
        case UInt8(ascii: "q"):
            return base.has("&quot;", at: place, end: end) ? place + 6 : nil
        default: return nil
        }
    }

    private func isKnownReference(at place: Int, end: Int) -> Bool {
        if predefinedEnd(at: place, end: end) != nil { return true }
        guard place + 1 < end, base[place + 1] == Ascii.hash,
            let reference = HTMLEntities.reference(base, at: place, end: end, requireSemicolon: true)
        else { return false }
        return !reference.isBad
    }

    // MARK: - Edits

    /// Counts a damage; the detail is only put into words for the first of its kind.
    private mutating func note(
        _ kind: MarkupDamage.Kind, at offset: Int, count: Int = 1, _ detail: (XMLRepair) -> String
    ) {
        log.note(kind, at: offset, count: count, detail: log.has(kind) ? "" : detail(self))
    }

    private func string(_ range: Range<Int>) -> String {
        String(decoding: UnsafeBufferPointer(start: base + range.lowerBound, count: range.count), as: UTF8.self)
    }

    private func string(_ element: OpenElement) -> String { string(element.start..<element.start + element.length) }

    private mutating func append(upTo end: Int) {
        guard end > copied else { return }
        if out.isEmpty { out.reserveCapacity(count + 1024) }
        out.append(contentsOf: UnsafeBufferPointer(start: base + copied, count: end - copied))
        copied = end
    }

    private mutating func replace(_ range: Range<Int>, with bytes: some Collection<UInt8>) {
        append(upTo: range.lowerBound)
        out.append(contentsOf: bytes)
        copied = max(copied, range.upperBound)
        isEdited = true
    }

    private mutating func replace(_ range: Range<Int>, with text: StaticString) {
        replace(range, with: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// The characters of a reference, escaped where XML would take them for markup.
    private mutating func replace(_ range: Range<Int>, withPacked reference: HTMLEntities.Reference) {
        append(upTo: range.lowerBound)
        for index in 0..<reference.length {
            switch UInt8(truncatingIfNeeded: reference.packed >> UInt64(index * 8)) {
            case Ascii.lessThan: out.append(contentsOf: "&lt;".utf8)
            case Ascii.ampersand: out.append(contentsOf: "&amp;".utf8)
            case Ascii.quote: out.append(contentsOf: "&quot;".utf8)
            case let byte: out.append(byte)
            }
        }
        copied = range.upperBound
        isEdited = true
    }
}

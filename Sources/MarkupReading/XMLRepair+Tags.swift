/// Start and end tags: small, well formed, balanced.
extension XMLRepair {
    mutating func readStartTag(at less: Int) -> Int {
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
    mutating func quoteEnd(_ quote: UInt8, from start: Int) -> Int? {
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
    func hasBareName(_ start: Int, _ end: Int) -> Bool {
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
    mutating func wellFormedAttributes(_ start: Int, _ end: Int) -> [UInt8] {
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
    mutating func opened(
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

    mutating func readEndTag(at less: Int) -> Int {
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

    func equal(_ left: OpenElement, _ right: OpenElement) -> Bool {
        for index in 0..<left.length where base[left.start &+ index] != base[right.start &+ index] { return false }
        return true
    }

    func matches(_ element: OpenElement, at start: Int) -> Bool {
        guard start + element.length < count else { return false }
        for index in 0..<element.length where base[element.start + index] != base[start + index] { return false }
        return !Ascii.continuesName(base[start + element.length])
    }

    mutating func closeAll() {
        for element in open.reversed() { out.append(contentsOf: "</\(string(element))>".utf8) }
        open.removeAll()
    }
}

/// Start and end tags: small, well formed, balanced.
extension XMLRepair {
    mutating func readStartTag(at less: Int) -> Int {
        var index = less + 1
        var bits: UInt8 = 0
        while index < count, Ascii.continuesName(base[index]) {
            bits |= base[index]
            index &+= 1
        }
        let name = OpenElement(start: less + 1, length: index - less - 1)
        if index < count, base[index] == Ascii.greaterThan {
            isAtLeaf = enter(name, tag: less..<index + 1, isEmpty: false) && bits < 0x80
            return index + 1
        }
        if let clean = cleanAttributes(from: index) {
            let isEmpty = base[clean.end - 1] == Ascii.slash
            if clean.count <= limits.attributes, clean.end - less < limits.tagBytes {
                if enter(name, tag: less..<clean.end + 1, isEmpty: isEmpty) {
                    if clean.hasAmpersand {
                        checkReferences(from: index, to: clean.end)
                    } else {
                        let attributes = UnsafeBufferPointer(start: base + index, count: clean.end - index)
                        isAtLeaf = !isEmpty && bits < 0x80 && !CheckedText.hasHighByte(attributes)
                    }
                }
                return clean.end + 1
            }
        }
        if isWanted(name), let cut = cutEnd(from: index) {
            note(.malformedTag, at: less) { "<\($0.string(name).prefix(40))>" }
            if enter(name, tag: less..<cut.next, isEmpty: false) {
                rewrite(less..<cut.next, name, isEmpty: false, attributes: index..<cut.attributesEnd)
            }
            return cut.next
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
                leaveOut(less..<count)
                return count
            }
            return readLessThan(at: less)
        }
        let isEmpty = base[end - 1] == Ascii.slash
        let tag = less..<end + 1
        if attributes > limits.attributes || tag.count > limits.tagBytes {
            note(.tagTooLarge, at: less) {
                "<\($0.string(name).prefix(40))>: \(attributes) attributes, \(tag.count) bytes"
            }
            if name.length > 256 {
                leaveOut(tag)
            } else if enter(name, tag: tag, isEmpty: isEmpty) {
                rewrite(tag, name, isEmpty: isEmpty, attributes: nil)
            }
            return end + 1
        }
        // A name without value shows only now: fewer `=` than names cannot be told from the quotes alone.
        if !isMalformed { isMalformed = hasBareName(name.start + name.length, end) }
        if isMalformed { note(.malformedTag, at: less) { "<\($0.string(name).prefix(40))>" } }
        guard enter(name, tag: tag, isEmpty: isEmpty) else { return end + 1 }
        if isMalformed {
            let attributesEnd = isEmpty ? end - 1 : end
            rewrite(tag, name, isEmpty: isEmpty, attributes: name.start + name.length..<attributesEnd)
        } else if hasAmpersand {
            checkReferences(from: name.start + name.length, to: end)
        }
        return end + 1
    }

    private func isWanted(_ name: OpenElement) -> Bool {
        wanted.contains {
            $0.utf8CodeUnitCount == name.length && base.hasIgnoringCase($0, at: name.start, end: count)
        }
    }

    /// Where a start tag ends that has no end of its own, or whose last value has none: at its `>` or before the next
    /// tag. An element that is wanted must not get lost with what is in it, and its attributes hold no markup. nil
    /// where the tag ends like any other.
    private func cutEnd(from start: Int) -> (attributesEnd: Int, next: Int)? {
        guard let less = base.first(Ascii.lessThan, from: start, to: count) else { return nil }
        let greater = base.first(Ascii.greaterThan, from: start, to: less)
        var quote: UInt8 = 0
        for index in start..<(greater ?? less) {
            if quote == 0, base[index] == Ascii.quote || base[index] == Ascii.apostrophe {
                quote = base[index]
            } else if base[index] == quote {
                quote = 0
            }
        }
        if let greater {
            guard quote != 0, base.first(quote, from: greater, to: less) == nil else { return nil }
            return (greater, greater + 1)
        }
        // A value that holds `<` is closed before the next `>`.
        if quote != 0, let close = base.first(quote, from: less, to: min(count, less + 2048)),
            base.first(Ascii.greaterThan, from: less, to: close) == nil
        {
            return nil
        }
        return (less, less)
    }

    /// Writes the tag anew in its place, with its attributes as XML has them, or without.
    mutating func rewrite(_ tag: Range<Int>, _ name: OpenElement, isEmpty: Bool, attributes: Range<Int>?) {
        leaveOut(tag)
        write(Ascii.lessThan)
        write(name.start..<name.start + name.length)
        if let attributes { writeWellFormed(attributes) }
        if isEmpty { write(Ascii.slash) }
        write(Ascii.greaterThan)
    }

    /// Reads attributes that are as XML wants them, `name="value"` each; nil at the first thing that is not. `end` is
    /// the offset of the tag's `>`.
    private func cleanAttributes(from start: Int) -> (end: Int, count: Int, hasAmpersand: Bool)? {
        var index = start
        var attributes = 0
        var hasAmpersand = false
        while true {
            let spaceStart = index
            while index < count, Ascii.isSpace(base[index]) { index &+= 1 }
            guard index &+ 1 < count else { return nil }
            if base[index] == Ascii.greaterThan { return (index, attributes, hasAmpersand) }
            if base[index] == Ascii.slash, base[index &+ 1] == Ascii.greaterThan {
                return (index &+ 1, attributes, hasAmpersand)
            }
            guard index > spaceStart, Ascii.startsName(base[index]) else { return nil }
            while index < count, Ascii.continuesName(base[index]) { index &+= 1 }
            while index < count, Ascii.isSpace(base[index]) { index &+= 1 }
            guard index < count, base[index] == Ascii.equals else { return nil }
            index &+= 1
            while index < count, Ascii.isSpace(base[index]) { index &+= 1 }
            guard index < count, base[index] == Ascii.quote || base[index] == Ascii.apostrophe else { return nil }
            let quote = base[index]
            let quotes = SIMD16<Int8>(repeating: Int8(quote))
            // No farther than a tag may reach: a quote that never closes must not be searched for ever again.
            let stop = min(count, index &+ limits.tagBytes)
            index &+= 1
            while true {
                while index &+ 16 <= stop {
                    let plain = Bytes16(base, index).countInValue(quoted: quotes)
                    index &+= plain
                    if plain < 16 { break }
                }
                while index < stop, base[index] != quote, base[index] != Ascii.lessThan, base[index] != Ascii.ampersand
                {
                    index &+= 1
                }
                guard index < stop, base[index] != Ascii.lessThan else { return nil }
                if base[index] == quote { break }
                hasAmpersand = true
                index &+= 1
            }
            attributes &+= 1
            index &+= 1
        }
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

    /// Writes the attributes between two offsets as XML: quoted, escaped, each name once, `limits.attributes` at most.
    mutating func writeWellFormed(_ attributes: Range<Int>) {
        // Names by their hash: should two names share one, the later attribute of a broken tag is lost, no more.
        var seen: [UInt64] = []
        let end = attributes.upperBound
        var index = attributes.lowerBound
        while index < end, seen.count < limits.attributes {
            guard Ascii.startsName(base[index]) else {
                index += 1
                continue
            }
            let nameStart = index
            var hash: UInt64 = 0xCBF2_9CE4_8422_2325
            while index < end, Ascii.continuesName(base[index]) {
                hash = (hash ^ UInt64(base[index])) &* 0x100_0000_01B3
                index += 1
            }
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
            guard !seen.contains(hash) else { continue }
            seen.append(hash)
            write(Ascii.space)
            write(name)
            write("=\"")
            for place in value {
                if base[place] == Ascii.ampersand, isKnownReference(at: place, end: value.upperBound) {
                    write(Ascii.ampersand)
                } else {
                    write(escaped: base[place])
                }
            }
            write(Ascii.quote)
        }
    }

    /// Enters a start tag into the open elements, or leaves it out where it is too deep. False when it was left out.
    mutating func enter(_ name: OpenElement, tag: Range<Int>, isEmpty: Bool) -> Bool {
        isAtLeaf = false
        if depth >= limits.depth {
            if tooDeep == 0 { log.note(.tooDeep, at: tag.lowerBound, detail: "deeper than \(limits.depth)") }
            if !isEmpty { tooDeep += 1 }
            leaveOut(tag)
            return false
        }
        if !isEmpty {
            open[depth] = OpenElement(
                start: name.start, length: name.length, position: positionInOutline(of: tag.lowerBound))
            depth &+= 1
        }
        return true
    }

    mutating func readEndTag(at less: Int) -> Int {
        var index = less + 2
        let start = index
        // The usual end tag is that of the innermost element, without anything else in it.
        if depth > 0, tooDeep == 0 {
            let last = open[depth &- 1]
            let close = start &+ last.length
            if close < count, base[close] == Ascii.greaterThan,
                equal(last, OpenElement(start: start, length: last.length))
            {
                depth &-= 1
                // The root's end tag may have to be taken back.
                if isAtLeaf, depth > 0 { closeLeaf(endTag: less..<close &+ 1) }
                isAtLeaf = false
                return close &+ 1
            }
        }
        isAtLeaf = false
        while index < count, Ascii.continuesName(base[index]) { index &+= 1 }
        let name = OpenElement(start: start, length: index - start)
        while index < count, Ascii.isSpace(base[index]) { index += 1 }
        guard index < count else {
            leaveOut(less..<count)
            return count
        }
        if base[index] != Ascii.greaterThan {
            // Something after the name, or no `>` at all.
            while index < count, base[index] != Ascii.greaterThan, base[index] != Ascii.lessThan { index += 1 }
            if index < count, base[index] == Ascii.lessThan { index -= 1 }
            index = min(index, count - 1)
        }
        let tag = less..<index + 1
        if tooDeep > 0 {
            tooDeep -= 1
            leaveOut(tag)
            return index + 1
        }
        var match = depth - 1
        while match >= 0, open[match].length != name.length || !equal(open[match], name) { match -= 1 }
        leaveOut(tag)
        guard match >= 0 else {
            note(.strayEndTag, at: less) { "</\($0.string(name).prefix(40))>" }
            return index + 1
        }
        if match < depth - 1 {
            note(.unclosedElement, at: less, count: depth - match - 1) { "<\($0.string($0.open[$0.depth - 1]))>" }
        }
        while depth > match {
            if depth > match + 1 { noteUnclosed() }
            close()
        }
        return index + 1
    }

    @inline(__always)
    func equal(_ left: OpenElement, _ right: OpenElement) -> Bool {
        var index = 0
        if left.start &+ left.length &+ 8 <= count, right.start &+ left.length &+ 8 <= count {
            // Eight bytes at a time, the last ones with some of what follows taken away again.
            while index &+ 8 < left.length {
                if Word8.load(base, left.start &+ index) != Word8.load(base, right.start &+ index) { return false }
                index &+= 8
            }
            let difference = Word8.load(base, left.start &+ index) ^ Word8.load(base, right.start &+ index)
            return left.length == 0 || difference.littleEndian &<< UInt64(64 &- 8 &* (left.length &- index)) == 0
        }
        while index < left.length, base[left.start &+ index] == base[right.start &+ index] { index &+= 1 }
        return index == left.length
    }

    func matches(_ element: OpenElement, at start: Int) -> Bool {
        guard start + element.length < count else { return false }
        for index in 0..<element.length where base[element.start + index] != base[start + index] { return false }
        return !Ascii.continuesName(base[start + element.length])
    }

    /// Writes the end tag of the innermost open element.
    mutating func close() {
        depth -= 1
        write("</")
        write(open[depth].start..<open[depth].start + open[depth].length)
        write(Ascii.greaterThan)
    }

    mutating func closeAll() { while depth > 0 { close() } }
}

/// The look at a document's bytes before libxml2 gets them: refuses what 2.9.14 is slow or wrong on, repairs what
/// broken feeds have, and parts the markup from the text.
///
/// One pass, linear time. libxml2 gets the `outline`: balanced, small, well-formed tags and nothing else. The texts
/// stay where they are, or are decoded here, and know their place in the outline; most of a feed is text, which
/// libxml2 would look at one character at a time. The prolog (XML declaration, comments, DOCTYPE) never reaches
/// libxml2; entities declared with plain text of at most `MarkupLimits.entityBytes` are replaced here, all others
/// (parameter, external, with markup) are dropped.
struct XMLRepair: ~Copyable {
    /// All tags from the root's start to its end; empty where no element was found.
    private(set) var outline: ByteBuffer
    /// Text that does not stand in the document as it is meant: references replaced, line ends made one.
    private(set) var decoded = ByteBuffer()
    /// The texts in their order.
    private(set) var texts: XMLTextList
    /// Offset of the root element in the document.
    private(set) var root = 0
    var log = DamageLog()

    let base: UnsafePointer<UInt8>
    let count: Int
    let limits: MarkupLimits
    /// The document before this offset has been dealt with: copied to the outline, made a text, or left out.
    private var copied = 0
    var entities: [String: [UInt8]] = [:]
    var expansionLeft: Int
    /// How much may still be read ahead for the end of an attribute that holds `<`.
    var lookaheadLeft: Int
    let hasCarriageReturn: Bool

    struct OpenElement {
        var start: Int
        var length: Int
        /// Of its start tag in the outline.
        var position = 0
    }
    /// Where the start tags stand in the outline whose elements end only because one around them does, in their order.
    private(set) var unclosed: [Int] = []
    /// The open elements, outermost first, in memory for `limits.depth` of them: a tag costs no check of an array.
    let open: UnsafeMutablePointer<OpenElement>
    var depth = 0
    /// The last tag was the start tag of the innermost open element, and one that libxml2 takes as it stands: after one
    /// that it refuses, as for a character that no name may have, it would take the end of an empty element for text.
    var isAtLeaf = false
    /// Names of elements, in lower case, for which the document goes on behind the end of its root.
    let wanted: [StaticString]
    /// Where the next of them begins, as far as has been looked: at `count` where there is none.
    private var nextWanted = -1
    private var isReopened = false
    /// Bytes of the outline that the document has itself: behind them stand the end tags of what it left open.
    private(set) var writtenCount = 0
    // What was looked for in vain is not looked for again, so that a million openings cost one search.
    var nextCommentEnd = VainSearch()
    var nextTagEnd = VainSearch()
    var nextInstructionEnd = VainSearch()
    private var sectionsNeverEnd = false
    /// Start tags left out because they were too deep, whose end tags are still to come.
    var tooDeep = 0

    /// `bytes` must be valid UTF-8 without control characters and stay alive until the value is used up.
    init(_ bytes: UnsafeBufferPointer<UInt8>, limits: MarkupLimits, wanted: [StaticString] = []) {
        self.limits = limits
        self.wanted = wanted
        count = bytes.count
        expansionLeft = limits.expansionBytes
        lookaheadLeft = bytes.count
        outline = ByteBuffer(capacity: bytes.count / 2)
        texts = XMLTextList(capacity: bytes.count / 64)
        open = .allocate(capacity: max(1, limits.depth))
        guard let start = bytes.baseAddress else {
            // Never read: there are no bytes.
            base = UnsafePointer(UnsafeRawPointer(open).assumingMemoryBound(to: UInt8.self))
            hasCarriageReturn = false
            return
        }
        base = start
        hasCarriageReturn = start.first(Ascii.carriageReturn, from: 0, to: bytes.count) != nil
        guard let root = findRoot() else { return }
        self.root = root
        copied = root
        flush(upTo: walk(from: root))
        writtenCount = outline.count
        closeAll()
        unclosed.sort()
        log.countLines(in: bytes)
    }

    deinit { open.deallocate() }

    // MARK: - The walk

    /// Walks all markup from the root's start tag; returns the offset where the document is taken to end.
    private mutating func walk(from root: Int) -> Int {
        var index = root
        while true {
            var less = index
            // Half of all tags follow a tag at once.
            if index >= count || base[index] != Ascii.lessThan {
                less = readText(from: index)
                if less == count { break }
            }
            guard less + 1 < count else {
                leaveOut(less..<count)
                break
            }
            let next = base[less + 1]
            if Ascii.startsName(next) {
                index = readStartTag(at: less)
            } else if next == Ascii.slash {
                index = readEndTag(at: less)
            } else if next == Ascii.exclamation {
                index = readExclamation(at: less)
            } else if next == Ascii.question,
                let end = nextInstructionEnd.find("?>", in: base, from: less + 2, to: count)
            {
                leaveOut(less..<end + 2)
                index = end + 2
            } else {
                index = readLessThan(at: less)
            }
            if depth == 0, tooDeep == 0, index > root {
                checkEnd(at: index)
                if next == Ascii.slash, hasWanted(from: index, to: count) {
                    reopenRoot(endTag: less..<index)
                    continue
                }
                return index
            }
        }
        if depth > (isReopened ? 1 : 0) {
            note(.truncated, at: count) { "the document ends inside <\($0.string($0.open[$0.depth - 1]))>" }
        }
        return count
    }

    /// The root has closed at `index`: what follows is comments and white space, or junk that is left out.
    private mutating func checkEnd(at index: Int) {
        var rest = index
        while let place = firstNonSpace(from: rest, to: count) {
            if base.has("<!--", at: place, end: count) {
                rest = base.first("-->", from: place, to: count).map { $0 + 3 } ?? count
            } else if base.has("<?", at: place, end: count) {
                rest = base.first("?>", from: place, to: count).map { $0 + 2 } ?? count
            } else {
                log.note(.junkAfterRoot, at: place)
                return
            }
        }
    }

    /// True where an element that is to be read wherever it stands begins between two offsets.
    mutating func hasWanted(from start: Int, to end: Int) -> Bool {
        if nextWanted < start { nextWanted = firstWanted(from: start) }
        return nextWanted < end
    }

    private func firstWanted(from start: Int) -> Int {
        var place = start
        while !wanted.isEmpty, let less = base.first(Ascii.lessThan, from: place, to: count) {
            for name in wanted where base.hasIgnoringCase(name, at: less + 1, end: count) {
                let end = less + 1 + name.utf8CodeUnitCount
                if end < count, !Ascii.continuesName(base[end]) { return less }
            }
            place = less + 1
        }
        return count
    }

    /// Remembers where the innermost element began, which has no end tag.
    mutating func noteUnclosed() { unclosed.append(open[depth - 1].position) }

    /// Where a tag that is read now will stand in the outline.
    func positionInOutline(of tag: Int) -> Int { outline.count &+ (tag &- copied) }

    /// Takes back the end tag of the root.
    private mutating func reopenRoot(endTag: Range<Int>) {
        if copied <= endTag.lowerBound {
            leaveOut(endTag)
        } else {
            // It has been written in place of another.
            outline.removeLast(open[0].length + 3)
        }
        depth = 1
        isReopened = true
    }

    private mutating func readExclamation(at less: Int) -> Int {
        if base.has("<![CDATA[", at: less, end: count) || base.hasIgnoringCase("<![cdata[", at: less, end: count) {
            let start = less + 9
            leaveOut(less..<start)
            if let end = sectionEnd(from: start) {
                readSection(start..<end)
                leaveOut(end..<end + 3)
                return end + 3
            }
            // No end anywhere: it ends where its element does, else with the document.
            log.note(.unclosedSection, at: less)
            var end = count
            if depth > 0 {
                var place = start
                while let slash = base.first("</", from: place, to: count) {
                    if matches(open[depth - 1], at: slash + 2) {
                        end = slash
                        break
                    }
                    place = slash + 2
                }
            }
            readSection(start..<end)
            return end
        }
        if base.has("<!--", at: less, end: count) {
            if let end = nextCommentEnd.find("-->", in: base, from: less + 4, to: count) {
                leaveOut(less..<end + 3)
                return end + 3
            }
            // The rest may hold items: only the opening is left out.
            log.note(.unclosedComment, at: less)
            leaveOut(less..<less + 4)
            add(" ", sourceEnd: less + 4)
            return less + 4
        }
        return readLessThan(at: less)
    }

    /// Offset of the next `]]>`. Sections are many and mostly short, and brackets are rare in them: looking for one
    /// byte is several times as fast as looking for three.
    private mutating func sectionEnd(from start: Int) -> Int? {
        if sectionsNeverEnd { return nil }
        var index = start
        while let bracket = base.first(Ascii.closeBracket, from: index, to: count) {
            if base.has("]]>", at: bracket, end: count) { return bracket }
            index = bracket + 1
        }
        sectionsNeverEnd = true
        return nil
    }

    /// A `<` that opens nothing is text.
    mutating func readLessThan(at less: Int) -> Int {
        log.note(.strayLessThan, at: less)
        leaveOut(less..<less + 1)
        addAsItStands(less..<less + 1)
        return less + 1
    }

    // MARK: - The outline

    /// What stands before `end` and has not been dealt with belongs to the outline.
    mutating func flush(upTo end: Int) {
        guard end > copied else { return }
        outline.append(base + copied, end &- copied)
        copied = end
    }

    /// Keeps a part of the document out of the outline.
    mutating func leaveOut(_ range: Range<Int>) {
        flush(upTo: range.lowerBound)
        copied = max(copied, range.upperBound)
    }

    /// Ends the innermost element where its start tag does: it held text alone, and libxml2 reads one tag in half the
    /// time of two. The texts between the two keep their place: behind what libxml2 has read when it hands out the
    /// start, before what it has read when it hands out the end.
    mutating func closeLeaf(endTag: Range<Int>) {
        flush(upTo: endTag.lowerBound)
        outline.removeLast(1)
        outline.append("/>")
        copied = endTag.upperBound
    }

    /// Writes to the outline in place of what was left out last.
    mutating func write(_ text: StaticString) { outline.append(text) }
    mutating func write(_ byte: UInt8) { outline.append(byte) }
    mutating func write(_ range: Range<Int>) { outline.append(base + range.lowerBound, range.count) }

    // MARK: - The texts

    private mutating func readSection(_ range: Range<Int>) {
        leaveOut(range)
        if hasCarriageReturn, base.first(Ascii.carriageReturn, from: range.lowerBound, to: range.upperBound) != nil {
            let start = decoded.count
            decode(range.lowerBound, range.upperBound)
            addDecoded(from: start, sourceEnd: range.upperBound)
        } else {
            addAsItStands(range)
        }
    }

    /// Reads the text that begins at `start`; returns where it ends, at a `<` or with the document.
    @inline(__always)
    private mutating func readText(from start: Int) -> Int {
        let markup = base.firstMarkup(from: start, to: count)
        if !hasCarriageReturn, markup == count || base[markup] == Ascii.lessThan {
            leaveOut(start..<markup)
            addAsItStands(start..<withoutSectionEnd(start, markup))
            return markup
        }
        return readText(from: start, firstMarkup: markup)
    }

    private mutating func readText(from start: Int, firstMarkup: Int) -> Int {
        let less = base.first(Ascii.lessThan, from: firstMarkup, to: count) ?? count
        leaveOut(start..<less)
        let end = withoutSectionEnd(start, less)
        guard firstMarkup < end || base.first(Ascii.carriageReturn, from: start, to: end) != nil else {
            addAsItStands(start..<end)
            return less
        }
        let place = decoded.count
        var index = start
        while let reference = base.first(Ascii.ampersand, from: index, to: end) {
            if reference > index { decode(index, reference) }
            index = decodeReference(at: reference, end: end)
        }
        decode(index, end)
        addDecoded(from: place, sourceEnd: end)
        return less
    }

    /// The end of the text without a `]]>` there, which XML allows in no text (XML 1.0 section 2.4): what is left of a
    /// section within a section, or of one whose beginning is lost.
    @inline(__always)
    private mutating func withoutSectionEnd(_ start: Int, _ end: Int) -> Int {
        // Most texts end in a character of a word, or are white space.
        guard end > start else { return end }
        let last = base[end &- 1]
        guard last == Ascii.greaterThan || last <= Ascii.space && base[start] > Ascii.space else { return end }
        return withoutSectionEndAtAll(start, end)
    }

    private mutating func withoutSectionEndAtAll(_ start: Int, _ end: Int) -> Int {
        var last = end
        while last > start, Ascii.isSpace(base[last - 1]) { last -= 1 }
        guard last - 3 >= start, base.has("]]>", at: last - 3, end: last) else { return end }
        // "list[index[1]]>": brackets that were opened in the text itself.
        if base.first(UInt8(ascii: "["), from: start, to: last - 3) != nil { return end }
        log.note(.strayEndTag, at: last - 3, detail: "]]>")
        return last - 3
    }

    /// Copies text without references to `decoded`; every line end becomes one line feed (XML 1.0 section 2.11).
    private mutating func decode(_ start: Int, _ end: Int) {
        var index = start
        while hasCarriageReturn, let place = base.first(Ascii.carriageReturn, from: index, to: end) {
            decoded.append(base + index, place - index)
            decoded.append(Ascii.lineFeed)
            index = place + 1
            if index < end, base[index] == Ascii.lineFeed { index += 1 }
        }
        if index < end { decoded.append(base + index, end &- index) }
    }

    mutating func decode(packed: UInt64, _ length: Int) { decoded.append(packed: packed, length) }
    mutating func decode(_ bytes: [UInt8]) { decoded.append(bytes) }

    private mutating func add(_ text: StaticString, sourceEnd: Int) {
        let start = decoded.count
        decoded.append(text)
        addDecoded(from: start, sourceEnd: sourceEnd)
    }

    private mutating func addDecoded(from start: Int, sourceEnd: Int) {
        let more = decoded.count - start
        guard more > 0 else { return }
        if texts.lastPosition == UInt32(outline.count), texts.last.isDecoded {
            texts.last.extend(by: more, sourceEnd: sourceEnd)
        } else {
            texts.append(XMLText(position: outline.count, start: start, count: more, decodedTo: sourceEnd))
        }
    }

    /// Text at the same place as the one before joins it, so that a flood of short texts costs no flood of entries.
    private mutating func addAsItStands(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        if texts.lastPosition == UInt32(outline.count) {
            if texts.last.isDecoded {
                let start = decoded.count
                decoded.append(base + range.lowerBound, range.count)
                addDecoded(from: start, sourceEnd: range.upperBound)
                return
            }
            if texts.last.end == range.lowerBound {
                texts.last.extend(by: range.count, sourceEnd: range.upperBound)
                return
            }
            // Two parts with something left out between them: from here on they grow together.
            let start = decoded.count
            decoded.append(base + range.lowerBound, range.count)
            addDecoded(from: start, sourceEnd: range.upperBound)
            return
        }
        texts.append(XMLText(position: outline.count, asItStands: range))
    }

    /// Line of the document, from 1, that a place in the outline belongs to.
    func line(of position: Int) -> Int {
        let before = texts.all.last { $0.position < UInt32(position) }
        let known = before.map { ($0.sourceEnd, Int($0.position)) } ?? (root, 0)
        let document = UnsafeBufferPointer(start: base, count: known.0)
        let tags = outline.bytes[known.1..<max(known.1, min(position, outline.count))]
        return 1 + document.count { $0 == Ascii.lineFeed } + tags.count { $0 == Ascii.lineFeed }
    }
}

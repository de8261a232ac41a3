/// One pass over the bytes of a text. Owns its scratch buffer.
struct PlainTextScan: ~Copyable {
    private(set) var flow = TextFlow()
    private var lists = OpenLists()
    private var lookaheadLeft = 0
    private var commentsNeverClose = false
    private var tagsNeverClose = false

    init() {}

    mutating func text(_ bytes: UnsafeBufferPointer<UInt8>, _ form: PlainTextReader.Form, _ isSingleLine: Bool)
        -> String?
    {
        if let text = PlainTextScan.asItStands(bytes) { return text }
        guard let base = bytes.baseAddress, bytes.count > 0 else { return nil }
        flow.begin(isSingleLine: isSingleLine)
        let hadTags = read(base, bytes.count, form)
        if sawSection, !isWithoutSections {
            // What stands in it is text of the same kind: once more, without its marks. What then looks like one is
            // none.
            isWithoutSections = true
            defer { isWithoutSections = false }
            return PlainTextScan.withoutSections(base, bytes.count).withUnsafeBufferPointer {
                text($0, form, isSingleLine)
            }
        }
        guard form != .text, !hadTags, sawEscapedLessThan, flow.length > 2 else { return flow.text }
        // No tag, yet references that spell tags: escaped twice.
        let again = flow.bytes
        return again.withUnsafeBufferPointer { again in
            guard let base = again.baseAddress, PlainTextScan.hasKnownTag(base, again.count) else { return flow.text }
            flow.begin(isSingleLine: isSingleLine)
            _ = read(base, again.count, form)
            return flow.text
        }
    }

    private var sawEscapedLessThan = false
    private var sawSection = false
    /// The marks of sections have been taken away.
    private var isWithoutSections = false

    /// The text without `<![CDATA[` and the `]]>` that belongs to it: sections that were escaped with what is in them.
    private static func withoutSections(_ base: UnsafePointer<UInt8>, _ count: Int) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(count)
        var ends = VainSearch()
        var index = 0
        while let start = base.first("<![CDATA[", from: index, to: count) {
            text.append(contentsOf: UnsafeBufferPointer(start: base + index, count: start - index))
            index = start + 9
            if let end = ends.find("]]>", in: base, from: index, to: count) {
                text.append(contentsOf: UnsafeBufferPointer(start: base + index, count: end - index))
                index = end + 3
            }
        }
        text.append(contentsOf: UnsafeBufferPointer(start: base + index, count: count - index))
        return text
    }

    /// What a byte means to the scan.
    private enum Meaning {
        static let plain: UInt8 = 0
        static let space: UInt8 = 1
        static let lessThan: UInt8 = 2
        static let ampersand: UInt8 = 3
        static let lead: UInt8 = 4
    }

    private static let meanings: [UInt8] = {
        var table = [UInt8](repeating: Meaning.plain, count: 256)
        for byte in 0...0x20 { table[byte] = Meaning.space }
        table[0x7F] = Meaning.space
        table[Int(Ascii.lessThan)] = Meaning.lessThan
        table[Int(Ascii.ampersand)] = Meaning.ampersand
        for byte in [0xC2, 0xE2, 0xEF, 0xF3] { table[byte] = Meaning.lead }
        return table
    }()

    /// Writes all of `base` to the flow. Returns whether a tag was met.
    private mutating func read(_ base: UnsafePointer<UInt8>, _ count: Int, _ form: PlainTextReader.Form) -> Bool {
        sawEscapedLessThan = false
        sawSection = false
        lookaheadLeft = count
        commentsNeverClose = false
        tagsNeverClose = false
        lists.forget()
        flow.reserve(count)
        let hasTags = form != .text && base.first(Ascii.lessThan, from: 0, to: count) != nil
        // Lines of a text without tags are its author's lines.
        var keepsLines = !hasTags && form != .title
        var metTag = false
        var index = 0
        PlainTextScan.meanings.withUnsafeBufferPointer { meanings in
            let meanings = meanings.baseAddress.unsafelyUnwrapped
            while index < count {
                let start = index
                if meanings[Int(base[index])] == Meaning.plain {
                    index = PlainTextScan.endOfRun(base, index, count, meanings)
                }
                if index > start {
                    // Whole blocks may end in a space.
                    let endsInSpace = base[index &- 1] == Ascii.space
                    flow.write(base + start, index &- start &- (endsInSpace ? 1 : 0))
                    if endsInSpace { flow.space() }
                }
                guard index < count else { break }
                let byte = base[index]
                switch meanings[Int(byte)] {
                case Meaning.space:
                    if keepsLines, byte == Ascii.lineFeed || byte == Ascii.carriageReturn {
                        flow.line()
                    } else {
                        flow.space()
                    }
                    index &+= 1
                case Meaning.ampersand:
                    index = readReference(base, index, count, form)
                case Meaning.lead:
                    index = readLead(base, index, count)
                default:
                    guard form != .text else {
                        flow.write(base + index, 1)
                        index &+= 1
                        break
                    }
                    let end = readTag(base, index, count, form, &keepsLines)
                    if end == index {
                        flow.write(base + index, 1)
                        index &+= 1
                    } else {
                        metTag = true
                        index = end
                    }
                }
            }
        }
        return metTag
    }

    /// The end of a run of plain bytes with one space at most between two of them; it may end in a space. The byte at
    /// `start` is plain.
    @inline(__always)
    private static func endOfRun(
        _ base: UnsafePointer<UInt8>, _ start: Int, _ count: Int, _ meanings: UnsafePointer<UInt8>
    ) -> Int {
        var index = start
        while true {
            while index &+ 17 <= count {
                let plain = Bytes16(base, index).countOfPlain(before: Bytes16(base, index &+ 1))
                index &+= plain
                if plain < 16 { break }
            }
            // What stopped it: letters beyond ASCII are plain too, as are the last few bytes.
            let stop = index
            while index < count, meanings[Int(base[index])] == Meaning.plain { index &+= 1 }
            if index &+ 1 < count, base[index] == Ascii.space, meanings[Int(base[index &+ 1])] == Meaning.plain {
                index &+= 2
            } else if index == stop || index &+ 17 > count {
                return index
            }
        }
    }

    /// See `PlainTextReader.asItStands`.
    static func asItStands(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        guard let base = bytes.baseAddress, bytes.count > 0, base[0] > Ascii.space else { return nil }
        let count = bytes.count
        var index = 0
        while index &+ 17 <= count {
            let plain = Bytes16(base, index).countOfPlain(before: Bytes16(base, index &+ 1))
            if plain < 16 { return nil }
            index &+= 16
        }
        if count > 16 {
            // The rest, with some bytes before it once more, and the last byte of all.
            guard Bytes16(base, count &- 17).countOfPlain(before: Bytes16(base, count &- 16)) == 16 else { return nil }
            index = count &- 1
        }
        while index < count {
            let byte = base[index]
            guard byte &- 0x20 < 0x5F, byte != Ascii.lessThan, byte != Ascii.ampersand,
                byte != Ascii.space || index &+ 1 < count && base[index &+ 1] != Ascii.space
            else { return nil }
            index &+= 1
        }
        return String(ascii: bytes)
    }

    private mutating func readReference(
        _ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int, _ form: PlainTextReader.Form
    ) -> Int {
        guard
            let reference = HTMLEntities.reference(base, at: start, end: end, requireSemicolon: form == .text)
        else {
            flow.write(base + start, 1)
            return start + 1
        }
        switch reference.packed {
        case 0x20, 0x09, 0x0A, 0x0D, 0xA0C2:
            flow.space()
        case 0x3C:
            sawEscapedLessThan = true
            flow.write(packed: reference.packed, 1)
        case let packed where reference.length <= 3 && (packed & 0xFF == 0xC2 || packed & 0xFF == 0xE2):
            // The same marks and spaces that are dropped as characters.
            withUnsafeBytes(of: packed.littleEndian) { bytes in
                let bytes = bytes.bindMemory(to: UInt8.self).baseAddress.unsafelyUnwrapped
                if readLead(bytes, 0, reference.length) == 0 { flow.write(bytes, reference.length) }
            }
        case let packed:
            flow.write(packed: packed, reference.length)
        }
        return reference.end
    }

    /// A character that begins with 0xC2, 0xE2, 0xEF or 0xF3: a space in disguise, an invisible mark, or itself.
    mutating func readLead(_ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Int {
        switch base[start] {
        case 0xC2 where start + 1 < end:
            let next = base[start + 1]
            if next == 0xA0 {
                flow.space()
            } else if next == 0xAD {
                // Soft hyphen: nothing.
            } else if next < 0xA0 {
                // C1 controls are windows-1252 that went through Latin-1.
                if let scalar = Unicode.Scalar(Windows1252.scalar(of: next)), scalar.value > 0x9F {
                    let (packed, length) = HTMLEntities.pack(scalar)
                    flow.write(packed: packed, length)
                }
            } else {
                flow.write(base + start, 2)
            }
            return start + 2
        case 0xE2 where start + 2 < end:
            let (second, third) = (base[start + 1], base[start + 2])
            switch (second, third) {
            case (0x80, 0x80...0x8A), (0x80, 0xAF), (0x81, 0x9F): flow.space()
            case (0x80, 0xA8), (0x80, 0xA9): flow.line()
            case (0x80, 0x8B), (0x80, 0x8E...0x8F), (0x80, 0xAA...0xAE), (0x81, 0xA0...0xAF): break
            default: flow.write(base + start, 3)
            }
            return start + 3
        case 0xEF where start + 2 < end:
            switch (base[start + 1], base[start + 2]) {
            case (0xBB, 0xBF), (0xBF, 0xB9...0xBB): break
            default: flow.write(base + start, 3)
            }
            return start + 3
        case 0xF3 where start + 3 < end && base[start + 1] == 0xA0 && base[start + 2] <= 0x81:
            // Tags (U+E0000...E007F): a text behind the text.
            return start + 4
        default:
            flow.write(base + start, 1)
            return start + 1
        }
    }

    // MARK: - Tags

    /// Reads the markup at `start`, where `<` stands; `start` again where it is only a less-than sign.
    private mutating func readTag(
        _ base: UnsafePointer<UInt8>, _ start: Int, _ count: Int, _ form: PlainTextReader.Form, _ keepsLines: inout Bool
    ) -> Int {
        guard start + 1 < count else { return start }
        let next = base[start + 1]
        if next == Ascii.exclamation {
            if base.has("<!--", at: start, end: count) {
                if !commentsNeverClose, let end = base.first("-->", from: start + 4, to: count) { return end + 3 }
                commentsNeverClose = true
                return start + 4
            }
            if base.has("<![CDATA[", at: start, end: count) {
                sawSection = true
                return start + 9
            }
            return base.first(Ascii.greaterThan, from: start, to: count).map { $0 + 1 } ?? start
        }
        if next == Ascii.question {
            return base.first(Ascii.greaterThan, from: start, to: count).map { $0 + 1 } ?? start
        }
        let isEnd = next == Ascii.slash
        let nameStart = isEnd ? start + 2 : start + 1
        guard nameStart < count, Ascii.isLetter(base[nameStart]) else { return start }
        var nameEnd = nameStart + 1
        while nameEnd < count, Ascii.continuesName(base[nameEnd]) { nameEnd += 1 }
        let kind = HTMLElementClass.of(base + nameStart, nameEnd - nameStart)
        if form == .title, kind == .unknown { return start }
        guard let close = tagEnd(base, nameEnd, count) else {
            // Cut off inside a tag, as teasers are; else no tag at all.
            let isCut = kind != .unknown && (isEnd || PlainTextScan.isCutOff(base, nameEnd, count, form))
            return isCut ? count : start
        }
        let end = close + 1
        switch kind {
        case .unknown, .inline: break
        case .block: flow.line()
        case .preformatted:
            flow.line()
            keepsLines = !isEnd && form == .html
        case .lineBreak: flow.line()
        case .list, .numberedList:
            flow.line()
            if isEnd { lists.close() } else { lists.open(isNumbered: kind == .numberedList) }
        case .listItem: if isEnd { flow.line() } else { flow.item(number: lists.next()) }
        case .cell: if !isEnd { flow.tab() }
        case .dropped:
            if !isEnd, base[close - 1] != Ascii.slash {
                return skipElement(base, nameStart..<nameEnd, from: end, count, isRaw: true)
            }
        }
        if !isEnd, close - nameEnd > 6, base[close - 1] != Ascii.slash,
            HTMLHidden.isHidden(base, nameEnd, close)
        {
            return skipElement(base, nameStart..<nameEnd, from: end, count, isRaw: false)
        }
        return end
    }

    /// Whether what follows the name of a start tag that is never closed reads like its attributes, or is nothing: else
    /// a less-than sign stands before a letter, as in `a<b && b<c`. A title is no teaser.
    private static func isCutOff(
        _ base: UnsafePointer<UInt8>, _ start: Int, _ count: Int, _ form: PlainTextReader.Form
    ) -> Bool {
        var index = start
        while index < count, Ascii.isSpace(base[index]) || base[index] == Ascii.slash { index += 1 }
        if index == count { return form != .title }
        guard index > start, Ascii.isLetter(base[index]) else { return false }
        while index < count, Ascii.continuesName(base[index]) { index += 1 }
        return index == count ? form != .title : base[index] == UInt8(ascii: "=")
    }

    /// Offset of the `>` that ends the tag: quotes are honoured as long as the budget for looking ahead lasts.
    private mutating func tagEnd(_ base: UnsafePointer<UInt8>, _ start: Int, _ count: Int) -> Int? {
        if tagsNeverClose { return nil }
        guard start < count else { return nil }
        if base[start] == Ascii.greaterThan { return start }
        var index = start
        while index < count {
            switch base[index] {
            case Ascii.greaterThan: return index
            case Ascii.quote, Ascii.apostrophe:
                let stop = min(count, index + 1 + lookaheadLeft)
                guard let close = base.first(base[index], from: index + 1, to: stop) else {
                    lookaheadLeft = max(0, lookaheadLeft - (stop - index))
                    let end = base.first(Ascii.greaterThan, from: index, to: count)
                    tagsNeverClose = end == nil
                    return end
                }
                lookaheadLeft = max(0, lookaheadLeft - 1)
                index = close + 1
            default: index += 1
            }
        }
        tagsNeverClose = true
        return nil
    }

    /// Skips to the end tag that belongs to the element, counting elements of its name in between (not in raw text).
    private func skipElement(
        _ base: UnsafePointer<UInt8>, _ name: Range<Int>, from start: Int, _ count: Int, isRaw: Bool
    ) -> Int {
        var open = 1
        var index = start
        while let less = base.first(Ascii.lessThan, from: index, to: count) {
            index = less + 1
            let isEnd = index < count && base[index] == Ascii.slash
            let nameStart = isEnd ? index + 1 : index
            guard nameStart + name.count < count, isEnd || !isRaw,
                !Ascii.continuesName(base[nameStart + name.count]),
                PlainTextScan.isSame(base + name.lowerBound, base + nameStart, name.count)
            else { continue }
            open += isEnd ? -1 : 1
            if open == 0 { return base.first(Ascii.greaterThan, from: nameStart, to: count).map { $0 + 1 } ?? count }
        }
        return count
    }

    @inline(__always)
    private static func isSame(_ one: UnsafePointer<UInt8>, _ other: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        for index in 0..<count where Ascii.lowercased(one[index]) != Ascii.lowercased(other[index]) { return false }
        return true
    }

    private static func hasKnownTag(_ base: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        var index = 0
        while let less = base.first(Ascii.lessThan, from: index, to: count) {
            index = less + 1
            if index < count, base[index] == Ascii.slash { index += 1 }
            let start = index
            while index < count, Ascii.isLetterOrDigit(base[index]) { index += 1 }
            guard index > start, index < count, HTMLElementClass.of(base + start, index - start) != .unknown else {
                continue
            }
            let next = base[index]
            if next == Ascii.greaterThan || next == Ascii.slash { return true }
            if Ascii.isSpace(next), base.first(Ascii.greaterThan, from: index, to: min(count, index + 1024)) != nil {
                return true
            }
        }
        return false
    }
}

/// For readers of a tree, whose texts come one by one and decoded.
extension PlainTextScan {
    mutating func begin(isSingleLine: Bool) {
        flow.begin(isSingleLine: isSingleLine)
        lists.forget()
    }

    mutating func open(_ kind: HTMLElementClass) {
        switch kind {
        case .block, .lineBreak, .preformatted: flow.line()
        case .list, .numberedList:
            flow.line()
            lists.open(isNumbered: kind == .numberedList)
        case .listItem: flow.item(number: lists.next())
        case .cell: flow.tab()
        case .unknown, .inline, .dropped: break
        }
    }

    mutating func close(_ kind: HTMLElementClass) {
        switch kind {
        case .block, .listItem, .preformatted: flow.line()
        case .list, .numberedList:
            flow.line()
            lists.close()
        case .unknown, .inline, .dropped, .lineBreak, .cell: break
        }
    }

    mutating func write(decoded base: UnsafePointer<UInt8>, _ count: Int) {
        flow.reserve(count)
        var index = 0
        while index < count {
            let start = index
            while index < count, base[index] > 0x20, base[index] != 0xC2, base[index] != 0xE2, base[index] < 0xEF {
                index += 1
            }
            if index > start { flow.write(base + start, index - start) }
            guard index < count else { break }
            if base[index] <= 0x20 {
                flow.space()
                index += 1
            } else {
                index = readLead(base, index, count)
            }
        }
    }
}

/// The look at a page's bytes before libxml2's HTML parser gets them: blanks out, in place, what that parser is slow
/// on or stops at. Offsets stay, time is linear.
///
/// - Comments go, also never-ending ones: nested openings take libxml2 2.9.14 minutes.
/// - A start tag with too many attributes or bytes loses its attributes.
/// - After `MarkupLimits.pageTags` tags the rest is text without tags: each costs libxml2 several allocations.
/// - After `MarkupLimits.errors` ampersands that begin no closed reference the others are blanked: each costs it a
///   formatted message.
/// - Start tags deeper than `MarkupLimits.depth` go: at 256 the parser would drop the rest of the page.
struct HTMLRepair {
    private(set) var bytes: [UInt8]
    private(set) var log = DamageLog()

    init(_ text: DecodedText, limits: MarkupLimits) {
        bytes = text.utf8
        var found = DamageLog()
        bytes.withUnsafeMutableBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            HTMLRepair.walk(base, buffer.count, limits, &found)
            HTMLRepair.blankStrayAmpersands(base, buffer.count, limits, &found)
            found.countLines(in: UnsafeBufferPointer(buffer))
        }
        log = found
    }

    private static func walk(
        _ base: UnsafeMutablePointer<UInt8>, _ count: Int, _ limits: MarkupLimits, _ log: inout DamageLog
    ) {
        let read = UnsafePointer(base)
        func blank(_ range: Range<Int>) {
            for index in range where base[index] != Ascii.lineFeed { base[index] = Ascii.space }
        }
        var index = 0
        var depth = 0
        var dropped = 0
        var tags = 0
        var firstTooMany = 0
        defer {
            if tags > limits.pageTags {
                log.note(
                    .tooManyElements, at: firstTooMany, count: tags - limits.pageTags,
                    detail: "more than \(limits.pageTags) tags")
            }
        }
        var commentsNeverClose = false
        var lookaheadLeft = count
        while let less = read.first(Ascii.lessThan, from: index, to: count), less + 1 < count {
            let next = read[less + 1]
            index = less + 1
            if read.has("<!--", at: less, end: count) {
                if !commentsNeverClose, let end = read.first("-->", from: less + 4, to: count) {
                    blank(less..<end + 3)
                    index = end + 3
                } else {
                    if !commentsNeverClose { log.note(.unclosedComment, at: less) }
                    commentsNeverClose = true
                    blank(less..<less + 4)
                    index = less + 4
                }
                continue
            }
            let isEnd = next == Ascii.slash
            let nameStart = isEnd ? less + 2 : less + 1
            guard nameStart < count, Ascii.isLetter(read[nameStart]) else { continue }
            var nameEnd = nameStart
            while nameEnd < count, Ascii.continuesName(read[nameEnd]) { nameEnd += 1 }
            let (end, attributes) = tagEnd(read, nameEnd, count, &lookaheadLeft)
            guard let end else {
                log.note(.truncated, at: less, detail: "the page ends inside a tag")
                blank(less..<count)
                return
            }
            index = end + 1
            tags += 1
            if tags > limits.pageTags {
                if tags == limits.pageTags + 1 { firstTooMany = less }
                blank(less..<end + 1)
                continue
            }
            if attributes > limits.attributes || end - less > limits.tagBytes {
                log.note(.tagTooLarge, at: less, detail: "\(attributes) attributes, \(end - less) bytes")
                blank(nameEnd..<end)
                if nameEnd - nameStart > 256 { blank(less..<end + 1) }
            }
            let kind = nesting(read, nameStart, nameEnd - nameStart)
            if kind == .none { continue }
            if isEnd {
                if dropped > 0 {
                    dropped -= 1
                    blank(less..<end + 1)
                } else if depth > 0 {
                    depth -= 1
                }
                continue
            }
            if kind == .raw {
                // Text up to the end tag; markup in it is none.
                index = rawEnd(read, nameStart, nameEnd, from: index, count) ?? count
                continue
            }
            if depth >= limits.depth {
                if dropped == 0 { log.note(.tooDeep, at: less, detail: "deeper than \(limits.depth)") }
                dropped += 1
                blank(less..<end + 1)
            } else {
                depth += 1
            }
        }
    }

    private static func blankStrayAmpersands(
        _ base: UnsafeMutablePointer<UInt8>, _ count: Int, _ limits: MarkupLimits, _ log: inout DamageLog
    ) {
        let read = UnsafePointer(base)
        var strays = 0
        var index = 0
        while let place = read.first(Ascii.ampersand, from: index, to: count) {
            index = place + 1
            if index < count, read[index] == Ascii.hash {
                if let number = HTMLEntities.number(read, at: place, end: count) {
                    index = number.end
                    if number.isClosed, HTMLEntities.scalar(numbered: number.value) != nil { continue }
                }
            } else {
                while index < count, index - place < 32, Ascii.isLetterOrDigit(read[index]) { index += 1 }
                if index > place + 1, index < count, read[index] == Ascii.semicolon { continue }
            }
            strays += 1
            guard strays > limits.errors else { continue }
            log.note(.strayAmpersand, at: place)
            base[place] = Ascii.space
        }
    }

    private enum Nesting {
        /// Void elements and those whose end tag is mostly left out: they do not count.
        case none
        case nests
        case raw
    }

    private static func nesting(_ base: UnsafePointer<UInt8>, _ start: Int, _ count: Int) -> Nesting {
        func isAny(_ names: [StaticString]) -> Bool {
            names.contains { $0.utf8CodeUnitCount == count && base.hasIgnoringCase($0, at: start, end: start + count) }
        }
        switch count {
        case 1: return isAny(["p"]) ? .none : .nests
        case 2: return isAny(["br", "hr", "li", "td", "th", "tr", "dt", "dd", "rp", "rt"]) ? .none : .nests
        case 3: return isAny(["img", "col", "wbr"]) ? .none : .nests
        case 4: return isAny(["meta", "link", "base", "area", "html", "head", "body"]) ? .none : .nests
        case 5:
            if isAny(["style"]) { return .raw }
            return isAny(["input", "param", "track", "embed", "thead", "tbody", "tfoot", "frame"]) ? .none : .nests
        case 6:
            if isAny(["script"]) { return .raw }
            return isAny(["source", "option", "keygen"]) ? .none : .nests
        case 8: return isAny(["colgroup", "optgroup"]) ? .none : .nests
        default: return .nests
        }
    }

    private static func tagEnd(
        _ base: UnsafePointer<UInt8>, _ start: Int, _ count: Int, _ lookaheadLeft: inout Int
    ) -> (Int?, attributes: Int) {
        var index = start
        var attributes = 0
        var isInName = false
        while index < count {
            let byte = base[index]
            if byte == Ascii.greaterThan { return (index, attributes) }
            if byte == Ascii.quote || byte == Ascii.apostrophe {
                let stop = min(count, index + 1 + lookaheadLeft)
                guard let close = base.first(byte, from: index + 1, to: stop) else {
                    lookaheadLeft = max(0, lookaheadLeft - (stop - index))
                    index += 1
                    continue
                }
                index = close + 1
                isInName = false
                continue
            }
            if Ascii.isSpace(byte) || byte == Ascii.slash {
                isInName = false
            } else if !isInName, byte != Ascii.equals {
                isInName = true
                attributes += 1
            }
            index += 1
        }
        return (nil, attributes)
    }

    /// Offset of the `</name` that ends raw text.
    private static func rawEnd(
        _ base: UnsafePointer<UInt8>, _ nameStart: Int, _ nameEnd: Int, from start: Int, _ count: Int
    ) -> Int? {
        var index = start
        while let slash = base.first("</", from: index, to: count) {
            index = slash + 2
            guard index + (nameEnd - nameStart) <= count else { return nil }
            var equal = true
            for offset in 0..<nameEnd - nameStart
            where Ascii.lowercased(base[index + offset]) != Ascii.lowercased(base[nameStart + offset]) {
                equal = false
                break
            }
            if equal { return slash }
        }
        return nil
    }
}

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
    var log = DamageLog()

    let base: UnsafePointer<UInt8>
    let count: Int
    let limits: MarkupLimits
    var out: [UInt8] = []
    /// Everything before this offset is in `out` (or before the root).
    var copied = 0
    var isEdited = false
    var entities: [String: [UInt8]] = [:]
    var expansionLeft: Int
    /// How much may still be read ahead for the end of an attribute that holds `<`.
    var lookaheadLeft: Int

    struct OpenElement {
        var start: Int
        var length: Int
    }
    var open: [OpenElement] = []
    // What was looked for in vain is not looked for again, so that a million openings cost one search.
    var nextCommentEnd = VainSearch()
    var nextInstructionEnd = VainSearch()
    var nextSectionEnd = VainSearch()
    /// Start tags left out because they were too deep, whose end tags are still to come.
    var tooDeep = 0

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

    /// Walks all markup from the root's start tag; returns the offset where the document is taken to end.
    mutating func walk(from root: Int) -> Int {
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
    mutating func finish(at index: Int) -> Int {
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

    mutating func readExclamation(at less: Int) -> Int {
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

    mutating func escapeLessThan(at less: Int) {
        log.note(.strayLessThan, at: less)
        replace(less..<less + 1, with: "&lt;")
    }
}

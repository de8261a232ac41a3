/// Where the scanning of a field stands, and what it has written so far: the token rule of `TextScan`, byte by byte.
///
/// Reads borrowed bytes of valid UTF-8 and writes into borrowed memory of fixed room (`Paper`); neither may be let go
/// before `run` returns. Where the room does not do, `isFull` becomes true, and what was written is worth nothing.
struct ScanCursor {
    /// The memory that a scan writes on.
    struct Paper {
        let tokens: UnsafeMutablePointer<Token>
        let tokenRoom: Int
        let folded: UnsafeMutablePointer<UInt8>
        /// Bytes; `slack` more than the words may fill.
        let foldedRoom: Int
    }

    /// Bytes that one step may write beyond what it keeps: two chunks of eight, and a scalar's folded letters.
    static let slack = 32

    private let bytes: UnsafePointer<UInt8>
    private let count: Int
    private let isTitle: Bool
    /// Told only where a line ends.
    private var mayBeWrapped: Bool?

    private(set) var tokenCount = 0
    private(set) var foldedCount = 0
    private(set) var hasStop = false
    private(set) var hasQuestion = false
    /// Unknown words that may be two that were glued together stand at the ends of it, and perhaps inside.
    private(set) var mayBeGlued = 0..<0
    private(set) var hasColon = false
    private(set) var isFull = false

    private var index = 0
    /// Bytes before `index` that begin no scalar: `index - continuations` scalars stand before it.
    private var continuations = 0
    private var breaks: Token.Breaks = []
    private var lineStart = 0
    private var spaces = 0
    private var newlines = 0
    /// The last token that is not small, or the first.
    private var landmark = 0
    /// The last sign; 0 after a word.
    private var lastSign: UInt8 = 0

    init(_ bytes: UnsafePointer<UInt8>, _ count: Int, isTitle: Bool) {
        self.bytes = bytes
        self.count = count
        self.isTitle = isTitle
    }

    mutating func run(on paper: Paper, _ words: WordInterner.Lookup) {
        while index < count, !isFull {
            let byte = bytes[index]
            if Self.isLetter(byte) {
                if !scanPlainWords(paper, words) { scanWord(paper, words) }
            } else if byte == 0x20 {
                space(byte)
                index += 1
            } else if byte >= 0x80 {
                other(paper, words)
            } else if Self.isDigit(byte) {
                scanWord(paper, words)
            } else if (0x09...0x0D).contains(byte) {
                space(byte)
                index += 1
            } else {
                sign(byte, paper, words)
            }
        }
    }

    // MARK: Between words

    @inline(__always)
    private mutating func space(_ byte: UInt8) {
        if byte == 0x0A {
            newlines += 1
            let lineLength = index - lineStart
            let isEnded = lastSign == 0x2E || lastSign == 0x3F || lastSign == 0x21 || lastSign == 0x3A
            let mayBeWrapped = self.mayBeWrapped ?? !hasLongLine
            self.mayBeWrapped = mayBeWrapped
            // 50 bytes: hard-wrapped prose runs to 60 and more, headings and captions rarely so far.
            if newlines > 1 || isEnded || lineLength < 50 || !mayBeWrapped { breaks.insert(.paragraph) }
            lineStart = index + 1
        } else {
            spaces += 1
            if isTitle, spaces > 1 { breaks.insert(.dash) }
        }
    }

    /// Bytes of a wrapped line, at most: 80 columns, and some for letters of more than one byte.
    private static let longestWrapped = 120

    private var hasLongLine: Bool {
        var start = 0
        for place in 0..<count {
            if place - start > Self.longestWrapped { return true }
            if bytes[place] == 0x0A { start = place + 1 }
        }
        return count - start > Self.longestWrapped
    }

    private mutating func sign(_ byte: UInt8, _ paper: Paper, _ words: WordInterner.Lookup) {
        lastSign = byte
        switch byte {
        case UInt8(ascii: "-"), UInt8(ascii: "/"):
            let isInside =
                index > 0 && index + 1 < count && Self.isWordByte(bytes[index - 1]) && Self.isWordByte(bytes[index + 1])
            breaks.insert(isInside ? .hyphen : .dash)
        case UInt8(ascii: "("), UInt8(ascii: "["): breaks.insert(.opening)
        case UInt8(ascii: ")"), UInt8(ascii: "]"): breaks.insert(.closing)
        case UInt8(ascii: ","): breaks.insert(.comma)
        case UInt8(ascii: ";"): breaks.insert(.semicolon)
        case UInt8(ascii: ":"):
            breaks.insert(.colon)
            hasColon = true
        case UInt8(ascii: "|"): breaks.insert(.dash)
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"): breaks.insert(.quote)
        case UInt8(ascii: "."): hasStop = true
        case UInt8(ascii: "!"): if isTitle { breaks.insert(.quote) } else { hasStop = true }
        case UInt8(ascii: "?"):
            hasStop = true
            hasQuestion = true
        case UInt8(ascii: "&"):
            if let entity = MarkupRest.entity(bytes, count, at: index) { return pass(entity, paper, words) }
            ampersand(length: 1, paper, words)
            return
        case UInt8(ascii: "<"):
            if let end = MarkupRest.tagEnd(bytes, count, from: index + 1, isEscaped: false) {
                return passAside(to: end)
            }
        case UInt8(ascii: "\\"):
            if let end = MarkupRest.escapeEnd(bytes, count, at: index) { return passAside(to: end) }
        case UInt8(ascii: "$"):
            take(byte, paper)
            emit(length: 1, traits: .currency, paper, words)
        case UInt8(ascii: "%"):
            take(byte, paper)
            emit(length: 1, traits: .percent, paper, words)
        default: break
        }
        index += 1
    }

    /// What a page or a feed left of its markup in a text: read as the sign it stands for.
    private mutating func pass(_ entity: MarkupRest.Entity, _ paper: Paper, _ words: WordInterner.Lookup) {
        switch entity.meaning {
        case .ampersand: return ampersand(length: entity.length, paper, words)
        case .currency(let sign):
            for byte in sign.utf8 { take(byte, paper) }
            emit(length: entity.length, scalars: entity.length, traits: .currency, paper, words)
        case .quote, .apostrophe, .greater: breaks.insert(.quote)
        case .dash: breaks.insert(.dash)
        case .space: spaces = max(spaces, 1)
        case .nothing: break
        case .less:
            if let end = MarkupRest.tagEnd(bytes, count, from: index + entity.length, isEscaped: true) {
                return passAside(to: end)
            }
        }
        index += entity.length
    }

    private mutating func ampersand(length: Int, _ paper: Paper, _ words: WordInterner.Lookup) {
        for letter in [UInt8(ascii: "a"), UInt8(ascii: "n"), UInt8(ascii: "d")] { take(letter, paper) }
        emit(length: length, scalars: length, traits: .ampersand, paper, words)
        index += length
    }

    /// Goes over a tag or an escape, which parts words and says nothing.
    private mutating func passAside(to end: Int) {
        while index < end {
            if bytes[index] & 0xC0 == 0x80 { continuations += 1 }
            index += 1
        }
        spaces = max(spaces, 1)
    }

    /// A scalar outside ASCII that is not inside a word.
    private mutating func other(_ paper: Paper, _ words: WordInterner.Lookup) {
        let (value, length) = decode(index)
        if WordFolding.latinFold(of: value.value) != 0 { return scanWord(paper, words) }
        switch WordFolding.kind(of: value) {
        case .letter, .digit: return scanWord(paper, words)
        case .ideograph:
            for offset in 0..<length { take(bytes[index + offset], paper) }
            emit(length: length, traits: [], paper, words)
        case .currency:
            for offset in 0..<length { take(bytes[index + offset], paper) }
            emit(length: length, traits: .currency, paper, words)
        case .quote, .apostrophe: breaks.insert(.quote)
        case .dash, .ellipsis: breaks.insert(.dash)
        case .bullet: breaks.insert(.semicolon)
        case .space: space(0x20)
        case .mark, .other: break
        }
        pass(length)
    }

    // MARK: Writing

    @inline(__always)
    private mutating func take(_ byte: UInt8, _ paper: Paper) {
        paper.folded[foldedCount] = byte
        foldedCount += 1
    }

    /// A token of one sign, whose folded bytes are the last ones taken.
    private mutating func emit(
        length: Int, scalars: Int = 1, traits: Token.Traits, _ paper: Paper, _ words: WordInterner.Lookup
    ) {
        let start = tokenCount == 0 ? 0 : Int(paper.tokens[tokenCount - 1].foldEnd)
        let scalar = index - continuations
        append(
            Piece(
                scalars: scalar..<scalar + scalars, bytes: index..<index + length, foldStart: start, casing: .none,
                traits: traits), paper, words)
    }

    /// A word or sign that becomes a token; its folded bytes reach to `foldedCount`.
    private struct Piece {
        var scalars: Range<Int>
        var bytes: Range<Int>
        var foldStart: Int
        var casing: Token.Casing
        var traits: Token.Traits
    }

    private mutating func append(_ piece: Piece, _ paper: Paper, _ words: WordInterner.Lookup) {
        let (start, length) = (paper.folded + piece.foldStart, foldedCount - piece.foldStart)
        let hash = WordFolding.hash(start, length)
        let word = words.find(start, length, hash: hash)
        if word == 0 { note(unknown: tokenCount, piece.casing, length) }
        var traits = piece.traits
        let isApart = spaces + newlines > 0
        // A stop right before a word without a space is a domain name or a missing space, never a sentence's end.
        if hasStop, isApart { traits.insert(.afterStop) }
        (paper.tokens + tokenCount).initialize(
            to: Token(
                word: word, byteStart: UInt32(truncatingIfNeeded: piece.bytes.lowerBound),
                byteEnd: UInt32(truncatingIfNeeded: piece.bytes.upperBound),
                foldStart: UInt32(truncatingIfNeeded: piece.foldStart),
                foldEnd: UInt32(truncatingIfNeeded: foldedCount),
                continuationsBefore: UInt32(truncatingIfNeeded: piece.bytes.lowerBound - piece.scalars.lowerBound),
                continuations: UInt32(truncatingIfNeeded: piece.bytes.count - piece.scalars.count), breaks: breaks,
                traits: traits, isAfterQuestion: hasQuestion, isAfterDot: hasStop && !isApart, casing: piece.casing))
        if !paper.tokens[tokenCount].isSmall { Token.lead(paper.tokens, from: &landmark, to: tokenCount) }
        tokenCount += 1
        isFull = tokenCount == paper.tokenRoom || !hasFoldedRoom(paper)
        parted()
    }

    /// Letters of a word that may be two though only its first is a capital: "Groupappoints".
    static let longGlued = 9

    private mutating func note(unknown token: Int, _ casing: Token.Casing, _ length: Int) {
        guard casing == .mixed || (casing == .capitalised && length >= Self.longGlued && isTitle) else { return }
        mayBeGlued = (mayBeGlued.isEmpty ? token : mayBeGlued.lowerBound)..<token + 1
    }

    /// Forgets what stood before the token that is written.
    @inline(__always)
    private mutating func parted() {
        breaks = []
        (hasStop, hasQuestion) = (false, false)
        (spaces, newlines) = (0, 0)
    }

    /// True while what is left of the text fits even if each byte folds to one.
    @inline(__always)
    private func hasFoldedRoom(_ paper: Paper) -> Bool {
        foldedCount + (count - index) + Self.slack / 2 <= paper.foldedRoom
    }

    // MARK: Words

    /// Eight bytes from `place` on, the first lowest.
    @inline(__always)
    private static func load(_ place: Int, _ bytes: UnsafePointer<UInt8>) -> UInt64 {
        UInt64(littleEndian: UnsafeRawPointer(bytes + place).loadUnaligned(as: UInt64.self))
    }

    /// As `load`, with zeros behind the end of the text.
    @inline(never)
    private static func loadLast(_ place: Int, _ bytes: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
        if place &+ 8 <= count { return load(place, bytes) }
        if place >= count { return 0 }
        // The text's last eight bytes, without those before `place`.
        if count >= 8 { return load(count &- 8, bytes) &>> UInt64(8 &* (place &+ 8 &- count)) }
        return (place..<count).reversed().reduce(0) { $0 << 8 | UInt64(bytes[$1]) }
    }

    /// Words of ASCII letters only with a space between each and the next: most of nearly every text, so their state is
    /// in locals. False, with nothing done, where the first word here is not or may not be one.
    private mutating func scanPlainWords(_ paper: Paper, _ words: WordInterner.Lookup) -> Bool {
        var (place, end) = (index, index)
        var (tokens, folded) = (tokenCount, foldedCount)
        let (bytes, count) = (bytes, count)
        let continuations = UInt32(truncatingIfNeeded: continuations)
        let isApart = spaces &+ newlines > 0
        if !breaks.isDisjoint(with: .ending) || (hasStop && isApart) {
            Token.lead(paper.tokens, from: &landmark, to: tokens)
        }
        while true {
            let isLast = place &+ 16 > count
            let word = PlainWord(
                isLast ? Self.loadLast(place, bytes, count) : Self.load(place, bytes),
                isLast ? Self.loadLast(place &+ 8, bytes, count) : Self.load(place &+ 8, bytes))
            // None, or sixteen letters and perhaps more: one question for both.
            if UInt(bitPattern: word.length &- 1) >= 15 { break }
            PlainWord.store(word.prefix, to: paper.folded + folded)
            PlainWord.store(word.second, to: paper.folded + folded + 8)
            let behind = place &+ word.length
            let mark = behind < count ? bytes[behind] : 0
            if mark != 0x20, Self.mayGoOn(mark, behind: word.length) { break }
            end = behind
            let id = words.find(
                paper.folded + folded, word.length, prefix: word.prefix, second: word.second, hash: word.hash)
            var casing = Token.Casing.lower
            if !word.isSmall {
                casing = word.casing
                Token.lead(paper.tokens, from: &landmark, to: tokens)
                if id == 0 { note(unknown: tokens, casing, word.length) }
            }
            // As of a word behind nothing but a space, which all but the first are.
            (paper.tokens + tokens).initialize(
                to: Token(
                    word: id, byteStart: UInt32(truncatingIfNeeded: place), byteEnd: UInt32(truncatingIfNeeded: end),
                    foldStart: UInt32(truncatingIfNeeded: folded),
                    foldEnd: UInt32(truncatingIfNeeded: folded &+ word.length), continuationsBefore: continuations,
                    breaks: [], traits: [], casing: casing))
            folded &+= word.length
            tokens &+= 1
            place = end &+ 1
            guard mark == 0x20, tokens < paper.tokenRoom else { break }
        }
        guard tokens > tokenCount else { return false }
        let first = paper.tokens + tokenCount
        first.pointee.breaks = breaks
        first.pointee.traits = hasStop && isApart ? .afterStop : []
        first.pointee.isAfterQuestion = hasQuestion
        first.pointee.isAfterDot = hasStop && !isApart
        (index, tokenCount, foldedCount) = (end, tokens, folded)
        lastSign = 0
        // A plain word folds to as many bytes as it has, so that there is as much room for the rest as before.
        isFull = tokens == paper.tokenRoom
        parted()
        return true
    }

    /// True where the byte behind some letters may belong to their word.
    private static func mayGoOn(_ mark: UInt8, behind length: Int) -> Bool {
        mark >= 0x80 || isDigit(mark) || mark == UInt8(ascii: "'") || mark == UInt8(ascii: "\\")
            || mark == UInt8(ascii: "&") || (mark == UInt8(ascii: ".") && length == 1)
    }

    /// Any word or number.
    private mutating func scanWord(_ paper: Paper, _ words: WordInterner.Lookup) {
        let (byteStart, scalarStart) = (index, index - continuations)
        let foldStart = foldedCount
        var (letters, capitals, digits) = (0, 0, 0)
        var (firstIsCapital, hasLaterCapital) = (false, false)
        /// Letters since the last dot, and pieces of one letter so far: for `U.S.`.
        var (pieceLetters, pieces) = (0, 0)
        var traits: Token.Traits = []
        var (byteEnd, scalarEnd) = (index, index - continuations)

        func countLetter(isCapital: Bool) {
            if isCapital {
                capitals += 1
                if letters == 0, digits == 0 { firstIsCapital = true } else { hasLaterCapital = true }
            }
            letters += 1
            pieceLetters += 1
        }

        lastSign = 0
        scanning: while index < count, hasFoldedRoom(paper) {
            let byte = bytes[index]
            if Self.isLetter(byte) {
                take(byte | 0x20, paper)
                countLetter(isCapital: byte & 0x20 == 0)
                index += 1
            } else if Self.isDigit(byte) {
                take(byte, paper)
                if letters == 0, digits == 0 { traits.insert(.digitFirst) }
                digits += 1
                index += 1
            } else if byte < 0x80 {
                if byte == UInt8(ascii: "'"), letters > 0 {
                    if passPossessive(apostrophe: 1, paper) {
                        traits.insert(.possessive)
                        break scanning
                    }
                    guard index + 1 < count, Self.isWordByte(bytes[index + 1]) else { break scanning }
                } else if byte == UInt8(ascii: "."), digits > 0, letters == 0, isDigit(at: index + 1) {
                    take(byte, paper)
                } else if byte == UInt8(ascii: ","), digits > 0, letters == 0, isGroup(index + 1) {
                    // A thousands comma: dropped.
                } else if byte == UInt8(ascii: "&") || byte == UInt8(ascii: "\\"), letters > 0,
                    let length = MarkupRest.apostrophe(bytes, count, at: index)
                {
                    if passPossessive(apostrophe: length, paper) {
                        traits.insert(.possessive)
                        break scanning
                    }
                    guard index + length < count, Self.isWordByte(bytes[index + length]) else { break scanning }
                    index += length
                    continue
                } else if byte == UInt8(ascii: "\\"), letters > 0, index + 1 < count,
                    bytes[index + 1] == UInt8(ascii: "'")
                {
                    // `Acme\'s`: some collectors leave the escape in.
                } else if byte == UInt8(ascii: "."), digits == 0, pieceLetters == 1, letters == pieces + 1 {
                    let hasNext = isLetter(at: index + 1) && !isAlphanumeric(index + 2)
                    if hasNext {
                        pieces += 1
                        pieceLetters = 0
                    } else {
                        if pieces > 0 {
                            traits.insert(.dotted)
                            index += 1
                            lastSign = byte
                        }
                        break scanning
                    }
                } else {
                    break scanning
                }
                index += 1
                continue
            } else {
                let (value, length) = decode(index)
                let fold = WordFolding.latinFold(of: value.value)
                if fold != 0 {
                    take(UInt8(truncatingIfNeeded: fold), paper)
                    if fold & 0xFF00 != 0 { take(UInt8(truncatingIfNeeded: fold >> 8), paper) }
                    countLetter(isCapital: fold & WordFolding.upperMark != 0)
                } else {
                    switch WordFolding.kind(of: value) {
                    case .letter(let fold, let isUpper):
                        for piece in fold.utf8 { take(piece, paper) }
                        countLetter(isCapital: isUpper)
                    case .digit(let digit):
                        take(0x30 + digit, paper)
                        if letters == 0, digits == 0 { traits.insert(.digitFirst) }
                        digits += 1
                    case .mark: break
                    case .apostrophe:
                        guard letters > 0 else { break scanning }
                        if passPossessive(apostrophe: length, paper) {
                            traits.insert(.possessive)
                            break scanning
                        }
                        guard index + length < count, Self.isWordByte(bytes[index + length]) else { break scanning }
                        pass(length)
                        continue
                    default: break scanning
                    }
                }
                pass(length)
            }
            (byteEnd, scalarEnd) = (index, index - continuations)
        }

        let casing: Token.Casing
        if letters == 0 {
            casing = .none
            traits.insert(.number)
        } else if capitals == 0 {
            casing = .lower
        } else if capitals == letters {
            casing = .upper
        } else if firstIsCapital, !hasLaterCapital {
            casing = .capitalised
        } else {
            casing = .mixed
        }
        append(
            Piece(
                scalars: scalarStart..<scalarEnd, bytes: byteStart..<byteEnd, foldStart: foldStart, casing: casing,
                traits: traits), paper, words)
        // The last full stop of "U.S." may be the sentence's too.
        if traits.contains(.dotted) { hasStop = true }
    }

    /// Consumes a possessive ending whose apostrophe of so many bytes stands here; false where it is none.
    private mutating func passPossessive(apostrophe: Int, _ paper: Paper) -> Bool {
        let after = index + apostrophe
        if after < count, bytes[after] | 0x20 == UInt8(ascii: "s"), !isAlphanumeric(after + 1) {
            passApostrophe(apostrophe)
            index += 1
            return true
        }
        if foldedCount > 0, paper.folded[foldedCount - 1] == UInt8(ascii: "s"), !isAlphanumeric(after) {
            passApostrophe(apostrophe)
            return true
        }
        return false
    }

    /// One of ASCII is written with as many scalars as bytes: `'`, `&#39;`.
    private mutating func passApostrophe(_ length: Int) {
        if bytes[index] < 0x80 { index += length } else { pass(length) }
    }

    // MARK: Bytes of a kind

    /// Goes over one scalar of `length` bytes.
    @inline(__always)
    private mutating func pass(_ length: Int) {
        index += length
        continuations += length - 1
    }

    @inline(__always)
    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }
    @inline(__always)
    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
    private static func isWordByte(_ byte: UInt8) -> Bool { byte >= 0x80 || isLetter(byte) || isDigit(byte) }

    private func isDigit(at place: Int) -> Bool { place < count && Self.isDigit(bytes[place]) }
    private func isLetter(at place: Int) -> Bool { place < count && Self.isLetter(bytes[place]) }
    private func isAlphanumeric(_ place: Int) -> Bool { isLetter(at: place) || isDigit(at: place) }

    /// Three digits and no fourth: what follows a thousands comma.
    private func isGroup(_ place: Int) -> Bool {
        isDigit(at: place) && isDigit(at: place + 1) && isDigit(at: place + 2) && !isDigit(at: place + 3)
    }

    /// One scalar of valid UTF-8 (a Swift `String` holds no other) and its length in bytes.
    private func decode(_ place: Int) -> (Unicode.Scalar, Int) {
        let first = UInt32(bytes[place])
        func rest(_ offset: Int) -> UInt32 { UInt32(bytes[place + offset]) & 0x3F }
        let (value, length): (UInt32, Int) =
            switch first {
            case 0xF0...: ((first & 7) << 18 | rest(1) << 12 | rest(2) << 6 | rest(3), 4)
            case 0xE0...: ((first & 15) << 12 | rest(1) << 6 | rest(2), 3)
            default: ((first & 31) << 6 | rest(1), 2)
            }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
    }
}

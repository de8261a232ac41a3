import TriggerModel

/// Cuts a text into tokens. **The token rule:**
///
/// | text | tokens |
/// |---|---|
/// | letters, digits and marks in a row | one token; case and accents folded (`Société` → `societe`, `Straße` → `strasse`) |
/// | apostrophe inside a word | joins: `O'Reilly` → `oreilly` |
/// | `'s`, `s'` at the end | a flag on the word: `Acme's` → `acme` |
/// | `&` | the word `and` |
/// | `-` and `/` | separate: `Coca-Cola` → `coca cola` |
/// | `.` between single letters | joins: `U.S.` → `us`, `J.P. Morgan` → `jp morgan` |
/// | `.` and `,` between digits | one number: `1,250.5` → `1250.5` |
/// | any other `.` | separates: `Amazon.com` → `amazon com` |
/// | letters and digits together | one token: `3M` → `3m`, `Q3` → `q3` |
/// | currency signs, `%` | tokens of their own |
/// | scripts without spaces (Han, Kana, Thai …) | one token a scalar |
/// | everything else | separates, and leaves its mark in `Token.breaks` |
///
/// A sentence ends at `.`, `!` or `?` before a space and a token that is not lower case, unless the word before is
/// an abbreviation, an initial or a dotted initialism; a paragraph at a blank line, or at the end of a line that is
/// short or ends a sentence (hard-wrapped prose has long lines), and at the end of every line of a text that has lines too
/// long to be wrapped.
struct TextScan: Sendable {
    private(set) var tokens: ContiguousArray<Token> = []
    private(set) var folded: [UInt8] = []

    private var breaks: Token.Breaks = []
    private var hasStop = false
    private var hasQuestion = false
    /// Length in bytes of the line so far, to tell wrapped lines from short ones.
    private var lineStart = 0
    private var spaces = 0
    private var newlines = 0
    private var lastVisible: UInt8 = 0
    /// No line is longer than wrapped prose has them.
    private var mayBeWrapped = true
    /// Bytes of a wrapped line, at most: 80 columns, and some for letters of more than one byte.
    private static let longestWrapped = 120

    /// Scans a whole field. `isTitle`: two spaces in a row set a kicker apart, and `!` ends no sentence.
    mutating func scan(_ text: String, isTitle: Bool) {
        tokens.removeAll(keepingCapacity: true)
        folded.removeAll(keepingCapacity: true)
        breaks = []
        (hasStop, hasQuestion) = (false, false)
        (lineStart, spaces, newlines, lastVisible) = (0, 0, 0, 0)
        var text = text
        text.withUTF8 { bytes in
            tokens.reserveCapacity(bytes.count / 6 + 4)
            folded.reserveCapacity(bytes.count + 8)
            mayBeWrapped = !Self.hasLongLine(bytes)
            scan(bytes, isTitle: isTitle)
        }
    }

    private static func hasLongLine(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes.count > longestWrapped else { return false }
        var start = 0
        for index in bytes.indices where bytes[index] == 0x0A {
            if index - start > longestWrapped { return true }
            start = index + 1
        }
        return bytes.count - start > longestWrapped
    }

    /// Runs `body` on the folded bytes of a token.
    @inline(__always)
    func withFolded<R>(_ token: Token, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
        folded.withUnsafeBufferPointer {
            body(UnsafeBufferPointer(rebasing: $0[Int(token.foldStart)..<Int(token.foldEnd)]))
        }
    }

    mutating func setWord(_ word: UInt32, at index: Int) { tokens[index].word = word }
    mutating func addBreak(_ more: Token.Breaks, at index: Int) { tokens[index].breaks.formUnion(more) }

    /// Puts `first` and `second` in the place of the token at `index`, for words that were glued together.
    mutating func split(at index: Int, into first: Token, _ second: Token) {
        tokens[index] = first
        tokens.insert(second, at: index + 1)
    }

    // MARK: Bytes

    private mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, isTitle: Bool) {
        var index = 0
        var scalar = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte < 0x80 {
                switch Self.asciiClass[Int(byte)] {
                case 1, 2:
                    scanWord(bytes, &index, &scalar)
                    continue
                case 3:
                    space(byte, at: index, isTitle: isTitle)
                default:
                    sign(byte, bytes, index, scalar, isTitle: isTitle)
                    if byte == UInt8(ascii: "&"), Self.isAmpersandEntity(bytes, index) {
                        index += 5
                        scalar += 5
                        continue
                    }
                }
                index += 1
                scalar += 1
                continue
            }
            let (value, length) = Self.decode(bytes, index)
            switch WordFolding.kind(of: value) {
            case .letter, .digit:
                scanWord(bytes, &index, &scalar)
                continue
            case .ideograph:
                emit(
                    scalars: scalar..<scalar + 1, bytes: index..<index + length, casing: .none, traits: [],
                    fold: bytes[index..<index + length])
            case .currency:
                emit(
                    scalars: scalar..<scalar + 1, bytes: index..<index + length, casing: .none, traits: .currency,
                    fold: bytes[index..<index + length])
            case .quote, .apostrophe: breaks.insert(.quote)
            case .dash: breaks.insert(.dash)
            case .ellipsis: breaks.insert(.dash)
            case .bullet: breaks.insert(.semicolon)
            case .space: space(0x20, at: index, isTitle: isTitle)
            case .mark, .other: break
            }
            index += length
            scalar += 1
        }
    }

    private mutating func space(_ byte: UInt8, at index: Int, isTitle: Bool) {
        if byte == 0x0A {
            newlines += 1
            let lineLength = index - lineStart
            let isEnded = lastVisible == 0x2E || lastVisible == 0x3F || lastVisible == 0x21 || lastVisible == 0x3A
            // 50 bytes: hard-wrapped prose runs to 60 and more, headings and captions rarely so far.
            if newlines > 1 || isEnded || lineLength < 50 || !mayBeWrapped { breaks.insert(.paragraph) }
            lineStart = index + 1
        } else {
            spaces += 1
            if isTitle, spaces > 1 { breaks.insert(.dash) }
        }
    }

    private mutating func sign(
        _ byte: UInt8, _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ scalar: Int, isTitle: Bool
    ) {
        lastVisible = byte
        switch byte {
        case UInt8(ascii: "-"), UInt8(ascii: "/"):
            let isInside =
                index > 0 && index + 1 < bytes.count && Self.isWordByte(bytes[index - 1])
                && Self.isWordByte(bytes[index + 1])
            breaks.insert(isInside ? .hyphen : .dash)
        case UInt8(ascii: "("), UInt8(ascii: "["): breaks.insert(.opening)
        case UInt8(ascii: ")"), UInt8(ascii: "]"): breaks.insert(.closing)
        case UInt8(ascii: ","): breaks.insert(.comma)
        case UInt8(ascii: ";"): breaks.insert(.semicolon)
        case UInt8(ascii: ":"): breaks.insert(.colon)
        case UInt8(ascii: "|"): breaks.insert(.dash)
        case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"): breaks.insert(.quote)
        case UInt8(ascii: "."): hasStop = true
        case UInt8(ascii: "!"): if isTitle { breaks.insert(.quote) } else { hasStop = true }
        case UInt8(ascii: "?"):
            hasStop = true
            hasQuestion = true
        case UInt8(ascii: "&"):
            emit(
                scalars: scalar..<scalar + 1, bytes: index..<index + 1, casing: .none, traits: .ampersand,
                fold: Self.and)
        case UInt8(ascii: "$"):
            emit(
                scalars: scalar..<scalar + 1, bytes: index..<index + 1, casing: .none, traits: .currency,
                fold: bytes[index..<index + 1])
        case UInt8(ascii: "%"):
            emit(
                scalars: scalar..<scalar + 1, bytes: index..<index + 1, casing: .none, traits: .percent,
                fold: bytes[index..<index + 1])
        default: break
        }
    }

    private mutating func emit(
        scalars: Range<Int>, bytes: Range<Int>, casing: Token.Casing, traits: Token.Traits,
        fold: some Sequence<UInt8>
    ) {
        let foldStart = folded.count
        var hash = WordFolding.hashSeed
        for byte in fold {
            folded.append(byte)
            hash = WordFolding.hash(hash, byte)
        }
        append(scalars: scalars, bytes: bytes, foldStart: foldStart, hash: hash, casing: casing, traits: traits)
    }

    private mutating func append(
        scalars: Range<Int>, bytes: Range<Int>, foldStart: Int, hash: UInt32, casing: Token.Casing,
        traits: Token.Traits
    ) {
        var traits = traits
        // A stop right before a word without a space is a domain name or a missing space, never a sentence's end.
        if hasStop, spaces + newlines > 0 { traits.insert(.afterStop) }
        tokens.append(
            Token(
                start: UInt32(scalars.lowerBound), end: UInt32(scalars.upperBound),
                byteStart: UInt32(bytes.lowerBound), byteEnd: UInt32(bytes.upperBound), foldStart: UInt32(foldStart),
                foldEnd: UInt32(folded.count), hash: hash, casing: casing, breaks: breaks, traits: traits,
                isAfterQuestion: hasQuestion, isAfterDot: hasStop && spaces + newlines == 0))
        breaks = []
        (hasStop, hasQuestion) = (false, false)
        (spaces, newlines) = (0, 0)
    }

    /// True where a question mark stands after the last token.
    var endsWithQuestion: Bool { hasQuestion }
    /// A full stop, exclamation or question mark stands behind the last token.
    var endsWithStop: Bool { hasStop }

    // MARK: Words

    private mutating func scanWord(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ scalar: inout Int) {
        let (byteStart, scalarStart) = (index, scalar)
        let foldStart = folded.count
        var hash = WordFolding.hashSeed
        var (letters, capitals, digits) = (0, 0, 0)
        var (firstIsCapital, hasLaterCapital) = (false, false)
        /// Letters since the last dot, and pieces of one letter so far: for `U.S.`.
        var (pieceLetters, pieces) = (0, 0)
        var traits: Token.Traits = []
        var (byteEnd, scalarEnd) = (index, scalar)

        @inline(__always) func take(_ byte: UInt8) {
            folded.append(byte)
            hash = WordFolding.hash(hash, byte)
        }
        @inline(__always) func countLetter(isCapital: Bool) {
            if isCapital {
                capitals += 1
                if letters == 0, digits == 0 { firstIsCapital = true } else { hasLaterCapital = true }
            }
            letters += 1
            pieceLetters += 1
        }

        scanning: while index < bytes.count {
            let byte = bytes[index]
            if byte < 0x80 {
                switch Self.asciiClass[Int(byte)] {
                case 1:
                    take(byte | 0x20)
                    countLetter(isCapital: byte & 0x20 == 0)
                case 2:
                    take(byte)
                    if letters == 0, digits == 0 { traits.insert(.digitFirst) }
                    digits += 1
                default:
                    if byte == UInt8(ascii: "'"), letters > 0 {
                        if possessive(bytes, &index, &scalar, after: index + 1, apostrophe: 1) {
                            traits.insert(.possessive)
                            break scanning
                        }
                        guard index + 1 < bytes.count, Self.isWordByte(bytes[index + 1]) else { break scanning }
                    } else if byte == UInt8(ascii: "."), digits > 0, letters == 0, Self.isDigit(bytes, index + 1) {
                        take(byte)
                    } else if byte == UInt8(ascii: ","), digits > 0, letters == 0, Self.isGroup(bytes, index + 1) {
                        // A thousands comma: dropped.
                    } else if byte == UInt8(ascii: "\\"), letters > 0, index + 1 < bytes.count,
                        bytes[index + 1] == UInt8(ascii: "'")
                    {
                        // `Acme\'s`: some collectors leave the escape in.
                    } else if byte == UInt8(ascii: "."), digits == 0, pieceLetters == 1, letters == pieces + 1 {
                        let hasNext = Self.isLetter(bytes, index + 1) && !Self.isAlphanumeric(bytes, index + 2)
                        if hasNext {
                            pieces += 1
                            pieceLetters = 0
                        } else {
                            if pieces > 0 {
                                traits.insert(.dotted)
                                index += 1
                                scalar += 1
                                lastVisible = byte
                            }
                            break scanning
                        }
                    } else {
                        break scanning
                    }
                    index += 1
                    scalar += 1
                    continue
                }
                index += 1
                scalar += 1
                (byteEnd, scalarEnd) = (index, scalar)
                continue
            }
            let (value, length) = Self.decode(bytes, index)
            switch WordFolding.kind(of: value) {
            case .letter(let fold, let isUpper):
                for piece in fold.utf8 { take(piece) }
                countLetter(isCapital: isUpper)
            case .digit(let digit):
                take(0x30 + digit)
                if letters == 0, digits == 0 { traits.insert(.digitFirst) }
                digits += 1
            case .mark: break
            case .apostrophe:
                guard letters > 0 else { break scanning }
                if possessive(bytes, &index, &scalar, after: index + length, apostrophe: length) {
                    traits.insert(.possessive)
                    break scanning
                }
                guard index + length < bytes.count, Self.isWordByte(bytes[index + length]) else { break scanning }
                index += length
                scalar += 1
                continue
            default: break scanning
            }
            index += length
            scalar += 1
            (byteEnd, scalarEnd) = (index, scalar)
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
        if !traits.contains(.dotted) { lastVisible = bytes[max(byteEnd - 1, byteStart)] }
        append(
            scalars: scalarStart..<scalarEnd, bytes: byteStart..<byteEnd, foldStart: foldStart, hash: hash,
            casing: casing, traits: traits)
        // The last full stop of "U.S." may be the sentence's too.
        if traits.contains(.dotted) { hasStop = true }
    }

    /// Consumes a possessive ending whose apostrophe begins at `index`; false where it is none.
    private func possessive(
        _ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ scalar: inout Int, after: Int, apostrophe: Int
    ) -> Bool {
        if after < bytes.count, bytes[after] | 0x20 == UInt8(ascii: "s"), !Self.isAlphanumeric(bytes, after + 1) {
            index = after + 1
            scalar += 2
            return true
        }
        if folded.last == UInt8(ascii: "s"), !Self.isAlphanumeric(bytes, after) {
            index = after
            scalar += 1
            return true
        }
        return false
    }

    // MARK: Bytes of a kind

    private static let and: [UInt8] = Array("and".utf8)

    /// 1 letter, 2 digit, 3 space, 0 anything else.
    private static let asciiClass: [UInt8] = (0..<128).map { byte in
        switch UInt8(byte) {
        case 0x41...0x5A, 0x61...0x7A: 1
        case 0x30...0x39: 2
        case 0x20, 0x09...0x0D: 3
        default: 0
        }
    }

    private static func isAmpersandEntity(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        index + 4 < bytes.count && bytes[index + 1] == UInt8(ascii: "a") && bytes[index + 2] == UInt8(ascii: "m")
            && bytes[index + 3] == UInt8(ascii: "p") && bytes[index + 4] == UInt8(ascii: ";")
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        byte >= 0x80 || asciiClass[Int(byte)] == 1 || asciiClass[Int(byte)] == 2
    }

    private static func isDigit(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        index < bytes.count && (0x30...0x39).contains(bytes[index])
    }

    private static func isLetter(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        index < bytes.count && bytes[index] < 0x80 && asciiClass[Int(bytes[index])] == 1
    }

    private static func isAlphanumeric(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        index < bytes.count && bytes[index] < 0x80
            && (asciiClass[Int(bytes[index])] == 1 || asciiClass[Int(bytes[index])] == 2)
    }

    /// Three digits and no fourth: what follows a thousands comma.
    private static func isGroup(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        isDigit(bytes, index) && isDigit(bytes, index + 1) && isDigit(bytes, index + 2) && !isDigit(bytes, index + 3)
    }

    /// One scalar of valid UTF-8 (a Swift `String` holds no other) and its length in bytes.
    private static func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> (Unicode.Scalar, Int) {
        let first = UInt32(bytes[index])
        func rest(_ offset: Int) -> UInt32 { UInt32(bytes[index + offset]) & 0x3F }
        let (value, length): (UInt32, Int) =
            switch first {
            case 0xF0...: ((first & 7) << 18 | rest(1) << 12 | rest(2) << 6 | rest(3), 4)
            case 0xE0...: ((first & 15) << 12 | rest(1) << 6 | rest(2), 3)
            default: ((first & 31) << 6 | rest(1), 2)
            }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
    }
}

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
    /// The folded words one after the other.
    private(set) var folded: [UInt8] = []
    /// True where a question mark stands after the last token.
    private(set) var endsWithQuestion = false
    /// A full stop, exclamation or question mark stands behind the last token.
    private(set) var endsWithStop = false
    /// Tokens among which unknown words are that may be two glued together.
    private(set) var mayBeGlued = 0..<0
    /// A colon stands before some token.
    private(set) var hasColon = false

    static let noWords = WordInterner()

    /// Scans a whole field. `isTitle`: two spaces in a row set a kicker apart, and `!` ends no sentence.
    ///
    /// `words` gives the tokens their ids; without it they have none.
    mutating func scan(_ text: String, isTitle: Bool, words: WordInterner = Self.noWords) {
        let bytes = text.utf8Span.span
        words.withLookup { words in
            bytes.withUnsafeBufferPointer { bytes in
                guard let start = bytes.baseAddress, !bytes.isEmpty else {
                    self = TextScan()
                    return
                }
                let cursor = ScanCursor(start, bytes.count, isTitle: isTitle)
                // Words are about six bytes long; a text of shorter ones is scanned again with room for the worst.
                if !fill(from: cursor, tokenRoom: bytes.count / 4 + 16, foldedRoom: bytes.count, words) {
                    _ = fill(from: cursor, tokenRoom: bytes.count + 1, foldedRoom: 3 * bytes.count, words)
                }
            }
        }
    }

    /// False where the room did not do.
    private mutating func fill(
        from cursor: ScanCursor, tokenRoom: Int, foldedRoom: Int, _ words: WordInterner.Lookup
    ) -> Bool {
        var cursor = cursor
        let room = foldedRoom + ScanCursor.slack
        // Appended and not made of uninitialised memory: that looks up the type of its storage with every field.
        var folded: [UInt8] = []
        var tokens: ContiguousArray<Token> = []
        folded.append(addingCapacity: room) { folded in
            folded.withUnsafeMutableBufferPointer { folded, foldedCount in
                tokens.append(addingCapacity: tokenRoom) { tokens in
                    tokens.withUnsafeMutableBufferPointer { tokens, tokenCount in
                        // Neither room is empty, so both have an address.
                        guard let first = tokens.baseAddress, let byte = folded.baseAddress else { return }
                        let paper = ScanCursor.Paper(
                            tokens: first, tokenRoom: tokenRoom, folded: byte, foldedRoom: room)
                        cursor.run(on: paper, words)
                        (foldedCount, tokenCount) = (cursor.foldedCount, cursor.tokenCount)
                    }
                }
            }
        }
        (self.folded, self.tokens) = (folded, tokens)
        endsWithQuestion = cursor.hasQuestion
        endsWithStop = cursor.hasStop
        mayBeGlued = cursor.mayBeGlued
        hasColon = cursor.hasColon
        return !cursor.isFull
    }

    /// Runs `body` on the folded bytes of a token.
    @inline(__always)
    func withFolded<R>(_ token: Token, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
        folded.withUnsafeBufferPointer {
            body(UnsafeBufferPointer(rebasing: $0[Int(token.foldStart)..<Int(token.foldEnd)]))
        }
    }

    /// Makes the hyphen before a token a colon.
    mutating func partByColon(_ token: Int) {
        tokens[token].breaks.remove(.hyphen)
        tokens[token].breaks.insert(.colon)
        hasColon = true
    }

    mutating func setTokens(_ tokens: ContiguousArray<Token>) {
        self.tokens = tokens
        self.tokens.withUnsafeMutableBufferPointer { tokens in
            guard let first = tokens.baseAddress else { return }
            var last = 0
            for index in tokens.indices {
                tokens[index].stride = 0
                if !tokens[index].isSmall { Token.lead(first, from: &last, to: index) }
            }
        }
    }

    /// Runs `body` on the tokens, which it may change in place.
    mutating func withTokens<R>(_ body: (UnsafeMutableBufferPointer<Token>) -> R) -> R {
        tokens.withUnsafeMutableBufferPointer { body($0) }
    }
}

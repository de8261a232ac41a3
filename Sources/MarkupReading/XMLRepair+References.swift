/// References, in texts and in the values of attributes.
extension XMLRepair {
    /// What a reference stands for.
    private enum Meaning {
        /// One of the five that XML knows, or a good number: nothing to note.
        case good(HTMLEntities.Reference)
        /// Understood although XML does not: noted.
        case mended(HTMLEntities.Reference)
        /// Declared by the document.
        case declared([UInt8], end: Int)
        /// A stray ampersand.
        case none
    }

    private mutating func meaning(at place: Int, end: Int) -> Meaning {
        if let known = predefined(at: place, end: end) { return .good(known) }
        if place + 1 < end, base[place + 1] == Ascii.hash {
            guard let number = HTMLEntities.number(base, at: place, end: end) else {
                log.note(.strayAmpersand, at: place)
                return .none
            }
            if number.isClosed, (0x80...0x9F).contains(number.value), let scalar = Unicode.Scalar(number.value) {
                // Controls to XML; readable text makes windows-1252 of them as HTML does.
                let (packed, length) = HTMLEntities.pack(scalar)
                return .good(HTMLEntities.Reference(packed: packed, length: length, end: number.end))
            }
            let reference = HTMLEntities.reference(number)
            guard reference.isBad || !number.isClosed else { return .good(reference) }
            note(.badCharacterReference, at: place) { $0.string(place..<reference.end) }
            return .mended(reference)
        }
        var nameEnd = place + 1
        while nameEnd < end, nameEnd - place < 65, Ascii.continuesName(base[nameEnd]) { nameEnd += 1 }
        guard nameEnd < end, base[nameEnd] == Ascii.semicolon, nameEnd > place + 1 else {
            log.note(.strayAmpersand, at: place)
            return .none
        }
        if !entities.isEmpty, let text = entities[string(place + 1..<nameEnd)] {
            expansionLeft -= text.count
            if expansionLeft >= 0 { return .declared(text, end: nameEnd + 1) }
            log.note(.droppedEntity, at: place, detail: "declared entities add too much")
            return .declared([], end: nameEnd + 1)
        }
        if let reference = HTMLEntities.reference(base, at: place, end: end, requireSemicolon: true) {
            note(.undeclaredEntity, at: place) { $0.string(place..<nameEnd + 1) }
            return .mended(reference)
        }
        log.note(.strayAmpersand, at: place)
        return .none
    }

    /// Adds what the reference at `place` stands for to the decoded text; returns the offset behind it.
    mutating func decodeReference(at place: Int, end: Int) -> Int {
        switch meaning(at: place, end: end) {
        case .good(let reference), .mended(let reference):
            decode(packed: reference.packed, reference.length)
            return reference.end
        case .declared(let text, let end):
            decode(text)
            return end
        case .none:
            decode(packed: UInt64(Ascii.ampersand), 1)
            return place + 1
        }
    }

    /// In a tag: what libxml2 knows stays, everything else is replaced.
    mutating func checkReferences(from start: Int, to end: Int) {
        var index = start
        while let place = base.first(Ascii.ampersand, from: index, to: end) {
            switch meaning(at: place, end: end) {
            case .good(let reference):
                index = reference.end
            case .mended(let reference):
                replace(place..<reference.end, withPacked: reference)
                index = reference.end
            case .declared(let text, let end):
                replace(place..<end, with: text)
                index = end
            case .none:
                leaveOut(place..<place + 1)
                write("&amp;")
                index = place + 1
            }
        }
    }

    /// `&lt; &gt; &amp; &quot; &apos;`.
    @inline(__always)
    private func predefined(at place: Int, end: Int) -> HTMLEntities.Reference? {
        func known(_ text: StaticString, _ byte: UInt8) -> HTMLEntities.Reference? {
            guard base.has(text, at: place, end: end) else { return nil }
            return HTMLEntities.Reference(packed: UInt64(byte), length: 1, end: place + text.utf8CodeUnitCount)
        }
        guard place + 3 < end else { return nil }
        switch base[place + 1] {
        case UInt8(ascii: "l"): return known("&lt;", Ascii.lessThan)
        case UInt8(ascii: "g"): return known("&gt;", Ascii.greaterThan)
        case UInt8(ascii: "a"): return known("&amp;", Ascii.ampersand) ?? known("&apos;", Ascii.apostrophe)
        case UInt8(ascii: "q"): return known("&quot;", Ascii.quote)
        default: return nil
        }
    }

    func isKnownReference(at place: Int, end: Int) -> Bool {
        if predefined(at: place, end: end) != nil { return true }
        guard place + 1 < end, base[place + 1] == Ascii.hash,
            let reference = HTMLEntities.reference(base, at: place, end: end, requireSemicolon: true)
        else { return false }
        return !reference.isBad
    }
}

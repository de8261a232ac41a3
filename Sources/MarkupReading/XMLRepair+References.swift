/// References: what libxml2 knows stays, everything else is answered here.
extension XMLRepair {
    mutating func checkReferences(from start: Int, to end: Int) {
        var index = start
        while let place = base.first(Ascii.ampersand, from: index, to: end) {
            index = checkReference(at: place, end: end)
        }
    }

    /// `&lt; &gt; &amp; &quot; &apos;` and good numeric references are left to libxml2; all else is answered here.
    mutating func checkReference(at place: Int, end: Int) -> Int {
        if let known = predefinedEnd(at: place, end: end) { return known }
        if place + 1 < end, base[place + 1] == Ascii.hash {
            guard let reference = HTMLEntities.reference(base, at: place, end: end, requireSemicolon: false) else {
                return escapeAmpersand(at: place)
            }
            if reference.isBad || base[reference.end - 1] != Ascii.semicolon {
                note(.badCharacterReference, at: place) { $0.string(place..<reference.end) }
                replace(place..<reference.end, withPacked: reference)
            }
            return reference.end
        }
        var nameEnd = place + 1
        while nameEnd < end, nameEnd - place < 65, Ascii.continuesName(base[nameEnd]) { nameEnd += 1 }
        guard nameEnd < end, base[nameEnd] == Ascii.semicolon, nameEnd > place + 1 else {
            return escapeAmpersand(at: place)
        }
        if !entities.isEmpty, let text = entities[string(place + 1..<nameEnd)] {
            expansionLeft -= text.count
            if expansionLeft >= 0 {
                replace(place..<nameEnd + 1, with: text)
            } else {
                log.note(.droppedEntity, at: place, detail: "declared entities add too much")
                replace(place..<nameEnd + 1, with: "")
            }
            return nameEnd + 1
        }
        if let reference = HTMLEntities.reference(base, at: place, end: end, requireSemicolon: true) {
            note(.undeclaredEntity, at: place) { $0.string(place..<nameEnd + 1) }
            replace(place..<reference.end, withPacked: reference)
            return reference.end
        }
        return escapeAmpersand(at: place)
    }

    mutating func escapeAmpersand(at place: Int) -> Int {
        log.note(.strayAmpersand, at: place)
        replace(place..<place + 1, with: "&amp;")
        return place + 1
    }

    @inline(__always)
    func predefinedEnd(at place: Int, end: Int) -> Int? {
        guard place + 3 < end else { return nil }
        switch base[place + 1] {
        case UInt8(ascii: "l") where base[place + 2] == UInt8(ascii: "t") && base[place + 3] == Ascii.semicolon,
            UInt8(ascii: "g") where base[place + 2] == UInt8(ascii: "t") && base[place + 3] == Ascii.semicolon:
            return place + 4
        case UInt8(ascii: "a"):
            if base.has("&amp;", at: place, end: end) { return place + 5 }
            if base.has("&apos;", at: place, end: end) { return place + 6 }
            return nil
        case UInt8(ascii: "q"):
            return base.has("&quot;", at: place, end: end) ? place + 6 : nil
        default: return nil
        }
    }

    func isKnownReference(at place: Int, end: Int) -> Bool {
        if predefinedEnd(at: place, end: end) != nil { return true }
        guard place + 1 < end, base[place + 1] == Ascii.hash,
            let reference = HTMLEntities.reference(base, at: place, end: end, requireSemicolon: true)
        else { return false }
        return !reference.isBad
    }
}

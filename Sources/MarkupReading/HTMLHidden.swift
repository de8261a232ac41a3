/// Whether a start tag says that its element is not shown.
enum HTMLHidden {
    /// Looks at the attributes between two offsets: `hidden`, `aria-hidden="true"`, `style` with `display:none` or
    /// `visibility:hidden`, a `class` for screen readers only.
    static func isHidden(_ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
        // A few words decide whether a closer look is worth it; all contain an `n` that most short tags lack.
        guard base.first(UInt8(ascii: "n"), from: start, to: end) != nil,
            base.first("hidden", from: start, to: end) != nil || base.first("none", from: start, to: end) != nil
                || base.first("screen", from: start, to: end) != nil
                || base.first("sr-only", from: start, to: end) != nil
        else { return false }
        var index = start
        while index < end {
            while index < end, !Ascii.isLetter(base[index]) { index += 1 }
            let nameStart = index
            while index < end, Ascii.continuesName(base[index]) { index += 1 }
            let name = nameStart..<index
            while index < end, Ascii.isSpace(base[index]) { index += 1 }
            var value = index..<index
            if index < end, base[index] == Ascii.equals {
                index += 1
                while index < end, Ascii.isSpace(base[index]) { index += 1 }
                if index < end, base[index] == Ascii.quote || base[index] == Ascii.apostrophe {
                    let close = base.first(base[index], from: index + 1, to: end) ?? end
                    value = index + 1..<close
                    index = min(close + 1, end)
                } else {
                    let valueStart = index
                    while index < end, !Ascii.isSpace(base[index]) { index += 1 }
                    value = valueStart..<index
                }
            }
            if hides(base, name, value) { return true }
            if name.isEmpty { index += 1 }
        }
        return false
    }

    private static func hides(_ base: UnsafePointer<UInt8>, _ name: Range<Int>, _ value: Range<Int>) -> Bool {
        hides(
            UnsafeBufferPointer(start: base + name.lowerBound, count: name.count),
            UnsafeBufferPointer(start: base + value.lowerBound, count: value.count))
    }

    /// Whether one attribute says that its element is not shown.
    static func hides(_ name: UnsafeBufferPointer<UInt8>, _ value: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let base = name.baseAddress, let said = value.baseAddress else { return false }
        func isNamed(_ text: StaticString) -> Bool {
            name.count == text.utf8CodeUnitCount && base.hasIgnoringCase(text, at: 0, end: name.count)
        }
        if isNamed("hidden") { return true }
        if isNamed("aria-hidden") { return said.hasIgnoringCase("true", at: 0, end: value.count) }
        if isNamed("class") { return classHides(said, 0..<value.count) }
        return isNamed("style") && styleHides(said, 0..<value.count)
    }

    /// Whether a class is one of those that style sheets use for text that only a screen reader gets: labels of icons,
    /// headings of teasers, the same line again before every paragraph.
    static func classHides(_ base: UnsafePointer<UInt8>, _ value: Range<Int>) -> Bool {
        var index = value.lowerBound
        while index < value.upperBound {
            while index < value.upperBound, Ascii.isSpace(base[index]) { index += 1 }
            let start = index
            while index < value.upperBound, !Ascii.isSpace(base[index]) { index += 1 }
            for word in unseenClasses
            where word.utf8CodeUnitCount == index - start && base.hasIgnoringCase(word, at: start, end: index) {
                return true
            }
        }
        return false
    }

    private static let unseenClasses: [StaticString] = [
        "visually-hidden", "visuallyhidden", "u-visually-hidden", "is-visually-hidden", "sr-only",
        "screen-reader-text", "screen-reader-only", "screenreader", "screen-reader", "element-invisible",
    ]

    static func styleHides(_ base: UnsafePointer<UInt8>, _ value: Range<Int>) -> Bool {
        func declares(_ property: StaticString, _ wanted: StaticString) -> Bool {
            var index = value.lowerBound
            while let place = base.firstIgnoringCase(property, from: index, to: value.upperBound) {
                index = place + property.utf8CodeUnitCount
                // The property itself, not the end of another one's name.
                if place > value.lowerBound, Ascii.continuesName(base[place - 1]) { continue }
                var after = index
                while after < value.upperBound, Ascii.isSpace(base[after]) || base[after] == 0x3A { after += 1 }
                if base.hasIgnoringCase(wanted, at: after, end: value.upperBound) { return true }
            }
            return false
        }
        return declares("display", "none") || declares("visibility", "hidden")
    }
}

/// Which classes and ids were chosen by people, and what they say.
enum RowProposalNames {
    /// Chosen by people and lasting: no hash of a build, no number of an entry, no word of layout.
    static func isHuman(_ name: String) -> Bool {
        guard (2...40).contains(name.utf8.count), let first = name.unicodeScalars.first,
            SteadyLetters.isLetter(first), !name.contains(where: { ":/[]()!%.#@,".contains($0) })
        else { return false }
        for part in name.split(whereSeparator: { $0 == "-" || $0 == "_" }) {
            let digits = part.utf8.count { $0 &- 0x30 < 10 }
            let letters = part.utf8.count - digits
            // `1x2y3`, `1234`: parts that count or hash. `h2`, `col3` are words.
            if digits >= 3 || (digits > 0 && letters > 0 && !endsInDigits(part)) { return false }
            if letters >= 5, digits == 0, !part.lowercased().contains(where: { "aeiouyäöüéèáàíóúåøæ".contains($0) }),
                part.allSatisfy(\.isASCII)
            {
                return false
            }
            if looksRandom(part) { return false }
        }
        return true
    }

    /// Human and the same for every row: not `odd`, `first`, `views-row-3`.
    static func isSteady(_ name: String) -> Bool {
        guard isHuman(name) else { return false }
        return !name.split(whereSeparator: { $0 == "-" || $0 == "_" }).contains {
            $0.allSatisfy(\.isNumber) || states.contains($0.lowercased())
        }
    }

    /// Words of layout, which say nothing of what is in there.
    static func isLayout(_ name: String) -> Bool {
        let parts = name.lowercased().split(whereSeparator: { $0 == "-" || $0 == "_" })
        guard let first = parts.first else { return true }
        return layout.contains(String(first)) || (parts.count > 1 && utilities.contains(String(first)))
    }

    static func isAside(_ name: String) -> Bool {
        name.lowercased().split(whereSeparator: { $0 == "-" || $0 == "_" || $0 == ":" }).contains {
            asides.contains(String($0))
        }
    }

    static func speaksOf(_ words: Set<String>, _ name: String) -> Bool {
        name.lowercased().split(whereSeparator: { $0 == "-" || $0 == "_" }).contains { words.contains(String($0)) }
    }

    /// The part of a class that a person wrote, where a build made the rest: `Card_root__` of `Card_root__3xY2z`.
    static func writtenPart(_ name: String) -> String? {
        guard !isHuman(name) else { return nil }
        let bytes = Array(name.utf8)
        guard let cut = bytes.indices.dropFirst().first(where: { bytes[$0] == 0x5F && bytes[$0 - 1] == 0x5F }),
            cut >= 4, isHuman(String(decoding: bytes[..<(cut - 1)], as: UTF8.self))
        else { return nil }
        return String(decoding: bytes[...cut], as: UTF8.self)
    }

    static let asideRoles: Set<String> = ["navigation", "contentinfo", "complementary", "banner", "search", "menu"]
    static let titles: Set<String> = [
        "title", "headline", "heading", "subject", "name", "caption", "titel", "titre", "titulo", "titolo",
    ]
    static let dates: Set<String> = ["date", "time", "published", "posted", "day", "datum", "fecha", "data", "when"]
    static let entries: Set<String> = [
        "item", "post", "entry", "news", "press", "release", "article", "card", "teaser", "result", "story", "filing",
        "listing", "notice",
    ]

    private static let states: Set<String> = [
        "odd", "even", "first", "last", "active", "current", "selected", "featured", "alt", "left", "right", "new",
        "open", "closed", "visible", "expanded", "collapsed", "even", "sticky",
    ]
    private static let layout: Set<String> = [
        "row", "col", "column", "columns", "container", "wrapper", "wrap", "inner", "outer", "clearfix", "clear",
        "flex",
        "grid", "block", "inline", "text", "font", "bg", "border", "rounded", "shadow", "relative", "absolute",
        "hidden",
        "justify", "items", "gap", "space", "small", "large", "medium", "cell", "left", "right", "center", "hover",
        "js",
        "ng", "is", "has", "size", "align", "float", "pull", "no", "fa", "icon", "dynamic", "stretched", "link", "btn",
        "button", "first", "last", "odd", "even",
    ]
    /// Beginnings of utility classes: `mt-4`, `md-6`, `w-full`.
    private static let utilities: Set<String> = [
        "m", "mt", "mb", "ml", "mr", "mx", "my", "ms", "me", "p", "pt", "pb", "pl", "pr", "px", "py", "ps", "pe", "w",
        "h", "z", "d", "xs", "sm", "md", "lg", "xl", "fs", "fw", "lh", "gx", "gy", "ul", "wp", "vc", "et", "max", "min",
    ]
    private static let asides: Set<String> = [
        "nav", "navbar", "navigation", "menu", "submenu", "footer", "breadcrumb", "breadcrumbs", "sidebar", "related",
        "social", "share", "sharing", "pagination", "pager", "cookie", "cookies", "consent", "banner", "skip", "topbar",
        "newsletter", "popular", "trending", "tags", "tagcloud", "languages", "sitemap", "toc", "toolbar", "carousel",
        "filters", "filter", "facets", "promo", "advert",
    ]

    private static func endsInDigits(_ part: Substring) -> Bool {
        guard let letter = part.lastIndex(where: { !$0.isNumber }) else { return true }
        return !part[..<letter].contains(where: \.isNumber)
    }

    /// Capitals in the middle of short parts, more than camel case has.
    private static func looksRandom(_ part: Substring) -> Bool {
        var changes = 0
        var wasUpper: Bool?
        for scalar in part.unicodeScalars where scalar.isASCII && SteadyLetters.isLetter(scalar) {
            let isUpper = scalar.value < 0x60
            if wasUpper == false, isUpper { changes += 1 }
            wasUpper = isUpper
        }
        return changes >= 2 && changes * 4 > part.count
    }
}

private enum SteadyLetters {
    static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x80 || (scalar.value | 0x20) &- 0x61 < 26
    }
}

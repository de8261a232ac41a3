import MarkupReading

/// The headline of an article's page, without the name of the site that pages add to it.
struct ArticleTitle {
    /// What the page's data and metadata call the article, best first.
    let given: [String]
    /// Texts of the first headings in the document's order.
    let headings: [String]
    /// The text of `title`.
    let window: String?
    /// Names of the site and its publisher.
    let sites: [String]

    /// nil where the page has no title at all.
    func best() -> String? {
        let page = window.map(withoutSite)
        let candidates = given.map(withoutSite)
        if let first = candidates.first { return first }
        // The heading that people see, where something else confirms it.
        for heading in headings {
            let words = WordHashes(heading).hashes
            guard words.count > 1 || heading.utf8.count > 8 else { continue }
            let isConfirmed = (candidates + [page, window].compactMap { $0 }).contains { confirms($0, words) }
            if isConfirmed { return heading }
        }
        return candidates.first ?? page ?? headings.first
    }

    /// The same words, or the same words with a site's name after or before them.
    private func confirms(_ text: String, _ words: [UInt64]) -> Bool {
        let own = WordHashes(text).hashes
        return own == words
    }

    // MARK: - Site names

    private static let separators = [
        " | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • ", " / ", " ‹ ", " « ", " › ", "：", "--", "_", "|",
    ]

    /// `Acme names chief - The Daily` is `Acme names chief`: the last part goes where it is a site's name, and from a
    /// window's title where the rest is the longer one.
    private func withoutSite(_ title: String) -> String {
        var title = title
        // `Section | Site` stand behind a headline one by one.
        for _ in 0..<3 {
            guard let (rest, last) = cut(title) else { break }
            let isHeading = headings.contains { WordHashes($0).hashes == WordHashes(rest).hashes }
            if isSite(last) || isHeading || rest.count > last.count && isWindow(title) {
                title = rest
            } else {
                break
            }
        }
        if let (first, rest) = cutFront(title), isSite(first) { return rest }
        return title
    }

    private func isWindow(_ title: String) -> Bool { window.map { $0.hasPrefix(title) } ?? false }

    private func cut(_ title: String) -> (rest: String, last: String)? {
        var best: (rest: Substring, last: Substring)?
        for separator in Self.separators {
            guard let range = title.lastPlace(of: separator) else { continue }
            let last = title[range.upperBound...]
            if last.utf8.count < best?.last.utf8.count ?? .max { best = (title[..<range.lowerBound], last) }
        }
        guard let best, let rest = best.rest.trimmedOrNil, let last = best.last.trimmedOrNil else { return nil }
        return (rest, last)
    }

    private func cutFront(_ title: String) -> (first: String, rest: String)? {
        for separator in [" | ", " - ", " – ", " — ", ": "] {
            guard let range = title.firstPlace(of: separator), let first = title[..<range.lowerBound].trimmedOrNil,
                let rest = title[range.upperBound...].trimmedOrNil
            else { continue }
            return (first, rest)
        }
        return nil
    }

    private func isSite(_ text: String) -> Bool {
        let words = WordHashes(text).hashes
        return sites.contains { site in
            let own = WordHashes(site).hashes
            return own == words || (words.count > 1 && own.starts(with: words))
        }
    }
}

extension String {
    /// Where `text` stands last; linear.
    func lastPlace(of text: String) -> Range<String.Index>? {
        let wanted = Array(text.utf8)
        let own = utf8
        guard !wanted.isEmpty, own.count >= wanted.count else { return nil }
        var start = own.index(own.endIndex, offsetBy: -wanted.count)
        while true {
            if own[start...].starts(with: wanted) { return start..<own.index(start, offsetBy: wanted.count) }
            guard start > own.startIndex else { return nil }
            start = own.index(before: start)
        }
    }

    func firstPlace(of text: String) -> Range<String.Index>? {
        let wanted = Array(text.utf8)
        var start = utf8.startIndex
        while start < utf8.endIndex {
            if utf8[start...].starts(with: wanted) { return start..<utf8.index(start, offsetBy: wanted.count) }
            start = utf8.index(after: start)
        }
        return nil
    }
}

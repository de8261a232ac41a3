/// The headline of a press release: among the lines above its first paragraph, the first that says something.
enum PressHeadline {
    /// Lines above the text of a release, at most.
    private static let most = 40
    /// Bytes from which a line is a paragraph.
    private static let paragraph = 300
    /// Words of a headline, at least: "Acme Appoints Roe" is one, "Acme Corporation" is none.
    private static let fewest = 4

    static func of(_ lines: [Substring]) -> String? {
        var headline: [Substring] = []
        for line in lines.prefix(most) {
            if isText(line) { break }
            if let last = headline.last {
                guard goesOn(last, line) else { break }
                headline.append(line)
                if headline.count == 4 { break }
            } else if isHeadline(line) {
                headline.append(line)
            }
        }
        guard !headline.isEmpty else { return nil }
        let text = headline.joined(separator: " ").split { $0 == " " || $0 == "\t" }.joined(separator: " ")
        return text.utf8.count <= 2 * paragraph ? text : nil
    }

    /// The first paragraph: long, or with a dateline ("TAMPA, Fla., March 3, 2026 – …").
    private static func isText(_ line: Substring) -> Bool {
        if line.utf8.count >= paragraph { return true }
        let head = line.prefix(160)
        if wires.contains(where: { head.lowercased().contains($0) }) { return head.contains(",") }
        guard line.utf8.count > 80,
            let dash = head.firstIndex(where: { $0 == "–" || $0 == "—" }) ?? doubleHyphen(head)
        else { return false }
        return head[..<dash].contains { $0.isNumber } && DateReading.firstDate(in: String(head[..<dash])) != nil
    }

    private static let wires = ["prnewswire", "business wire", "globe newswire", "globenewswire", "accesswire"]

    private static func doubleHyphen(_ text: Substring) -> Substring.Index? {
        var before: Character?
        for index in text.indices {
            if text[index] == "-", before == "-" || before == " " { return index }
            before = text[index]
        }
        return nil
    }

    private static func isHeadline(_ line: Substring) -> Bool {
        let words = line.split { $0 == " " || $0 == "\t" }
        guard words.count >= fewest, let first = line.first, !line.hasSuffix(":"), !line.contains("\t"),
            first.isUppercase || first.isNumber || first == "“" || first == "\"" || first == "‘"
        else { return false }
        let lower = line.lowercased()
        if ornaments.contains(where: { lower.hasPrefix($0) }) || marks.contains(where: { lower.contains($0) }) {
            return false
        }
        if isName(words) || isAddress(lower, words) { return false }
        // A date alone, a line of telephone numbers.
        let letters = line.count { $0.isLetter }
        return 2 * letters > line.count
            && !(words.count <= 5 && DateReading.firstDate(in: String(line)) != nil)
    }

    /// `Tarn & Hollow Corp.`: a company's name and no more.
    private static func isName(_ words: [Substring]) -> Bool {
        guard words.count <= 8, let last = words.last else { return false }
        return companyForms.contains(last.lowercased().filter { $0.isLetter })
    }

    private static let companyForms: Set<String> = [
        "inc", "incorporated", "corp", "corporation", "company", "co", "ltd", "limited", "llc", "lp", "plc", "nv", "sa",
        "ag", "se", "asa", "ab", "gmbh", "holdings", "group", "trust", "bancorp", "bancshares",
    ]

    /// `1 Long Road, Tampa FL` or `Tampa, FL 33602`.
    private static func isAddress(_ lower: String, _ words: [Substring]) -> Bool {
        guard words.count <= 12, let first = words.first, let last = words.last else { return false }
        let isNumbered = first.allSatisfy { $0.isNumber } || lower.hasPrefix("p.o. box") || lower.hasPrefix("po box")
        let hasCode = last.utf8.count >= 5 && last.allSatisfy { $0.isNumber || $0 == "-" }
        let state = words[words.count - (hasCode && words.count > 1 ? 2 : 1)]
        let hasState = FilingItems.place(state) == String(state)
        return isNumbered ? hasState || streets.contains { lower.contains($0) } : hasCode && hasState
    }

    private static let streets = [
        " street", " road", " avenue", " ave", " drive", " blvd", " boulevard", " suite", " floor", " st.", "box ",
    ]

    private static let ornaments = [
        "for immediate release", "for release", "immediate release", "press release", "news release", "media release",
        "contact", "investor contact", "media contact", "investor relations", "for more information",
        "for further information", "for additional information", "exhibit", "page ", "nyse", "nasdaq", "source:",
        "embargoed", "not for release", "not for distribution", "this announcement contains", "date:",
        "the following is", "united states securities", "filed pursuant",
    ]
    private static let marks = [
        "@", "http://", "https://", "www.", "(nyse:", "(nasdaq:", "telephone", "phone:", "fax:",
    ]

    /// True where a headline was broken into lines: the first ends in a word that ends nothing, or the second begins in
    /// small letters, or both are in capitals.
    private static func goesOn(_ line: Substring, _ next: Substring) -> Bool {
        guard let first = next.first, next.utf8.count < 160, !next.contains("\t") else { return false }
        let last = line.split(separator: " ").last?.lowercased() ?? ""
        if joiners.contains(last) || last.hasSuffix(",") || last.hasSuffix("&") || last.hasSuffix("-") { return true }
        if first.isLowercase { return true }
        let isShouted = isCapital(line) && isCapital(next)
        return isShouted && isHeadline(next) && !next.hasPrefix("--")
    }

    private static func isCapital(_ line: Substring) -> Bool {
        line.contains { $0.isLetter } && !line.contains { $0.isLowercase }
    }

    private static let joiners: Set<String> = [
        "of", "and", "the", "as", "to", "for", "in", "with", "a", "an", "on", "by", "at", "from", "its", "or", "into",
        "announces", "reports", "names", "appoints",
    ]
}

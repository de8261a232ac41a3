/// Goes through the lines of a main document: headings of items, their text, signatures.
struct FilingTextReading {
    enum Part {
        case heading(String)
        /// An exhibit that follows the signatures in the same document: `EX-99.1`.
        case exhibit(String)
        case line(Substring)
        case signatures
    }

    private let lines: [Substring]
    /// Line of the first heading; nil where there is none.
    let firstHeading: Int?
    /// Line of an explanatory note before the first heading, else the first heading.
    let introduction: Int
    var index = 0
    /// What is left of the line of the last heading.
    private var rest: Substring?
    private var isAfterSignatures = false

    init(_ lines: [Substring]) {
        self.lines = lines
        let first = lines.firstIndex { FilingHeading($0) != nil }
        firstHeading = first
        introduction =
            first.flatMap { first in lines[..<first].firstIndex(where: FilingTextReading.isNote) } ?? first ?? 0
    }

    /// The lines behind the last signatures where they are enough for a text of its own; nil where they are not.
    var attachment: [Substring]? {
        guard let last = lines.lastIndex(where: FilingTextReading.isSignature), isFollowedByText(last + 1) else {
            return nil
        }
        return Array(lines[(last + 1)...])
    }

    mutating func next() -> Part? {
        if let rest = rest.take() { return .line(rest) }
        while index < lines.count {
            let line = lines[index]
            index += 1
            if let heading = FilingHeading(line) {
                isAfterSignatures = false
                rest = text(behind: heading)
                return .heading(heading.code)
            }
            if isAfterSignatures, let exhibit = FilingExhibit.type(heading: line), isFollowedByText(index) {
                isAfterSignatures = false
                return .exhibit(exhibit)
            }
            if FilingTextReading.isSignature(line) {
                isAfterSignatures = true
                return .signatures
            }
            if !isAfterSignatures, !isOrnament(line, before: index) { return .line(line) }
        }
        return nil
    }

    /// Bytes from which the lines below `Exhibit 99.1` are the exhibit and not its entry in an index of exhibits.
    private static let leastExhibit = 800

    private func isFollowedByText(_ start: Int) -> Bool {
        var length = 0
        for line in lines[start...] {
            if FilingExhibit.type(heading: line) != nil { return false }
            length += line.utf8.count
            if length >= FilingTextReading.leastExhibit { return true }
        }
        return false
    }

    /// A link to the table of contents that stands on every page, and the number of the page before it.
    private func isOrnament(_ line: Substring, before next: Int) -> Bool {
        if FilingTextReading.isContents(line) { return true }
        guard FilingPage.isPageNumber(line) else { return false }
        guard next < lines.count else { return true }
        return FilingTextReading.isContents(lines[next]) || FilingTextReading.isSignature(lines[next])
            || FilingHeading(lines[next]) != nil
    }

    private static func isContents(_ line: Substring) -> Bool {
        line.utf8.count == 17 && line.startsIgnoringCase("table of contents")
    }

    /// What follows the official name, which may be broken over several lines or stand below the number.
    private mutating func text(behind heading: FilingHeading) -> Substring? {
        var text = heading.rest
        var taken = 0
        while taken < 4, index + taken < lines.count,
            text.isEmpty ? taken == 0 : OfficialItems.beginsName(text, code: heading.code)
        {
            let line = lines[index + taken]
            guard FilingHeading(line) == nil else { break }
            let joined = text.isEmpty ? line : Substring("\(text) \(line)")
            taken += 1
            // A line that is no part of the name stays a line.
            let isName =
                OfficialItems.beginsName(joined, code: heading.code)
                || OfficialItems.textWithoutName(joined, code: heading.code) != joined
            guard isName else {
                taken -= 1
                break
            }
            text = joined
        }
        index += taken
        return OfficialItems.textWithoutName(text, code: heading.code).trimmedOrNil.map { $0[...] }
    }

    private static func isSignature(_ line: Substring) -> Bool {
        guard line.utf8.count < 400 else { return false }
        let letters = String(decoding: line.lowercased().utf8.filter { $0 &- 0x61 < 26 }, as: UTF8.self)
        return letters == "signature" || letters == "signatures" || letters == "signaturepage"
            || letters.hasPrefix("pursuanttotherequirementsofthesecuritiesexchangeact")
    }

    private static func isNote(_ line: Substring) -> Bool {
        let lower = line.prefix(40).lowercased()
        return ["explanatory note", "introductory note", "explanatory paragraph", "preliminary note"]
            .contains { lower.hasPrefix($0) }
    }
}

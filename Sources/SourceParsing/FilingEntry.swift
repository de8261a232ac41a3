import TriggerModel

/// One entry of an EDGAR feed: one filing under one of its parties.
struct FilingEntry {
    static let idPrefix = "urn:tag:sec.gov,2008:accession-number="

    var item: Item
    /// nil where the entry names none: a malformed entry.
    var party: FilingParty?

    /// Reads an entry of "getcurrent" or of a company's feed; nil where it is no entry of EDGAR's.
    ///
    /// "getcurrent" says everything in its title and summary (captured pages of 12 December 2025); a company's feed in
    /// elements inside the content, and the company once for all.
    init?(_ item: Item, details: [String: String], company: String?, number: String?) {
        guard item.id.hasPrefix(FilingEntry.idPrefix) else { return nil }
        let accession = String(Substring(item.id.utf8.dropFirst(FilingEntry.idPrefix.utf8.count)))
        var filing = Filing(form: details["filing-type"] ?? item.categories.first ?? "")
        filing.accession = details["accession-number"] ?? accession
        filing.accepted = item.updated
        if let described = details["items-desc"] {
            filing.items = FilingItems.codes(listed: described)
        }
        // By bytes: a page has hundreds of entries, and walking characters cost more than all of XML.
        var rest = (item.summary ?? "").utf8[...]
        while !rest.isEmpty {
            let line = rest.prefix { $0 != 0x0A }
            rest = rest[line.endIndex...].dropFirst()
            if line.starts(with: FilingEntry.filedMark) {
                filing.filed = FilingEntry.day(line.dropFirst(FilingEntry.filedMark.count))
            } else if let first = line.first, first | 0x20 == UInt8(ascii: "i"),
                let code = FilingItems.code(startingLine: Substring(line))
            {
                filing.items.append(code)
            }
        }
        if let day = details["filing-date"] { filing.filed = CalendarDay(day) }
        if let title = item.title, let (name, cik, role) = FilingEntry.party(title) {
            party = FilingParty(name: name, cik: cik, role: role)
        } else if let company {
            party = FilingParty(name: company, cik: number.flatMap(FilingItems.paddedCIK), role: .filer)
        }
        self.item = item
        self.item.id = filing.accession ?? accession
        // The summary repeats official item names, which say "departure" or "acquisition" where nothing of the kind
        // has happened: no text for recognition.
        self.item.summary = nil
        self.item.content = nil
        self.item.published = filing.accepted
        self.item.filing = filing
        if let address = details["filing-href"] { self.item.url = address.trimmedOrNil }
    }

    /// What an item needs to be a filing at all.
    var isComplete: Bool {
        guard let filing = item.filing else { return false }
        return !filing.form.isEmpty && FilingItems.isAccession(item.id) && item.url != nil
    }

    private static let filedMark = Array("Filed:".utf8)

    /// `YYYY-MM-DD` behind spaces, whatever follows behind a space.
    private static func day(_ text: Substring.UTF8View) -> CalendarDay? {
        var numbers = (0, 0, 0)
        var length = 0
        for byte in text.drop(while: { $0 == 0x20 }) {
            if byte == 0x20 { break }
            let digit = Int(byte) - 0x30
            switch length {
            case 4, 7: guard byte == UInt8(ascii: "-") else { return nil }
            case 0..<10:
                guard (0...9).contains(digit) else { return nil }
                if length < 4 {
                    numbers.0 = numbers.0 * 10 + digit
                } else if length < 7 {
                    numbers.1 = numbers.1 * 10 + digit
                } else {
                    numbers.2 = numbers.2 * 10 + digit
                }
            default: return nil
            }
            length += 1
        }
        return length == 10 ? CalendarDay(year: numbers.0, month: numbers.1, day: numbers.2) : nil
    }

    /// `8-K - ACME - WEST (HOLDINGS) CORP (0001234567) (Filer)`: the last two brackets from the right; names hold
    /// hyphens and brackets of their own.
    private static func party(_ title: String) -> (name: String, cik: String, role: FilingParty.Role)? {
        let title = title.utf8
        guard let (beforeRole, role) = lastBracket(title[...]), let (rest, cik) = lastBracket(beforeRole),
            let number = FilingItems.paddedCIK(String(Substring(cik))), let kind = self.role(Substring(role)),
            let name = behindHyphen(rest)?.trimmedOrNil
        else { return nil }
        return (name, number, kind)
    }

    private static func lastBracket(
        _ text: Substring.UTF8View
    ) -> (before: Substring.UTF8View, inside: Substring.UTF8View)? {
        guard let close = text.lastIndex(of: UInt8(ascii: ")")),
            let open = text[..<close].lastIndex(of: UInt8(ascii: "("))
        else { return nil }
        return (text[..<open], text[text.index(after: open)..<close])
    }

    /// What follows the first ` - `, which ends the form's name.
    private static func behindHyphen(_ text: Substring.UTF8View) -> Substring? {
        var rest = text
        while let hyphen = rest.firstIndex(of: UInt8(ascii: "-")) {
            let behind = rest.index(after: hyphen)
            if hyphen > text.startIndex, text[text.index(before: hyphen)] == 0x20, behind < text.endIndex,
                text[behind] == 0x20
            {
                return Substring(text[text.index(after: behind)...])
            }
            rest = rest[behind...]
        }
        return nil
    }

    static func role(_ text: some StringProtocol) -> FilingParty.Role? {
        for (name, role) in roles where text.utf8.count == name.utf8CodeUnitCount && text.startsIgnoringCase(name) {
            return role
        }
        return nil
    }

    /// As EDGAR writes them, in lower case.
    private static let roles: [(StaticString, FilingParty.Role)] = [
        ("filer", .filer), ("filed for", .filer), ("issuer", .issuer), ("reporting", .reporting), ("subject", .subject),
        ("filed by", .filedBy),
    ]
}

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
        let accession = String(item.id.dropFirst(FilingEntry.idPrefix.count))
        var filing = Filing(form: details["filing-type"] ?? item.categories.first ?? "")
        filing.accession = details["accession-number"] ?? accession
        filing.accepted = item.updated
        if let described = details["items-desc"] {
            filing.items = FilingItems.codes(listed: described)
        }
        for line in (item.summary ?? "").split(separator: "\n") {
            if line.hasPrefix("Filed:") {
                let words = line.dropFirst(6).split(separator: " ")
                filing.filed = words.first.flatMap { CalendarDay($0) }
            } else if let code = FilingItems.code(startingLine: line) {
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

    /// `8-K - ACME - WEST (HOLDINGS) CORP (0001234567) (Filer)`: the last two brackets from the right; names hold
    /// hyphens and brackets of their own.
    private static func party(_ title: String) -> (name: String, cik: String, role: FilingParty.Role)? {
        guard let (beforeRole, role) = lastBracket(title[...]), let (rest, cik) = lastBracket(beforeRole),
            let number = FilingItems.paddedCIK(String(cik)), let kind = self.role(role),
            let hyphen = rest.range(of: " - "), let name = rest[hyphen.upperBound...].trimmedOrNil
        else { return nil }
        return (name, number, kind)
    }

    private static func lastBracket(_ text: Substring) -> (before: Substring, inside: Substring)? {
        guard let close = text.lastIndex(of: ")"), let open = text[..<close].lastIndex(of: "(") else { return nil }
        return (text[..<open], text[text.index(after: open)..<close])
    }

    static func role(_ text: some StringProtocol) -> FilingParty.Role? {
        switch text.lowercased() {
        case "filer", "filed for": .filer
        case "issuer": .issuer
        case "reporting": .reporting
        case "subject": .subject
        case "filed by": .filedBy
        default: nil
        }
    }
}

extension Substring {
    /// First place of a short text; the standard library has this only with Foundation.
    fileprivate func range(of text: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
            start = index(after: start)
        }
        return nil
    }
}

import TriggerModel

/// The header that EDGAR puts before a submission, in either of its two spellings: `<ITEMS>5.02` and
/// `CONFORMED PERIOD OF REPORT: 20240529`.
struct FilingHeader {
    private(set) var filing = Filing(form: "")

    /// Reads to the end of the first header, 4,000 lines at most; nil where the text holds none.
    init?(_ text: ArraySlice<UInt8>) {
        var reading = FilingHeader.Reading()
        var lines = 0
        var rest = text
        while !rest.isEmpty, lines < 4000 {
            let end = rest.firstIndex(of: 0x0A) ?? rest.endIndex
            lines += 1
            if let (key, value) = FilingHeader.field(rest[..<end]) {
                if key == "/SEC-HEADER" || key == "DOCUMENT" { break }
                reading.take(key, value)
            }
            rest = end < rest.endIndex ? rest[(end + 1)...] : []
        }
        guard let filing = reading.finish() else { return nil }
        self.filing = filing
    }

    private static let roles: [String: FilingParty.Role] = [
        "FILER": .filer, "FILED FOR": .filer, "FILED-FOR": .filer, "ISSUER": .issuer, "REPORTING-OWNER": .reporting,
        "REPORTING OWNER": .reporting, "SUBJECT-COMPANY": .subject, "SUBJECT COMPANY": .subject, "FILED-BY": .filedBy,
        "FILED BY": .filedBy,
    ]

    /// The day on which today's numbering of items began.
    private static let numberingBegan = CalendarDay(year: 2004, month: 8, day: 23)

    // MARK: - Field by field

    private struct Reading {
        var filing = Filing(form: "")
        var role = FilingParty.Role.filer
        var party = FilingParty(name: "", role: .filer)
        var itemNames: [String] = []
        var isBusinessAddress = false

        mutating func take(_ key: String, _ value: String) {
            if let role = FilingHeader.roles[key] {
                close()
                self.role = role
                return
            }
            switch key {
            case "ACCEPTANCE-DATETIME": filing.accepted = FilingHeader.easternTime(value)
            case "ACCESSION NUMBER", "ACCESSION-NUMBER": filing.accession = filing.accession ?? value
            case "CONFORMED SUBMISSION TYPE", "TYPE": if filing.form.isEmpty { filing.form = value }
            case "CONFORMED PERIOD OF REPORT", "PERIOD": filing.period = filing.period ?? FilingHeader.day(value)
            case "FILED AS OF DATE", "FILING-DATE": filing.filed = filing.filed ?? FilingHeader.day(value)
            case "ITEMS": if !filing.items.contains(value) { filing.items.append(value) }
            case "ITEM INFORMATION": itemNames.append(value)
            case "COMPANY CONFORMED NAME", "CONFORMED-NAME":
                if !party.name.isEmpty { close() }
                party.name = value
            case "CENTRAL INDEX KEY", "CIK": party.cik = party.cik ?? FilingItems.paddedCIK(value)
            case "STANDARD INDUSTRIAL CLASSIFICATION", "ASSIGNED-SIC":
                party.sic = party.sic ?? FilingItems.industry(value)
            case "BUSINESS ADDRESS", "BUSINESS-ADDRESS": isBusinessAddress = true
            case "MAIL ADDRESS", "MAIL-ADDRESS", "/BUSINESS-ADDRESS", "FORMER COMPANY", "FORMER-COMPANY":
                isBusinessAddress = false
            case "STATE": if isBusinessAddress { party.state = party.state ?? FilingItems.place(value) }
            default: break
            }
        }

        private mutating func close() {
            party.role = role
            if !party.name.isEmpty, !filing.parties.contains(where: { $0.name == party.name && $0.role == role }) {
                filing.parties.append(party)
            }
            party = FilingParty(name: "", role: role)
            isBusinessAddress = false
        }

        /// nil where no accession number was met: no header.
        mutating func finish() -> Filing? {
            close()
            guard filing.accession != nil else { return nil }
            let day = filing.filed ?? filing.accepted?.day
            var isOld = false
            if let day, let began = FilingHeader.numberingBegan { isOld = day < began }
            for name in itemNames {
                if let code = OfficialItems.code(named: name, isOld: isOld), !filing.items.contains(code) {
                    filing.items.append(code)
                }
            }
            return filing
        }
    }

    /// Key and value of a line; a page that shows the header has `&amp;` in it.
    private static func field(_ bytes: ArraySlice<UInt8>) -> (key: String, value: String)? {
        guard let line = String(decoding: bytes.prefix(2000), as: UTF8.self).trimmedOrNil else { return nil }
        if line.hasPrefix("<"), let close = line.firstIndex(of: ">") {
            return (
                String(line[line.index(after: line.startIndex)..<close]),
                plain(line[line.index(after: close)...])
            )
        }
        guard let colon = line.firstIndex(of: ":") else {
            // "REPORTING-OWNER:" may stand without its colon.
            return roles[line].map { _ in (line, "") }
        }
        return (String(line[..<colon]), plain(line[line.index(after: colon)...]))
    }

    private static func plain(_ text: Substring) -> String {
        guard let text = text.trimmedOrNil else { return "" }
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        return text.split(separator: "&amp;", omittingEmptySubsequences: false).joined(separator: "&")
    }

    /// `20251219`.
    static func day(_ text: some StringProtocol) -> CalendarDay? {
        guard text.utf8.count >= 8, text.utf8.prefix(8).allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
        let digits = text.prefix(8)
        return CalendarDay("\(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-\(digits.dropFirst(6))")
    }

    /// `20251219170037` in Eastern time.
    private static func easternTime(_ text: String) -> Timestamp? {
        guard text.utf8.count == 14, let day = day(text), let time = Int(text.dropFirst(8)), time >= 0 else {
            return nil
        }
        return AmericanTime.eastern(day, secondOfDay: time / 10_000 * 3600 + time / 100 % 100 * 60 + time % 100)
    }
}

import TriggerModel

/// The header that EDGAR puts before a submission, in either of its two spellings: `<ITEMS>5.02` and
/// `CONFORMED PERIOD OF REPORT: 20240529`.
struct FilingHeader {
    var filing = Filing(form: "")

    /// nil where the text holds no header.
    init?(_ text: String) {
        var role = FilingParty.Role.filer
        var party: (name: String?, cik: String?)
        var isFound = false
        func close(_ filing: inout Filing) {
            if let name = party.name {
                let next = FilingParty(name: name, cik: party.cik.flatMap(FilingItems.paddedCIK), role: role)
                if !filing.parties.contains(where: { $0.name == name && $0.role == role }) {
                    filing.parties.append(next)
                }
            }
            party = (nil, nil)
        }
        for line in text.split(separator: "\n", maxSplits: 4000).prefix(4000) {
            guard let (key, value) = FilingHeader.field(line) else { continue }
            switch key {
            case "/SEC-HEADER", "DOCUMENT": break
            case "ACCEPTANCE-DATETIME": filing.accepted = FilingHeader.easternTime(value)
            case "ACCESSION NUMBER", "ACCESSION-NUMBER":
                isFound = true
                filing.accession = filing.accession ?? value
            case "CONFORMED SUBMISSION TYPE", "TYPE": if filing.form.isEmpty { filing.form = value }
            case "CONFORMED PERIOD OF REPORT", "PERIOD": filing.period = filing.period ?? FilingHeader.day(value)
            case "FILED AS OF DATE", "FILING-DATE": filing.filed = filing.filed ?? FilingHeader.day(value)
            case "ITEMS": if !filing.items.contains(value) { filing.items.append(value) }
            case "ITEM INFORMATION":
                if let code = OfficialItems.code(named: value), !filing.items.contains(code) {
                    filing.items.append(code)
                }
            case "FILER", "ISSUER", "REPORTING-OWNER", "SUBJECT-COMPANY", "FILED-BY", "SUBJECT COMPANY", "FILED BY",
                "REPORTING OWNER", "FILED FOR":
                close(&filing)
                role = FilingHeader.roles[key] ?? .filer
            case "COMPANY CONFORMED NAME", "CONFORMED-NAME":
                if party.name != nil { close(&filing) }
                party.name = value
            case "CENTRAL INDEX KEY", "CIK": if party.cik == nil { party.cik = value }
            default: break
            }
            if key == "/SEC-HEADER" || key == "DOCUMENT" { break }
        }
        close(&filing)
        guard isFound else { return nil }
    }

    private static let roles: [String: FilingParty.Role] = [
        "ISSUER": .issuer, "REPORTING-OWNER": .reporting, "REPORTING OWNER": .reporting,
        "SUBJECT-COMPANY": .subject, "SUBJECT COMPANY": .subject, "FILED-BY": .filedBy, "FILED BY": .filedBy,
    ]

    private static func field(_ line: Substring) -> (key: String, value: String)? {
        guard let line = line.trimmedOrNil else { return nil }
        if line.hasPrefix("<"), let close = line.firstIndex(of: ">") {
            return (
                String(line[line.index(after: line.startIndex)..<close]),
                line[line.index(after: close)...].trimmedOrNil ?? ""
            )
        }
        guard let colon = line.firstIndex(of: ":") else { return nil }
        return (String(line[..<colon]), line[line.index(after: colon)...].trimmedOrNil ?? "")
    }

    private static func day(_ text: String) -> CalendarDay? {
        guard text.utf8.count >= 8 else { return nil }
        let digits = text.prefix(8)
        return CalendarDay("\(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-\(digits.dropFirst(6))")
    }

    /// `20251219170037` in Eastern time.
    private static func easternTime(_ text: String) -> Timestamp? {
        guard text.utf8.count == 14, let day = day(text), let time = Int(text.dropFirst(8)) else { return nil }
        return AmericanTime.eastern(day, secondOfDay: time / 10_000 * 3600 + time / 100 % 100 * 60 + time % 100)
    }
}

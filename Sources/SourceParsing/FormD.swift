import MarkupReading
import TriggerModel

/// A notice of an exempt offering of securities (Form D, 17 CFR 239.500), as its `primary_doc.xml` says it.
struct FormD: Equatable {
    /// `D` or `D/A`.
    var form: String
    var issuers: [FilingParty]
    /// `Delaware`, and `Corporation`.
    var jurisdiction: String?
    var entityType: String?
    var city: String?
    /// `Other Technology`; `Pooled Investment Fund` with the kind of fund.
    var industry: String?
    var fund: String?
    /// Revenue range, or range of net assets.
    var size: String?
    /// What the revenue range says; nil for one that is not disclosed, and for net assets.
    var revenue: StatedSize?
    /// Dollars as the notice writes them, digits or `Indefinite`.
    var offered: String?
    var sold: String?
    var remaining: String?
    var firstSale: CalendarDay?
    /// People named with the roles they have: `Jane Roe (Executive Officer, Director)`.
    var people: [String]
    var securities: [String]
    var exemptions: [String]
    var isForMerger: Bool

    /// True for the notice itself, without the envelope around it.
    static func isLikely(_ bytes: ArraySlice<UInt8>) -> Bool {
        let head = bytes.prefix(4096)
        guard let root = head.firstPlace(of: "<edgarSubmission"), !head[..<root].has("<TYPE>") else { return false }
        let rest = head[root...]
        return rest.has("<submissionType>D<") || rest.has("<submissionType>D/A<")
            || (rest.has("<primaryIssuer>") && rest.has("<schemaVersion>"))
    }

    static func read(_ text: DecodedText, limits: MarkupLimits) -> Result<FormD, ParseFault> {
        var part = text
        // The envelope has the notice between <XML> and </XML>.
        if let start = text.utf8[...].firstPlace(of: "<edgarSubmission") {
            let rest = text.utf8[start...]
            let end = rest.firstPlace(of: "</edgarSubmission>").map { $0 + 18 } ?? rest.endIndex
            part.utf8 = Array(rest[..<end])
        }
        var scan = FormDScan()
        let reader = XMLPushReader(limits: limits)
        let report = reader.read(part, into: &scan)
        guard let form = scan.finish() else {
            return .failure(
                ParseFault(.notRecognised, "no Form D: no issuer in it", damages: text.damages + report.damages))
        }
        return .success(form)
    }

    /// The item with what the notice says: issuers with state, the day of the first sale as the day of the event, the
    /// industry as category, and the facts as lines of content.
    func joined(to item: Item) -> Item {
        var item = item
        var filing = item.filing ?? Filing(form: form)
        if filing.form.isEmpty { filing.form = form }
        for (index, issuer) in issuers.enumerated() {
            var issuer = issuer
            if index == 0 { (issuer.industry, issuer.revenue) = (industry, revenue) }
            let place = filing.parties.firstIndex { $0.cik == issuer.cik || $0.name == issuer.name }
            if let place {
                filing.parties[place].state = issuer.state ?? filing.parties[place].state
                filing.parties[place].industry = issuer.industry ?? filing.parties[place].industry
                filing.parties[place].revenue = issuer.revenue ?? filing.parties[place].revenue
            } else {
                filing.parties.append(issuer)
            }
        }
        filing.period = firstSale ?? filing.period
        if let industry, !item.categories.contains(industry) { item.categories.append(industry) }
        if item.categories.isEmpty { item.categories = [form] }
        if item.title == nil || item.title == form {
            item.title = FilingDocument.item(filing, url: nil, content: nil, source: "").title
        }
        item.content = lines.joined(separator: "\n")
        item.filing = filing
        return item
    }

    private var lines: [String] {
        var lines: [String] = []
        func add(_ label: String, _ value: String?) {
            if let value, !value.isEmpty { lines.append("\(label): \(value)") }
        }
        add("Issuer", issuers.map(\.name).joined(separator: "; "))
        add("Entity", [jurisdiction, entityType].compactMap { $0 }.joined(separator: " "))
        add("Place", [city, issuers.first?.state].compactMap { $0 }.joined(separator: ", "))
        add("Industry", [industry, fund].compactMap { $0 }.joined(separator: ", "))
        add("Size", size)
        add("Offering amount", FormD.money(offered))
        add("Amount sold", FormD.money(sold))
        add("Remaining to be sold", FormD.money(remaining))
        add("First sale", firstSale?.description)
        add("Securities", securities.joined(separator: ", "))
        add("Exemption", exemptions.joined(separator: ", "))
        if isForMerger { lines.append("In connection with a business combination") }
        add("People", people.joined(separator: "; "))
        return lines
    }

    /// `5000000` as `$5,000,000`, `0` as `none`, so that it reads as no amount; words stay.
    private static func money(_ text: String?) -> String? {
        guard let text, text.utf8.count <= 15, text.utf8.allSatisfy({ $0 &- 0x30 < 10 }), !text.isEmpty else {
            return text
        }
        let digits = text.drop { $0 == "0" }
        return digits.isEmpty ? "none" : "$" + GroupedDigits.text(String(digits))
    }
}

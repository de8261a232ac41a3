import MarkupReading
import TriggerModel

/// The list of a company's filings that EDGAR's company search gives: its page, and the same as XML (`output=xml`).
enum CompanyFilingList {
    static func isLikely(_ bytes: [UInt8]) -> Bool {
        let head = bytes.prefix(64 << 10)
        return head.has("<companyFilings") || head.has("<companyfilings")
            || (head.has("EDGAR Search Results") && head.has("companyInfo"))
    }

    static func read(_ text: DecodedText, _ input: ParseInput) -> Result<ParsedDocument, ParseFault> {
        guard let tree = HTMLTree(text, limits: input.limits) else {
            return .failure(ParseFault(.notRecognised, "not an HTML page", damages: text.damages))
        }
        do throws(XPathFault) {
            let list = try tree.nodes(XPathExpression("//companyfilings")).first
            let company: FilingParty?
            let rows: [Row]
            if let list {
                company = try record(list, tree)
                rows = try records(list, tree)
            } else {
                company = try page(tree)
                rows = try listed(tree)
            }
            guard let company else {
                return .failure(ParseFault(.notRecognised, "no company is named: not a list of its filings"))
            }
            var counts = EntryCounts()
            var items: [Item] = []
            var seen: Set<String> = []
            for row in rows.prefix(input.limits.items) {
                counts.seen += 1
                guard let accession = row.accession, let form = row.form else {
                    counts.skipped += 1
                    continue
                }
                guard seen.insert(accession).inserted else {
                    counts.merged += 1
                    continue
                }
                let filing = Filing(
                    form: form, accession: accession, items: row.items, parties: [company], filed: row.filed)
                let url = row.url ?? company.cik.flatMap { FilingAddress.indexPage(cik: $0, accession: accession) }
                var item = FilingDocument.item(filing, url: url, content: nil, source: input.sourceName)
                item.published = row.filed.map { Timestamp($0) }
                items.append(item)
            }
            counts.items = items.count
            return .success(
                ParsedDocument(
                    kind: .filing,
                    feed: FeedDescription(title: company.name, url: input.url, format: "EDGAR company filings"),
                    items: items, damages: tree.damages, encoding: text.encoding, counts: counts))
        } catch {
            return .failure(ParseFault(.damaged, error.description, damages: tree.damages))
        }
    }

    private struct Row {
        var form: String?
        var accession: String?
        var filed: CalendarDay?
        var url: String?
        var items: [String] = []
    }

    // MARK: - The page

    /// `Apple Inc. CIK#: 0000320193 (see all company filings)`, its industry and the state of its location.
    private static func page(_ tree: HTMLTree) throws(XPathFault) -> FilingParty? {
        guard let node = try tree.nodes(XPathExpression("//*[@class='companyName']")).first,
            let text = node.readableText(isSingleLine: true)
        else { return nil }
        let bytes = Array(text.utf8)
        guard let mark = bytes[...].firstPlace(of: "CIK"),
            let name = String(decoding: bytes[..<mark], as: UTF8.self).trimmedOrNil
        else { return nil }
        let digits = bytes[mark...].drop { $0 &- 0x30 >= 10 }.prefix { $0 &- 0x30 < 10 }
        func linked(_ mark: String) throws(XPathFault) -> String? {
            try tree.nodes(XPathExpression("//*[@class='identInfo']//a[contains(@href, '\(mark)=')]")).first?
                .readableText(isSingleLine: true)
        }
        return FilingParty(
            name: name, cik: FilingItems.paddedCIK(String(decoding: digits, as: UTF8.self)), role: .filer,
            sic: try linked("SIC").flatMap(FilingItems.industry),
            state: try linked("State").flatMap { FilingItems.place($0) })
    }

    private static func listed(_ tree: HTMLTree) throws(XPathFault) -> [Row] {
        var rows: [Row] = []
        for node in try tree.nodes(XPathExpression("//table[@class='tableFile2']//tr[td]")) {
            let cells = node.children
            guard cells.count >= 4 else { continue }
            let link = try tree.nodes(XPathExpression(".//a[contains(@href, '-index.htm')]"), from: node).first
            let url = link?.attribute("href").flatMap { WebAddress.absolute($0, against: FilingAddress.site) }
            let description = cells[2].readableText() ?? ""
            rows.append(
                Row(
                    form: cells[0].readableText(isSingleLine: true),
                    accession: accession(in: description) ?? url.flatMap(accession(in:)),
                    filed: cells[3].readableText(isSingleLine: true).flatMap { CalendarDay($0) }, url: url,
                    items: items(in: description)))
        }
        return rows
    }

    // MARK: - XML

    private static func record(_ list: HTMLNode, _ tree: HTMLTree) throws(XPathFault) -> FilingParty? {
        func field(_ path: String) throws(XPathFault) -> String? {
            try tree.nodes(XPathExpression("./companyinfo/\(path)"), from: list).first?
                .readableText(isSingleLine: true)
        }
        guard let name = try field("name") else { return nil }
        return FilingParty(
            name: name, cik: try field("cik").flatMap(FilingItems.paddedCIK), role: .filer,
            sic: try field("sic").flatMap(FilingItems.industry),
            state: try field("businessaddress/state").flatMap { FilingItems.place($0) })
    }

    private static func records(_ list: HTMLNode, _ tree: HTMLTree) throws(XPathFault) -> [Row] {
        try tree.nodes(XPathExpression(".//filing"), from: list).map { node in
            var row = Row()
            for child in node.children {
                let text = child.readableText(isSingleLine: true)
                switch child.name {
                case "type": row.form = text
                case "datefiled": row.filed = text.flatMap { CalendarDay($0) }
                case "filinghref":
                    guard let text, FilingAddress.isIndexPage(text) else { continue }
                    row.url = text
                    row.accession = accession(in: text) ?? row.accession
                case "xbrlref": row.accession = row.accession ?? text.flatMap(accession(in:))
                case "formname": row.items = text.map(items(in:)) ?? []
                default: break
                }
            }
            return row
        }
    }

    // MARK: - Numbers in text

    private static func accession(in text: String) -> String? {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20 else { return nil }
        for start in 0...(bytes.count - 20) where bytes[start + 10] == UInt8(ascii: "-") {
            let piece = String(decoding: bytes[start..<start + 20], as: UTF8.self)
            if FilingItems.isAccession(piece) { return piece }
        }
        return nil
    }

    /// `Current report, items 5.02 and 9.01`.
    private static func items(in text: String) -> [String] {
        let lower = text.lowercased()
        let bytes = Array(lower.utf8)
        guard let place = bytes[...].firstPlace(of: ", item") else { return [] }
        let line = bytes[(place + 6)...].drop { $0 == UInt8(ascii: "s") }.prefix { $0 != 0x0A }
        return FilingItems.codes(listed: String(decoding: line, as: UTF8.self))
    }
}

import MarkupReading
package import TriggerModel

/// The index page of one EDGAR filing (`…-index.html`): its cover and its documents.
package struct FilingIndexPage: Hashable, Sendable {
    package struct Document: Hashable, Sendable {
        package var name: String
        package var description: String?
        /// `8-K`, `EX-99.1`.
        package var type: String?
        package var url: String?
        /// Bytes.
        package var size: Int?

        /// Pictures, scanned pages and data files hold no words.
        var isReadable: Bool {
            guard url != nil, let dot = name.lastIndex(of: ".") else { return false }
            return FilingIndexPage.Document.endings.contains(name[dot...].lowercased())
        }

        private static let endings: Set<String> = [".htm", ".html", ".txt", ".xml"]
    }

    package var filing: Filing
    package var documents: [Document]

    /// Reads a page from its bytes. The fault names what is missing where it is no index page.
    package static func read(_ bytes: [UInt8], contentType: String? = nil, url: String? = nil) -> Result<
        FilingIndexPage, ParseFault
    > {
        read(TextDecoding.decode(bytes, contentType: contentType), url: url, limits: .standard).map { $0.page }
    }

    /// The main document: the first of the filing's own form, else the first that can be read.
    package var mainDocument: Document? {
        documents.first { $0.type == filing.form && $0.isReadable }
            ?? documents.first { $0.isReadable && $0.type != nil && $0.type?.hasPrefix("EX-") == false }
    }

    /// The exhibit with the company's announcement: the first of exhibits 99 (Regulation S-K, item 601) that is
    /// described as a release, else the first of them.
    package var pressRelease: Document? {
        let exhibits = documents.filter { $0.type?.hasPrefix("EX-99") == true && $0.isReadable }
        return exhibits.first { document in
            guard let text = document.description?.lowercased() else { return false }
            return text.contains("press release") || text.contains("news release")
        } ?? exhibits.first
    }

    static func isLikely(_ bytes: [UInt8]) -> Bool {
        let head = String(decoding: bytes.prefix(64 << 10), as: UTF8.self)
        return head.contains("EDGAR Filing Documents for") || (head.contains("secNum") && head.contains("infoHead"))
    }

    static func read(_ text: DecodedText, _ input: ParseInput) -> Result<ParsedDocument, ParseFault> {
        read(text, url: input.url, limits: input.limits).map { page, damages in
            let item = FilingDocument.item(page.filing, url: input.url, content: nil, source: input.sourceName)
            return ParsedDocument(
                kind: .filing, feed: FeedDescription(title: item.title, url: input.url, format: "EDGAR index page"),
                items: [item], damages: damages, encoding: text.encoding, counts: EntryCounts(seen: 1, items: 1))
        }
    }

    private static func read(
        _ text: DecodedText, url: String?, limits: MarkupLimits
    ) -> Result<(page: FilingIndexPage, damages: [MarkupDamage]), ParseFault> {
        guard let tree = HTMLTree(text, limits: limits) else {
            return .failure(ParseFault(.notRecognised, "not an HTML page", damages: text.damages))
        }
        do throws(XPathFault) {
            let page = try FilingIndexPage(tree, url: url)
            guard let page else {
                return .failure(ParseFault(.notRecognised, "no accession number: not a filing's index page"))
            }
            return .success((page, tree.damages))
        } catch {
            return .failure(ParseFault(.damaged, error.description, damages: tree.damages))
        }
    }

    private init?(_ tree: HTMLTree, url: String?) throws(XPathFault) {
        func text(_ path: String) throws(XPathFault) -> String? {
            try tree.nodes(XPathExpression(path)).first?.readableText(isSingleLine: true)
        }
        let number = try text("//*[@id='secNum']")?.split(separator: " ").last.map(String.init)
        guard let number, FilingItems.isAccession(number) else { return nil }
        var form = try text("//*[@id='formName']/strong") ?? ""
        if form.hasPrefix("Form ") { form.removeFirst(5) }
        var filing = Filing(form: form, accession: number)
        for head in try tree.nodes(XPathExpression("//*[@class='infoHead']")) {
            guard
                let value = try tree.nodes(XPathExpression("following-sibling::*[1][@class='info']"), from: head).first,
                let name = head.readableText(isSingleLine: true), let text = value.readableText()
            else { continue }
            switch name {
            case "Filing Date": filing.filed = CalendarDay(text)
            case "Accepted": filing.accepted = FilingIndexPage.easternTime(text)
            case "Period of Report": filing.period = CalendarDay(text)
            case "Items": filing.items = text.split(separator: "\n").compactMap { FilingItems.code(startingLine: $0) }
            default: break
            }
        }
        filing.parties = try FilingIndexPage.parties(tree)
        self.filing = filing
        documents = try FilingIndexPage.documents(tree, base: url ?? FilingAddress.site)
    }

    private static func documents(_ tree: HTMLTree, base: String) throws(XPathFault) -> [Document] {
        var documents: [Document] = []
        for row in try tree.nodes(XPathExpression("//table[@class='tableFile']//tr[td]")) {
            let cells = row.children
            guard cells.count >= 4,
                let link = try tree.nodes(XPathExpression("descendant::a[@href]"), from: cells[2]).first,
                let name = link.readableText(isSingleLine: true)
            else { continue }
            documents.append(
                Document(
                    name: name, description: cells[1].readableText(isSingleLine: true),
                    type: cells[3].readableText(isSingleLine: true),
                    url: link.attribute("href").flatMap {
                        WebAddress.absolute(FilingIndexPage.plainDocument($0), against: base)
                    },
                    size: cells.count > 4 ? cells[4].readableText(isSingleLine: true).flatMap { Int($0) } : nil))
        }
        return documents
    }

    /// Parties with their industry (a link with `SIC=`) and the state of the business address that stands before them.
    private static func parties(_ tree: HTMLTree) throws(XPathFault) -> [FilingParty] {
        var parties: [FilingParty] = []
        let industry = try XPathExpression("..//a[contains(@href, 'SIC=')]")
        let addresses = try XPathExpression("../preceding-sibling::*[@class='mailer'][position() < 3]")
        for company in try tree.nodes(XPathExpression("//*[@class='companyName']")) {
            guard let text = company.readableText(isSingleLine: true), var party = FilingIndexPage.party(text) else {
                continue
            }
            party.sic = try tree.nodes(industry, from: company).first?.readableText(isSingleLine: true)
                .flatMap(FilingItems.industry)
            for address in try tree.nodes(addresses, from: company) {
                guard let text = address.readableText(), text.startsIgnoringCase("business address") else { continue }
                party.state = FilingIndexPage.state(address)
            }
            if !parties.contains(party) { parties.append(party) }
        }
        return parties
    }

    /// The state in a span of its own, as today; `CUPERTINO CA 95014` in older pages.
    private static func state(_ address: HTMLNode) -> String? {
        let lines = address.descendants(named: "span").compactMap { $0.readableText(isSingleLine: true) }
        if let code = lines.lazy.compactMap({ FilingItems.place($0) }).first { return code }
        for line in lines.reversed() {
            let words = line.split(separator: " ")
            guard words.count >= 3, words[words.count - 1].contains(where: { $0.isNumber }) else { continue }
            if let code = FilingItems.place(words[words.count - 2]) { return code }
        }
        return nil
    }

    /// `2026-06-25 07:59:33` in Eastern time.
    private static func easternTime(_ text: String) -> Timestamp? {
        guard text.utf8.count >= 19, let day = CalendarDay(text.prefix(10)),
            let naive = DateReading.timestamp(text)
        else { return nil }
        return AmericanTime.eastern(day, secondOfDay: naive.secondOfDay)
    }

    /// `Meta Platforms, Inc. (Filer) CIK: 0001326801 (see all company filings)`.
    private static func party(_ text: String) -> FilingParty? {
        let bytes = Array(text.utf8)
        let mark = Array("CIK".utf8)
        guard let place = bytes.indices.last(where: { bytes[$0...].starts(with: mark) }) else { return nil }
        let front = String(decoding: bytes[..<place], as: UTF8.self)
        let digits = bytes[place...].drop { $0 &- 0x30 >= 10 }.prefix { $0 &- 0x30 < 10 }
        guard let close = front.lastIndex(of: ")"), let open = front[..<close].lastIndex(of: "("),
            let name = front[..<open].trimmedOrNil,
            let role = FilingEntry.role(front[front.index(after: open)..<close])
        else { return nil }
        return FilingParty(name: name, cik: FilingItems.paddedCIK(String(decoding: digits, as: UTF8.self)), role: role)
    }

    /// The document itself instead of the inline viewer around it.
    private static func plainDocument(_ address: String) -> String {
        address.hasPrefix("/ix?doc=") ? String(address.dropFirst("/ix?doc=".count)) : address
    }
}

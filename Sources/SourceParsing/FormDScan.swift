import MarkupReading
import TriggerModel

/// Collects the fields of a Form D while its elements pass.
struct FormDScan: XMLEventHandler {
    private enum Element: String, CaseIterable {
        case submissionType, primaryIssuer, issuer, cik, entityName, issuerAddress, city, stateOrCountry
        case jurisdictionOfInc, entityType
        case relatedPersonInfo, firstName, middleName, lastName, relationship
        case industryGroupType, investmentFundType, revenueRange, aggregateNetAssetValueRange
        case item, federalExemptionsExclusions, dateOfFirstSale, value
        case totalOfferingAmount, totalAmountSold, totalRemaining
        case isBusinessCombinationTransaction
        case isEquityType, isDebtType, isOptionToAcquireType, isSecurityToBeAcquiredType, isPooledInvestmentFundType
        case isTenantInCommonType, isMineralPropertyType, isOtherType
    }

    private static let numbers = Dictionary(
        uniqueKeysWithValues: Element.allCases.enumerated().map { ($0.element.rawValue, $0.offset + 1) })
    private static let securities: [Element: String] = [
        .isEquityType: "equity", .isDebtType: "debt", .isOptionToAcquireType: "options",
        .isSecurityToBeAcquiredType: "securities on exercise of options",
        .isPooledInvestmentFundType: "interests in a pooled investment fund",
        .isTenantInCommonType: "tenant-in-common interests", .isMineralPropertyType: "mineral property interests",
        .isOtherType: "other",
    ]
    /// People and exemptions kept; a notice may list hundreds of promoters.
    private static let mostNames = 40

    private var form = FormD(
        form: "D", issuers: [], people: [], securities: [], exemptions: [], isForMerger: false)
    private var stack: [Element?] = []
    private var buffer: [UInt8] = []
    private var issuer = FilingParty(name: "", role: .filer)
    private var person: [String] = []
    private var relationships: [String] = []

    var isFinished: Bool { false }

    mutating func number(for name: borrowing XMLNewName) -> Int { FormDScan.numbers[name.local] ?? 0 }

    mutating func start(_ element: Int, _ tag: borrowing XMLStartTag) {
        let known = element == 0 ? nil : Element.allCases[element - 1]
        stack.append(known)
        buffer.removeAll(keepingCapacity: true)
        switch known {
        case .primaryIssuer, .issuer: issuer = FilingParty(name: "", role: .filer)
        case .relatedPersonInfo: (person, relationships) = ([], [])
        default: break
        }
    }

    mutating func text(_ piece: Swift.Span<UInt8>) {
        guard buffer.count < 4096 else { return }
        for index in piece.indices { buffer.append(piece[index]) }
    }

    mutating func end() {
        guard let element = stack.popLast() else { return }
        let text = String(decoding: buffer, as: UTF8.self).split { $0 == "\n" || $0 == "\r" || $0 == " " || $0 == "\t" }
            .joined(separator: " ")
        buffer.removeAll(keepingCapacity: true)
        guard let element else { return }
        close(element, text.isEmpty ? nil : text)
    }

    private func isInside(_ element: Element) -> Bool { stack.contains(element) }

    private mutating func close(_ element: Element, _ text: String?) {
        let isInIssuer = isInside(.primaryIssuer) || isInside(.issuer)
        switch element {
        case .submissionType: form.form = text ?? form.form
        case .primaryIssuer, .issuer:
            if !issuer.name.isEmpty, form.issuers.count < FormDScan.mostNames { form.issuers.append(issuer) }
        case .cik where isInIssuer: issuer.cik = text.flatMap(FilingItems.paddedCIK)
        case .entityName where isInIssuer: issuer.name = text ?? ""
        case .stateOrCountry where isInside(.issuerAddress): issuer.state = text.flatMap { FilingItems.place($0) }
        case .city where isInside(.issuerAddress) && isInside(.primaryIssuer): form.city = text
        case .jurisdictionOfInc where isInside(.primaryIssuer): form.jurisdiction = text?.capitalisedWords
        case .entityType where isInside(.primaryIssuer): form.entityType = text
        case .firstName, .middleName, .lastName:
            if isInside(.relatedPersonInfo), let text { person.append(text) }
        case .relationship where isInside(.relatedPersonInfo): if let text { relationships.append(text) }
        case .relatedPersonInfo: closePerson()
        case .industryGroupType: form.industry = text
        case .investmentFundType: form.fund = text
        case .revenueRange:
            form.size = text
            form.revenue = text.flatMap(CompanyFactReading.size)
        case .aggregateNetAssetValueRange: form.size = text
        case .item where isInside(.federalExemptionsExclusions):
            if let text, form.exemptions.count < FormDScan.mostNames { form.exemptions.append(text) }
        case .value where isInside(.dateOfFirstSale): form.firstSale = text.flatMap { CalendarDay($0.prefix(10)) }
        case .totalOfferingAmount: form.offered = text
        case .totalAmountSold: form.sold = text
        case .totalRemaining: form.remaining = text
        case .isBusinessCombinationTransaction: form.isForMerger = text == "true"
        default:
            if let name = FormDScan.securities[element], text == "true" { form.securities.append(name) }
        }
    }

    private mutating func closePerson() {
        // Firms stand there with a first name of "N/A" or a hyphen.
        let names = person.filter { $0 != "-" && $0 != "--" && $0.uppercased() != "N/A" && $0.uppercased() != "NONE" }
        guard !names.isEmpty, form.people.count < FormDScan.mostNames else { return }
        let roles = relationships.isEmpty ? "" : " (\(relationships.joined(separator: ", ")))"
        form.people.append(names.joined(separator: " ") + roles)
    }

    /// nil where there was no issuer.
    func finish() -> FormD? { form.issuers.isEmpty ? nil : form }
}

extension String {
    /// `NEW YORK` as `New York`.
    fileprivate var capitalisedWords: String {
        lowercased().split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
    }
}

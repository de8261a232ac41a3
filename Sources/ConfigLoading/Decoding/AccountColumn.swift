/// The fields of an account, in the order of the columns a CSV usually has.
enum AccountColumn: Int, CaseIterable {
    case id, name, aliases, domain, cik, ticker, lei, companyNumber, industry, business, employees, revenue, region
    case country, status, owner, tags, phone, timezone, incumbents, rivals, customers, suppliers, products

    /// The column's name in a CSV.
    var name: String { self == .companyNumber ? "company_number" : "\(self)" }

    /// The key in YAML.
    var key: String { Self.keys[rawValue] }

    init?(name: String) {
        guard let column = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = column
    }

    private static let keys = allCases.map { $0.name.replacing("_", with: "-") }
}

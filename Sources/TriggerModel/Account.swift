/// A company we sell to or want to.
package struct Account: Hashable, Sendable {
    package enum Status: String, Sendable, CaseIterable, Codable {
        case prospect, active, lapsed
        /// Never called: no alert, no check-in.
        case excluded
    }

    package var id: String
    /// Legal or usual name.
    package var name: String
    /// Former names, brands, short forms.
    package var aliases: [String]
    /// Registrable web domain, `acme.example`.
    package var domain: String?
    /// SEC Central Index Key, ten digits with leading zeros.
    package var cik: String?
    /// `EXCHANGE:SYMBOL` or the bare symbol, upper case.
    package var ticker: String?
    /// Legal Entity Identifier (ISO 17442), 20 characters.
    package var lei: String?
    /// Register number, as at Companies House.
    package var companyNumber: String?
    package var industry: String?
    /// Single words that stand in news about it, in the singular: what it makes and sells, its brands, its trade. Where its
    /// name is an everyday word, they tell that the company is meant.
    package var business: [String]
    /// Head count.
    package var employees: Int?
    /// Yearly revenue in whole units of the operator's currency.
    package var revenue: Int?
    package var region: String?
    /// ISO 3166-1 alpha-2, upper case.
    package var country: String?
    package var status: Status
    /// The rep's id; nil falls to the fallback rep.
    package var owner: String?
    package var tags: [String]
    /// The switchboard.
    package var phone: String?
    /// IANA zone name.
    package var timezone: String?
    /// Suppliers of the account that compete with us.
    package var incumbents: [CompanyReference]
    /// Companies that compete with the account.
    package var rivals: [CompanyReference]
    package var customers: [CompanyReference]
    package var suppliers: [CompanyReference]
    /// Ids of our products it owns.
    package var products: [String]
    package var contacts: [Contact]

    package init(
        id: String, name: String, aliases: [String] = [], domain: String? = nil, cik: String? = nil,
        ticker: String? = nil, lei: String? = nil, companyNumber: String? = nil, industry: String? = nil,
        business: [String] = [],
        employees: Int? = nil, revenue: Int? = nil, region: String? = nil, country: String? = nil,
        status: Status = .prospect, owner: String? = nil, tags: [String] = [], phone: String? = nil,
        timezone: String? = nil, incumbents: [CompanyReference] = [], rivals: [CompanyReference] = [],
        customers: [CompanyReference] = [], suppliers: [CompanyReference] = [], products: [String] = [],
        contacts: [Contact] = []
    ) {
        self.id = id
        self.name = name
        self.aliases = aliases
        self.domain = domain
        self.cik = cik
        self.ticker = ticker
        self.lei = lei
        self.companyNumber = companyNumber
        self.industry = industry
        self.business = business
        self.employees = employees
        self.revenue = revenue
        self.region = region
        self.country = country
        self.status = status
        self.owner = owner
        self.tags = tags
        self.phone = phone
        self.timezone = timezone
        self.incumbents = incumbents
        self.rivals = rivals
        self.customers = customers
        self.suppliers = suppliers
        self.products = products
        self.contacts = contacts
    }
}

extension Account {
    /// Before the id of a company that is nobody's account; no account of the operator's can begin so.
    package static let prospectPrefix = "prospect:"

    package static func isProspectID(_ id: String) -> Bool { id.hasPrefix(prospectPrefix) }
}

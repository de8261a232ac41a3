import RuleLanguage
import TriggerModel

/// All accounts by id and, for each company, the accounts that name it: who is touched when something happens to it.
///
/// Built once per configuration; a look-up costs what it finds, not what there is.
struct AccountDirectory: Sendable {
    /// One account touched by a company, and as what.
    struct Reach: Sendable {
        var account: Int
        var relation: Relation
    }

    let accounts: [Account]
    /// Where two rows carry one id the first counts; the loader has reported the other.
    private let positions: [String: Int]
    private let listed: [CompanyReference: [Reach]]

    init(_ accounts: [Account]) {
        var positions: [String: Int] = [:]
        positions.reserveCapacity(accounts.count)
        var listed: [CompanyReference: [Reach]] = [:]
        for (position, account) in accounts.enumerated() where positions[account.id] == nil {
            positions[account.id] = position
            for (relation, companies) in [
                (Relation.rival, account.rivals), (.incumbent, account.incumbents), (.customer, account.customers),
                (.supplier, account.suppliers),
            ] {
                for company in companies {
                    listed[Self.key(company), default: []].append(Reach(account: position, relation: relation))
                }
            }
        }
        self.accounts = accounts
        self.positions = positions
        self.listed = listed
    }

    func position(of id: String) -> Int? { positions[id] }

    /// The accounts that name `company` as their rival, incumbent, customer or supplier.
    ///
    /// One of our accounts is also found where another lists it by name or alias instead of id.
    func accounts(naming company: CompanyReference) -> [Reach] {
        guard case .account(let id) = company else { return listed[Self.key(company)] ?? [] }
        var found = listed[company] ?? []
        if let position = positions[id] {
            for name in Set(([accounts[position].name] + accounts[position].aliases).map(\.folded)) {
                found += listed[.named(name)] ?? []
            }
        }
        return found
    }

    /// The text values of a field, as written; empty where the account has none.
    func values(of field: AccountField, for account: Account) -> [String] {
        switch field {
        case .industry: [account.industry].compactMap(\.self)
        case .region: [account.region].compactMap(\.self)
        case .country: [account.country].compactMap(\.self)
        case .status: [account.status.rawValue]
        case .tags: account.tags
        case .owner: [account.owner].compactMap(\.self)
        case .products: account.products
        case .incumbents: account.incumbents.flatMap(names)
        case .employees, .revenue: number(of: field, for: account).map { [String($0)] } ?? []
        }
    }

    /// The number in a field; nil where it holds text or is not known.
    func number(of field: AccountField, for account: Account) -> Int? {
        switch field {
        case .employees: account.employees
        case .revenue: account.revenue
        case .industry, .region, .country, .status, .tags, .owner, .products, .incumbents: nil
        }
    }

    /// An incumbent that is itself an account answers to its id and to its name.
    private func names(_ company: CompanyReference) -> [String] {
        switch company {
        case .named(let name): [name]
        case .account(let id): [id] + (positions[id].map { [accounts[$0].name] } ?? [])
        }
    }

    /// Operators write one name in several cases.
    private static func key(_ company: CompanyReference) -> CompanyReference {
        guard case .named(let name) = company else { return company }
        return .named(name.folded)
    }
}

extension String {
    /// Compared without regard to case.
    var folded: String { lowercased() }
}

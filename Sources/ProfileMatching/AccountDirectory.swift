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
        /// The account whose own list says so, where it is the other one: Acme's customer has Acme as a supplier.
        var listedBy: String?
    }

    let accounts: [Account]
    /// Where two rows carry one id the first counts; the loader has reported the other.
    private let positions: [String: Int]
    private let listed: [CompanyReference: [Reach]]
    /// Folded name or alias to its account; nil where two accounts carry it.
    private let named: [String: Int?]
    private let people: [String: [Int]]
    private let sectors: [String: [Int]]
    private let places: [String: [Int]]
    private let registered: Set<String>

    init(_ accounts: [Account]) {
        var positions: [String: Int] = [:]
        positions.reserveCapacity(accounts.count)
        var named: [String: Int?] = [:]
        named.reserveCapacity(accounts.count)
        var people: [String: [Int]] = [:]
        var sectors: [String: [Int]] = [:]
        var places: [String: [Int]] = [:]
        var registered: Set<String> = []
        var read: [String: Set<String>] = [:]
        var located: [String: Set<String>] = [:]
        var listed: [CompanyReference: [Reach]] = [:]
        for (position, account) in accounts.enumerated() where positions[account.id] == nil {
            positions[account.id] = position
            // Most accounts have one name and no tag; with a hundred thousand of them each set that is not made counts.
            let own = account.name.folded
            Self.claim(own, position, &named)
            if !account.aliases.isEmpty {
                for name in Set(account.aliases.map(\.folded)) where name != own { Self.claim(name, position, &named) }
            }
            if !account.contacts.isEmpty {
                for contact in Set(account.contacts.map { PersonName.key($0.name) }) where !contact.isEmpty {
                    people[contact, default: []].append(position)
                }
            }
            let industry = account.industry ?? ""
            // A hundred thousand accounts share a few hundred industries and regions.
            let known = read[industry] ?? Self.industries(of: account.industry, [], Sectors.closure(of: industry))
            if read[industry] == nil { read[industry] = known }
            let industries = account.tags.isEmpty ? known : Self.industries(of: nil, account.tags, known)
            for sector in industries { sectors[sector, default: []].append(position) }
            let region = "\(account.region ?? "")\n\(account.country ?? "")"
            let codes = located[region] ?? Self.places(of: account)
            if located[region] == nil { located[region] = codes }
            for place in codes { places[place, default: []].append(position) }
            if let cik = account.cik { registered.insert(CompanyFacts.key(cik: cik)) }
            if account.rivals.isEmpty, account.incumbents.isEmpty, account.customers.isEmpty, account.suppliers.isEmpty
            {
                continue
            }
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
        self.named = named
        self.people = people
        self.sectors = sectors
        self.places = places
        self.registered = registered
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
            found += inverse(of: accounts[position])
        }
        return found
    }

    /// The accounts that `account` itself names: its customers have it as a supplier, its rivals as a rival.
    ///
    /// Not its incumbents: that it buys from our competitor is nothing to the competitor.
    private func inverse(of account: Account) -> [Reach] {
        [(Relation.supplier, account.customers), (.customer, account.suppliers), (.rival, account.rivals)]
            .flatMap { relation, companies in
                companies.compactMap { company in
                    let position =
                        switch company {
                        case .account(let id): positions[id]
                        case .named(let name): named[name.folded] ?? nil
                        }
                    return position.map { Reach(account: $0, relation: relation, listedBy: account.id) }
                }
            }
    }

    /// The accounts that have a person of this name on file.
    func accounts(knowing person: String) -> [Int] { people[PersonName.key(person)] ?? [] }

    /// The accounts of any of the industries, by position.
    func accounts(inIndustries names: Set<String>) -> Set<Int> { Set(names.flatMap { sectors[$0] ?? [] }) }

    /// The accounts in any of the places, by position.
    func accounts(inPlaces codes: Set<String>) -> Set<Int> { Set(codes.flatMap { places[$0] ?? [] }) }

    /// Whether some account bears the name, the CIK or the register number.
    func holds(name: String, cik: String?, number: String?) -> Bool {
        named[name.folded] != nil || cik.map { registered.contains(CompanyFacts.key(cik: $0)) } ?? false
            || number.map { number in accounts.contains { $0.companyNumber == number } } ?? false
    }

    /// Ids of accounts whose name could be one of `names`: legal forms aside equal, or one the beginning of the other.
    ///
    /// Walks over all accounts: ask it last, of the few companies that everything else speaks for.
    func accounts(likeNamed names: [String]) -> [String] {
        let wanted = Set(names.map(CompanyFacts.words)).filter { !$0.isEmpty }
        // Most names differ in their first letters; only the rest is taken apart.
        let firsts = Set(wanted.map { Array($0[0].utf8) } + [Array("the ".utf8)])
        let isPlain = firsts.joined().allSatisfy { $0 < 128 }
        return accounts.filter { account in
            ([account.name] + account.aliases).contains { name in
                guard !isPlain || firsts.contains(where: { name.utf8.begins(with: $0) }) else { return false }
                let words = CompanyFacts.words(name)
                return wanted.contains { other in
                    let shorter = min(words.count, other.count)
                    return shorter > 0 && words.prefix(shorter) == other.prefix(shorter)
                }
            }
        }.map(\.id).sorted()
    }

    /// Sectors the account is in, and its industry and tags as written.
    private static func industries(of industry: String?, _ tags: [String], _ sectors: Set<String>) -> Set<String> {
        sectors.union(([industry].compactMap(\.self) + tags).map(\.folded))
    }

    /// A name that two accounts carry is nobody's.
    private static func claim(_ name: String, _ position: Int, _ named: inout [String: Int?]) {
        named[name] = .some(named[name] == nil ? position : nil)
    }

    /// Codes of the account's country and region, and the region as written.
    private static func places(of account: Account) -> Set<String> {
        var codes = Set([account.country].compactMap { $0?.uppercased() })
        if let region = account.region {
            let own = Places.codes(in: region, country: account.country)
            codes.formUnion(own)
            // `US-OH` is in the US, also where the country is not filled in.
            codes.formUnion(own.compactMap { code in code.firstIndex(of: "-").map { String(code[..<$0]) } })
            codes.insert(region.folded)
        }
        return codes
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
        case .rivals: account.rivals.flatMap(names)
        case .customers: account.customers.flatMap(names)
        case .suppliers: account.suppliers.flatMap(names)
        case .id: [account.id]
        case .name: [account.name] + account.aliases
        case .domain: [account.domain].compactMap(\.self)
        case .ticker: [account.ticker].compactMap(\.self)
        case .timezone: [account.timezone].compactMap(\.self)
        case .contacts: account.contacts.map(\.role)
        case .employees, .revenue: number(of: field, for: account).map { [String($0)] } ?? []
        }
    }

    /// The number in a field; nil where it holds text or is not known.
    func number(of field: AccountField, for account: Account) -> Int? {
        switch field {
        case .employees: account.employees
        case .revenue: account.revenue
        case .industry, .region, .country, .status, .tags, .owner, .products, .incumbents, .id, .name, .domain,
            .ticker, .timezone, .rivals, .customers, .suppliers, .contacts:
            nil
        }
    }

    /// A listed company that is itself an account answers to its id and to its name.
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

extension String.UTF8View {
    /// Compared without regard to the case of ASCII letters.
    fileprivate func begins(with folded: [UInt8]) -> Bool {
        var iterator = makeIterator()
        return folded.allSatisfy { byte in
            guard let next = iterator.next() else { return false }
            return ((65...90).contains(next) ? next + 32 : next) == byte
        }
    }
}

import RuleLanguage
import TriggerModel

/// Collects accounts, contacts, products and touches from all files, then ties them together.
struct AccountBook {
    let faults: FaultList
    private(set) var products: [Product] = []
    private var accounts: [Account] = []
    private var places: [SourcePlace] = []
    private var indexes: [String: Int] = [:]
    private var productPlaces: [String: SourcePlace] = [:]
    private var pendingContacts: [(account: String, contact: Contact, place: SourcePlace)] = []
    private var pendingTouches: [Touch] = []
    var assembler = AccountAssembler()

    init(faults: FaultList) { self.faults = faults }

    mutating func add(_ account: Account, at place: SourcePlace) {
        if let first = indexes[account.id] {
            faults.error(place, "account \(account.id) is defined already at \(places[first])")
            return
        }
        indexes[account.id] = accounts.count
        accounts.append(account)
        places.append(place)
    }

    mutating func add(_ product: Product, at place: SourcePlace) {
        if let first = productPlaces.updateValue(place, forKey: product.id) {
            faults.error(place, "product \(product.id) is defined already at \(first)")
            return
        }
        products.append(product)
    }

    mutating func add(_ contact: Contact, to account: String, at place: SourcePlace) {
        pendingContacts.append((account, contact, place))
    }

    mutating func add(_ touch: Touch) { pendingTouches.append(touch) }

    /// Ties references together and gives everything, accounts and products sorted by id. What dangles is a warning.
    mutating func finish(reps: [Rep]) -> (accounts: [Account], products: [Product], touches: [Touch]) {
        attachContacts()
        resolveCompanies()
        checkReferences(reps: reps)
        let touches = pendingTouches.filter { touch in
            if indexes[touch.account] != nil { return true }
            faults.warning(touch.place, "touch names account \(touch.account), which does not exist; left out")
            return false
        }
        return (accounts.sorted { $0.id < $1.id }, products.sorted { $0.id < $1.id }, touches)
    }

    private mutating func attachContacts() {
        for (account, contact, place) in pendingContacts {
            guard let index = indexes[account] else {
                faults.warning(
                    place, "contact \(contact.name) names account \(account), which does not exist; left out")
                continue
            }
            accounts[index].contacts.append(contact)
        }
    }

    /// An account's id, or its exact name without regard to case, means that account; anything else is a name we watch.
    private mutating func resolveCompanies() {
        guard accounts.contains(where: \.refersToCompanies) else { return }
        // nil marks a name that two accounts share: no silent choice.
        var ids: [String: String?] = [:]
        ids.reserveCapacity(accounts.count)
        for account in accounts {
            let isShared = ids.keys.contains(account.folded)
            ids.updateValue(isShared ? nil : account.id, forKey: account.folded)
        }
        for index in accounts.indices where accounts[index].refersToCompanies {
            let own = accounts[index].id
            let place = places[index]
            func resolved(_ references: [CompanyReference], _ key: String) -> [CompanyReference] {
                references.compactMap { reference in
                    guard case .named(let name) = reference else { return reference }
                    let id: String?
                    if indexes[name] != nil {
                        id = name
                    } else if let named = ids[name.lowercased()] {
                        id = named
                        if named == nil {
                            faults.warning(
                                place, "\(key) of account \(own): two accounts are called \(name); write the id of one")
                        }
                    } else {
                        id = nil
                    }
                    guard let id else { return reference }
                    if id == own {
                        faults.warning(place, "account \(own) is among its own \(key); left out")
                        return nil
                    }
                    return .account(id)
                }
            }
            accounts[index].incumbents = resolved(accounts[index].incumbents, "incumbents")
            accounts[index].rivals = resolved(accounts[index].rivals, "rivals")
            accounts[index].customers = resolved(accounts[index].customers, "customers")
            accounts[index].suppliers = resolved(accounts[index].suppliers, "suppliers")
        }
    }

    private mutating func checkReferences(reps: [Rep]) {
        let repIds = reps.map(\.id)
        let known = Set(repIds)
        for index in accounts.indices {
            if let owner = accounts[index].owner, !known.contains(owner) {
                faults.warning(
                    places[index],
                    "account \(accounts[index].id): owner \(owner) is not in reps.yaml; the fallback rep gets its alerts"
                        + NearestName.suggestion(owner, in: repIds))
                accounts[index].owner = nil
            }
            guard !accounts[index].products.isEmpty else { continue }
            let id = accounts[index].id
            accounts[index].products = accounts[index].products.filter { product in
                if productPlaces[product] != nil { return true }
                faults.warning(
                    places[index],
                    "account \(id): product \(product) does not exist; left out"
                        + NearestName.suggestion(product, in: productPlaces.keys.sorted()))
                return false
            }
        }
    }
}

extension Account {
    fileprivate var refersToCompanies: Bool {
        !(rivals.isEmpty && incumbents.isEmpty && customers.isEmpty && suppliers.isEmpty)
    }

    fileprivate var folded: String { name.lowercased() }
}

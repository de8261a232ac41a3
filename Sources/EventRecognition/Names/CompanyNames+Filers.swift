import TriggerModel

/// Accounts that an item is about whatever its words say.
extension CompanyNames {
    /// The company that files, and the accounts it may be: by register number or LEI, else by its whole name.
    func filer(in filing: Filing, lexicon: Lexicon) -> (party: Party, companies: [Int32])? {
        let order: [FilingParty.Role] = [.filer, .issuer, .subject]
        for role in order {
            guard let party = filing.parties.first(where: { $0.role == role }) else { continue }
            let companies = companies(of: party, lexicon: lexicon)
            let reference = companies.count == 1 ? self.companies[Int(companies[0])].reference : nil
            return (
                Party(name: NameForms.withoutRegisterMark(party.name), role: .subject, company: reference), companies
            )
        }
        return nil
    }

    /// Who files about another company, as a holder of its shares: the other side of what is filed.
    func holder(in filing: Filing, lexicon: Lexicon) -> Party? {
        guard let party = filing.parties.first(where: { $0.role == .filedBy }) else { return nil }
        let companies = companies(of: party, lexicon: lexicon)
        let reference = companies.count == 1 ? self.companies[Int(companies[0])].reference : nil
        return Party(name: NameForms.withoutRegisterMark(party.name), role: .counterparty, company: reference)
    }

    private func companies(of party: FilingParty, lexicon: Lexicon) -> [Int32] {
        if let cik = party.cik, let company = company(cik: cik) { return [company] }
        if let number = party.number, let company = company(lei: number) ?? company(number: number) { return [company] }
        let named = companies(named: party.name, lexicon: lexicon)
        // A party with a number of its own that no account has is another company where the name leaves a doubt.
        return party.cik == nil || named.count == 1 ? named : []
    }

    /// The filer, where it is one account for certain, and the accounts on whose site the item stands.
    func known(of item: Item, filer: (party: Party, companies: [Int32])?) -> [Int32] {
        var known: [Int32] = []
        if let filer, filer.companies.count == 1 { known = filer.companies }
        if let host = item.url.flatMap(ItemReading.host) { known += companies(ofHost: host) }
        return known
    }
}

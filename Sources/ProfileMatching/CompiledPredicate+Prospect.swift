import RuleLanguage
import TriggerModel

extension CompiledPredicate {
    /// Whether a company of which only some facts are known fits.
    enum Fit: Equatable {
        case yes, no
        /// Only its size, which filings seldom tell exactly, could decide.
        case open
    }

    /// What decides on a company that is nobody's account.
    struct ProspectFit: Equatable {
        var fit: Fit
        /// Clauses that hold, from facts.
        var known: [String] = []
        /// Clauses nobody can answer.
        var open: [String] = []
        /// The first clause that does not hold.
        var failure: String?
    }

    /// A missing size leaves a clause open; anything else that is missing does not hold, as for an account.
    func fit(_ facts: CompanyFacts) -> ProspectFit {
        switch self {
        case .all(let parts):
            let fits = parts.map { $0.fit(facts) }
            if let no = fits.first(where: { $0.fit == .no }) { return ProspectFit(fit: .no, failure: no.failure) }
            return ProspectFit(
                fit: fits.contains { $0.fit == .open } ? .open : .yes, known: fits.flatMap(\.known),
                open: fits.flatMap(\.open))
        case .any(let parts):
            let fits = parts.map { $0.fit(facts) }
            return fits.first { $0.fit == .yes } ?? fits.first { $0.fit == .open }
                ?? ProspectFit(
                    fit: .no,
                    failure: fits.isEmpty
                        ? "no company can fit an empty choice" : fits.compactMap(\.failure).joined(separator: " and "))
        case .not(let part):
            let fit = part.fit(facts)
            switch fit.fit {
            case .yes: return ProspectFit(fit: .no, failure: "\(fit.known.joined(separator: " and ")) and so shut out")
            case .no: return ProspectFit(fit: .yes)
            case .open: return ProspectFit(fit: .open, open: fit.open)
            }
        case .oneOf(let field, let asked, let wording):
            let values = Self.values(of: field, facts)
            guard values.contains(where: asked.contain) else {
                let what = values.isEmpty ? "not known" : values.joined(separator: ", ")
                return ProspectFit(fit: .no, failure: "\(field.rawValue) is \(what), not \(wording)")
            }
            return ProspectFit(fit: .yes, known: ["\(field.rawValue) is \(wording)"])
        case .range(let field, let range, let wording):
            let said = (field == .employees ? facts.employees : facts.revenue) ?? StatedSize()
            if said.isWithin(range) { return ProspectFit(fit: .yes, known: ["\(field.rawValue) is \(wording)"]) }
            if said.isOutside(range) {
                return ProspectFit(fit: .no, failure: "\(field.rawValue) is \(said), not \(wording)")
            }
            return ProspectFit(fit: .open, open: ["\(field.rawValue) is \(said), should be \(wording)"])
        }
    }

    private static func values(of field: AccountField, _ facts: CompanyFacts) -> [String] {
        switch field {
        case .industry: facts.values(of: .industry)
        case .region: facts.values(of: .region)
        case .country: facts.values(of: .country)
        case .status: ["prospect"]
        case .name: [facts.name]
        case .id, .tags, .owner, .products, .incumbents, .domain, .ticker, .timezone, .rivals, .customers, .suppliers,
            .contacts, .employees, .revenue:
            []
        }
    }
}

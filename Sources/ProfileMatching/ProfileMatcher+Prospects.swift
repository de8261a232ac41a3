internal import RuleLanguage
package import TriggerModel

extension ProfileMatcher {
    /// Whether `event` is a reason to call a company that is nobody's account yet.
    ///
    /// Ask it only of an event without an account as its subject. The company must fit a profile by what `facts` say of
    /// it, by at least one of industry, place or size, and the profile must list the trigger through *itself*.
    ///
    /// Gates: those of the whole event; `no-subject`, `is-account`, `no-facts`, `no-profile`, `no-reason`, `not-a-reason`,
    /// `prospects-off`; `may-be-account` where its name could be an account's, which a person must decide.
    package func prospect(_ event: Event, facts: CompanyFacts?) -> ProspectVerdict {
        if let gate = triggerGate(event) { return .gate(gate) }
        guard let subject = event.subject else {
            return .gate(Gate(.match, "no-subject", "the event names no company that could become an account"))
        }
        if subject.account != nil || directory.holds(name: subject.name, cik: facts?.cik, number: facts?.number) {
            return .gate(Gate(.match, "is-account", "\"\(subject.name)\" is one of the accounts"))
        }
        guard let facts else {
            return .gate(
                Gate(.match, "no-facts", "nothing is said of \"\(subject.name)\" that a profile could ask for"))
        }
        var failures: [String] = []
        var stopped: Gate?
        var best: Match?
        for profile in profiles {
            let fit = profile.companies.fit(facts)
            let place = profile.profile.place
            guard fit.fit != .no, !fit.known.isEmpty else {
                failures.append(
                    "profile \(profile.profile.id): \(fit.failure ?? "nothing it asks for is known") (\(place))")
                continue
            }
            guard profile.profile.takesProspects else {
                stopped =
                    stopped
                    ?? Gate(
                        .match, "prospects-off",
                        "profile \(profile.profile.id) fits, but takes no prospects: prospects is off (\(place))")
                continue
            }
            switch profile.reason(for: event.trigger, through: .itself) {
            case .misfit: continue
            case .notReason(let selector):
                stopped =
                    stopped
                    ?? Gate(
                        .match, "not-a-reason",
                        "profile \(profile.profile.id) lists \(selector) under not-reasons (\(place))")
            case .silent:
                stopped =
                    stopped
                    ?? Gate(
                        .match, "no-reason",
                        "profile \(profile.profile.id) lists no reason for \(event.trigger) through itself (\(place))")
            case .reason(let clause):
                if let best, best.weight >= clause.weight { continue }
                let trace =
                    ["subject \"\(subject.name)\" is nobody's account"] + fit.known.map { "\($0) (\(place))" }
                    + fit.open
                    + ["profile \(profile.profile.id): a reason of weight \(clause.weight) (\(clause.place))"]
                best = Match(
                    event: event.id, trigger: event.trigger, account: Self.prospectID(facts),
                    profile: profile.profile.id, relation: .itself, party: subject, weight: clause.weight, trace: trace)
            }
        }
        guard var match = best else {
            return .gate(stopped ?? Gate(.match, "no-profile", failures.joined(separator: "; ")))
        }
        let near = directory.accounts(likeNamed: [subject.name, facts.name])
        guard near.isEmpty else {
            let detail = "\"\(facts.name)\" may be \(near.prefix(5).joined(separator: " or ")): a person must say"
            return .unsure(Gate(.match, "may-be-account", detail), accounts: near)
        }
        let account = Self.account(facts)
        match.party.company = .account(account.id)
        return .prospect(Prospect(account: account, facts: facts, match: match))
    }

    /// The same company gets the same id from every filing: by CIK, else register number, else its name.
    private static func prospectID(_ facts: CompanyFacts) -> String {
        if let cik = facts.cik { return Account.prospectPrefix + "cik:" + CompanyFacts.key(cik: cik) }
        if let number = facts.number { return Account.prospectPrefix + "number:" + number }
        return Account.prospectPrefix + facts.name.folded.split { !($0.isLetter || $0.isNumber) }.joined(separator: "-")
    }

    /// The ids that `account` would have had as a prospect.
    package static func prospectIDs(of account: Account) -> [String] {
        let names = Set([account.name] + account.aliases).map { CompanyFacts(name: $0) }
        let facts =
            names
            + [
                account.cik.map { CompanyFacts(name: account.name, cik: $0) },
                account.companyNumber.map { CompanyFacts(name: account.name, number: $0) },
            ].compactMap(\.self)
        return Set(facts.map(prospectID)).sorted()
    }

    private static func account(_ facts: CompanyFacts) -> Account {
        let place = facts.place
        return Account(
            id: prospectID(facts), name: facts.usualName, cik: facts.cik, companyNumber: facts.number,
            industry: facts.sectors.sorted().first ?? facts.industry,
            employees: facts.employees?.exact, revenue: facts.revenue?.exact, region: place?.region,
            country: place?.country, status: .prospect)
    }
}

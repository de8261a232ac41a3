package import RuleLanguage
package import TriggerModel

/// Finds the accounts for which an event is a reason, and says for each other account it touched why not.
///
/// Knows accounts, relations and profiles; touches nothing; hands matches without a score to Reasoning. The work for an
/// event grows with the accounts it touches, not with all there are. Results do not depend on the order of accounts or
/// profiles, only on their ids.
///
/// Who is touched:
/// - the subject, as *itself*;
/// - the counterparty, as *itself*, where the trigger has wording for the other side;
/// - accounts that name the subject as their rival, incumbent, customer or supplier, and those that the subject, where it
///   is an account, names so itself, seen from the other end;
/// - an account whose contact the news is about, as *person* (see `PersonMove`);
/// - accounts of an industry or a place that a whole-industry event is about, as *industry* or *market*, where some
///   profile asks for that (see `WideReach`);
/// - never a party that is only mentioned.
///
/// Gates of the whole event: `no-rule`, `disabled`, `draft`, `activity`, `no-account`. Of one account: `no-other-side`,
/// `person-unsure`, `person-ambiguous`, `excluded`, `not-a-reason`, `no-reason` (a profile fits, but lists the trigger not through this relation),
/// `no-profile`.
package struct ProfileMatcher: Sendable {
    let profiles: [CompiledProfile]
    private let built: OnDemand<AccountDirectory>
    /// nil: no rule pack given, then any trigger may match and none has another side.
    private let traits: [String: TriggerTraits]?

    private struct TriggerTraits: Sendable {
        var hasOtherSide: Bool
        /// Stops every event of the trigger.
        var gate: Gate?
    }

    /// An account as an event touches it.
    private struct Touch {
        var account: Int
        var relation: Relation
        var party: Party
        /// How the account comes to be touched, where its own list does not say so.
        var how: String?
    }

    package init(profiles: [Profile], accounts: [Account], rules: RulePack?) {
        self.init(profiles: profiles, directory: OnDemand { AccountDirectory(accounts) }, rules: rules)
    }

    /// The matcher of the same accounts with other profiles or rules.
    package func with(profiles: [Profile], rules: RulePack?) -> ProfileMatcher {
        ProfileMatcher(profiles: profiles, directory: built, rules: rules)
    }

    private init(profiles: [Profile], directory: OnDemand<AccountDirectory>, rules: RulePack?) {
        self.profiles = profiles.sorted { $0.id < $1.id }.map(CompiledProfile.init)
        built = directory
        traits = rules.map { pack in
            Dictionary(
                pack.triggers.map { rule in
                    (rule.id, TriggerTraits(hasOtherSide: rule.otherSide != nil, gate: Self.gate(for: rule)))
                },
                uniquingKeysWith: { first, _ in first })
        }
    }

    /// Built when the first event is to be matched.
    var directory: AccountDirectory { built.value }

    /// All accounts for which `event` is a reason, and a gate for each one touched for which it is not.
    package func match(_ event: Event) -> MatchOutcome {
        if let gate = triggerGate(event) {
            return MatchOutcome(matches: [], gates: [AccountGate(account: nil, gate: gate)])
        }
        let (touches, stopped) = touched(by: event)
        var verdicts = touches.map { (directory.accounts[$0.account].id, verdict(on: event, for: $0)) }
        verdicts += stopped.map { (directory.accounts[$0.key].id, .gate($0.value)) }
        guard !verdicts.isEmpty else {
            return MatchOutcome(matches: [], gates: [AccountGate(account: nil, gate: noAccount(event))])
        }
        verdicts.sort { $0.0 < $1.0 }
        var outcome = MatchOutcome(matches: [], gates: [])
        for (account, verdict) in verdicts {
            switch verdict {
            case .match(let match): outcome.matches.append(match)
            case .gate(let gate): outcome.gates.append(AccountGate(account: account, gate: gate))
            }
        }
        return outcome
    }

    /// What became of `event` for one account, as `why-not` asks; an account that it does not touch has its gate too.
    package func verdict(on event: Event, for account: String) -> MatchVerdict {
        guard let position = directory.position(of: account) else {
            return .gate(Gate(.match, "no-account", "there is no account \(account)"))
        }
        if let gate = triggerGate(event) { return .gate(gate) }
        let (touches, stopped) = touched(by: event)
        if let touch = touches.first(where: { $0.account == position }) { return verdict(on: event, for: touch) }
        if let gate = stopped[position] { return .gate(gate) }
        if let party = event.parties.first(where: { $0.account == account }) {
            return .gate(
                Gate(.match, "no-account", "\(party.name), account \(account), is only \(party.role.rawValue)"))
        }
        let subject = event.subject.map { "\($0.name) is not the account and it lists it nowhere" }
        return .gate(Gate(.match, "no-account", "account \(account): \(subject ?? "the event has no subject")"))
    }

    /// Why an account fits or does not fit each profile, one line per profile in the order of their ids.
    package func fit(of account: Account) -> [String] {
        profiles.map { profile in
            let clauses =
                profile.companies.firstFailure(for: account, in: directory).map { "does not fit: \($0)" }
                ?? profile.companies.decidingClauses(for: account, in: directory).joined(separator: ", ").fitting
            return "profile \(profile.profile.id) \(clauses) (\(profile.profile.place))"
        }
    }

    // MARK: Who is touched

    /// Each account once, by its nearest relation; and those touched in a way that cannot be a reason, with their gate.
    private func touched(by event: Event) -> (touches: [Touch], stopped: [Int: Gate]) {
        var nearest: [Int: Touch] = [:]
        func touch(_ account: Int, _ relation: Relation, _ party: Party, how: String? = nil) {
            if let known = nearest[account], known.relation.rank <= relation.rank { return }
            nearest[account] = Touch(account: account, relation: relation, party: party, how: how)
        }
        let hasOtherSide = traits?[event.trigger]?.hasOtherSide ?? false
        var stopped: [Int: Gate] = [:]
        for party in event.parties {
            guard let company = party.company else { continue }
            let itself = party.account.flatMap(directory.position)
            switch party.role {
            case .subject:
                if let itself { touch(itself, .itself, party) }
                for reach in directory.accounts(naming: company) {
                    let how = reach.listedBy.map { "as account \($0) lists it" }
                    touch(reach.account, reach.relation, party, how: how)
                }
            case .counterparty:
                guard let itself else { continue }
                if hasOtherSide {
                    touch(itself, .itself, party)
                } else if stopped[itself] == nil {
                    stopped[itself] = noOtherSide(event, directory.accounts[itself].id)
                }
            case .mentioned: continue
            }
        }
        for (account, finding) in PersonMove.findings(in: event, directory) {
            let id = directory.accounts[account].id
            switch finding {
            case .moved(let contact, let cause):
                let how = "contact \(contact.name) of account \(id), name and \(cause) agree"
                touch(account, .person, Party(name: contact.name, role: .mentioned), how: how)
            case .unsure(let contact):
                let detail = "account \(id): of contact \(contact.name) only the name agrees"
                stopped[account] = stopped[account] ?? Gate(.match, "person-unsure", detail)
            case .ambiguous(let contact, let accounts):
                let detail =
                    "\(contact.name) is on file, as sure, at accounts \(accounts.prefix(5).joined(separator: ", "))"
                stopped[account] = stopped[account] ?? Gate(.match, "person-ambiguous", detail)
            }
        }
        if let wide = WideReach(event), isAskedFor(event.trigger, through: wide.relation) {
            let party = Party(name: wide.name, role: .mentioned)
            for account in wide.accounts(in: directory) {
                touch(account, wide.relation, party, how: "it is about \(wide.name)")
            }
        }
        return (Array(nearest.values), stopped.filter { nearest[$0.key] == nil })
    }

    /// Whether any profile has a reason for the trigger through the relation: an industry may have all accounts in it.
    private func isAskedFor(_ trigger: String, through relation: Relation) -> Bool {
        profiles.contains { profile in
            if case .reason = profile.reason(for: trigger, through: relation) { true } else { false }
        }
    }

    // MARK: What it is to one account

    private func verdict(on event: Event, for touch: Touch) -> MatchVerdict {
        let account = directory.accounts[touch.account]
        guard account.status != .excluded else {
            return .gate(Gate(.match, "excluded", "account \(account.id) is excluded: it is never called"))
        }
        var best: (profile: CompiledProfile, clause: Profile.ReasonClause)?
        var notReason: (Profile, TriggerSelector)?
        var silent: Profile?
        for profile in profiles {
            switch profile.view(event.trigger, through: touch.relation, for: account, in: directory) {
            case .reason(let clause):
                // Profiles come by id, so the first of equal weight wins.
                if best.map({ clause.weight > $0.clause.weight }) ?? true { best = (profile, clause) }
            case .notReason(let selector): notReason = notReason ?? (profile.profile, selector)
            case .silent: silent = silent ?? profile.profile
            case .misfit: continue
            }
        }
        if let best { return .match(match(event, touch, account, best.profile, best.clause)) }
        if let (profile, selector) = notReason {
            let detail =
                "account \(account.id): profile \(profile.id) lists \(selector) under not-reasons (\(profile.place))"
            return .gate(Gate(.match, "not-a-reason", detail))
        }
        if let silent {
            let detail =
                "account \(account.id): profile \(silent.id) lists no reason for \(event.trigger) "
                + "through \(touch.relation.rawValue) (\(silent.place))"
            return .gate(Gate(.match, "no-reason", detail))
        }
        return .gate(Gate(.match, "no-profile", "account \(account.id): " + misfits(account)))
    }

    private func match(
        _ event: Event, _ touch: Touch, _ account: Account, _ profile: CompiledProfile, _ clause: Profile.ReasonClause
    ) -> Match {
        let place = profile.profile.place
        let selector = clause.triggers.first { $0.selects(event.trigger) }?.description ?? event.trigger
        var trace = [relationLine(touch, account)]
        trace += profile.companies.decidingClauses(for: account, in: directory).map { "\($0) (\(place))" }
        trace.append(
            "profile \(profile.profile.id): \(selector) through \(touch.relation.rawValue) is a reason of weight "
                + "\(clause.weight) (\(clause.place))")
        return Match(
            event: event.id, trigger: event.trigger, account: account.id, profile: profile.profile.id,
            relation: touch.relation, party: touch.party, weight: clause.weight, trace: trace)
    }

    private func relationLine(_ touch: Touch, _ account: Account) -> String {
        let party = "\(touch.party.role.rawValue) \"\(touch.party.name)\""
        let seen = "\(touch.relation.direction.rawValue), distance \(touch.relation.distance)"
        switch touch.relation {
        case .itself: return "\(party) is account \(account.id) itself"
        case .person, .industry, .market:
            return
                "account \(account.id) is reached through \(touch.relation.rawValue) (\(seen)): \(touch.how ?? party)"
        case .rival, .incumbent, .customer, .supplier:
            let how = touch.how.map { ", \($0)" } ?? ""
            return "\(party) is listed as \(touch.relation.rawValue) of account \(account.id) (\(seen))\(how)"
        }
    }

    // MARK: Gates

    func triggerGate(_ event: Event) -> Gate? {
        guard let traits else { return nil }
        guard let trait = traits[event.trigger] else {
            return Gate(.match, "no-rule", "no rule in force defines trigger \(event.trigger)")
        }
        return trait.gate
    }

    private static func gate(for rule: TriggerRule) -> Gate? {
        switch (rule.status, rule.kind) {
        case (.disabled, _): Gate(.match, "disabled", "trigger \(rule.id) is disabled (\(rule.place))")
        case (.draft, _):
            Gate(.match, "draft", "trigger \(rule.id) is a draft, for review by operations only (\(rule.place))")
        case (.live, .activity):
            Gate(.match, "activity", "trigger \(rule.id) is something we caused, never a reason alone (\(rule.place))")
        case (.live, .event): nil
        }
    }

    private func noOtherSide(_ event: Event, _ account: String) -> Gate {
        let detail = "account \(account) is the other side, for which trigger \(event.trigger) has no wording"
        return Gate(.match, "no-other-side", detail)
    }

    private func noAccount(_ event: Event) -> Gate {
        // A hostile item may name hundreds of companies; the first few explain enough.
        let parties = event.parties.prefix(5).map { "\($0.role.rawValue) \"\($0.name)\"" }.joined(separator: ", ")
        let detail = "no account is, or lists, the company it happened to"
        return Gate(.match, "no-account", parties.isEmpty ? "the event names no company" : "\(detail): \(parties)")
    }

    private func misfits(_ account: Account) -> String {
        guard !profiles.isEmpty else { return "there is no profile" }
        return profiles.map { profile in
            let failure = profile.companies.firstFailure(for: account, in: directory) ?? "fits"
            return "profile \(profile.profile.id): \(failure) (\(profile.profile.place))"
        }.joined(separator: "; ")
    }
}

extension String {
    /// "fits" with the clauses that say so, where there are any.
    fileprivate var fitting: String { isEmpty ? "fits: it asks for nothing" : "fits: \(self)" }
}

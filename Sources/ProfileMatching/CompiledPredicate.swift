import RuleLanguage
import TriggerModel

/// A profile's condition made ready to be asked of many accounts: values folded and hashed once.
///
/// `holds` decides without making text; `decidingClauses` and `firstFailure` say why, for `explain` and `why-not`.
indirect enum CompiledPredicate: Sendable {
    case all([CompiledPredicate])
    case any([CompiledPredicate])
    case not(CompiledPredicate)
    case oneOf(AccountField, AskedValues, wording: String)
    case range(AccountField, ClosedRange<Int>, wording: String)

    init(_ predicate: AccountPredicate) {
        switch predicate {
        case .all(let parts): self = .all(parts.map(CompiledPredicate.init))
        case .any(let parts): self = .any(parts.map(CompiledPredicate.init))
        case .not(let part): self = .not(CompiledPredicate(part))
        case .oneOf(let field, let values):
            self = .oneOf(field, AskedValues(values, of: field), wording: Self.wording(values))
        case .range(let field, let least, let most):
            // A range turned round holds for no number; the loader names it, here it must only not trap.
            let low = least ?? .min
            let high = most ?? .max
            guard low <= high else {
                self = .any([])
                return
            }
            self = .range(field, low...high, wording: Self.wording(atLeast: least, atMost: most))
        }
    }

    func holds(for account: Account, in directory: AccountDirectory) -> Bool {
        switch self {
        case .all(let parts): parts.allSatisfy { $0.holds(for: account, in: directory) }
        case .any(let parts): parts.contains { $0.holds(for: account, in: directory) }
        case .not(let part): !part.holds(for: account, in: directory)
        case .oneOf(let field, let values, _):
            directory.values(of: field, for: account).contains { values.contain($0) }
        case .range(let field, let range, _): directory.number(of: field, for: account).map(range.contains) ?? false
        }
    }

    /// The clauses because of which it holds; call it only where it does.
    func decidingClauses(for account: Account, in directory: AccountDirectory) -> [String] {
        switch self {
        case .all(let parts): parts.flatMap { $0.decidingClauses(for: account, in: directory) }
        case .any(let parts):
            parts.first { $0.holds(for: account, in: directory) }?.decidingClauses(for: account, in: directory) ?? []
        case .not(let part): part.firstFailure(for: account, in: directory).map { [$0] } ?? []
        case .oneOf(let field, _, let wording), .range(let field, _, let wording): ["\(field.rawValue) is \(wording)"]
        }
    }

    /// The first clause because of which it does not hold, with what the account has instead; nil where it holds.
    func firstFailure(for account: Account, in directory: AccountDirectory) -> String? {
        guard !holds(for: account, in: directory) else { return nil }
        switch self {
        case .all(let parts):
            return parts.lazy.compactMap { $0.firstFailure(for: account, in: directory) }.first
        case .any(let parts):
            guard !parts.isEmpty else { return "no account can fit an empty choice" }
            return parts.compactMap { $0.firstFailure(for: account, in: directory) }.joined(separator: " and ")
        case .not(let part):
            let clauses = part.decidingClauses(for: account, in: directory)
            return (clauses.isEmpty ? "every account" : clauses.joined(separator: " and ")) + " and so shut out"
        case .oneOf(let field, _, let wording):
            let values = directory.values(of: field, for: account)
            guard !values.isEmpty else { return "\(field.rawValue) is not known, must be \(wording)" }
            return "\(field.rawValue) is \(Self.list(values)), not \(wording)"
        case .range(let field, _, let wording):
            guard let number = directory.number(of: field, for: account) else {
                return "\(field.rawValue) is not known, must be \(wording)"
            }
            return "\(field.rawValue) is \(number), not \(wording)"
        }
    }

    private static func wording(_ values: [String]) -> String { "one of \(list(values))" }

    private static func wording(atLeast: Int?, atMost: Int?) -> String {
        switch (atLeast, atMost) {
        case (let low?, let high?): "\(low) to \(high)"
        case (let low?, nil): "at least \(low)"
        case (nil, let high?): "at most \(high)"
        case (nil, nil): "any number"
        }
    }

    /// A trace is read by people: a list of two hundred regions shows its beginning.
    private static func list(_ values: [String]) -> String {
        let shown = 6
        let rest = values.count - shown
        return values.prefix(shown).joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
    }
}

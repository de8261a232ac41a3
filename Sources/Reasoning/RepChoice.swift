package import TriggerModel

/// Whose call it is: the owner's, else a rep's whose territory holds the account, else the fallback rep's.
package struct RepChoice: Hashable, Sendable {
    package var rep: Rep
    package var isFallback: Bool
    /// How it was decided, for the trace.
    package var reason: String

    /// nil only where there is no rep at all.
    package static func choose(for account: Account, among reps: [String: Rep], fallback: String?) -> RepChoice? {
        if let owner = account.owner, let rep = reps[owner] {
            return RepChoice(rep: rep, isFallback: false, reason: "rep \(rep.id) owns the account")
        }
        let places = Set([account.region, account.country].compactMap { $0?.lowercased() })
        let local = reps.values.filter { $0.territory.contains { places.contains($0.lowercased()) } }
        if let rep = local.min(by: { (fit($0, account), $0.id) < (fit($1, account), $1.id) }) {
            return RepChoice(rep: rep, isFallback: false, reason: "rep \(rep.id) has the territory")
        }
        // A fallback that names nobody is a configuration fault told elsewhere; the alert still needs a reader.
        guard let rep = fallback.flatMap({ reps[$0] }) ?? reps.values.min(by: { $0.id < $1.id }) else { return nil }
        let cause = account.owner.map { "owner \($0) is no rep" } ?? "the account has no owner"
        return RepChoice(rep: rep, isFallback: true, reason: "rep \(rep.id) is the fallback: \(cause)")
    }

    /// 0 is best: hunters win new accounts and win back lapsed ones, farmers keep customers.
    private static func fit(_ rep: Rep, _ account: Account) -> Int {
        let wanted: Rep.Style = account.status == .active ? .farmer : .hunter
        return rep.style == wanted ? 0 : rep.style == .both ? 1 : 2
    }
}

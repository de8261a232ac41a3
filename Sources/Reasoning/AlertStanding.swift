package import RuleLanguage
package import TriggerModel

/// Whether an alert that was right when it was made may still be told: accounts and profiles change while it waits.
package enum AlertStanding {
    /// Gates: `account-gone`, `excluded`, `do-not-call`, `not-a-reason`; nil where it stands.
    ///
    /// - Parameters:
    ///   - account: as it is now; nil where it is among the accounts no more.
    ///   - profile: as it is now; nil where there is none of that name any more, which stops nothing.
    package static func gate(for alert: Alert, account: Account?, profile: Profile?) -> Gate? {
        let id = alert.account.id
        if !Account.isProspectID(id) {
            guard let account else {
                return Gate(.deliver, "account-gone", "account \(id) is among the accounts no more")
            }
            if account.status == .excluded {
                return Gate(.deliver, "excluded", "account \(id) is excluded")
            }
            if let gate = DoNotCall.gate(for: account) { return Gate(.deliver, gate.gate, gate.detail) }
        }
        guard let profile, let selector = profile.notReasons.first(where: { $0.selects(alert.trigger) }) else {
            return nil
        }
        let detail = "profile \(profile.id) lists \(selector) under not-reasons (\(profile.place))"
        return Gate(.deliver, "not-a-reason", detail)
    }
}

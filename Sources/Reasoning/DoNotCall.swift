import TriggerModel

/// Accounts that say by a tag that nobody may call them: no reason reaches a rep, however good.
enum DoNotCall {
    static let tags: Set<String> = ["do-not-call", "no-call"]

    static func gate(for account: Account) -> Gate? {
        guard account.tags.contains(where: { tags.contains($0.lowercased()) }) else { return nil }
        return Gate(.reason, "do-not-call", "account \(account.id) must not be called")
    }
}

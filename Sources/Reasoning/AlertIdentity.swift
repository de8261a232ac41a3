import TriggerModel

/// The names of alerts: from what they are about, so that the same reason never has two.
enum AlertIdentity {
    static func first(event: String, account: String) -> String { name(["alert", event, account]) }

    static func campaign(event: String) -> String { name(["campaign", event]) }

    static func update(event: String, account: String, what: String) -> String {
        name(["update", event, account, what])
    }

    /// 32 hexadecimal digits. Lengths stand before the parts, so no two lists of parts are written alike.
    private static func name(_ parts: [String]) -> String {
        String(ContentHash.hex(parts.map { "\($0.utf8.count):\($0)" }.joined()).prefix(32))
    }
}

import RuleLanguage
import TriggerModel

/// What was read of each part of a configuration, kept so that the next load reads again only what has changed.
package struct LoadedParts: Sendable {
    let sources: LoadedPart<[Source]>
    let accounts: LoadedPart<LoadedAccounts>
    let rules: LoadedPart<LoadedRules>

    /// Whether the accounts are those of an earlier load, and not read anew.
    package func hasSameAccounts(as earlier: LoadedParts) -> Bool { accounts === earlier.accounts }

    /// Whether the rules are those of an earlier load, and not read anew.
    package func hasSameRules(as earlier: LoadedParts) -> Bool { rules === earlier.rules }
}

/// One part, with what was wrong in it.
final class LoadedPart<Value: Sendable>: Sendable {
    /// A hash of the names and bytes of its files.
    let origin: String
    let value: Value
    let faults: FaultList.Content

    init(origin: String, value: Value, faults: FaultList.Content) {
        self.origin = origin
        self.value = value
        self.faults = faults
    }

    /// The part, where it has no error. One that has some is read again: what it lacks may be there now.
    var sound: LoadedPart? { faults.errorCount == 0 ? self : nil }
}

struct LoadedAccounts: Sendable {
    var accounts: [Account]
    var products: [Product]
    var touches: [Touch]
}

struct LoadedRules: Sendable {
    var pack: RulePack
    /// Files that are read because others include them, in the order in which they were.
    var included: [String]
}

extension LoadedPart {
    /// What to call the bytes of some files.
    static func origin(of files: [ConfigFile]) -> String {
        var hash = ContentHash()
        for file in files { hash.update(file) }
        return hash.hex()
    }

    /// The part that `files` say: `earlier`, where they still say the same, otherwise as `read` reads it.
    static func read(
        _ files: [ConfigFile], after earlier: LoadedPart?, _ faults: FaultList,
        _ read: (FaultList, [ConfigFile]) -> Value
    ) -> LoadedPart {
        let origin = origin(of: files)
        if let earlier, earlier.origin == origin {
            faults.add(earlier.faults)
            return earlier
        }
        let own = FaultList()
        let value = read(own, files)
        faults.add(own.content)
        return LoadedPart(origin: origin, value: value, faults: own.content)
    }
}

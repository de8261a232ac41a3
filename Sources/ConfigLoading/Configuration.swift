package import RuleLanguage
package import TriggerModel

/// Everything that loaded from one configuration directory.
package struct Configuration: Sendable {
    /// Absolute path that it was loaded from.
    package var directory: String
    package var settings: Settings
    /// Sorted by id, disabled ones included.
    package var sources: [Source]
    /// Sorted by id; references to other accounts are resolved.
    package var accounts: [Account]
    /// Sorted by id.
    package var products: [Product]
    package var touches: [Touch]
    /// In the order of the file.
    package var reps: [Rep]
    /// Sorted by id.
    package var profiles: [Profile]
    package var rules: RulePack
    /// Absolute path of `templates/`; need not exist.
    package var templatesDirectory: String
    /// SHA-256 over the names and bytes of all loaded files: which configuration runs (`status` shows it).
    package var fingerprint: String

    package func account(_ id: String) -> Account? {
        var low = 0
        var high = accounts.count
        while low < high {
            let middle = (low + high) / 2
            if accounts[middle].id < id { low = middle + 1 } else { high = middle }
        }
        return low < accounts.count && accounts[low].id == id ? accounts[low] : nil
    }

    package func rep(_ id: String) -> Rep? { reps.first { $0.id == id } }

    /// What is odd about the rules and profiles, beyond what keeps them from loading.
    package func lint() -> [LintFinding] { Lint.check(rules: rules, profiles: profiles, products: products) }
}

/// What came of loading a directory: whatever loads, and every fault.
package struct LoadResult: Sendable {
    package var configuration: Configuration
    /// Sorted by file, line and column.
    package var faults: [ConfigFault]
    /// Paths relative to the directory, in the order they were read.
    package var loadedFiles: [String]
    /// For the next load.
    package var parts: LoadedParts

    package var hasErrors: Bool { faults.contains { $0.severity == .error } }
}

internal import Foundation

/// Where the files that come with the binary are: the example configuration, the rule pack, the demo's sources.
package enum ShippedFiles {
    /// The shipped `Config` directory: `../share/whynow/Config` beside an installed binary, or the `Config` of the
    /// checkout that the binary was built in. nil when the binary was copied away from both.
    package static func configDirectory() -> String? {
        guard let executable = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe") else {
            return nil
        }
        var directory = URL(fileURLWithPath: executable).deletingLastPathComponent()
        let installed = directory.deletingLastPathComponent().appendingPathComponent("share/whynow/Config").path
        if isConfig(installed) { return installed }
        while directory.path != "/" {
            let candidate = directory.appendingPathComponent("Config").path
            if isConfig(candidate) { return candidate }
            directory.deleteLastPathComponent()
        }
        return nil
    }

    /// The directory `--config` stands for: the one given, else `$WHYNOW_CONFIG`, `/etc/whynow`, `./Config`.
    package static func configDirectory(given: String?) -> String {
        if let given { return given }
        if let named = ProcessInfo.processInfo.environment["WHYNOW_CONFIG"], !named.isEmpty { return named }
        if isConfig("/etc/whynow") { return "/etc/whynow" }
        return "Config"
    }

    private static func isConfig(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: path + "/whynow.yaml")
    }
}

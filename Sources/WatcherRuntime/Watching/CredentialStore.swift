internal import Foundation

/// Finds the secret that a source needs, by the name of its file.
///
/// Looked up at every use, so that a secret that was renewed counts at once. Secrets are in no log and no fault.
package struct CredentialStore: Sendable {
    /// Searched in order: where systemd puts `LoadCredential=`, then `credentials/` of the configuration.
    private let directories: [String]

    /// Longer is no key.
    private static let longest = 4096

    package init(
        configurationDirectory: String, environment: [String: String] = ProcessInfo.processInfo.environment
    ) {
        directories =
            [environment["CREDENTIALS_DIRECTORY"]].compactMap(\.self) + [configurationDirectory + "/credentials"]
    }

    /// The first line of the file, without blanks around it.
    package func secret(_ name: String) throws(CredentialFault) -> String {
        for directory in directories {
            let path = "\(directory)/\(name)"
            guard let bytes = FileManager.default.contents(atPath: path) else { continue }
            guard bytes.count <= Self.longest,
                let line = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).first
            else { throw CredentialFault("\(path) holds no key: its first line is the key and nothing else") }
            let secret = line.trimmingCharacters(in: .whitespaces)
            guard !secret.isEmpty, secret.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
                throw CredentialFault("\(path) holds no key: a key is printable ASCII without blanks")
            }
            return secret
        }
        throw CredentialFault(
            "the key '\(name)' is missing: put it into the first line of \(directories.last ?? "credentials")/\(name), "
                + "readable by the user of whynow only")
    }
}

/// A key that is not there or no key.
package struct CredentialFault: Error, CustomStringConvertible {
    package var description: String

    init(_ description: String) { self.description = description }
}

import CurlTransfer
import Foundation
package import TriggerModel

/// A secret and how it goes into a request (RFC 7617, RFC 6750, or a header field of the site's own).
///
/// It prints as its form only, so that no log, fault or mirror can show it.
package struct RequestCredential: Hashable, Sendable, CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    private let secret: String
    package let form: SourceCredential.Form

    package init(secret: String, form: SourceCredential.Form) {
        self.secret = secret
        self.form = form
    }

    /// Leaves the origin it was meant for on no redirect.
    var header: HeaderField {
        switch form {
        case .basicUser:
            let user = Data("\(secret):".utf8).base64EncodedString()
            return HeaderField("Authorization", "Basic \(user)", isSecret: true)
        case .bearer: return HeaderField("Authorization", "Bearer \(secret)", isSecret: true)
        case .header(let name): return HeaderField(name, secret, isSecret: true)
        }
    }

    package var description: String {
        switch form {
        case .basicUser: "basic credential"
        case .bearer: "bearer credential"
        case .header(let name): "credential in \(name)"
        }
    }

    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}

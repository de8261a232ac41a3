import CurlTransfer

/// How fetching behaves as a whole.
package struct FetchSettings: Sendable {
    /// An e-mail address or a web page where the operator of a site reaches us.
    package var contact: String?
    /// Registrable domains that are not asked before `contact` is set: SEC refuses programs that do not declare one.
    package var contactHosts: Set<String>
    package var timeout: Duration
    package var connectTimeout: Duration
    package var maxBodyBytes: Int
    package var maxRedirects: Int

    package init(
        contact: String? = nil, contactHosts: Set<String> = ["sec.gov"], timeout: Duration = .seconds(60),
        connectTimeout: Duration = .seconds(15), maxBodyBytes: Int = 8 * 1024 * 1024, maxRedirects: Int = 5
    ) {
        self.contact = contact
        self.contactHosts = contactHosts
        self.timeout = timeout
        self.connectTimeout = connectTimeout
        self.maxBodyBytes = maxBodyBytes
        self.maxRedirects = maxRedirects
    }
}

/// Who we say that we are: the truth, with a way to complain.
package enum UserAgent {
    /// `whynow/1.2 (+ops@example.com)`; without a usable contact only the name.
    package static func text(version: String, contact: String?) -> String {
        guard let contact, isContact(contact) else { return "whynow/\(version)" }
        return "whynow/\(version) (+\(contact))"
    }

    /// An e-mail address or an http(s) URL that may stand in a header field.
    package static func isContact(_ text: String) -> Bool {
        guard text.utf8.count <= 200, text.utf8.allSatisfy({ (0x21...0x7e).contains($0) }),
            !text.contains(where: { "()<>\"\\".contains($0) })
        else { return false }
        if text.hasPrefix("http://") || text.hasPrefix("https://") { return (try? TransferURL(text)) != nil }
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".") && !parts[1].hasPrefix(".")
            && !parts[1].hasSuffix(".")
    }
}

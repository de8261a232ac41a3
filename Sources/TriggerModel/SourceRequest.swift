/// How a source is asked, where a plain GET of its address does not do.
///
/// Address and body may hold the placeholders `{today}`, `{today-30d}` (days of UTC, `2026-11-21`), `{page}`, `{offset}`
/// and `{timepoint}`.
package struct SourceRequest: Hashable, Sendable {
    package enum Method: String, Sendable, CaseIterable {
        case get = "GET"
        case post = "POST"
    }

    package var method: Method
    /// Of a POST; sent as JSON.
    package var body: String?
    /// What proves who asks; never part of address or configuration files that people pass on.
    package var credential: SourceCredential?

    package init(method: Method = .get, body: String? = nil, credential: SourceCredential? = nil) {
        self.method = method
        self.body = body
        self.credential = credential
    }
}

/// A secret by the name of the file that holds it, and how it goes into a request.
package struct SourceCredential: Hashable, Sendable {
    package enum Form: Hashable, Sendable {
        /// Basic authentication with the secret as user and an empty password (RFC 7617).
        case basicUser
        /// `Authorization: Bearer` (RFC 6750).
        case bearer
        /// A header field of this name.
        case header(String)
    }

    /// Name of the file: letters, digits, `-`, `_` and `.`; found in `$CREDENTIALS_DIRECTORY`, then in `credentials/`
    /// of the configuration directory.
    package var name: String
    package var form: Form

    package init(name: String, form: Form) {
        self.name = name
        self.form = form
    }
}

/// Further pages of one answer.
package struct Paging: Hashable, Sendable {
    /// `{page}` counts from here.
    package var first: Int
    /// `{offset}` grows by this with each page.
    package var step: Int
    /// Pages that one poll reads at most.
    package var most: Int
    /// JSON pointer to the address of the next page, or to a value that is true while there is one.
    package var more: String?

    package init(first: Int = 1, step: Int = 100, most: Int = 5, more: String? = nil) {
        self.first = first
        self.step = step
        self.most = most
        self.more = more
    }
}

/// A question with a known answer, asked when the source answers with nothing: tells empty from broken.
package struct ControlQuery: Hashable, Sendable {
    /// The source's own address where nil.
    package var url: String?
    package var body: String?
    /// Rows that the answer must have at least.
    package var atLeast: Int

    package init(url: String? = nil, body: String? = nil, atLeast: Int = 1) {
        self.url = url
        self.body = body
        self.atLeast = atLeast
    }
}

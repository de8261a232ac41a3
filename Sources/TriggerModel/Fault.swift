/// Something wrong with a source, a rule or the machine; it opens, ages and closes.
package struct Fault: Hashable, Sendable, Codable {
    /// What it is about: `source:edgar-8k`, `rules`, `spool`.
    package var scope: String
    /// Stable name: `dns`, `timeout`, `rate-limited`, `damaged`, `bad-reload` …
    package var kind: String
    /// What happened and what to do now.
    package var detail: String
    package var openedAt: Timestamp

    package init(scope: String, kind: String, detail: String, openedAt: Timestamp) {
        self.scope = scope
        self.kind = kind
        self.detail = detail
        self.openedAt = openedAt
    }
}

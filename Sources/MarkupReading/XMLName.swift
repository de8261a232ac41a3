/// Name of an element as a document wrote it; handed out once per distinct name and document.
package struct XMLName: Hashable, Sendable {
    package var local: String
    /// Prefix in the document, nil for none.
    package var prefix: String?
    /// nil where there is none, also where the prefix is not declared.
    package var namespace: String?

    package init(local: String, prefix: String? = nil, namespace: String? = nil) {
        self.local = local
        self.prefix = prefix
        self.namespace = namespace
    }
}

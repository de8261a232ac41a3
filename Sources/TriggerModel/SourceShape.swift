/// What a fit document of a source shows at least. One that does not is never compared with the last good one.
package struct SourceShape: Hashable, Sendable {
    /// Text that stands on every fit document, compared as bytes.
    package var marker: String?
    /// Rows or entries that a fit document holds at least.
    package var minimumRows: Int

    package init(marker: String? = nil, minimumRows: Int = 0) {
        self.marker = marker
        self.minimumRows = minimumRows
    }
}

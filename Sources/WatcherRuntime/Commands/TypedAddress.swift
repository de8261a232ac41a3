internal import ConfigLoading

/// An address as somebody types it.
enum TypedAddress {
    /// With `https://` where no scheme was typed, and without `feed:`; nil where it can be no web address.
    static func url(_ text: String) -> String? {
        var text = text.filter { !$0.isWhitespace && !$0.isNewline }
        if text.lowercased().hasPrefix("feed:") {
            text = String(text.dropFirst(5))
            if text.hasPrefix("//") { text = "https:" + text }
        }
        guard !text.contains("://") else { return SourceEntry.isWebAddress(text) ? text : nil }
        // A word alone is rather the id of a source, misspelt, than a host.
        let host = text.prefix { $0 != "/" }
        return host.contains { $0 == "." || $0 == ":" } && SourceEntry.isWebAddress("https://" + text)
            ? "https://" + text : nil
    }
}

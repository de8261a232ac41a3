/// Which languages write "12,5" for twelve and a half.
enum DecimalComma {
    /// - Parameter tag: a BCP 47 tag, as `de` or `es-MX`.
    static func isUsed(in tag: String) -> Bool {
        let parts = tag.lowercased().split { $0 == "-" || $0 == "_" }
        guard let language = parts.first, languages.contains(language) else { return false }
        return !parts.dropFirst().contains { pointRegions.contains($0) }
    }

    /// CLDR, "Number elements": languages whose decimal sign is the comma.
    private static let languages: Set<Substring> = [
        "de", "es", "fr", "it", "nl", "pt", "sv", "da", "nb", "nn", "no", "fi", "pl", "cs", "sk", "hu", "ro", "tr",
    ]
    /// Countries that write a point in a language of those: Mexico, Central America, Switzerland.
    private static let pointRegions: Set<Substring> = [
        "mx", "us", "pr", "do", "gt", "hn", "ni", "pa", "sv", "pe", "ch", "li",
    ]
}

/// What a newswire puts in front of a headline, tied to its first word by a hyphen: "BRIEF-Acme", "UPDATE 2-Acme".
enum WireLabel {
    private static let words: Set<String> = [
        "advisory", "brief", "corrected", "correction", "deals", "exclusive", "insight", "refile", "rpt", "text",
        "update",
        "wrapup",
    ]

    /// Makes the hyphen behind a label, or behind several in a row, a mark that parts it from the headline.
    static func part(_ scan: inout TextScan) {
        var index = 0
        while let end = end(of: scan, at: index) {
            scan.partByColon(end)
            index = end
        }
    }

    /// The token after the label and its number; nil where none begins at `index`.
    private static func end(of scan: TextScan, at index: Int) -> Int? {
        guard index + 1 < scan.tokens.count, scan.tokens[index].casing == .upper,
            scan.tokens[index].length > 2
        else { return nil }
        var end = index + 1
        if scan.tokens[end].traits.contains(.number), scan.tokens[end].breaks.isEmpty { end += 1 }
        guard end < scan.tokens.count, scan.tokens[end].breaks == .hyphen else { return nil }
        let word = scan.withFolded(scan.tokens[index]) { String(decoding: $0, as: UTF8.self) }
        return words.contains(word) ? end : nil
    }
}

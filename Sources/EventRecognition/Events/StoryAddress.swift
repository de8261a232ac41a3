/// The part of a link that names a story, whoever passes it on: host and path, without scheme, `www.`, tracking and marks.
enum StoryAddress {
    /// nil for the front page of a site, which names no story.
    static func of(_ url: String) -> String? {
        // By bytes: what parts an address is ASCII, and characters are slow to walk over.
        var rest = url[...]
        if let colon = rest.utf8.firstIndex(of: UInt8(ascii: ":")), rest[colon...].hasPrefix("://") {
            rest = rest[rest.utf8.index(colon, offsetBy: 3)...]
        }
        rest = rest[..<(rest.utf8.firstIndex(of: UInt8(ascii: "#")) ?? rest.endIndex)]
        let query = rest.utf8.firstIndex(of: UInt8(ascii: "?"))
        let path = rest[..<(query ?? rest.endIndex)]
        guard let slash = path.utf8.firstIndex(of: UInt8(ascii: "/")) else { return nil }
        var host = path[..<slash].lowercased()
        for prefix in ["www.", "m.", "amp."] where host.hasPrefix(prefix) { host.removeFirst(prefix.count) }
        var steps = path[slash...].split(separator: "/").map(String.init)
        if let last = steps.last?.lowercased(), ["index.html", "index.htm", "index.php", "amp"].contains(last) {
            steps.removeLast()
        }
        let kept = query.map { parameters(rest[rest.index(after: $0)...]) } ?? []
        guard !steps.isEmpty || !kept.isEmpty else { return nil }
        return host + "/" + steps.joined(separator: "/") + (kept.isEmpty ? "" : "?" + kept.joined(separator: "&"))
    }

    /// Those that name content, in one order; a link with a hundred of them is a trap, not an address.
    private static func parameters(_ query: Substring) -> [String] {
        query.split(separator: "&").prefix(20).map(String.init).filter { parameter in
            let name = parameter.prefix { $0 != "=" }.lowercased()
            return !name.hasPrefix("utm_") && !tracking.contains(name)
        }.sorted()
    }

    private static let tracking: Set<String> = [
        "fbclid", "gclid", "cmpid", "ref", "src", "source", "rss", "mc_cid", "mc_eid", "partner", "feedtype",
        "feedname",
        "tsrc", "soc_src", "soc_trk", "smid", "cid", "ncid",
    ]
}

/// Addresses in EDGAR's archive.
enum FilingAddress {
    static let site = "https://www.sec.gov/"

    /// `https://www.sec.gov/Archives/edgar/data/320193/000032019325000001/0000320193-25-000001-index.htm`; nil where
    /// one of the two is no number of EDGAR's.
    static func indexPage(cik: String, accession: String) -> String? {
        guard FilingItems.isAccession(accession), let cik = FilingItems.paddedCIK(cik) else { return nil }
        let number = cik.drop { $0 == "0" }
        guard !number.isEmpty else { return nil }
        let folder = accession.filter { $0 != "-" }
        return "\(site)Archives/edgar/data/\(number)/\(folder)/\(accession)-index.htm"
    }

    /// True for the address of a filing's index page.
    static func isIndexPage(_ url: String) -> Bool {
        WebAddress.isWeb(url) && (url.hasSuffix("-index.htm") || url.hasSuffix("-index.html"))
    }

    /// True for an address of the web that is not the Commission's: a mirror names its pages as it likes.
    static func isElsewhere(_ url: String) -> Bool {
        guard let host = origin(url)?.split(separator: "/").last else { return false }
        return host != "sec.gov" && !host.hasSuffix(".sec.gov")
    }

    /// The document of that name in the folder of `url`; nil for a name that EDGAR gives to no document.
    static func sibling(_ name: String, of url: String) -> String? {
        guard isDocumentName(name) else { return nil }
        return WebAddress.absolute(name, against: url)
    }

    /// Letters, digits, `.`, `-` and `_` (EDGAR Filer Manual volume II, 5.2.1.3), so no way out of the folder.
    static func isDocumentName(_ name: String) -> Bool {
        name.utf8.count <= 128 && !name.hasPrefix(".")
            && name.utf8.contains { ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 }
            && name.utf8.allSatisfy {
                ($0 | 0x20) &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == 0x2E || $0 == 0x2D || $0 == 0x5F
            }
    }

    /// Scheme, host and port alike: a page may not send the daemon elsewhere.
    static func isSameOrigin(_ one: String, _ other: String) -> Bool {
        guard let one = origin(one), let other = origin(other) else { return false }
        return one == other
    }

    private static func origin(_ url: String) -> String? {
        guard WebAddress.isWeb(url) else { return nil }
        let parts = url.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: true)
        guard parts.count >= 2 else { return nil }
        let host = parts[1].prefix { $0 != "?" && $0 != "#" }
        return "\(parts[0])//\(host)".lowercased()
    }

    /// Last component of the path.
    static func name(of url: String) -> String? {
        let path = url.prefix { $0 != "?" && $0 != "#" }
        return path.split(separator: "/", omittingEmptySubsequences: false).last.flatMap {
            $0.isEmpty ? nil : String($0)
        }
    }
}

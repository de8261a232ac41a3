package import MarkupReading
package import TriggerModel

/// Subscription lists as feed readers exchange them (http://opml.org/spec2.opml).
package enum OPML {
    package struct Reading: Sendable {
        /// Of the list.
        package var title: String?
        /// In the list's order; the same feed may stand in it more than once.
        package var feeds: [OPMLFeed]
        package var damages: [MarkupDamage]

        /// One line per damage, for people.
        package var damageLines: [String] { damages.map(\.description) }
    }

    /// Why a file gave no feed.
    package struct Fault: Error, Hashable, Sendable, CustomStringConvertible {
        package var description: String
    }

    /// Reads a list whatever its nesting and however damaged: outlines with a feed's address count wherever they stand.
    ///
    /// A file without one is a fault, unless it is a sound list that is empty.
    package static func read(
        _ bytes: [UInt8], contentType: String? = nil, limits: MarkupLimits = .standard
    ) -> Result<Reading, Fault> {
        var scan = OPMLScan(mostFeeds: limits.items)
        let (_, report) = XMLPushReader(limits: limits).read(bytes, contentType: contentType, into: &scan)
        var damages = report.damages
        if scan.isFinished { damages.append(MarkupDamage(.tooManyItems, detail: "more than \(limits.items) feeds")) }
        guard !scan.feeds.isEmpty || scan.root == "opml" else {
            return .failure(Fault(description: fault(root: scan.root)))
        }
        if scan.feeds.isEmpty, let damage = damages.first {
            return .failure(Fault(description: "the list is damaged and no feed could be recovered: \(damage)"))
        }
        if scan.root != "opml" {
            damages.append(
                MarkupDamage(.notWellFormed, line: 1, detail: "the root is <\(scan.root.prefix(40))>, not <opml>"))
        }
        return .success(Reading(title: scan.title, feeds: scan.feeds, damages: damages))
    }

    private static func fault(root: String) -> String {
        switch root {
        case "": "not OPML: there is no element in it"
        case "rss", "feed", "RDF": "a feed, not a list of feeds; add its address with 'whynow sources add'"
        case "html": "an HTML page, not OPML; export the subscriptions of the feed reader as OPML"
        default: "not OPML: the root is <\(root.prefix(40))> and no outline names a feed"
        }
    }

    /// The feeds among `sources`, one outline each; disabled ones as comments, which `read` gives back as switched off.
    package static func write(_ sources: [Source], title: String = "whynow sources") -> String {
        var text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <opml version="2.0">
              <head>
                <title>\(escaped(title))</title>
              </head>
              <body>

            """
        for source in sources where source.kind == .feed {
            let name = escaped(source.name)
            let comment = source.isEnabled ? "" : " isComment=\"true\""
            text += "    <outline type=\"rss\" text=\"\(name)\" title=\"\(name)\" "
            text += "xmlUrl=\"\(escaped(source.url))\"\(comment)/>\n"
        }
        return text + "  </body>\n</opml>\n"
    }

    /// For text and for attributes in double quotes; what XML 1.0 section 2.2 does not allow is left out.
    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\n", "\r", "\t": result += "&#\(scalar.value);"
            case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: break
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}

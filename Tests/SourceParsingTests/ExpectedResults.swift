import Foundation
import MarkupReading
import TriggerModel

@testable import SourceParsing

/// Results that other projects' authors expect of captured feeds, read into one shape.
struct ExpectedEntry {
    var id: String?
    var title: String?
    var link: String?
    /// RFC 3339 UTC to the second.
    var date: String?
    /// Markup as expected.
    var text: String?
}

enum ExpectedResults {
    /// Paths of captured feeds that carry a result, with the result.
    static func all() throws -> [(path: String, entries: [ExpectedEntry])] {
        var all: [(String, [ExpectedEntry])] = []
        let paths = try Corpus.paths()
        for path in paths.sorted() where path.hasPrefix("feeds/") {
            if path.hasSuffix(".serde.json") {
                let stem = path.dropLast(".serde.json".count)
                guard let feed = paths.first(where: { $0 == stem + ".xml" || $0 == stem + ".json" }) else { continue }
                all.append((feed, try entries(path, "entries", feedRS)))
            } else if path.hasPrefix("feeds/rss-parser/expected/") {
                let stem = path.split(separator: "/").last!.dropLast(".json".count)
                guard
                    let feed = paths.first(where: {
                        $0.hasPrefix("feeds/rss-parser/\(stem).") && !$0.hasSuffix(".json")
                    })
                else { continue }
                all.append((feed, try entries(path, "items", rssParser)))
            }
        }
        return all
    }

    private static func entries(
        _ path: String, _ list: String, _ read: ([String: Any]) -> ExpectedEntry
    ) throws -> [ExpectedEntry] {
        // One of the files is written in Latin-1.
        let text = TextDecoding.decode(try Corpus.bytes(path)).utf8
        let value = try JSONSerialization.jsonObject(with: Data(text)) as? [String: Any]
        let feed = value?["feed"] as? [String: Any] ?? value
        return (feed?[list] as? [[String: Any]] ?? []).map(read)
    }

    /// feed-rs: `published` and `updated` stand in for each other.
    private static func feedRS(_ entry: [String: Any]) -> ExpectedEntry {
        func content(_ name: String, _ key: String) -> String? { (entry[name] as? [String: Any])?[key] as? String }
        let links = entry["links"] as? [[String: Any]] ?? []
        let link =
            links.first { ($0["rel"] as? String) == "alternate" && ($0["media_type"] as? String) == "text/html" }
            ?? links.first { ($0["rel"] as? String ?? "alternate") == "alternate" }
        return ExpectedEntry(
            id: entry["id"] as? String, title: content("title", "content"), link: link?["href"] as? String,
            date: (entry["published"] as? String ?? entry["updated"] as? String).map(seconds),
            text: content("content", "body") ?? content("summary", "content"))
    }

    private static func rssParser(_ entry: [String: Any]) -> ExpectedEntry {
        let isoDate = (entry["isoDate"] as? String).map(seconds)
        return ExpectedEntry(
            id: entry["id"] as? String ?? entry["guid"] as? String ?? entry["rdf:about"] as? String,
            title: entry["title"] as? String, link: entry["link"] as? String, date: isoDate,
            text: entry["content:encoded"] as? String ?? entry["content"] as? String ?? entry["summary"] as? String)
    }

    /// Without the fraction of a second.
    private static func seconds(_ date: String) -> String {
        date.contains(".") ? date.prefix { $0 != "." } + "Z" : date
    }
}

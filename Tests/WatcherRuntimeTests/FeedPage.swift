import LoopbackServer
import TriggerModel

/// An Atom feed of our own making.
struct FeedPage {
    struct Entry {
        var id: String
        var link: String
        var title: String
        /// As it is written into the feed; nil leaves it out.
        var date: Timestamp?
    }

    var entries: [Entry]
    /// Where older entries are (RFC 5005).
    var next: String?
    var built: Timestamp?

    /// Entries by their numbers, each an hour younger than the one before; number 0 is of `start`.
    static func numbered(_ numbers: some Sequence<Int>, from start: Timestamp, next: String? = nil) -> FeedPage {
        FeedPage(
            entries: numbers.sorted(by: >).map { number in
                Entry(
                    id: "urn:harrow:\(number)", link: "https://harrow.example/news/\(number)",
                    title: title(number), date: start.adding(seconds: 3600 * number))
            }, next: next)
    }

    static func title(_ number: Int) -> String { "Harrow Mills repaints gate number \(number)" }

    var text: String {
        var lines = [
            "<?xml version=\"1.0\" encoding=\"utf-8\"?><feed xmlns=\"http://www.w3.org/2005/Atom\">",
            "<title>Harrow Mills</title><id>urn:harrow</id>",
        ]
        if let built { lines.append("<updated>\(built)</updated>") }
        if let next { lines.append("<link rel=\"next\" href=\"\(next)\"/>") }
        for entry in entries {
            let date = entry.date.map { "<published>\($0)</published>" } ?? ""
            lines.append(
                "<entry><id>\(entry.id)</id><title>\(entry.title)</title><link href=\"\(entry.link)\"/>\(date)</entry>")
        }
        return lines.joined(separator: "\n") + "</feed>"
    }

    var route: LoopbackRoute { .text(text, type: "application/atom+xml; charset=utf-8") }
}

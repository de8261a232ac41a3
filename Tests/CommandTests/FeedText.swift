import TriggerModel

/// One entry of a feed that a test serves.
struct Story {
    var id: String
    var title: String
    var at: Timestamp
    var summary: String = ""
}

/// Feeds as a server would send them.
enum FeedText {
    /// An Atom feed (RFC 4287) of stories.
    static func atom(_ title: String, _ stories: [Story]) -> String {
        let entries = stories.map { story in
            """
            <entry>
            <title>\(escaped(story.title))</title>
            <id>urn:story:\(story.id)</id>
            <link rel="alternate" href="https://news.example/\(story.id)"/>
            <published>\(story.at)</published>
            <updated>\(story.at)</updated>
            <summary>\(escaped(story.summary))</summary>
            </entry>

            """
        }
        return """
            <?xml version="1.0" encoding="utf-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom">
            <title>\(escaped(title))</title>
            <id>urn:feed:\(escaped(title))</id>
            <updated>\(stories.map(\.at).max() ?? Timestamp(seconds: 0))</updated>
            \(entries.joined())</feed>

            """
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
    }
}

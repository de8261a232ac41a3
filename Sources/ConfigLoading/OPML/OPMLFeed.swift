/// One feed of a subscription list.
package struct OPMLFeed: Hashable, Sendable {
    /// As its reader saw it; nil where the list does not say.
    package var title: String?
    /// Address of the feed as written, `feed:` prefixes resolved; need not be a web address.
    package var url: String
    /// Page that the feed belongs to.
    package var page: String?
    /// Names of the outlines around it, from outside in.
    package var group: [String]
    /// Its `category`: names separated by commas, paths by slashes (OPML 2.0, "category").
    package var categories: [String]
    /// True where it, or an outline around it, is marked `isComment`: kept, but not read.
    package var isSwitchedOff: Bool

    package init(
        title: String? = nil, url: String, page: String? = nil, group: [String] = [], categories: [String] = [],
        isSwitchedOff: Bool = false
    ) {
        self.title = title
        self.url = url
        self.page = page
        self.group = group
        self.categories = categories
        self.isSwitchedOff = isSwitchedOff
    }
}

/// A headline, read once somebody asks: most events are told from another by their companies.
final class ToldHeadline {
    let title: String
    private(set) lazy var headline = StoryHeadline(title)

    init(_ title: String) { self.title = title }

    /// A heading, and whom it is about.
    private(set) lazy var notice: (heading: String, of: SubjectKey)? = {
        guard let colon = title.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let about = SubjectKey(String(title[title.utf8.index(after: colon)...].prefix(200)))
        return about.words.isEmpty ? nil : (title[..<colon].lowercased(), about)
    }()
}

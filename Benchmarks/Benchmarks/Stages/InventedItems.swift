import TriggerModel

/// Items as a parser would have read them.
enum InventedItems {
    static func item(_ story: InventedStory, source: String = "newsroom") -> Item {
        Item(
            source: source, id: "\(source)-\(story.number)", url: "https://\(source).example/news/\(story.number)",
            title: story.title, summary: story.text, published: story.published, authors: [source],
            categories: ["Business"], language: "en")
    }

    /// The items of one document of a source.
    static func document(of source: String, first: Int) -> [Item] {
        (first..<first + InventedFeeds.itemsEach).map { item(InventedStory($0), source: source) }
    }
}

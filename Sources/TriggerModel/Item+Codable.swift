/// The item contract (DESIGN.md section 6): every key present, unknown as null or an empty array.
extension Item: Codable {
    private enum Key: String, CodingKey {
        case source, id, url, title, summary, content, published, updated, authors, categories, language, filing
        case activity
    }

    /// Only what a reader of foreign NDJSON can rely on is required: `title` is checked by the caller.
    package init(from decoder: any Decoder) throws {
        let keys = try decoder.container(keyedBy: Key.self)
        source = try keys.decodeIfPresent(String.self, forKey: .source) ?? ""
        id = try keys.decodeIfPresent(String.self, forKey: .id) ?? ""
        url = try keys.decodeIfPresent(String.self, forKey: .url)
        title = try keys.decodeIfPresent(String.self, forKey: .title)
        summary = try keys.decodeIfPresent(String.self, forKey: .summary)
        content = try keys.decodeIfPresent(String.self, forKey: .content)
        published = try keys.decodeIfPresent(Timestamp.self, forKey: .published)
        updated = try keys.decodeIfPresent(Timestamp.self, forKey: .updated)
        authors = try keys.decodeIfPresent([String].self, forKey: .authors) ?? []
        categories = try keys.decodeIfPresent([String].self, forKey: .categories) ?? []
        language = try keys.decodeIfPresent(String.self, forKey: .language)
        filing = try keys.decodeIfPresent(Filing.self, forKey: .filing)
        activity = try keys.decodeIfPresent(Activity.self, forKey: .activity)
    }

    package func encode(to encoder: any Encoder) throws {
        var keys = encoder.container(keyedBy: Key.self)
        try keys.encode(source, forKey: .source)
        try keys.encode(id, forKey: .id)
        try keys.encode(url, forKey: .url)
        try keys.encode(title, forKey: .title)
        try keys.encode(summary, forKey: .summary)
        try keys.encode(content, forKey: .content)
        try keys.encode(published, forKey: .published)
        try keys.encode(updated, forKey: .updated)
        try keys.encode(authors, forKey: .authors)
        try keys.encode(categories, forKey: .categories)
        try keys.encode(language, forKey: .language)
        try keys.encode(filing, forKey: .filing)
        try keys.encodeIfPresent(activity, forKey: .activity)
    }
}

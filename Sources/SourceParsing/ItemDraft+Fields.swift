/// What the texts of an entry's elements say; of several the first counts.
extension ItemDraft {
    mutating func read(_ element: FeedElement, _ text: inout FeedText, _ scope: borrowing FeedScope) {
        switch element {
        case .title: if title == nil { title = text.readable(isTitle: true) }
        case .fallbackTitle: if fallbackTitle == nil { fallbackTitle = text.readable(isTitle: true) }
        case .summary, .description: if summary == nil { summary = text.readable(isTitle: false) }
        case .subtitle, .fallbackText: if fallbackText == nil { fallbackText = text.readable(isTitle: false) }
        case .fallbackSubtitle: if fallbackSubtitle == nil { fallbackSubtitle = text.readable(isTitle: false) }
        case .content, .encoded, .body: if content == nil { content = text.readable(isTitle: false) }
        case .link:
            if linkRank < 4, let address = text.address(against: scope.base) {
                link = address
                linkRank = 4
            }
        case .guid:
            if guid == nil { guid = text.trimmed }
            guidIsLink = guidTag == true
            guidIsNoLink = guidTag == false
        case .id: if guid == nil { guid = text.trimmed }
        case .originalLink: originalLink = text.trimmed
        case .published: if published == nil { published = text.time }
        case .updated: if updated == nil { updated = text.time }
        case .date, .created: if date == nil { date = text.time }
        case .creator: if let name = text.label.flatMap(PersonName.read) { addAuthor(name) }
        case .fallbackAuthor: if fallbackAuthor == nil { fallbackAuthor = text.label.flatMap(PersonName.read) }
        case .category: if let name = categoryTerm ?? text.label { addCategory(name) }
        case .subject: if let name = text.label { addCategory(name) }
        case .language: if language == nil { language = text.trimmed }
        default: break
        }
    }

    /// Feeds that went through a writer of HTML have `<link/>` and the address behind it.
    mutating func readLinkBehind(_ piece: Swift.Span<UInt8>, base: String?) {
        guard link == nil else { return }
        piece.withUnsafeBufferPointer { piece in
            guard let text = piece.trimmedText, WebAddress.isWeb(text) else { return }
            link = WebAddress.absolute(text, against: base)
        }
    }
}

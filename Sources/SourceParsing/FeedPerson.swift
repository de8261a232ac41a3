/// A person whose element is being read: RSS writes the name into it, Atom into elements of its own (RFC 4287 section
/// 3.2).
struct FeedPerson {
    private var name: String?
    private var email: String?
    private var uri: String?

    /// What the person is called, by the best that is known; nil where nothing is.
    var called: String? { name ?? email ?? uri }

    mutating func read(_ element: FeedElement, _ text: inout FeedText) {
        switch element {
        case .personName: name = text.label
        case .personEmail: email = text.trimmed
        case .personURI: uri = text.trimmed
        default:
            // The element's own text, where it has no elements.
            if name == nil, email == nil, let text = text.label { name = PersonName.read(text) }
        }
    }
}

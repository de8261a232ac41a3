/// Short lines of a page that belong to its furniture: links to other stories, buttons, notices, bylines.
enum Furniture {
    /// `text` is one line. A linked one is furniture where it begins with words that lead elsewhere.
    static func isLine(_ text: String, isLinked: Bool) -> Bool {
        let words = text.lowercased()
        if exact.contains(words.trimmingMarks) { return true }
        if isLinked, leads.begins(words) { return true }
        return false
    }

    /// A line that announces other stories: "More from the Courier", "Das könnte Sie auch interessieren".
    static func announcesOthers(_ text: String) -> Bool {
        guard text.utf8.count <= 80 else { return false }
        let words = text.lowercased().trimmingMarks
        return others.contains(words) || othersBegin.begins(words)
    }

    private static let othersBegin = ArticlePhrases([
        "more from ", "more on ", "more stories", "related ", "you may also", "you might also", "you may like",
        "recommended for", "most read", "most popular", "popular in", "trending ", "latest news", "latest stories",
        "read more about", "other stories", "mehr zum thema", "mehr aus", "das könnte", "lesen sie auch",
        "auch interessant",
        "más noticias", "más sobre", "te puede interesar", "noticias relacionadas", "lo más", "sur le même",
        "à lire aussi",
        "articles liés", "les plus lus", "leggi anche", "articoli correlati", "lees ook",
    ])

    private static let others: Set<String> = [
        "related", "popular", "trending", "keep reading", "read next", "recommended", "recommendations", "also read",
        "read also", "see also", "more news", "more", "latest", "up next", "don't miss", "weitere artikel",
        "ähnliche artikel",
        "meistgelesen", "relacionadas", "relacionados", "comments", "leave a comment", "leave a reply", "kommentare",
        "comentarios", "commentaires", "関連記事", "おすすめ情報", "関連キーワード", "相关新闻", "相关阅读",
    ]

    /// A notice of the publisher to its readers: newsletters, cookies, subscriptions, commissions.
    static func isNotice(_ text: String) -> Bool {
        guard text.utf8.count <= 700 else { return false }
        let words = text.lowercased()
        return notices.isFound(in: words)
    }

    private static let notices = ArticlePhrases([
        "sign up for our", "subscribe to our newsletter", "sign up to our", "our newsletter", "daily newsletter",
        "delivered to your inbox", "straight to your inbox", "in your inbox", "read our privacy policy",
        "see our privacy", "our privacy policy", "terms of service and privacy", "unsubscribe at any time",
        "affiliate links", "affiliate-links", "affiliate commission", "earn a commission", "join us on whatsapp",
        "we use cookies", "accept cookies", "cookie policy", "cookie settings", "sign in or create an account",
        "to continue reading", "already a subscriber", "this article is for subscribers", "register to continue",
        "unseren newsletter", "newsletter abonnieren", "wir verwenden cookies", "datenschutzerklärung",
        "jetzt abonnieren",
        "nuestro boletín", "suscríbete a", "utilizamos cookies", "política de privacidad", "notre newsletter",
        "nous utilisons des cookies", "abonnez-vous", "会員限定", "会員登録",
    ])

    /// Beginnings of lines that lead to another story or service.
    private static let leads = ArticlePhrases([
        "read more", "read also", "also read", "read next", "read the full", "see also", "related:", "related story",
        "more:", "more from", "more on", "watch:", "listen:", "click here", "sign up", "subscribe", "follow us",
        "download the", "get the", "join ", "recommended", "don't miss", "don’t miss", "must read", "up next",
        "mehr zum thema", "lesen sie auch", "lesen sie mehr", "mehr dazu", "auch interessant", "weiterlesen",
        "leer más", "lea también", "lee también", "te puede interesar", "ver también", "más información",
        "lire aussi", "à lire aussi", "lire la suite", "voir aussi", "en savoir plus", "sur le même sujet",
        "leggi anche", "(leggi anche", "(read more", "(read also", "[read more", "lees ook", "leia também", "leia mais",
    ])

    private static let exact: Set<String> = [
        "advertisement", "advertisement - scroll to continue", "article continues below", "story continues below",
        "continue reading", "close", "caption", "share", "share this", "share this article", "print", "email", "tweet",
        "comments", "read more", "read next", "related", "related articles", "related stories", "related links",
        "loading", "sponsored", "promoted", "article content", "back to top", "sign up", "subscribe", "anzeige",
        "werbung", "publicidad", "publicité", "copy link", "save", "listen to article", "view comments",
        "back to gallery",
        "follow us", "more stories", "see more", "show more", "view more", "play", "video", "photo", "photos",
    ]
}

extension String {
    /// Without the marks and spaces around it that only decorate a line.
    var trimmingMarks: String {
        let marks: Set<Character> = [
            " ", ":", "-", "–", "—", "|", "•", "»", "›", "→", "▶", "[", "]", "(", ")", "*", ".", "…",
        ]
        guard let first = firstIndex(where: { !marks.contains($0) }),
            let last = lastIndex(where: { !marks.contains($0) })
        else { return "" }
        return String(self[first...last])
    }
}

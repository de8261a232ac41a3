import MarkupReading

/// What the attributes of an element say about its part in the page: authors of pages name these in many ways, with the
/// same few words.
enum ArticleLabel {
    /// Nothing that helps.
    case none
    /// The article's text: `articleBody`, `entry-content`.
    case body
    /// Beside the article for sure: teasers, shares, advertisements, notices.
    case beside
    /// What readers wrote, often more than the article.
    case discussion
    /// About the article rather than of it: byline, date, tags, caption.
    case about

    static func of(_ node: HTMLNode) -> ArticleLabel {
        var known: [String: ArticleLabel] = [:]
        return of(node, known: &known)
    }

    /// `known` keeps the labels of values that were met before, for pages repeat the same few.
    static func of(_ node: HTMLNode, known: inout [String: ArticleLabel]) -> ArticleLabel {
        guard node.hasAttributes else { return .none }
        if let part = node.attribute("itemprop"), part.contains("articleBody") { return .body }
        if let role = node.attribute("role"), besideRoles.contains(role) { return .beside }
        var label = ArticleLabel.none
        for name in names {
            guard let value = node.attribute(name), value.utf8.count <= 400 else { continue }
            let found = known[value] ?? of(value)
            known[value] = found
            switch found {
            case .none: continue
            case .body: return .body
            case .discussion: return .discussion
            case .beside: label = .beside
            case .about: if label != .beside { label = .about }
            }
        }
        return label
    }

    private static let names = ["class", "id", "data-component", "data-testid", "data-block", "data-module"]

    /// By the words of one value; several classes are judged one by one, the strongest counts.
    private static func of(_ value: String) -> ArticleLabel {
        var label = ArticleLabel.none
        for name in value.utf8.split(whereSeparator: { $0 <= 0x20 }) {
            switch of(name: words(of: name)) {
            case .none: continue
            case .body: return .body
            case .discussion: return .discussion
            case .beside: label = .beside
            case .about: if label != .beside { label = .about }
            }
        }
        return label
    }

    private static func of(name words: [String]) -> ArticleLabel {
        let whole = words.joined()
        if bodyNames.contains(whole) { return .body }
        for (index, word) in words.enumerated() {
            if discussionWords.contains(word) { return .discussion }
            if besideWords.contains(word) { return .beside }
            if index > 0, besidePairs.contains(words[index - 1] + word) { return .beside }
        }
        return words.contains(where: aboutWords.contains) ? .about : .none
    }

    /// `article-body__relatedLinks2` is article, body, related, links.
    private static func words(of name: Substring.UTF8View) -> [String] {
        var words: [String] = []
        var word: [UInt8] = []
        var wasSmall = false
        func end() {
            if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
            word.removeAll(keepingCapacity: true)
        }
        for byte in name {
            let isCapital = byte &- 0x41 < 26
            guard isCapital || byte &- 0x61 < 26 || byte >= 0x80 else {
                end()
                wasSmall = false
                continue
            }
            if isCapital, wasSmall { end() }
            word.append(isCapital ? byte | 0x20 : byte)
            wasSmall = !isCapital
        }
        end()
        return words
    }

    private static func set(_ words: String) -> Set<String> {
        Set(words.split(whereSeparator: \.isWhitespace).map(String.init))
    }

    private static let besideRoles = set(
        "navigation complementary contentinfo banner search dialog alertdialog menu toolbar")

    private static let bodyNames = set(
        """
        articlebody articlecontent articletext articlebodycontent articlebodytext entrycontent postcontent postbody
        storybody storycontent storytext bodytext bodycopy articlecopy contentbody articlemaincontent maincontentarticle
        newsbody newstext newscontent pressrelease releasebody singlecontent postentry articleparagraphs theartikel
        artikeltext artikelinhalt cuerponoticia cuerpoarticulo textonoticia corpsarticle articlecontents
        """)

    private static let discussionWords = set("comment comments commentlist disqus replies livefyre spotim")

    private static let besideWords = set(
        """
        related relateds recommended recommendation recommendations recirc recirculation share shares sharing sharebar
        sharedaddy sharetools addthis social socials newsletter newsletters signup subscribe subscription subscriptions
        cookie cookies consent gdpr onetrust breadcrumb breadcrumbs
        sidebar advert adverts ad ads advertisement advertising adslot adunit dfp sponsor sponsored sponsors outbrain taboola
        promo promos promotion footer nav navi navigation navbar menu menus pagination pager paging trending mostread
        mostpopular readmore readnext upnext teaser teasers paywall login modal popup lightbox overlay donate donation
        toolbar skiplink jwplayer videoplayer embedcard piano poll quiz carousel slideshow slider gallery masthead
        noprint paywalled meteredcontent regwall
        """)

    private static let besidePairs = set(
        """
        readmore readnext readalso alsoread moreon morefrom morestories morenews seealso upnext nextarticle nextpost
        prevpost previouspost postnavigation mostread mostpopular mostviewed youmay editorspicks inthisarticle followus
        tellus skipto jumpto backto printonly leerm\u{E1}s vertambien mehrzum
        """)

    private static let aboutWords = set(
        """
        byline bylines author authors authorbox bio biography meta metadata date dates dateline timestamp time published
        publishdate pubdate posted updated tag tags taglist topics keywords category categories caption captions credit
        credits copyright source figcaption video player media rating ratings widget banner print toc disclaimer
        correction corrections infobox tooltip label labels avatar counter counts permalink
        """)
}

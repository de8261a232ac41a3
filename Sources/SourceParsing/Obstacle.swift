import TriggerModel

/// Pages that servers send in an article's place, told by their titles and few words.
enum Obstacle {
    /// Letters of a text above which a page says too much to be one of these.
    private static let longest = 3000

    static func of(_ page: Item, _ bytes: [UInt8]) -> ParseFault? {
        let title = (page.title ?? "").lowercased()
        let text = String((page.content ?? "").lowercased().prefix(longest))
        func isTitled(_ phrases: ArticlePhrases) -> Bool { phrases.isFound(in: title) }
        func says(_ phrases: ArticlePhrases) -> Bool {
            (page.content?.utf8.count ?? 0) < longest && phrases.isFound(in: text)
        }
        let name = page.title.map { ": \"\($0.prefix(60))\"" } ?? ""
        if isTitled(challengeTitles) || says(challengePhrases) {
            return ParseFault(.challenge, "a check for robots, not the article\(name)")
        }
        if isTitled(errorTitles) || title.hasPrefix("404") || title.hasPrefix("500") || title.hasPrefix("503")
            || says(errorPhrases)
        {
            return ParseFault(.errorPage, "an error page, not the article\(name)")
        }
        if isTitled(consentTitles) || says(consentPhrases) {
            return ParseFault(.consent, "a question about cookies, not the article\(name)")
        }
        if isTitled(loginTitles) || says(loginPhrases) || asksForPassword(bytes) {
            return ParseFault(.login, "a page that asks to log in, not the article\(name)")
        }
        return nil
    }

    private static let challengeTitles = ArticlePhrases([
        "just a moment", "attention required", "access denied", "are you a robot", "robot or human", "security check",
        "pardon our interruption", "verify you are human", "ddos-guard", "human verification", "request rejected",
    ])
    private static let challengePhrases = ArticlePhrases([
        "enable javascript and cookies to continue", "checking your browser", "verify you are human", "unusual traffic",
        "verifying you are human", "complete the security check", "you have been blocked",
        "request unsuccessful. incapsula",
        "please enable js and disable any ad blocker", "press & hold",
    ])
    private static let errorTitles = ArticlePhrases([
        "page not found", "not found", "error 404", "internal server error", "bad gateway", "service unavailable",
        "page unavailable", "seite nicht gefunden", "nicht gefunden", "página no encontrada", "page introuvable",
        "something went wrong", "temporarily unavailable", "forbidden",
    ])
    private static let errorPhrases = ArticlePhrases([
        "the page you requested could not be found", "the page you are looking for", "page cannot be found",
        "page can't be found", "page can’t be found", "no longer available", "die gewünschte seite",
        "la página que buscas",
    ])
    private static let consentTitles = ArticlePhrases([
        "before you continue", "cookie consent", "your privacy choices", "privacy settings", "datenschutzeinstellungen",
        "configuración de privacidad", "we value your privacy",
    ])
    private static let consentPhrases = ArticlePhrases([
        "we and our partners store", "we and our partners use", "accept all cookies", "reject all", "alle akzeptieren",
        "aceptar todas", "tout accepter", "wir und unsere partner", "nosotros y nuestros socios",
    ])
    private static let loginTitles = ArticlePhrases([
        "log in", "login", "sign in", "subscribe to read", "subscribe to continue", "anmelden", "einloggen",
        "iniciar sesión", "se connecter", "connexion", "register to",
    ])
    private static let loginPhrases = ArticlePhrases([
        "log in to continue", "sign in to continue", "subscribe to continue reading", "already a subscriber",
        "please log in", "this article is for subscribers", "bereits abonnent",
    ])

    private static let passwords = ArticlePhrases(["type=\"password\"", "type='password'", "type=password"])

    private static func asksForPassword(_ bytes: [UInt8]) -> Bool {
        let text = String(decoding: bytes.prefix(512 << 10), as: UTF8.self).lowercased()
        return passwords.isFound(in: text)
    }
}

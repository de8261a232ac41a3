/// Words and marks of pages that stand in the way, in lower case; the languages are those of the sites people watch.
enum PageFitnessWords {
    static let challengeTitles = [
        "just a moment", "attention required! | cloudflare", "access denied", "pardon our interruption",
        "robot or human",
        "are you a robot", "security check", "bot verification", "ddos-guard", "human verification",
        "checking your browser",
        "einen moment", "nur einen moment", "zugriff verweigert", "un instant", "accès refusé", "un momento",
        "acceso denegado", "accesso negato", "acesso negado", "toegang geweigerd", "доступ запрещ", "访问验证",
        "アクセスが拒否",
    ]

    static let challengeMarks: [(mark: String, name: String)] = [
        ("_incapsula_resource", "Imperva"), ("px-captcha", "HUMAN"), ("captcha-delivery.com", "DataDome"),
        ("gokuprops", "AWS WAF"), ("awswafcaptcha", "AWS WAF"), ("cf-browser-verification", "Cloudflare"),
        ("cf_chl_opt", "Cloudflare"), ("/cdn-cgi/challenge-platform", "Cloudflare"), ("cf-turnstile", "Cloudflare"),
        ("g-recaptcha", "reCAPTCHA"), ("recaptcha/api.js", "reCAPTCHA"), ("h-captcha", "hCaptcha"),
        ("hcaptcha.com", "hCaptcha"), ("sgcaptcha", "SiteGround"), ("errors.edgesuite.net", "Akamai"),
        ("sec-if-cpt-container", "Akamai"), ("/_sec/cp_challenge", "Akamai"), ("geetest", "GeeTest"),
        ("friendlycaptcha", "Friendly Captcha"), ("frc-captcha", "Friendly Captcha"),
        ("__ddg", "DDoS-Guard"), ("_guard/auto.js", "a guard script"), ("kpsdk", "Kasada"),
    ]

    static let refusals = [
        "access denied", "you have been blocked", "verify you are human", "verify that you are human",
        "are you a human", "not a robot", "unusual traffic", "automated access", "automated tool", "automated requests",
        "enable javascript and cookies to continue", "zugriff verweigert", "ungewöhnlichen datenverkehr",
        "kein roboter", "accès refusé", "pas un robot", "trafic inhabituel", "acceso denegado", "no soy un robot",
        "accesso negato", "non sono un robot", "доступ запрещ", "我不是机器人", "私はロボットではありません",
    ]

    static let rateLimits = [
        "too many requests", "rate limit exceeded", "request rate threshold exceeded", "rate limited",
        "zu viele anfragen", "trop de requêtes", "demasiadas solicitudes", "demasiadas peticiones", "troppe richieste",
        "te veel verzoeken", "muitas solicitações", "слишком много запросов", "请求过于频繁", "リクエストが多すぎ",
    ]

    static let signIns = [
        "sign in", "signin", "log in", "login", "log on", "anmelden", "anmeldung", "einloggen", "connexion",
        "se connecter", "identifiez-vous", "iniciar sesión", "inicio de sesión", "accedi", "inloggen", "aanmelden",
        "entrar", "logga in", "log ind", "logowanie", "вход", "войти", "登录", "ログイン", "로그인",
    ]

    static let notFound = [
        "page not found", "not found", "page cannot be found", "page can't be found", "no longer exists",
        "does not exist",
        "page doesn't exist", "nicht gefunden", "existiert nicht", "introuvable", "n'existe pas", "n’existe pas",
        "no encontrada", "no encontrado", "no existe", "non trovata", "non trovato", "non esiste", "niet gevonden",
        "bestaat niet", "não encontrada", "não existe", "nie znaleziono", "nie istnieje", "hittades inte", "finns inte",
        "ikke fundet", "findes ikke", "ikke funnet", "ei löydy", "nenalezena", "не найдена", "не существует", "页面不存在",
        "找不到", "見つかりません", "찾을 수 없습니다",
    ]

    static let maintenance = [
        "maintenance", "temporarily unavailable", "service unavailable", "be right back", "be back soon",
        "internal server error", "bad gateway", "gateway time-out", "gateway timeout", "application error",
        "runtime error", "database error", "something went wrong", "error establishing a database connection",
        "wartung", "vorübergehend nicht", "nicht verfügbar", "temporairement", "indisponible", "mantenimiento",
        "no disponible", "manutenzione", "non disponibile", "onderhoud", "manutenção", "underhåll", "vedligeholdelse",
        "konserwacj", "technická údržba", "технические работы", "维护", "メンテナンス", "점검",
    ]

    static let consent = [
        "before you continue", "we value your privacy", "your privacy", "cookie consent", "privacy settings",
        "accept cookies", "accept all cookies", "bevor sie fortfahren", "ihre privatsphäre", "datenschutz",
        "cookies akzeptieren", "zustimm", "avant de continuer", "votre vie privée", "accepter les cookies",
        "antes de continuar", "su privacidad", "aceptar cookies", "prima di continuare", "la tua privacy",
        "voordat je verdergaat", "uw privacy", "jouw privacy", "zanim przejdziesz", "同意", "cookie",
    ]

    static let consentMarks = [
        "consent.", "onetrust", "didomi", "usercentrics", "cmpbox", "consentmanager", "sp_message", "sourcepoint",
        "quantcast", "trustarc", "cookiebot", "guce.", "iubenda",
    ]

    static let nothingFound = [
        "no results", "no records", "no items", "no entries", "no matches", "no news", "no notices", "no filings",
        "no documents", "there are no ", "nothing found", "no data available", "0 results", "0 records",
        "not return any",
        "none found", "keine ergebnisse", "keine einträge", "keine treffer", "keine meldungen", "aucun résultat",
        "aucune actualité", "sin resultados", "no hay ", "no se encontraron", "nessun risultato", "geen resultaten",
        "nenhum resultado", "brak wyników", "inga träffar", "ingen resultater", "нет результатов", "ничего не найдено",
        "没有", "該当する", "結果はありません",
    ]
}

/// Tells an HTML page that stands in the way from the document that was asked for.
///
/// Only what looks like HTML is searched, and only its first part: a feed whose items talk of captchas is a feed.
struct PageMarkers {
    /// Where the page is HTML: its first 64 KiB in lower case.
    private let text: [UInt8]
    private let body: [UInt8]
    /// The whole body's size; a real page is larger than a challenge.
    private let isSmall: Bool
    let isHTML: Bool

    private static let searched = 64 * 1024

    init(_ body: [UInt8]) {
        isHTML = Self.startsLikeHTML(body)
        self.body = body
        isSmall = body.count <= 8 * 1024
        text = isHTML ? body.prefix(Self.searched).map { (0x41...0x5a).contains($0) ? $0 | 0x20 : $0 } : []
    }

    /// SEC's page for callers over its limit, sent with 403 and at times with 429.
    var isRequestRatePage: Bool { has("request rate threshold exceeded") }

    /// SEC's page for callers without a declared contact.
    var isUndeclaredToolPage: Bool { has("undeclared automated tool") }

    /// Amazon's file store answers so for a file that is not there, to those who may not list the folder. SEC's archives and
    /// many publishers lie in it.
    var isStoreRefusal: Bool {
        let text = String(decoding: body.prefix(512), as: UTF8.self)
        return text.contains("<Error>") && text.contains("<Code>AccessDenied</Code>")
    }

    /// The name of a known challenge. In a page as asked for (`mayBePage`), script names count only where there is little
    /// else: the same scripts are part of ordinary pages of protected sites.
    func challenge(mayBePage: Bool) -> String? {
        let titles = [
            ("<title>just a moment", "Cloudflare challenge"),
            ("<title>attention required! | cloudflare", "Cloudflare block"),
            ("<title>access denied", "access denied page"), ("<title>pardon our interruption", "Imperva challenge"),
            ("<title>robot or human", "robot check"), ("<title>are you a robot", "robot check"),
            ("<title>security check", "security check"),
        ]
        if let found = titles.first(where: { has($0.0) }) { return found.1 }
        guard isSmall || !mayBePage else { return nil }
        let scripts = [
            ("_incapsula_resource", "Imperva challenge"), ("px-captcha", "HUMAN challenge"),
            ("captcha-delivery.com", "DataDome challenge"), ("gokuprops", "AWS WAF challenge"),
            ("cf-browser-verification", "Cloudflare challenge"), ("cf_chl_opt", "Cloudflare challenge"),
            ("g-recaptcha", "captcha"), ("h-captcha", "captcha"), ("sgcaptcha", "SiteGround captcha"),
        ]
        return scripts.first { has($0.0) }?.1
    }

    /// It asks for a password.
    var asksForPassword: Bool {
        ["type=\"password\"", "type='password'", "type=password"].contains { has($0) }
    }

    private func has(_ marker: String) -> Bool {
        guard !text.isEmpty else { return false }
        let wanted = Array(marker.utf8)
        guard text.count >= wanted.count else { return false }
        return text.withUnsafeBufferPointer { bytes in
            wanted.withUnsafeBufferPointer { wanted in
                for start in 0...(bytes.count - wanted.count) where bytes[start] == wanted[0] {
                    if UnsafeBufferPointer(rebasing: bytes[start..<(start + wanted.count)]).elementsEqual(wanted) {
                        return true
                    }
                }
                return false
            }
        }
    }

    /// The first thing that is neither blank, XML declaration nor comment is an HTML doctype or one of HTML's first tags.
    private static func startsLikeHTML(_ body: [UInt8]) -> Bool {
        var rest = body.prefix(4096)[...]
        if rest.starts(with: [0xef, 0xbb, 0xbf]) { rest = rest.dropFirst(3) }
        while true {
            rest = rest.drop { $0 == 0x20 || (0x09...0x0d).contains($0) }
            guard rest.first == 0x3c, let second = rest.dropFirst().first else { return false }
            if second == 0x3f {
                guard let end = rest.firstIndex(of: 0x3e) else { return false }
                rest = rest[(end + 1)...]
            } else if rest.starts(with: Array("<!--".utf8)) {
                guard let end = Self.endOfComment(in: rest) else { return false }
                rest = rest[end...]
            } else {
                let start = String(decoding: rest.prefix(16), as: UTF8.self).lowercased()
                return ["<!doctype html", "<html", "<head", "<body", "<title", "<script", "<meta"].contains {
                    start.hasPrefix($0)
                }
            }
        }
    }

    private static func endOfComment(in bytes: ArraySlice<UInt8>) -> Int? {
        var index = bytes.startIndex + 4
        while index + 2 < bytes.endIndex {
            if bytes[index] == 0x2d, bytes[index + 1] == 0x2d, bytes[index + 2] == 0x3e { return index + 3 }
            index += 1
        }
        return nil
    }
}

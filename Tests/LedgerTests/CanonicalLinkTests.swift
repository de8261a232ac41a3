import Ledger
import Testing

@Suite struct CanonicalLinkTests {
    @Test(
        "Spellings of one page are one address",
        arguments: [
            ("http://acme.example/news/a", "acme.example/news/a"),
            ("https://www.acme.example/news/a/", "acme.example/news/a"),
            ("HTTPS://WWW.Acme.Example:443/news/a", "acme.example/news/a"),
            ("//acme.example/news/a#top", "acme.example/news/a"),
            ("  https://acme.example./news/a\n", "acme.example/news/a"),
            ("https://me:secret@acme.example/news/a", "acme.example/news/a"),
            ("https://acme.example/news/a?utm_source=rss&UTM_Medium=feed&fbclid=x", "acme.example/news/a"),
            ("https://acme.example/news/a;jsessionid=0A1B?gclid=1", "acme.example/news/a"),
            ("https://acme.example/news/a?ref=rss", "acme.example/news/a"),
            ("https://acme.example/n?b=2&a=1", "acme.example/n?a=1&b=2"),
            ("https://acme.example/n?a=1&amp;b=2", "acme.example/n?a=1&b=2"),
            ("https://acme.example/n?&a=1&&b=2&", "acme.example/n?a=1&b=2"),
            ("https://acme.example/%7eann/caf%c3%a9", "acme.example/~ann/caf%C3%A9"),
            ("https://acme.example/~ann/café", "acme.example/~ann/caf%C3%A9"),
            ("https://acme.example/50%", "acme.example/50%"),
            ("https://acme.example/50%2", "acme.example/50%2"),
            ("https://acme.example", "acme.example"),
            ("https://acme.example/?", "acme.example"),
            ("https://acme.example:8443/", "acme.example:8443"),
            ("http://www.example", "www.example"),
        ])
    func oneAddress(text: String, address: String) {
        #expect(CanonicalLink(text)?.address == address)
    }

    @Test(
        "What tells pages apart stays",
        arguments: [
            ("https://acme.example/News", "https://acme.example/news"),
            ("https://acme.example/?p=1", "https://acme.example/?p=2"),
            ("https://acme.example/a?ref=12", "https://acme.example/a?ref=13"),
            ("https://a.acme.example/x", "https://b.acme.example/x"),
            ("https://acme.example/a%2Fb", "https://acme.example/a/b"),
            ("https://acme.example/?q=a%26b", "https://acme.example/?q=a&b"),
        ])
    func different(one: String, other: String) {
        #expect(CanonicalLink(one) != CanonicalLink(other))
    }

    @Test(
        "No web address is none",
        arguments: ["", "acme", "tag:acme.example,2026:1", "mailto:a@b.example", "https://", "ftp://a.example/x"])
    func none(text: String) {
        #expect(CanonicalLink(text) == nil)
    }

    @Test("A fragment counts in an identifier only")
    func fragment() {
        #expect(CanonicalLink("https://acme.example/n#1")?.address == "acme.example/n")
        #expect(CanonicalLink("https://acme.example/n#1", keepsFragment: true)?.address == "acme.example/n#1")
    }

    @Test("A home page has no path to recognise it by on another host")
    func path() {
        #expect(CanonicalLink("https://old.example/n/1?p=2")?.pathAndQuery == "/n/1?p=2")
        #expect(CanonicalLink("https://old.example/")?.pathAndQuery == nil)
    }
}

@Suite struct PlainLinkTests {
    @Test(
        "An address that is canonical already and one that is not give the same link",
        arguments: [
            "acme.example", "acme.example/", "www.acme.example/a/b", "www.example", "acme.example/a//b//",
            "a.b/~x/y_z-1.html",
            "acme.example/Case/Kept", "acme.example/a?p=12", "acme.example/?p=12", "acme.example/?p=1&utm_source=x",
            "acme.example/a#f", "acme.example:443/a", "acme.example./a", "localhost/a", "acme.example/a%41",
            "acme.example/ü",
            "user@acme.example/a", "acme.example/a;jsessionid=1", "-.-/x", "www./x", "acme.example/p=1",
            "acme.example/?pp=1",
        ])
    func same(rest: String) {
        for keepsFragment in [true, false] {
            // A scheme in capitals is never canonical.
            #expect(
                CanonicalLink("https://" + rest, keepsFragment: keepsFragment)
                    == CanonicalLink("HTTPS://" + rest, keepsFragment: keepsFragment))
            #expect(
                CanonicalLink("http://" + rest, keepsFragment: keepsFragment)
                    == CanonicalLink("HTTP://" + rest, keepsFragment: keepsFragment))
        }
    }
}

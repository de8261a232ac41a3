import Testing

@testable import SourceParsing

struct WebAddressTests {
    @Test(
        "References resolve as RFC 3986 section 5.4 says",
        arguments: [
            ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"), ("/g", "http://a/g"),
            ("//g", "http://g"), ("?y", "http://a/b/c/d;p?y"), ("g?y", "http://a/b/c/g?y"),
            ("#s", "http://a/b/c/d;p?q#s"),
            ("g;x=1/./y", "http://a/b/c/g;x=1/y"), ("..", "http://a/b/"), ("../g", "http://a/b/g"),
            ("../../../g", "http://a/g"),
            (".", "http://a/b/c/"), ("g?y/../x", "http://a/b/c/g?y/../x"),
            ("https://x.example/?a=1", "https://x.example/?a=1"),
            ("mailto:a@b.example", "mailto:a@b.example"), ("  g h\n", "http://a/b/c/g%20h"),
        ])
    func resolves(_ reference: String, _ expected: String) {
        #expect(WebAddress.absolute(reference, against: "http://a/b/c/d;p?q") == expected)
    }

    @Test(
        "What leads nowhere is no address",
        arguments: ["", "  ", "javascript:alert(1)", "JavaScript:x", "data:text/html,x"])
    func refuses(_ reference: String) {
        #expect(WebAddress.absolute(reference, against: "http://a/") == nil)
    }

    @Test func `without a base only absolute references count`() {
        #expect(WebAddress.absolute("x", against: nil) == nil)
        #expect(WebAddress.absolute("x", against: "not a base") == nil)
        #expect(WebAddress.absolute("HTTP://X.example", against: nil) == "HTTP://X.example")
    }
}

import Testing

@testable import CurlTransfer

@Suite struct TransferURLTests {
    @Test func `parts are read and defaults filled in`() throws {
        let url = try TransferURL("HTTPS://User:pass@Example.COM/a b?q=ä#part")
        #expect(url.scheme == "https")
        #expect(url.host == "example.com")
        #expect(url.port == 443)
        #expect(url.origin == "https://example.com:443")
        #expect(!url.redacted.contains("pass"))
        #expect(!url.redacted.contains("#"))
        #expect("\(url)" == url.redacted)
        #expect(url.text.contains("User:pass@"))
    }

    @Test(arguments: [
        ("http://2130706433/", "127.0.0.1"), ("http://0x7f000001/", "127.0.0.1"), ("http://0177.0.0.1/", "127.0.0.1"),
        ("http://127.1/", "127.0.0.1"), ("http://[::1]:8080/", "::1"), ("http://[0:0:0:0:0:0:0:1]/", "::1"),
        ("http://münchen.example/", "xn--mnchen-3ya.example"), ("http://EXAMPLE.com./", "example.com."),
    ])
    func `a host has one spelling`(text: String, host: String) throws {
        #expect(try TransferURL(text).host == host)
    }

    @Test(arguments: [
        ("https://a.example/x/y", "z", "https://a.example/x/z"),
        ("https://a.example/x", "//b.example/", "https://b.example/"),
        ("https://a.example/x?q", "?r", "https://a.example/x?r"),
        ("https://a.example/", "HTTP://B.example", "http://B.example/"),
        ("https://a.example/x/", "../y z", "https://a.example/y%20z"),
    ])
    func `a Location is resolved against its base`(base: String, location: String, expected: String) throws {
        #expect(try TransferURL(base).resolving(location).redacted == expected)
    }

    @Test func `user and password stay with their origin and are never taken from a Location`() throws {
        let url = try TransferURL("https://me:pw@a.example/")
        #expect(try url.resolving("/next").hasCredentials)
        #expect(try !url.resolving("https://b.example/").hasCredentials)
        #expect(try !url.resolving("https://a.example:444/").hasCredentials)
        #expect(try !TransferURL("https://a.example/").resolving("https://x:y@a.example/").hasCredentials)
        #expect(try !url.resolving("https://x:y@b.example/").hasCredentials)
    }

    @Test(arguments: [
        ("", TransferError.Kind.invalidURL), ("example.com", .invalidURL), ("http://", .invalidURL),
        ("http:", .invalidURL), ("http://a.example:99999/", .invalidURL), ("http://a\0.example/", .invalidURL),
        ("http://a.example/\r\nX: y", .invalidURL), ("http://[::1", .invalidURL), ("http://exa mple.com/", .invalidURL),
        ("http://a\u{200d}b.example/", .invalidURL),
        ("http://a.example/" + String(repeating: "x", count: 9000), .invalidURL),
        ("file:///etc/passwd", .protocolRefused),
        ("gopher://a.example/", .protocolRefused), ("ftp://a.example/", .protocolRefused),
        ("scp://a.example/", .protocolRefused), ("dict://a.example/", .protocolRefused),
        ("javascript:alert(1)", .invalidURL),
    ])
    func `what is not http or https is refused with its kind`(text: String, kind: TransferError.Kind) {
        let error = #expect(throws: TransferError.self) { try TransferURL(text) }
        #expect(error?.kind == kind)
        #expect(error?.advice == .changeConfiguration)
    }

    @Test func `an error never shows the password`() {
        let error = #expect(throws: TransferError.self) { try TransferURL("ftp://me:pw@a.example/x@y") }
        #expect(error?.url == "ftp://a.example/x@y")
    }
}

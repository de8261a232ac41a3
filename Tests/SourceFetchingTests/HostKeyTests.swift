import CurlTransfer
import Testing

@testable import SourceFetching

@Suite struct HostKeyTests {
    @Test(arguments: [
        ("https://www.sec.gov/cgi-bin/browse-edgar", "sec.gov"), ("https://data.sec.gov:8443/x", "sec.gov"),
        ("https://SEC.GOV./", "sec.gov"), ("https://notsec.gov/", "notsec.gov"),
        ("https://sec.gov.example.com/", "example.com"), ("https://news.example.co.uk/", "example.co.uk"),
        ("https://one.github.io/", "one.github.io"), ("https://co.uk/", "co.uk"),
        ("http://localhost:8080/", "localhost"),
        ("http://intranet/", "intranet"), ("http://a.b.example.unknowntld/", "example.unknowntld"),
        ("http://127.0.0.1:8080/", "127.0.0.1:8080"), ("http://127.1/", "127.0.0.1:80"),
        ("http://[::1]:8080/", "[::1]:8080"), ("http://www.münchen.example/", "xn--mnchen-3ya.example"),
    ])
    func `requests count against the registrable domain, or an address with its port`(url: String, key: String) throws {
        #expect(HostKey(try TransferURL(url)).description == key)
    }
}

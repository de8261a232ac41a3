import Foundation
import Testing

@testable import ConfigLoading

@Suite("A plain web address")
struct PlainWebAddressTests {
    @Test(
        "is told without reading a whole URL",
        arguments: [
            ("https://news.example/feed.xml", "news.example"), ("http://127.0.2.1:8480/feeds/00/0.xml", "127.0.2.1"),
            ("https://a-b.example", "a-b.example"), ("https://x.example/p?q=1&r=a+b,c;d~e", "x.example"),
        ])
    func plain(text: String, host: String) {
        #expect(PlainWebAddress(text)?.host == host)
        #expect(URL(string: text)?.host() == host)
        #expect(URL(string: text)?.user() == nil)
    }

    @Test(
        "is nothing that needs a second look",
        arguments: [
            "https://user@news.example/", "https://user:key@news.example/", "https://News.example/",
            "HTTPS://news.example/",
            "https:///feed", "https://-news.example/", "https://news.example./feed", "https://news.example:/feed",
            "https://news.example:80x/feed", "https://news.example/a b", "https://news.example/{today}",
            "https://news.example/%41", "https://news.example/#top", "https://news.example/a?b?c",
            "ftp://news.example/",
            "https://[::1]/feed", "https://nëws.example/", "https://news.example@evil.example/", "https://", "",
        ])
    func notPlain(text: String) { #expect(PlainWebAddress(text) == nil) }
}

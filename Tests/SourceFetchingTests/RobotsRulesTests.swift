import Testing

@testable import SourceFetching

@Suite struct RobotsRulesTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var file: String
        var allowed: [String] = []
        var refused: [String] = []
        var delay: Double?
        var testDescription: String { name }
    }

    static let cases = [
        Case(name: "an empty file", file: "", allowed: ["/", "/news"]),
        Case(name: "an HTML page in its place", file: "<!DOCTYPE html><p>Not found: user-agent</p>", allowed: ["/"]),
        Case(
            name: "everything for everybody", file: "User-agent: *\nDisallow: /", allowed: ["/robots.txt"],
            refused: ["/", "/news?id=1"]),
        Case(name: "an empty Disallow", file: "User-agent: *\nDisallow:\n", allowed: ["/", "/news"]),
        Case(
            name: "our own group instead of everybody's",
            file: "User-agent: *\nDisallow: /\n\nUser-agent: WhyNow\nDisallow: /private", allowed: ["/news"],
            refused: ["/private", "/private/x", "/privateer"]),
        Case(
            name: "our own group without rules",
            file: "User-agent: whynow\n\nUser-agent: other\nAllow: /x\nUser-agent: *\nDisallow: /",
            allowed: ["/", "/news"]),
        Case(
            name: "our own group that refuses nothing",
            file: "User-agent: whynow\nDisallow:\nUser-agent: *\nDisallow: /", allowed: ["/", "/news"]),
        Case(
            name: "our groups are merged, wherever they stand",
            file: "user-agent: whynow\ndisallow: /a\nuser-agent: *\ndisallow: /\nuser-agent: whynow\ndisallow: /b",
            allowed: ["/c"], refused: ["/a", "/b"]),
        Case(
            name: "one group for several names",
            file: "User-agent: one\nUser-agent: whynow\nUser-agent: two\nDisallow: /x",
            allowed: ["/y"], refused: ["/x"]),
        Case(
            name: "a name with a version or more behind it",
            file: "User-agent: whynow/2.0 (+https://example.com)\nDisallow: /x", allowed: ["/y"], refused: ["/x"]),
        Case(
            name: "names that only begin or end like ours",
            file: "User-agent: whynowbot\nDisallow: /\nUser-agent: notwhynow\nDisallow: /", allowed: ["/"]),
        Case(
            name: "rules before any name", file: "Disallow: /\nUser-agent: *\nDisallow: /x", allowed: ["/y"],
            refused: ["/x"]),
        Case(
            name: "lines that mean nothing do not end a group",
            file:
                "User-agent: whynow\nSitemap: https://example.com/s.xml\n\n# words\nnonsense\nUser-agent: *\nDisallow: /x",
            allowed: ["/y"], refused: ["/x"]),
        Case(
            name: "the longest match decides, in any order",
            file: "User-agent: *\nAllow: /news/press\nDisallow: /news\nDisallow: /news/press/old\nAllow: /",
            allowed: ["/", "/news/press", "/news/press/new"], refused: ["/news", "/news/x", "/news/press/old/1"]),
        Case(
            name: "Allow wins between equals", file: "User-agent: *\nDisallow: /page\nAllow: /page", allowed: ["/page"]),
        Case(
            name: "wildcards", file: "User-agent: *\nDisallow: /*/print\nDisallow: /*.pdf$\nDisallow: /a*b*c",
            allowed: ["/print", "/x.pdf?v=1", "/acb", "/ab"],
            refused: ["/x/print", "/x/y/printable", "/x.pdf", "/a/b/c", "/abc", "/a-b-b-c-d", "/a.pdf.pdf"]),
        Case(
            name: "the end of the path", file: "User-agent: *\nDisallow: /fish$\nDisallow: /$\nDisallow: /*x$",
            allowed: ["/fish/", "/fish?x=1", "/fisher", "/a"], refused: ["/fish", "/", "/ax", "/xx"]),
        Case(
            name: "a query belongs to the path", file: "User-agent: *\nDisallow: /*?sort=\nDisallow: /s?",
            allowed: ["/news?page=2", "/s"], refused: ["/news?sort=up", "/s?q=1"]),
        Case(
            name: "one spelling for encoded bytes",
            file: "User-agent: *\nDisallow: /f%6fo\nDisallow: /%e3%83%84\nDisallow: /ü\nDisallow: /a%2fb",
            allowed: ["/a/b", "/F%6Fo"], refused: ["/foo", "/f%6Fo", "/%E3%83%84", "/ツ", "/%C3%BC", "/ü", "/a%2Fb"]),
        Case(
            name: "special characters meant as such",
            file: "User-agent: *\nDisallow: /x-%2A\nDisallow: /y-%24\nDisallow: /z$z",
            allowed: ["/x-1", "/y-", "/z"], refused: ["/x-*", "/x-%2a", "/y-$", "/z$z"]),
        Case(
            name: "case counts in paths and not in words", file: "USER-AGENT: *\nDISALLOW: /Foo", allowed: ["/foo"],
            refused: ["/Foo"]),
        Case(
            name: "blanks, comments and every end of line",
            file: "\u{feff}  User-agent :\t*  # all\r\n Disallow:/a # not this\rDisallow: /b\n\rDisallow: /c d\r\n",
            allowed: ["/"], refused: ["/a", "/b", "/c%20d"]),
        Case(
            name: "misspellings", file: "Useragent: *\nDissallow: /a\nDisalow: /b\nDisallow: c", allowed: ["/d"],
            refused: ["/a", "/b", "/c"]),
        Case(
            name: "a pattern that begins with a wildcard", file: "User-agent: *\nDisallow: *secret", allowed: ["/open"],
            refused: ["/secret", "/a/secret/b"]),
        Case(
            name: "wildcards only", file: "User-agent: *\nDisallow: ***\nAllow: /a", allowed: [], refused: ["/", "/b"]),
        Case(
            name: "a delay of our own",
            file: "User-agent: *\nCrawl-delay: 10\nUser-agent: whynow\nCrawl-delay: 2.5\nDisallow: /x",
            allowed: ["/"], refused: ["/x"], delay: 2.5),
        Case(
            name: "no delay",
            file: "User-agent: *\nCrawl-delay: 0\nCrawl-delay: soon\nCrawl-delay: -4\nCrawl-delay: inf"),
    ]

    @Test(arguments: cases)
    func `a file allows what it says and refuses what it says`(example: Case) {
        let rules = RobotsRules(Array(example.file.utf8))
        for path in example.allowed { #expect(rules.verdict(on: path) == .allowed, "\(path)") }
        for path in example.refused { #expect(rules.verdict(on: path) != .allowed, "\(path)") }
        #expect(rules.crawlDelay == example.delay)
    }

    @Test func `a delay counts for those who were named before it`() {
        let file = "User-agent: *\nCrawl-delay: 10\nDisallow: /x\nUser-agent: whynow\nCrawl-delay: 2.5\nDisallow: /y"
        #expect(RobotsRules(Array(file.utf8)).crawlDelay == 2.5)
        #expect(RobotsRules(Array(file.split(separator: "\n").prefix(3).joined(separator: "\n").utf8)).crawlDelay == 10)
    }

    @Test func `a refusal names its line`() {
        let rules = RobotsRules(Array("# hello\r\n\r\nUser-agent: *\r\nDisallow: /a\r\nDisallow: /*.doc$\r\n".utf8))
        #expect(rules.verdict(on: "/a/b") == .refused(line: 4, text: "Disallow: /a"))
        #expect(rules.verdict(on: "/b.doc") == .refused(line: 5, text: "Disallow: /*.doc$"))
    }

    @Test func `what lies behind 500 KiB is not read, nor a line that is cut there`() {
        let head = "User-agent: *\nDisallow: /first\n"
        let filling = String(repeating: "#" + String(repeating: "x", count: 98) + "\n", count: 5119)
        let gap =
            String(repeating: "#", count: RobotsRules.mostBytes - head.utf8.count - filling.utf8.count - 12) + "\n"
        let file = Array((head + filling + gap + "Disallow: /cut-in-the-middle\nDisallow: /late\n").utf8)
        #expect(file.count > RobotsRules.mostBytes)
        let rules = RobotsRules(file)
        #expect(rules.rules.count == 1)
        #expect(rules.verdict(on: "/first") != .allowed)
        #expect(rules.verdict(on: "/cut") == .allowed)
    }

    @Test func `bytes of any kind are read without harm`() {
        var seed: UInt64 = 7
        let words = [
            "User-agent:", "*", "whynow", "Disallow:", "Allow: ", "/", "%", "%4", "$", "*", "\n", "\r", "#", "\u{0}",
            "ä",
        ]
        for _ in 0..<500 {
            var file: [UInt8] = []
            for _ in 0..<40 {
                seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                let pick = Int(seed >> 33)
                if pick % 7 == 0 {
                    file.append(UInt8(truncatingIfNeeded: pick >> 8))
                } else {
                    file += words[pick % words.count].utf8
                }
            }
            let rules = RobotsRules(file)
            for path in ["/", "/a%", "/%zz", "/$*", ""] { _ = rules.verdict(on: path) }
        }
    }

    @Test func `a hostile file costs time that grows with its size only`() {
        let rule =
            "Disallow: /*" + String(repeating: "a", count: 30) + "*" + String(repeating: "ab", count: 200) + "$\n"
        let file = Array(("User-agent: *\n" + String(repeating: rule, count: 1000)).utf8)
        let rules = RobotsRules(file)
        let path = "/" + String(repeating: "a", count: 8000)
        let start = ContinuousClock.now
        #expect(rules.verdict(on: path) == .allowed)
        #expect(start.duration(to: .now) < .seconds(20))
    }
}

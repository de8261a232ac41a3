import CurlTransfer
import Testing

@testable import SourceFetching

@Suite struct PermanentMoveTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var from = "http://a.example/feed"
        /// Status and where it leads, step by step from `http://a.example/feed`.
        var steps: [(Int, String)]
        var target: String?
        var testDescription: String { name }
    }

    static let cases = [
        Case(name: "no redirect", steps: [], target: nil),
        Case(name: "one for good", steps: [(301, "https://a.example/feed")], target: "https://a.example/feed"),
        Case(name: "one with 308", steps: [(308, "http://b.example/")], target: "http://b.example/"),
        Case(name: "one for now", steps: [(302, "http://b.example/")], target: nil),
        Case(
            name: "a row for good", steps: [(301, "https://a.example/feed"), (308, "https://b.example/x")],
            target: "https://b.example/x"),
        Case(
            name: "for good and then for now",
            steps: [(301, "https://a.example/feed"), (302, "https://c.example/"), (301, "https://d.example/")],
            target: "https://a.example/feed"),
        Case(
            name: "for now and then for good", steps: [(307, "http://b.example/"), (301, "http://c.example/")],
            target: nil),
        Case(name: "https given up", steps: [(301, "https://b.example/"), (301, "http://b.example/")], target: nil),
        Case(
            name: "back to where it began", steps: [(301, "http://b.example/"), (301, "http://a.example/feed")],
            target: nil),
        Case(
            name: "the same address in another spelling", from: "HTTP://A.example:80/feed",
            steps: [(301, "http://b.example/")], target: "http://b.example/"),
        Case(name: "another address", from: "http://a.example/other", steps: [(301, "http://b.example/")], target: nil),
        Case(name: "no address", from: "nonsense", steps: [(301, "http://b.example/")], target: nil),
        Case(
            name: "a password on the way", from: "http://me:pw@a.example/feed",
            steps: [(301, "http://me:pw@a.example/x")], target: "http://a.example/x"),
    ]

    @Test(arguments: cases)
    func `only an unbroken row of permanent redirects is a move`(example: Case) throws {
        var place = try TransferURL("http://a.example/feed")
        var redirects: [Redirect] = []
        for (status, address) in example.steps {
            let next = try TransferURL(address)
            redirects.append(Redirect(from: place, status: status, to: next))
            place = next
        }
        #expect(PermanentMove.target(of: redirects, from: example.from) == example.target)
    }
}

import CurlTransfer
import Testing
import TriggerModel

@testable import CurlTransfer
@testable import SourceFetching

private func response(
    _ status: Int, _ body: String = "<rss/>", _ headers: [(String, String)] = [], redirectedTo path: String? = nil
) throws -> TransferResponse {
    let first = try TransferURL("https://news.example/feed")
    let last = try TransferURL("https://news.example" + (path ?? "/feed"))
    return TransferResponse(
        status: status, headers: HeaderFields(headers.map { HeaderField($0.0, $0.1) }), body: Array(body.utf8),
        url: last,
        redirects: path == nil ? [] : [Redirect(from: first, status: 302, to: last)], declinedRedirect: nil,
        address: "192.0.2.1", wireBytes: 0, seconds: 0)
}

@Suite struct ResponseJudgeTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var status: Int
        var body = "<rss/>"
        var headers: [(String, String)] = []
        var redirectedTo: String?
        var kind = Source.Kind.feed
        /// nil where the response is the document.
        var fault: FetchFault.Kind?
        var retryAfter: Int?
        var hold = 0
        var testDescription: String { name }
    }

    static let cases = [
        Case(name: "a feed", status: 200),
        Case(name: "a transformed feed", status: 203),
        Case(
            name: "a feed that writes about captchas", status: 200,
            body: "<rss>g-recaptcha px-captcha Just a moment</rss>"),
        Case(
            name: "a feed with a comment and a page in CDATA", status: 200,
            body: "<?xml version='1.0'?><!-- <html> --><rss><![CDATA[<html><input type=password>]]></rss>"),
        Case(name: "an HTML page where a feed was", status: 200, body: "<!DOCTYPE html><html><p>We moved</p></html>"),
        Case(name: "a page", status: 200, body: "<html><p>News</p></html>", kind: .page),
        Case(
            name: "a page with a login box", status: 200, body: "<html><input type=\"password\"></html>", kind: .page),
        Case(
            name: "a large page with a challenge's script", status: 200,
            body: "<html><script src='/_Incapsula_Resource'></script>" + String(repeating: "<p>News</p>", count: 1000),
            kind: .page),
        Case(name: "no bytes", status: 200, body: "", fault: .empty),
        Case(name: "blanks only", status: 200, body: "\u{feff} \r\n\t", fault: .empty),
        Case(name: "no content", status: 204, body: "", fault: .empty),
        Case(name: "part of it", status: 206, fault: .brokenResponse),
        Case(name: "a redirect to nowhere", status: 302, fault: .brokenResponse),
        Case(name: "unauthorised", status: 401, fault: .login),
        Case(
            name: "a login page instead of a feed", status: 200, body: "<html><input type='password' name=p></html>",
            fault: .login),
        Case(
            name: "a page that turned into a login page", status: 200, body: "<HTML><INPUT TYPE=PASSWORD></HTML>",
            redirectedTo: "/account/LogIn?next=news", kind: .page, fault: .login),
        Case(name: "forbidden", status: 403, fault: .blocked),
        Case(
            name: "a challenge with 403", status: 403, body: "<html><title>Just a moment...</title>", fault: .blocked),
        Case(
            name: "a challenge with 200", status: 200,
            body: "<!doctype html><title>Pardon Our Interruption</title>", kind: .page, fault: .blocked),
        Case(
            name: "a challenge named in a header", status: 200, headers: [("CF-Mitigated", "challenge")],
            fault: .blocked),
        Case(
            name: "a challenge with 503", status: 503, body: "<html><script>window._cf_chl_opt={}</script>",
            fault: .blocked),
        Case(name: "not found", status: 404, fault: .notFound),
        Case(name: "a place in a stream that is too old", status: 416, kind: .stream, fault: .range),
        Case(name: "a stream without news", status: 200, body: "\n\n", kind: .stream),
        Case(name: "a stream without a byte", status: 204, body: "", kind: .stream),
        Case(name: "withheld by law", status: 451, fault: .blocked),
        Case(
            name: "a challenge with an odd status", status: 405, headers: [("X-Amzn-Waf-Action", "captcha")],
            fault: .blocked),
        Case(
            name: "a challenge of status 202", status: 202, body: "<html></html>",
            headers: [("x-amzn-waf-action", "challenge")], fault: .blocked),
        Case(
            name: "a file store without the file", status: 403,
            body: "<?xml version='1.0'?><Error><Code>AccessDenied</Code><Message>No</Message></Error>",
            fault: .notFound),
        Case(
            name: "the last of a quota, told as a time", status: 429,
            headers: [("X-Ratelimit-Remain", "0"), ("X-Ratelimit-Reset", "1795244700")], fault: .rateLimited,
            retryAfter: 300, hold: 300),
        Case(
            name: "the longer one of two pauses", status: 429,
            headers: [("Retry-After", "20"), ("RateLimit-Remaining", "0"), ("RateLimit-Reset", "45")],
            fault: .rateLimited, retryAfter: 45, hold: 45),
        Case(name: "gone", status: 410, fault: .gone),
        Case(name: "a teapot", status: 418, fault: .clientError),
        Case(
            name: "too many", status: 429, headers: [("Retry-After", "30")], fault: .rateLimited, retryAfter: 30,
            hold: 30),
        Case(
            name: "too many until a time on the server's own clock", status: 429,
            headers: [("Date", "Sat, 21 Nov 2026 09:00:00 GMT"), ("Retry-After", "Sat, 21 Nov 2026 09:02:00 GMT")],
            fault: .rateLimited, retryAfter: 120, hold: 120),
        Case(name: "too many, unsaid how long", status: 429, fault: .rateLimited, hold: 60),
        Case(name: "unavailable", status: 503, fault: .serverError),
        Case(
            name: "unavailable for a while", status: 503, headers: [("retry-after", "Sat, 21 Nov 2026 07:10:00 GMT")],
            fault: .serverError, retryAfter: 600, hold: 600),
        Case(name: "a broken server", status: 500, fault: .serverError),
        Case(name: "no status at all", status: 0, fault: .brokenResponse),
        Case(
            name: "SEC's page for too many requests", status: 403,
            body: "<html><title>SEC.gov | Request Rate Threshold Exceeded</title>", fault: .rateLimited,
            retryAfter: 600,
            hold: 600),
        Case(
            name: "SEC's page with a longer pause", status: 429, body: "<html><h1>Request Rate Threshold Exceeded</h1>",
            headers: [("Retry-After", "900")], fault: .rateLimited, retryAfter: 900, hold: 900),
        Case(
            name: "SEC's page for unknown programs", status: 403,
            body: "<!DOCTYPE html><p>Your Request Originates from an Undeclared Automated Tool", fault: .blocked),
    ]

    @Test(arguments: cases)
    func `a response is what it is`(example: Case) throws {
        let judge = ResponseJudge(kind: example.kind, wasConditional: true, now: now)
        let verdict = judge.verdict(
            on: try response(example.status, example.body, example.headers, redirectedTo: example.redirectedTo))
        guard let kind = example.fault else {
            #expect(verdict == .document)
            return
        }
        guard case .fault(let fault, let hold) = verdict else {
            Issue.record("\(verdict)")
            return
        }
        #expect(fault.kind == kind)
        #expect(fault.retryAfter == example.retryAfter)
        #expect(hold == example.hold)
        #expect(fault.status == example.status)
        #expect(!fault.detail.isEmpty)
    }

    @Test(
        arguments: [
            (nil, 401, "login", "credential"), (.sent, 401, "login", "renew"), (.withheld, 401, "login", "new address"),
            (nil, 403, "blocked", "feed"), (.sent, 403, "login", "renew"),
        ] as [(ResponseJudge.Credential?, Int, String, String)])
    func `what to do about a refusal depends on the credential`(
        credential: ResponseJudge.Credential?, status: Int, kind: String, advice: String
    ) throws {
        let judge = ResponseJudge(kind: .json, wasConditional: false, credential: credential, now: now)
        guard case .fault(let fault, _) = judge.verdict(on: try response(status, "no")) else {
            Issue.record("no fault")
            return
        }
        #expect(fault.kind.rawValue == kind)
        #expect(fault.detail.contains(advice))
    }

    @Test(arguments: [(404, "sources test"), (410, "sources remove"), (429, "interval"), (500, "tried again")])
    func `a fault says what to do`(status: Int, advice: String) throws {
        let judge = ResponseJudge(kind: .feed, wasConditional: false, now: now)
        guard case .fault(let fault, _) = judge.verdict(on: try response(status, "no")) else {
            Issue.record("no fault")
            return
        }
        #expect(fault.detail.contains(advice))
    }

    @Test func `304 is an answer only to a question`() throws {
        let judge = ResponseJudge(kind: .feed, wasConditional: true, now: now)
        #expect(judge.verdict(on: try response(304, "")) == .notModified)
        let plain = ResponseJudge(kind: .feed, wasConditional: false, now: now)
        guard case .fault(let fault, _) = plain.verdict(on: try response(304, "")) else {
            Issue.record("taken for an answer")
            return
        }
        #expect(fault.kind == .brokenResponse)
    }

    @Test(arguments: [
        ("ops@example.com", true), ("https://example.com/bot", true), ("", false), ("ops", false),
        ("@example.com", false),
        ("ops@", false), ("ops@localhost", false), ("a@b@example.com", false), ("ops@example.com\r\nX: y", false),
        ("ops @example.com", false), ("ops@example.com)", false), ("ö@example.com", false),
        ("ftp://example.com", false),
    ])
    func `a contact is an address or a page, and nothing that breaks a header`(text: String, isContact: Bool) {
        #expect(UserAgent.isContact(text) == isContact)
        #expect(UserAgent.text(version: "1", contact: text) == (isContact ? "whynow/1 (+\(text))" : "whynow/1"))
    }
}

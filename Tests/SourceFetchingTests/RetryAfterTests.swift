import CurlTransfer
import Testing
import TriggerModel

@testable import SourceFetching

@Suite struct RetryAfterTests {
    @Test(arguments: [
        ("120", 120), ("0", 0), (" 7", 7), ("00060", 60), ("86400", 86_400), ("86401", 86_400),
        ("99999999999999999999999", 86_400), ("Sat, 21 Nov 2026 07:01:30 GMT", 90),
        ("Saturday, 21-Nov-26 07:01:30 GMT", 90), ("Sat Nov 21 07:01:30 2026", 90), ("Sun Nov  1 07:00:00 2026", 0),
        ("Fri, 20 Nov 2026 07:00:00 GMT", 0), ("Sat, 21 Nov 2099 07:00:00 GMT", 86_400),
        ("Sunday, 06-Nov-94 08:49:37 GMT", 0),
    ])
    func `every form gives seconds from now, within a day`(text: String, seconds: Int) {
        #expect(RetryAfter.seconds(text, now: now) == seconds)
    }

    @Test(arguments: [
        "", " ", "-5", "+5", "1.5", "5 s", "soon", "0x10", "٣", "Sat, 21 Nov 2026 07:01:30",
        "Sat, 21 Nov 2026 07:01:30 PST",
        "Sat, 31 Feb 2026 07:01:30 GMT", "Sat, 21 Nov 2026 25:01:30 GMT", "Sat, 21 Nov 2026 07:60:30 GMT",
        "Sat, 21 nov 2026 07:01:30 GMT", "2026-11-21T07:01:30Z", "Sat Nov 21 07:01:30 26",
    ])
    func `anything else is nothing`(text: String) {
        #expect(RetryAfter.seconds(text, now: now) == nil)
    }

    @Test(arguments: [
        ("Sun, 06 Nov 1994 08:49:37 GMT", "1994-11-06T08:49:37Z"),
        ("Sunday, 06-Nov-94 08:49:37 GMT", "1994-11-06T08:49:37Z"),
        ("Sun Nov  6 08:49:37 1994", "1994-11-06T08:49:37Z"),
        ("Sunday, 06-Nov-70 08:49:37 GMT", "2070-11-06T08:49:37Z"),
        ("Sunday, 06-Nov-76 08:49:37 GMT", "2076-11-06T08:49:37Z"),
        ("Sunday, 06-Nov-77 08:49:37 GMT", "1977-11-06T08:49:37Z"),
        ("Sat, 31 Dec 2016 23:59:60 GMT", "2016-12-31T23:59:59Z"),
    ])
    func `the three date forms of HTTP are read`(text: String, expected: String) {
        #expect(HTTPDate.timestamp(text, now: now)?.description == expected)
    }
}

@Suite struct FreshnessTests {
    @Test(arguments: [
        (["max-age=300"], 300), (["public, max-age=60, must-revalidate"], 60), (["Max-Age = \"15\""], 15),
        (["max-age=60", "no-store"], 0), (["no-cache, max-age=60"], 0), (["s-maxage=60"], nil), (["max-age=-1"], nil),
        (["max-age=x", "max-age=5"], 5), (["max-age=99999999999999999999"], 1 << 31), ([], nil), ([""], nil),
    ])
    func `max-age is read from Cache-Control`(values: [String], seconds: Int?) {
        #expect(Freshness.maxAge(HeaderFields(values.map { HeaderField("cache-control", $0) })) == seconds)
    }
}

@Suite struct FreshnessRemainingTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var headers: [(String, String)]
        var seconds: Int?
        var testDescription: String { name }
    }

    static let cases = [
        Case(name: "nothing said", headers: [], seconds: nil),
        Case(
            name: "a lifetime that a cache has used up in part",
            headers: [("Cache-Control", "max-age=300"), ("Age", "120")], seconds: 180),
        Case(
            name: "a lifetime that a cache has used up", headers: [("Cache-Control", "max-age=300"), ("Age", "900")],
            seconds: 0),
        Case(name: "an age that is none", headers: [("Cache-Control", "max-age=300"), ("Age", "-3")], seconds: 300),
        Case(
            name: "an end by the server's own clock",
            headers: [
                ("Date", "Sat, 21 Nov 2026 09:00:00 GMT"), ("Expires", "Sat, 21 Nov 2026 09:10:00 GMT"), ("Age", "60"),
            ],
            seconds: 540),
        Case(name: "an end by our clock", headers: [("Expires", "Sat, 21 Nov 2026 07:05:00 GMT")], seconds: 300),
        Case(name: "an end that is over", headers: [("Expires", "Thu, 01 Jan 1970 00:00:00 GMT")], seconds: 0),
        Case(name: "an end that is no date", headers: [("Expires", "0")], seconds: 0),
        Case(
            name: "max-age before Expires",
            headers: [("Cache-Control", "max-age=60"), ("Expires", "Sat, 21 Nov 2026 09:00:00 GMT")], seconds: 60),
        Case(
            name: "no-cache before Expires",
            headers: [("Cache-Control", "no-cache"), ("Expires", "Sat, 21 Nov 2026 09:00:00 GMT")], seconds: 0),
    ]

    @Test(arguments: cases)
    func `what is left of a shelf life is told in seconds`(example: Case) {
        let headers = HeaderFields(example.headers.map { HeaderField($0.0, $0.1) })
        #expect(Freshness.remaining(headers, now: now) == example.seconds)
    }
}

@Suite struct RateLimitTests {
    @Test(
        arguments: [
            ([("X-Ratelimit-Remain", "0"), ("X-Ratelimit-Reset", "1795244460")], 60),
            ([("X-Ratelimit-Remain", "1"), ("X-Ratelimit-Reset", "1795244460")], nil),
            ([("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset", "1795244460")], 60),
            ([("RateLimit-Remaining", "0"), ("RateLimit-Reset", "30")], 30),
            ([("X-Ratelimit-Remain", "0"), ("X-Ratelimit-Reset", "1795244400.7")], 0),
            ([("X-Ratelimit-Remain", "0"), ("X-Ratelimit-Reset", "1000000000")], 0),
            ([("X-Ratelimit-Remain", "0"), ("X-Ratelimit-Reset", "9999999999")], 86_400),
            ([("X-Ratelimit-Remain", "0"), ("X-Ratelimit-Reset", "soon")], nil),
            ([("X-Ratelimit-Remain", "none"), ("X-Ratelimit-Reset", "30")], nil), ([("X-Ratelimit-Remain", "0")], nil),
            ([], nil),
        ] as [([(String, String)], Int?)])
    func `a used-up quota is a pause until it is filled again`(headers: [(String, String)], seconds: Int?) {
        #expect(RateLimit.pause(HeaderFields(headers.map { HeaderField($0.0, $0.1) }), now: { now }) == seconds)
    }
}

@Suite struct BackoffTests {
    @Test func `waits double up to the bound and stay there for ever`() {
        let backoff = Backoff(base: 300, cap: 3600)
        let longest = (1...8).map { backoff.delay(failures: $0, random: 0.999_999_9) }
        #expect(longest == [299, 599, 1199, 2399, 3599, 3599, 3599, 3599])
        let shortest = (1...5).map { backoff.delay(failures: $0, random: 0) }
        #expect(shortest == [150, 300, 600, 1200, 1800])
        #expect(backoff.delay(failures: .max, random: 0.5) == 2700)
    }

    @Test func `what the server asked for wins, to the second`() {
        #expect(Backoff(base: 300, cap: 3600).delay(failures: 9, random: 0.3, retryAfter: 7) == 7)
        #expect(Backoff(base: 300, cap: 3600).delay(failures: 1, random: 0.3, retryAfter: 86_400) == 86_400)
    }

    @Test func `nonsense settings and arguments still give a wait of a second or more`() {
        #expect(Backoff(base: 0, cap: -5).delay(failures: 0, random: -1) == 1)
        #expect(Backoff(base: .max, cap: .max).delay(failures: 3, random: 0) > 0)
        #expect(Backoff(base: 10, cap: 100).delay(failures: -4, random: 7) == 10)
    }

    @Test func `a source that is down for a day is asked at most forty times`() {
        for random in [0.0, 0.5, 0.99] {
            var (time, failures) = (0, 0)
            while time < 86_400 {
                failures += 1
                time += Backoff().delay(failures: failures, random: random)
            }
            #expect(failures <= 40, "random \(random)")
        }
    }
}

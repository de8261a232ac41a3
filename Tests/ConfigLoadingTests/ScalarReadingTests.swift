import Testing

@testable import ConfigLoading

@Suite("A scalar")
struct ScalarReadingTests {
    @Test(
        "is a duration only with a unit of fixed length",
        arguments: [
            ("15 minutes", 900), ("1 minute", 60), ("2h", 7200), ("90 days", 7_776_000), ("3 weeks", 1_814_400),
            ("15", nil), ("2 months", nil), ("minutes", nil), ("1.5 hours", nil), ("-3 days", nil), ("", nil),
            ("99999999999999999999 days", nil), ("9223372036854775 weeks", nil),
        ] as [(String, Int?)])
    func durations(text: String, seconds: Int?) { #expect(ScalarReading.seconds(text) == seconds) }

    @Test(
        "is a number of days where the duration is whole",
        arguments: [("2 weeks", 14), ("48 hours", 2), ("36 hours", nil)] as [(String, Int?)])
    func days(text: String, days: Int?) { #expect(ScalarReading.days(text) == days) }

    @Test(
        "is a time of day, never a sexagesimal number",
        arguments: [
            ("07:00", 420), ("7:05", 425), ("23:59", 1439), ("24:00", nil), ("7", nil), ("07:60", nil), ("7:5", nil),
            ("07:00:00", nil),
        ]
            as [(String, Int?)])
    func clocks(text: String, minutes: Int?) { #expect(ScalarReading.clock(text) == minutes) }

    @Test(
        "is a whole number, groups of three allowed",
        arguments: [
            ("0", 0), ("1200", 1200), ("1,200,000", 1_200_000), ("1_200", 1200), ("1,20", nil), (",100", nil),
            ("1.5", nil),
            ("", nil), ("12e3", nil), ("١٢", nil), ("99999999999999999999", nil),
        ] as [(String, Int?)])
    func integers(text: String, value: Int?) { #expect(ScalarReading.integer(text) == value) }

    @Test(
        "is a range",
        arguments: [
            ("50..5000", 50, 5000), ("50..", 50, nil), ("..5000", nil, 5000), (">= 100", 100, nil), ("> 100", 101, nil),
            ("<=7", nil, 7), ("< 7", nil, 6), ("1,000 .. 2,000", 1000, 2000), ("12", 12, 12),
        ] as [(String, Int?, Int?)])
    func ranges(text: String, atLeast: Int?, atMost: Int?) throws {
        let range = try #require(ScalarReading.range(text))
        #expect(range.atLeast == atLeast)
        #expect(range.atMost == atMost)
    }

    @Test("is no range", arguments: ["..", "5..1", "a..b", ">=", "> x", "", "1...5", "-5"])
    func noRanges(text: String) { #expect(ScalarReading.range(text) == nil) }

    @Test(
        "is an address fit for a header",
        arguments: [
            ("ops@seller.example", true), ("a.b+c@x-y.example", true), ("ops@localhost", true), ("ops", false),
            ("@x", false),
            ("a@", false), ("a@b@c", false), ("a b@c.example", false), ("a@b..example", false), ("a@-b.example", false),
            ("a@b.example\r\nBcc: all@x.example", false), ("Ops <ops@x.example>", false), (".a@x.example", false),
        ])
    func addresses(text: String, isAddress: Bool) { #expect(ScalarReading.isAddress(text) == isAddress) }

    @Test(
        "is a network",
        arguments: [
            ("10.0.0.0/8", true), ("127.0.0.1", true), ("::1", true), ("fd00::/8", true), ("10.0.0.0/33", false),
            ("fd00::/129", false), ("10.0.0/8", false), ("localhost", false), ("10.0.0.0/", false), ("", false),
            ("0x7f.1", false),
        ])
    func networks(text: String, isNetwork: Bool) { #expect(ScalarReading.isNetwork(text) == isNetwork) }

    @Test(
        "is a web address without credentials",
        arguments: [
            ("https://a.example/x?y=1", true), ("HTTP://a.example", true), ("ftp://a.example", false),
            ("a.example", false),
            ("https://u:p@a.example", false), ("https://u@a.example", false), ("https:///x", false),
            ("https://a b", false),
        ])
    func webAddresses(text: String, isValid: Bool) { #expect(ScalarReading.isWebAddress(text) == isValid) }

    @Test(
        "is a size",
        arguments: [("16 MB", 16_777_216), ("64KB", 65_536), ("1 GiB", 1_073_741_824), ("16", nil), ("1 TB", nil)]
            as [(String, Int?)])
    func sizes(text: String, bytes: Int?) { #expect(ScalarReading.size(text) == bytes) }
}

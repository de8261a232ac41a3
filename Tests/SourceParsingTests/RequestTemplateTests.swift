import Testing
import TriggerModel

@testable import SourceParsing

@Suite("Placeholders of requests")
struct RequestTemplateTests {
    static func fill(_ text: String, timepoint: String? = "42") -> String {
        RequestTemplate.fill(
            text, today: CalendarDay("2026-03-01")!, page: 3, offset: 200, timepoint: timepoint)
    }

    @Test(
        "are filled, everything else stays",
        arguments: [
            ("{today}", "2026-03-01"), ("{today-1d}", "2026-02-28"), ("{today-365d}", "2025-03-01"),
            ("{yyyy}/QTR{q}/form.{yyyymmdd}.idx", "2026/QTR1/form.20260301.idx"),
            ("?page={page}&start={offset}", "?page=3&start=200"),
            (#"{"page": {page}, "from": "{today-7d}"}"#, #"{"page": 3, "from": "2026-02-22"}"#),
            (#"{"a": {"b": []}}"#, #"{"a": {"b": []}}"#), ("{}", "{}"), ("{today", "{today"), ("{{page}}", "{3}"),
            ("{tomorrow} {today-d} {today-12345d} {today-+1d}", "{tomorrow} {today-d} {today-12345d} {today-+1d}"),
            ("plain", "plain"), ("é{q}ü", "é1ü"),
        ])
    func filled(text: String, result: String) { #expect(Self.fill(text) == result) }

    @Test(
        "A parameter without its timepoint is left out",
        arguments: [
            ("https://x.example/s?timepoint={timepoint}", "https://x.example/s"),
            ("https://x.example/s?timepoint={timepoint}&a=1", "https://x.example/s?a=1"),
            ("https://x.example/s?a=1&timepoint={timepoint}&b=2", "https://x.example/s?a=1&b=2"),
            ("https://x.example/s?a=1&timepoint={timepoint}", "https://x.example/s?a=1"),
            ("https://x.example/{timepoint}/s", "https://x.example//s"),
        ])
    func first(text: String, result: String) {
        #expect(Self.fill(text, timepoint: nil) == result)
        #expect(Self.fill(text).contains("42"))
    }

    @Test func `a timepoint cannot break out of its place`() {
        #expect(Self.fill("?t={timepoint}&k=1", timepoint: "1&k=2 #") == "?t=1%26k%3D2%20%23&k=1")
    }

    @Test("each quarter begins where it should", arguments: zip(1...12, [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4]))
    func quarters(month: Int, quarter: Int) {
        let day = CalendarDay(year: 2026, month: month, day: 28)!
        #expect(RequestTemplate.fill("{q}", today: day, page: 0, offset: 0, timepoint: nil) == "\(quarter)")
    }
}

import Testing
import TriggerModel

struct `A calendar day` {
    @Test(arguments: [
        ("1970-01-01", 0, 4), ("2000-02-29", 11_016, 2), ("2026-11-21", 20_778, 6), ("0001-01-01", -719_162, 1),
        ("9999-12-31", 2_932_896, 5), ("1969-12-31", -1, 3),
    ])
    func `counts days and weekdays`(text: String, days: Int, weekday: Int) throws {
        let day = try #require(CalendarDay(text))
        #expect(day.daysSince1970 == days)
        #expect(day.weekday == weekday)
        #expect(CalendarDay(daysSince1970: days) == day)
        #expect(day.description == text)
    }

    @Test func `goes through every day of four centuries and back`() {
        var day = CalendarDay(daysSince1970: -100_000)
        for number in -99_999...50_000 {
            let next = CalendarDay(daysSince1970: number)
            #expect(next.daysSince1970 == number && next > day)
            day = next
        }
    }

    @Test(arguments: [
        "2026-2-01", "2026-02-30", "2026-13-01", "2026-00-10", "26-01-01", "2026-01-01T", "", "2026/01/01",
        "+026-01-01", "2025-02-29",
    ])
    func `refuses what names no day`(text: String) {
        #expect(CalendarDay(text) == nil)
    }
}

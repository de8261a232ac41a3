import Testing
import TriggerModel

struct `A timestamp` {
    @Test(arguments: [
        ("2026-11-21T07:00:00Z", 1_795_244_400), ("1970-01-01T00:00:00Z", 0), ("1969-12-31T23:59:59Z", -1),
        ("2026-11-21T07:00:00.123456+01:00", 1_795_240_800), ("2026-11-21T07:00:00-05:30", 1_795_264_200),
        ("2016-12-31T23:59:60Z", 1_483_228_799), ("2026-11-21 07:00:00z", 1_795_244_400),
    ])
    func `reads RFC 3339`(text: String, seconds: Int) {
        #expect(Timestamp(rfc3339: text) == Timestamp(seconds: seconds))
    }

    @Test(arguments: [
        "2026-11-21", "2026-11-21T07:00Z", "2026-11-21T07:00:00", "2026-11-21T24:00:00Z", "2026-11-21T07:60:00Z",
        "2026-11-21T07:00:00.Z", "2026-11-21T07:00:00+0100", "2026-11-21T07:00:00ZZ", "2026-11-21T0x:00:00Z", "",
    ])
    func `refuses anything else`(text: String) {
        #expect(Timestamp(rfc3339: text) == nil)
    }

    @Test(arguments: [0, -1, 86_399, 86_400, -86_400, 1_795_244_400, -62_135_596_800])
    func `prints what it reads`(seconds: Int) {
        let time = Timestamp(seconds: seconds)
        #expect(Timestamp(rfc3339: time.description) == time)
        #expect(Timestamp(time.day, secondOfDay: time.secondOfDay) == time)
    }
}

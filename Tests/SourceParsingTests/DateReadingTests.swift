import Testing
import TriggerModel

@testable import SourceParsing

struct DateReadingTests {
    static let readable: [(String, String)] = [
        // RFC 822, 2822, 850, asctime.
        ("Fri, 20 Nov 2026 09:23:00 +0000", "2026-11-20T09:23:00Z"), ("20 Nov 2026 09:23 EST", "2026-11-20T14:23:00Z"),
        ("Fri, 20 Nov 26 09:23:00 GMT", "2026-11-20T09:23:00Z"),
        ("Friday, 20-Nov-26 09:23:00 GMT", "2026-11-20T09:23:00Z"),
        ("Fri Nov 20 09:23:00 2026", "2026-11-20T09:23:00Z"), ("Fri Nov  6 09:23:00 UTC 2026", "2026-11-06T09:23:00Z"),
        ("Fri, 06 Nov 2026 23:59:60 -0330", "2026-11-07T03:29:59Z"),
        ("Sat, 07 Sep 2002 00:00:01 GMT", "2002-09-07T00:00:01Z"),
        ("1 Jan 98 00:00 UT", "1998-01-01T00:00:00Z"),
        // With hyphens the year comes first, also where it has two digits.
        ("03-12-31", "2003-12-31T00:00:00Z"), ("03-12-31T10:14:55Z", "2003-12-31T10:14:55Z"),
        ("31-12-25 09:00 +0100", "2025-12-31T08:00:00Z"), ("99-12-31", "1999-12-31T00:00:00Z"),
        ("25-12-99", "1999-12-25T00:00:00Z"), ("99/12/31", "1999-12-31T00:00:00Z"),
        // ISO 8601, RFC 3339, W3CDTF.
        ("2026-11-20T09:23:00Z", "2026-11-20T09:23:00Z"), ("2026-11-20T09:23:00.123456+05:30", "2026-11-20T03:53:00Z"),
        ("2026-11-20t09:23z", "2026-11-20T09:23:00Z"), ("2026-11-20T09:23", "2026-11-20T09:23:00Z"),
        ("2026-11-20 09:23:00 -0800", "2026-11-20T17:23:00Z"), ("2026-11-20", "2026-11-20T00:00:00Z"),
        ("2026-11", "2026-11-01T00:00:00Z"), ("2026", "2026-01-01T00:00:00Z"),
        ("20261120T092300Z", "2026-11-20T09:23:00Z"),
        ("20261120", "2026-11-20T00:00:00Z"), ("2026/11/20 09:23:00", "2026-11-20T09:23:00Z"),
        ("2026-11-20T24:00:00Z", "2026-11-21T00:00:00Z"), ("2026-11-20T09:23:00 UTC", "2026-11-20T09:23:00Z"),
        ("2026-11-20T09:23:00,5+01", "2026-11-20T08:23:00Z"), ("2026-11-20T09:23:00+0100", "2026-11-20T08:23:00Z"),
        ("2026-W47-5T09:23Z", "2026-11-20T09:23:00Z"), ("2026W475", "2026-11-20T00:00:00Z"),
        ("2026-W47", "2026-11-16T00:00:00Z"), ("2026-W01-1", "2025-12-29T00:00:00Z"),
        ("2020-W53-7", "2021-01-03T00:00:00Z"), ("2026-324", "2026-11-20T00:00:00Z"),
        ("2026324T092300Z", "2026-11-20T09:23:00Z"), ("2028-366", "2028-12-31T00:00:00Z"),
        ("2026-11-20T23:59:60Z", "2026-11-20T23:59:59Z"), ("2026-11-20T09:23:00+00:0", "2026-11-20T09:23:00Z"),
        ("2026-11-20 19h48", "2026-11-20T19:48:00Z"),
        // What people write.
        ("20 novembre 2026 à 19h48", "2026-11-20T19:48:00Z"), ("03 Apr 02 1500 GMT", "2002-04-03T15:00:00Z"),
        ("20.11.2026 19.48", "2026-11-20T19:48:00Z"), ("20.11.2026 klo 9.05", "2026-11-20T09:05:00Z"),
        ("mar. 17 nov. 2026 10:00", "2026-11-17T10:00:00Z"), ("mar 17 nov 2026", "2026-11-17T00:00:00Z"),
        ("17 mar 2026", "2026-03-17T00:00:00Z"), ("Mar 17, 2026", "2026-03-17T00:00:00Z"),
        ("2026年11月20日 下午3:05", "2026-11-20T15:05:00Z"), ("2026년 11월 20일 오전 12:05", "2026-11-19T15:05:00Z"),
        ("20. marraskuuta 2026", "2026-11-20T00:00:00Z"), ("20 ŞUBAT 2026", "2026-02-20T00:00:00Z"),
        ("2026. szeptember 5.", "2026-09-05T00:00:00Z"), ("5 Ιανουαρίου 2026", "2026-01-05T00:00:00Z"),
        ("20 نوفمبر 2026", "2026-11-20T00:00:00Z"), ("Чт, 20 Листопада 2026", "2026-11-20T00:00:00Z"),
        ("24:00 20 Nov 2026", "2026-11-21T00:00:00Z"), ("31 Nov 2026 24:00", "2026-12-01T00:00:00Z"),
        ("  fri,20 nov 2026 09:23:00 pst ", "2026-11-20T17:23:00Z"),
        ("Thursday, 20 November 2026 9:23 PM", "2026-11-20T21:23:00Z"),
        ("November 20, 2026", "2026-11-20T00:00:00Z"), ("Nov. 20th, 2026 12:05 am ET", "2026-11-20T05:05:00Z"),
        ("July 4, 2026 12:05 PM ET", "2026-07-04T16:05:00Z"),
        ("Fri, Fri, 20 Nov 2026 09:23:00 +0200", "2026-11-20T07:23:00Z"),
        ("Fri, 20 Nov 2026 09:23:00 GMT+2", "2026-11-20T07:23:00Z"),
        ("Fri, 20 Nov 2026 09:23:00 +02:00", "2026-11-20T07:23:00Z"),
        ("Fri, 20 Nov 2026 9:3:00 Z", "2026-11-20T09:03:00Z"), ("Fri, 20 Nov 2026", "2026-11-20T00:00:00Z"),
        ("11/20/2026 09:23", "2026-11-20T09:23:00Z"), ("20/11/2026", "2026-11-20T00:00:00Z"),
        ("20.11.2026 09:23", "2026-11-20T09:23:00Z"),
        ("3.4.2026", "2026-04-03T00:00:00Z"), ("Sat, 31 Feb 2026 10:00:00 GMT", "2026-02-28T10:00:00Z"),
        ("Fr, 20 März 2026 09:23:00 MEZ", "2026-03-20T08:23:00Z"), ("20 août 2026", "2026-08-20T00:00:00Z"),
        ("20 de diciembre de 2026", "2026-12-20T00:00:00Z"), ("1795166580", "2026-11-20T09:23:00Z"),
        ("1795166580000", "2026-11-20T09:23:00Z"), ("Mon, 02 Mar 2026 07:30:00 AEDT", "2026-03-01T20:30:00Z"),
        ("Thu, 1 Jan 2004 07:00 p.m. EST", "2004-01-02T00:00:00Z"), ("2004年1月10日 08:30", "2004-01-10T08:30:00Z"),
        ("2004년 1월 10일", "2004-01-10T00:00:00Z"), ("Пн, 05 янв 2004 10:00:00 +0300", "2004-01-05T07:00:00Z"),
        ("5 сентября 2004", "2004-09-05T00:00:00Z"), ("Thu, 01 Jan 2004 19:48:21 +0000 (UTC)", "2004-01-01T19:48:21Z"),
        ("Tue, 10 Jun 2003 04:00:00 XYZ", "2003-06-10T04:00:00Z"),
        // Korean is written in one zone, unless the date names another.
        ("2026-11-20 오후 3:05:09", "2026-11-20T06:05:09Z"), ("2026년 11월 20일 15:05 GMT", "2026-11-20T15:05:00Z"),
        ("2026년 11월 20일", "2026-11-20T00:00:00Z"),
        ("Παρ, 20 Νοέ 2026 12:00:00 EST", "2026-11-20T17:00:00Z"), ("Κυρ, 5 Ιούλ 2026", "2026-07-05T00:00:00Z"),
        ("Τετ, 20 Μάι 2026 09:23:00 GMT", "2026-05-20T09:23:00Z"), ("2026. júl. 5.", "2026-07-05T00:00:00Z"),
        ("Fri, 20 Nov 2026 09:23:00 GMT-05:00", "2026-11-20T14:23:00Z"), ("2026-11-20T09Z", "2026-11-20T09:00:00Z"),
        ("2026-11-20T09+02:00", "2026-11-20T07:00:00Z"), ("10:14 20-Nov-2026", "2026-11-20T10:14:00Z"),
        ("Wed, 19 Aug 2026 18:28:00 Eastern Daylight Time", "2026-08-19T22:28:00Z"),
        ("November 20, 2026 9:23 AM Pacific Time", "2026-11-20T17:23:00Z"), ("1000-01-01", "1000-01-01T00:00:00Z"),
    ]

    @Test("Dates as documents write them", arguments: readable)
    func reads(_ text: String, _ expected: String) {
        #expect(DateReading.timestamp(text)?.description == expected)
    }

    @Test(
        "What is no date is none",
        arguments: [
            "", " ", "now", "yesterday", "Fri", "20 Nov", "Nov 2026 10:00", "32 Nov 2026", "2026-13-01", "2026-00-10",
            "0000-01-01", "12:30", "10:00 2026", "Fri, 20 Foo 2026 10:00", "99999999999999999999",
            "2026-11-20T25:00:00Z", "2026-W54", "2026-W00-1", "2026-367", "2026-000", "2026-W47-8", "20 Nov 2026 24:01",
            "2026-366", "-", "0001-01-01T00:00:00Z", "0001-01-01 00:00", "0312", "2026-11-20T09:23:00+99:00",
        ])
    func refuses(_ text: String) {
        #expect(DateReading.timestamp(text) == nil)
    }

    @Test func `the exact forms say what the others say`() {
        for second in stride(from: -2_000_000_000, to: 4_000_000_000, by: 98_765_431) {
            let time = Timestamp(seconds: second)
            #expect(DateReading.timestamp(time.description) == time)
            #expect(DateReading.timestamp(" \(time.description.dropLast())+00:00") == time)
            let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
            let two = time.day.day < 10 ? "0\(time.day.day)" : "\(time.day.day)"
            let clock = time.description.dropFirst(11).dropLast()
            let date = "\(two) \(months[time.day.month - 1]) \(time.day.year) \(clock)"
            for form in ["Mon, \(date) GMT", "mon, \(date.uppercased()) +0000", "Mon, \(date) UTC", "\(date) +0000"] {
                #expect(DateReading.timestamp(form) == time, "\(form)")
            }
            #expect(DateReading.timestamp("Mon, \(date) -0530") == time.adding(seconds: 19_800))
            #expect(DateReading.timestamp("Mon, \(date) +1400") == time.adding(seconds: -50_400))
        }
        for text in ["2026-11-20T09:23:6xZ", "20x6-11-20T09:23:00Z", "Fri, 20 Nov 2026 09:23:00 *0000"] {
            #expect(Array(text.utf8).withUnsafeBufferPointer { DateReading.exact($0) } == nil)
        }
    }

    @Test func `no text stops the reader`() {
        for (text, _) in DateReadingTests.readable {
            let bytes = Array(text.utf8)
            for index in bytes.indices {
                for byte: UInt8 in [0, 0x20, 0x2D, 0x30, 0x39, 0x3A, 0x41, 0xC3, 0xFF] {
                    var changed = bytes
                    changed[index] = byte
                    if let time = DateReading.timestamp(changed) { #expect((0...10_000).contains(time.day.year)) }
                }
            }
        }
    }

    @Test(
        "The first date of a line of text",
        arguments: [
            ("Posted: March 3, 2026 by staff", "2026-03-03T00:00:00Z"), ("On 3 March 2026 we", "2026-03-03T00:00:00Z"),
            ("(03/04/2026)", nil), ("Filed 03/04/2026, 2 pages", "2026-03-04T00:00:00Z"),
            ("no date in 7 words of text", nil), ("lors des 2026 dernières", nil), ("Gen 2026 line-up", nil),
            ("le 3 déc. 2026, à", "2026-12-03T00:00:00Z"),
        ] as [(String, String?)])
    func finds(_ text: String, _ expected: String?) {
        #expect(DateReading.firstDate(in: text)?.description == expected)
    }

    @Test(
        "Eastern time knows daylight time and its days of change",
        arguments: [
            ("2026-01-15", 17 * 3600, "2026-01-15T22:00:00Z"), ("2026-07-15", 17 * 3600, "2026-07-15T21:00:00Z"),
            ("2026-03-08", 3600, "2026-03-08T06:00:00Z"), ("2026-03-08", 3 * 3600, "2026-03-08T07:00:00Z"),
            ("2026-11-01", 3600, "2026-11-01T05:00:00Z"), ("2026-11-01", 2 * 3600, "2026-11-01T07:00:00Z"),
            ("2006-03-20", 0, "2006-03-20T05:00:00Z"), ("2006-04-02", 12 * 3600, "2006-04-02T16:00:00Z"),
            ("2006-10-29", 12 * 3600, "2006-10-29T17:00:00Z"),
        ])
    func eastern(_ day: String, _ second: Int, _ expected: String) throws {
        let day = try #require(CalendarDay(day))
        #expect(AmericanTime.eastern(day, secondOfDay: second).description == expected)
    }
}

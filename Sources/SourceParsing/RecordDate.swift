import TriggerModel

/// Dates of records: what `DateReading` knows, and what only machines write.
struct RecordDate {
    var moment: Timestamp
    /// The day as written, whatever the zone beside it.
    var day: CalendarDay

    /// `20261121`, `20261121093000`, seconds and milliseconds since 1970 as bare digits; else any date that people write.
    /// nil where there is none.
    init?(_ text: String) {
        let digits = text.utf8
        if digits.allSatisfy({ $0 &- 0x30 < 10 }) {
            guard let moment = RecordDate.bare(text) else { return nil }
            self.moment = moment
            day = moment.day
            return
        }
        guard let moment = DateReading.timestamp(text) ?? DateReading.firstDate(in: text) else { return nil }
        self.moment = moment
        day = CalendarDay(text.prefix(10)) ?? moment.day
    }

    /// A bare year or row number is no date.
    private static func bare(_ digits: String) -> Timestamp? {
        switch digits.utf8.count {
        case 8, 14: DateReading.timestamp(digits)
        case 9, 10: Int(digits).map(Timestamp.init(seconds:))
        case 12, 13: Int(digits).map { Timestamp(seconds: $0 / 1000) }
        default: nil
        }
    }
}

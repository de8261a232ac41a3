/// Names of months, halves of a day and zones.
enum DateWords {
    static func month(_ word: DateWord) -> Int? {
        if let month = english(word) { return month }
        return others[word]
    }

    /// False before noon, true after.
    static func half(_ word: DateWord) -> Bool? {
        if word == DateWord("am" as StaticString) { return false }
        return word == DateWord("pm" as StaticString) ? true : nil
    }

    /// Year, month and day in Chinese, Japanese and Korean, by the bytes of the character.
    static func unit(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> DateUnit? {
        switch (first, second, third) {
        case (0xE5, 0xB9, 0xB4), (0xEB, 0x85, 0x84): .year
        case (0xE6, 0x9C, 0x88), (0xEC, 0x9B, 0x94): .month
        case (0xE6, 0x97, 0xA5), (0xEC, 0x9D, 0xBC): .day
        default: nil
        }
    }

    static func zone(_ word: DateWord) -> DateZone? { zones[word] }

    /// Three letters or more that begin a month's name, `sept` and `september` included.
    private static func english(_ word: DateWord) -> Int? {
        guard word.count >= 3 else { return nil }
        let month: (Int, StaticString)
        switch word.head {
        case 0x6E616A: month = (1, "january")
        case 0x626566: month = (2, "february")
        case 0x72616D: month = (3, "march")
        case 0x727061: month = (4, "april")
        case 0x79616D: month = (5, "may")
        case 0x6E756A: month = (6, "june")
        case 0x6C756A: month = (7, "july")
        case 0x677561: month = (8, "august")
        case 0x706573: month = (9, "september")
        case 0x74636F: month = (10, "october")
        case 0x766F6E: month = (11, "november")
        case 0x636564: month = (12, "december")
        default: return nil
        }
        if word.count == 3 { return month.0 }
        guard word.count <= month.1.utf8CodeUnitCount else { return nil }
        var full = DateWord()
        for index in 0..<word.count { full.append(month.1.utf8Start[index]) }
        return full == word ? month.0 : nil
    }

    /// Months in German, French, Spanish, Italian, Portuguese, Dutch, Swedish, Polish and Russian, where they differ;
    /// outside ASCII also with a capital letter, which is not folded.
    private static let others: [DateWord: Int] = {
        let names = [
            "januar jänner janv janvier enero ene gennaio gen janeiro januari stycznia jän янв января Янв",
            "februar févr février fev fevrier febrero febbraio fevereiro februari lutego fév фев февр февраля Фев",
            "märz mär mrz mars marzo março maart mrt marca мар марта Мар",
            "avr avril abril abr aprile kwietnia апр апреля Апр",
            "mai mayo mag maggio maio mei maj maja май мая Май",
            "juni juin junio giu giugno junho czerwca июн июня Июн",
            "juli juil juillet julio lug luglio julho lipca июл июля Июл",
            "août aout agosto ago augustus augusti sierpnia авг августа Авг",
            "septembre septiembre settembre set setembro wrzesień września сен сент сентября Сен",
            "oktober okt octobre octubre ottobre ott outubro out października окт октября Окт",
            "novembre noviembre novembro listopada ноя нояб ноября Ноя",
            "dezember dez déc décembre dic diciembre dicembre dezembro desember grudnia дек декабря Дек",
        ]
        var table: [DateWord: Int] = [:]
        for (index, list) in names.enumerated() {
            for name in list.split(separator: " ") { table[DateWord(name)] = index + 1 }
        }
        return table
    }()

    /// Zones that are read as offsets (RFC 2822 section 4.3 and what feeds use). Ambiguous names mean the place where
    /// most feeds with them come from.
    private static let zones: [DateWord: DateZone] = {
        let offsets: [(String, Double)] = [
            ("z ut utc gmt wet zulu", 0), ("est", -5), ("edt", -4), ("cst", -6), ("cdt", -5), ("mst", -7), ("mdt", -6),
            ("pst", -8), ("pdt", -7), ("akst", -9), ("akdt", -8), ("hst", -10), ("ast", -4), ("adt", -3),
            ("nst", -3.5), ("ndt", -2.5), ("brt art", -3), ("bst west cet mez", 1), ("cest mesz eet sast", 2),
            ("eest msk trt", 3), ("gst", 4), ("pkt", 5), ("ist", 5.5), ("npt", 5.75), ("ict wib", 7),
            ("sgt hkt awst pht", 8), ("jst kst", 9), ("acst", 9.5), ("aest", 10), ("acdt", 10.5), ("aedt", 11),
            ("nzst", 12), ("nzdt", 13),
        ]
        var table: [DateWord: DateZone] = [:]
        for (names, hours) in offsets {
            for name in names.split(separator: " ") { table[DateWord(name)] = .offset(Int(hours * 3600)) }
        }
        for (name, hours) in [("et", -5), ("ct", -6), ("mt", -7), ("pt", -8)] {
            table[DateWord(name)] = .american(standard: hours * 3600)
        }
        return table
    }()
}

/// What a number of a date counts.
enum DateUnit {
    case year, month, day
}

/// Names of months, halves of a day and zones.
enum DateWords {
    static func month(_ word: DateWord) -> Int? {
        if let month = english(word) { return month }
        return others[word]
    }

    /// True for a month that can begin a date in running text: `des`, `sie` and `set` are months and little words.
    static func beginsDate(_ word: DateWord) -> Bool {
        english(word) != nil || (word.count > 3 && others[word] != nil)
    }

    /// False before noon, true after.
    static func half(_ word: DateWord) -> Bool? {
        if word == DateWord("am" as StaticString) { return false }
        if word == DateWord("pm" as StaticString) { return true }
        return halves[word]
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

    /// In Chinese, Japanese and Korean, before the time.
    private static let halves: [DateWord: Bool] = [
        DateWord("上午" as StaticString): false, DateWord("下午" as StaticString): true,
        DateWord("午前" as StaticString): false, DateWord("午後" as StaticString): true,
        DateWord("오전" as StaticString): false, DateWord("오후" as StaticString): true,
    ]

    static func zone(_ word: DateWord) -> DateZone? { zones[word] }

    /// Where no zone is written: Korean is written in one zone without daylight time, told by a Hangul syllable
    /// (U+AC00 to U+D7A3), everything else may come from anywhere.
    static func zone(ofScriptIn text: UnsafeBufferPointer<UInt8>) -> DateZone {
        text.contains { (0xEB...0xED).contains($0) } ? .offset(9 * 3600) : .offset(0)
    }

    /// Three letters or more that begin a month's name, `sept` and `september` included.
    private static func english(_ word: DateWord) -> Int? {
        guard word.count >= 3 else { return nil }
        guard let number = month(head: word.head) else { return nil }
        if word.count == 3 { return number }
        let name = names[number - 1]
        guard word.count <= name.utf8CodeUnitCount else { return nil }
        var full = DateWord()
        for index in 0..<word.count { full.append(name.utf8Start[index]) }
        return full == word ? number : nil
    }

    /// By the first three letters in lower case, the first one in the lowest byte.
    static func month(head: UInt32) -> Int? {
        switch head {
        case 0x6E616A: 1
        case 0x626566: 2
        case 0x72616D: 3
        case 0x727061: 4
        case 0x79616D: 5
        case 0x6E756A: 6
        case 0x6C756A: 7
        case 0x677561: 8
        case 0x706573: 9
        case 0x74636F: 10
        case 0x766F6E: 11
        case 0x636564: 12
        default: nil
        }
    }

    private static let names: [StaticString] = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]

    /// Months where they differ from English: German, French, Spanish, Catalan, Italian, Portuguese, Romanian, Dutch,
    /// Swedish, Danish, Norwegian, Finnish, Polish, Czech, Slovak, Croatian, Hungarian, Turkish, Indonesian, Greek,
    /// Russian, Ukrainian, Bulgarian, Arabic and Hindi; in the case that dates use. Only ASCII letters are folded later, so
    /// capitals are entered here. `listopad` is the Polish, Czech and Ukrainian eleventh month, not the Croatian tenth.
    private static let others: [DateWord: Int] = {
        let names = [
            """
            januar jänner janv janvier enero ene gener gennaio gen janeiro ianuarie ian januari tammikuuta tammikuu stycznia
            sty ledna leden január januára siječnja ocak oca ιανουαρίου ιανουάριος ιαν янв января січня січ януари يناير जनवरी
            """,
            """
            februar feber févr février fev fevrier febrero febrer febbraio fevereiro februarie februari helmikuuta
            helmikuu lutego lut února únor február februára veljače şubat şub φεβρουαρίου φεβρουάριος febr φεβ фев февр февраля лютого
            лют февруари فبراير फरवरी
            """,
            """
            märz mär mrz mars marzo març março mart martie maart mrt marts maret marca marec maaliskuuta maaliskuu mar
            března březen március ožujka martu μαρτίου μάρτιος μάρ márc μαρ мар марта березня бер март مارس मार्च
            """,
            """
            avr avril abril abr aprile aprilie kwietnia kwi dubna duben április apríla travnja nisan nis huhtikuuta
            huhtikuu απριλίου απρίλιος ápr απρ апр апреля квітня кві април أبريل अप्रैल
            """,
            """
            mai mayo maig mag maggio maio mei maj maja května květen május mája svibnja mayıs toukokuuta toukokuu μαΐου μάιος μάϊ μάι μαι μαϊ máj
            μαΐ май мая травня тра مايو मई
            """,
            """
            juni juin junio juny giu giugno junho iunie iun czerwca cze června červen június júna lipnja haziran haz
            kesäkuuta kesäkuu ιουνίου ιούνιος ιούν ιον jún ιουν июн июня червня чер юни يونيو जून
            """,
            """
            juli juil juillet julio juliol lug luglio julho iulie iul lipca lip července červenec július júla srpnja temmuz
            tem heinäkuuta heinäkuu ιουλίου ιούλιος ιούλ ιολ júl ιουλ июл июля липня лип юли يوليو जुलाई
            """,
            """
            août aout agosto agost ago augustus augusti agustus agu sierpnia sie srpna srpen augusztus augusta kolovoza
            ağustos ağu elokuuta elokuu αυγούστου αύγουστος αύγ αυγ авг августа серпня сер август أغسطس अगस्त
            """,
            """
            septembre septiembre setembre settembre set setembro septembrie września wrz září szeptember septembra rujna
            eylül eyl syyskuuta syyskuu σεπτεμβρίου σεπτέμβριος szept σεπ сен сент сентября вересня вер септември سبتمبر सितंबर
            """,
            """
            oktober okt octobre octubre ottobre ott outubro out octombrie października paź října říjen október
            októbra ekim eki lokakuuta lokakuu οκτωβρίου οκτώβριος οκτ окт октября жовтня жов октомври أكتوبر अक्टूबर
            """,
            """
            novembre noviembre novembro noiembrie listopada listopad lis novembra studenoga studenog kasım kas marraskuuta
            marraskuu νοεμβρίου νοέμβριος νοέ νοε ноя нояб ноября листопада лис ноември نوفمبر नवंबर
            """,
            """
            dezember dez déc décembre dic diciembre dicembre dezembro desembre decembrie desember des grudnia gru
            prosince prosinec decembra prosinca aralık ara joulukuuta joulukuu δεκεμβρίου δεκέμβριος δεκ дек декабря грудня гру
            декември ديسمبر दिसंबर
            """,
        ]
        var table: [DateWord: Int] = [:]
        for (index, list) in names.enumerated() {
            for name in list.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
                let capital = name.prefix(1).uppercased() + name.dropFirst()
                for form in [String(name), capital, name.uppercased()] { table[DateWord(form)] = index + 1 }
            }
        }
        return table
    }()

    /// Zones that are read as offsets (RFC 2822 section 4.3 and what feeds use). Ambiguous names mean the place where
    /// most feeds with them come from.
    private static let zones: [DateWord: DateZone] = {
        let offsets: [(String, Double)] = [
            ("z ut utc gmt wet zulu", 0), ("est", -5), ("edt", -4), ("cst", -6), ("cdt", -5), ("mst", -7), ("mdt", -6),
            ("pst", -8), ("pdt", -7), ("akst", -9), ("akdt", -8), ("hst", -10), ("ast", -4), ("adt", -3),
            ("nst", -3.5), ("ndt", -2.5), ("brt art", -3), ("bst west cet mez wat", 1), ("cest mesz eet sast cat", 2),
            ("eest msk trt eat", 3), ("gst", 4), ("pkt", 5), ("ist", 5.5), ("npt", 5.75), ("ict wib", 7),
            ("sgt hkt awst pht myt", 8), ("jst kst", 9), ("acst", 9.5), ("aest", 10), ("acdt", 10.5), ("aedt", 11),
            ("nzst", 12), ("nzdt", 13),
        ]
        var table: [DateWord: DateZone] = [:]
        for (names, hours) in offsets {
            for name in names.split(separator: " ") { table[DateWord(name)] = .offset(Int(hours * 3600)) }
        }
        // `Eastern Daylight Time` too: the day tells whether it is daylight time.
        for (names, hours) in [("et eastern", -5), ("ct central", -6), ("mt mountain", -7), ("pt pacific", -8)] {
            for name in names.split(separator: " ") { table[DateWord(name)] = .american(standard: hours * 3600) }
        }
        return table
    }()
}

/// What a number of a date counts.
enum DateUnit {
    case year, month, day
}

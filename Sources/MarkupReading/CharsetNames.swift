/// Names of encodings as documents write them, and the ones glibc's iconv knows them by.
enum CharsetNames {
    /// The encoding that a label means on the web (WHATWG Encoding, section 4.2), else the label itself in lower case
    /// where iconv may know it; nil for what is refused: UTF-7 hides markup, and no name has odd characters.
    static func name(forLabel label: String) -> String? {
        // What most documents say needs no look at the table.
        if label == "utf-8" || label == "UTF-8" { return "utf-8" }
        let label = label.trimmed.lowercased()
        guard !label.isEmpty, label.utf8.count <= 40,
            label.utf8.allSatisfy({ Ascii.isLetterOrDigit($0) || "-_.:+".utf8.contains($0) })
        else { return nil }
        if label.contains("utf-7") || label.contains("utf7") || label == "unicode-1-1-utf-7" { return nil }
        if let known = table[label] { return known }
        return IconvConverter(from: label) == nil ? nil : label
    }

    private static let table: [String: String] = {
        var table: [String: String] = [:]
        let groups: [(String, String)] = [
            ("utf-8", "utf-8 utf8 unicode-1-1-utf-8 x-unicode20utf8 utf_8"),
            ("us-ascii", "us-ascii ascii ansi_x3.4-1968"),
            (
                "windows-1252",
                "windows-1252 cp1252 x-cp1252 iso-8859-1 iso8859-1 iso_8859-1 iso88591 latin1 latin-1 l1 ansi cp819"
            ),
            ("windows-1251", "windows-1251 cp1251 x-cp1251 win-1251"),
            ("windows-1250", "windows-1250 cp1250 x-cp1250"),
            ("windows-1254", "windows-1254 cp1254 iso-8859-9 latin5"),
            ("gb18030", "gb2312 gbk gb_2312-80 x-gbk chinese gb18030 csgb2312 iso-ir-58 cp936"),
            ("big5-hkscs", "big5 big5-hkscs cn-big5 x-x-big5"),
            ("cp932", "shift_jis shift-jis sjis x-sjis ms_kanji windows-31j"),
            ("cp949", "euc-kr ks_c_5601-1987 ks_c_5601-1989 korean windows-949 ksc5601"),
            ("euc-jp", "euc-jp x-euc-jp"),
            ("utf-16le", "utf-16 utf16 utf-16le ucs-2 unicode iso-10646-ucs-2 csunicode"),
            ("utf-16be", "utf-16be"),
        ]
        for (name, labels) in groups {
            for label in labels.split(separator: " ") { table[String(label)] = name }
        }
        return table
    }()
}

/// A thousand titles as an ill-meaning feed writes them, always the same.
enum HostileTitles {
    static let all: [String] = {
        let traps = [
            "\r\nBcc: all@x.example\r\n", "\nSubject: other", "\r", "\u{85}", "\u{2028}X: y", "\u{2029}", "\0", "\u{B}",
            "\t",
            "\u{202E}moc.elpmaxe", "\u{2066}x\u{2069}", "\u{FEFF}", "=?UTF-8?B?AAAA?=", "=?UTF-8?Q?=0D=0AX:_y?=", "\"",
            "\\",
            "<script>alert(1)</script>", "\r\n\r\n--=_whynow_\r\n", "\r\n.\r\n", "語", "é", "e\u{301}", "👩‍🚀", "\u{FFFD}",
            String(decoding: [0xC3, 0x28, 0xFF, 0xFE] as [UInt8], as: UTF8.self), "  ", ";", ",", "(", ")", "@", "?=",
            String(repeating: "A", count: 90), String(repeating: "ü", count: 60), "a", " word ", "Acme names a CFO",
        ]
        var titles = traps + ["", String(repeating: "x", count: 1_000_000), String(repeating: "\r\n", count: 500_000)]
        titles.append(String(repeating: "語\r\nBcc: a@x.example ", count: 50_000))
        var state: UInt64 = 42
        while titles.count < 1000 {
            var title = ""
            for _ in 0..<(titles.count % 9 + 1) {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                title += traps[Int(state >> 33) % traps.count]
            }
            titles.append(title)
        }
        return titles
    }()
}

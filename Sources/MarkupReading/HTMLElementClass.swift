/// What an element does to the flow of plain text.
enum HTMLElementClass: UInt8 {
    case unknown, inline, block, lineBreak, list, numberedList, listItem, cell, dropped, preformatted

    /// The class of a name given as its bytes, any case.
    static func of(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> HTMLElementClass {
        guard count > 0, count <= 10 else { return .unknown }
        let key = HTMLElementClass.key(bytes, count)
        var slot = HTMLElementClass.slot(key)
        while true {
            let entry = table[slot]
            if entry.key == key { return entry.kind }
            if entry.key == 0 { return .unknown }
            slot = (slot + 1) & 511
        }
    }

    /// Up to ten letters and digits in six bits each, never 0; other bytes make a key that no name of HTML has.
    @inline(__always)
    private static func key(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
        var key: UInt64 = 0
        for index in 0..<count {
            let byte = Ascii.lowercased(bytes[index])
            let code = Ascii.isLetter(byte) ? byte &- 0x60 : Ascii.isDigit(byte) ? byte &- 0x30 &+ 27 : 63
            key = key &<< 6 | UInt64(code)
        }
        return key
    }

    @inline(__always)
    private static func slot(_ key: UInt64) -> Int { Int((key &* 0x9E37_79B9_7F4A_7C15) >> 55) }

    private struct Entry {
        var key: UInt64 = 0
        var kind = HTMLElementClass.unknown
    }

    /// Open addressing: 512 places for about 140 names.
    private static let table: [Entry] = {
        let names: [(HTMLElementClass, String)] = [
            (
                .block,
                """
                p div h1 h2 h3 h4 h5 h6 dl dt dd table tr thead tbody tfoot caption section article header \
                footer nav aside main figure figcaption blockquote hr form fieldset address center details summary \
                body html hgroup legend search
                """
            ),
            (.preformatted, "pre listing xmp"),
            (.lineBreak, "br"),
            (.list, "ul menu dir"),
            (.numberedList, "ol"),
            (.listItem, "li"),
            (.cell, "td th"),
            (
                .dropped,
                """
                script style template noscript head title iframe object embed applet svg canvas audio video select \
                textarea noframes map datalist
                """
            ),
            (
                .inline,
                """
                a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark q rp rt ruby s \
                samp small span strike strong sub sup time tt u var wbr button input meta link base area param \
                source track picture col colgroup option optgroup output progress meter nobr blink marquee
                """
            ),
        ]
        var table = [Entry](repeating: Entry(), count: 512)
        for (kind, list) in names {
            for name in list.split(separator: " ") {
                let bytes = Array(name.utf8)
                let packed = bytes.withUnsafeBufferPointer { HTMLElementClass.key($0.baseAddress!, $0.count) }
                var slot = HTMLElementClass.slot(packed)
                while table[slot].key != 0 { slot = (slot + 1) & 511 }
                table[slot] = Entry(key: packed, kind: kind)
            }
        }
        return table
    }()
}

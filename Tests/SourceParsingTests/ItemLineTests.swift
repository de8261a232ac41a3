import Foundation
import Testing
import TriggerModel

@testable import SourceParsing

struct ItemLineTests {
    @Test func `an empty item has every key`() {
        #expect(
            ItemLine.json(Item(source: "s", id: "i"))
                == #"{"source":"s","id":"i","url":null,"title":null,"summary":null,"content":null,"published":null,"updated":null,"authors":[],"categories":[],"language":null,"filing":null}"#
        )
    }

    @Test func `a line is read back as the same item`() throws {
        let item = Item(
            source: "a/b.xml", id: "x\"\\/\u{1}", url: "https://x.example/?a=1&b=2", title: "Ünïcode 😀 \u{2028}",
            summary: "two\nlines\ttab\r", content: "", published: Timestamp(rfc3339: "2026-01-02T03:04:05Z"),
            updated: Timestamp(seconds: 0), authors: ["A", "B"], categories: ["c"], language: "en",
            filing: Filing(
                form: "8-K/A", accession: "0001193125-25-316834", items: ["5.02"],
                parties: [
                    FilingParty(name: "N", cik: "0000000001", role: .filedBy), FilingParty(name: "M", role: .issuer),
                ],
                filed: CalendarDay("2026-01-02"), accepted: nil, period: nil))
        #expect(try JSONDecoder().decode(Item.self, from: Data(ItemLine.json(item).utf8)) == item)
    }

    @Test func `a filing has every key, in both encodings`() throws {
        let filing = Filing(form: "D", parties: [FilingParty(name: "N", role: .filer)])
        let line = ItemLine.json(Item(source: "s", id: "i", filing: filing))
        let keys =
            #""filing":{"form":"D","accession":null,"items":[],"parties":[{"name":"N","cik":null,"role":"filer"}],"filed":null,"accepted":null,"period":null}}"#
        #expect(line.hasSuffix(keys))
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        #expect(
            String(decoding: try encoder.encode(filing), as: UTF8.self)
                == #"{"accepted":null,"accession":null,"filed":null,"form":"D","items":[],"parties":[{"cik":null,"name":"N","role":"filer"}],"period":null}"#
        )
    }

    @Test func `industry, state, register number and sections are written where they are known`() throws {
        let filing = Filing(
            form: "8-K",
            parties: [
                FilingParty(name: "N", role: .filer, sic: "3540", state: "NY", number: "SC1"),
                FilingParty(name: "M", role: .subject, state: "X0"),
            ],
            sections: [FilingSection(code: "5.02", start: 0, end: 4), FilingSection(code: "EX-99.1", start: 5, end: 9)])
        let item = Item(source: "s", id: "i", content: "text more", filing: filing)
        let line = ItemLine.json(item)
        #expect(
            line.hasSuffix(
                #""parties":[{"name":"N","cik":null,"role":"filer","sic":"3540","state":"NY","number":"SC1"},{"name":"M","cik":null,"role":"subject","state":"X0"}],"filed":null,"accepted":null,"period":null,"sections":[{"code":"5.02","start":0,"end":4},{"code":"EX-99.1","start":5,"end":9}]}}"#
            ))
        #expect(try JSONDecoder().decode(Item.self, from: Data(line.utf8)) == item)
    }

    @Test func `a feed's line names its source`() {
        #expect(
            ItemLine.json(FeedDescription(title: "T", url: "https://x.example/", language: "en"), source: "f.xml")
                == #"{"feed":{"title":"T","url":"https://x.example/","language":"en","description":null,"updated":null,"self":null,"format":null},"source":"f.xml"}"#
        )
    }
}

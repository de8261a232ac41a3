import MarkupReading
import Testing
import TriggerModel

@testable import SourceParsing

@Suite("Records of a stream")
struct RecordsOfStreamTests {
    static let map = RecordMap(
        id: "{/id}", title: "{/data/type}", date: "{/event/published_at}", timepoint: "/event/timepoint",
        keep: ["/kind": ["filing"]])

    static func line(_ id: Int, kind: String = "filing") -> String {
        #"{"id":"\#(id)","kind":"\#(kind)","data":{"type":"T\#(id)"},"event":{"timepoint":\#(1000 + id),"published_at":"2026-01-02T03:04:05"}}"#
    }

    static func parse(_ text: String, limits: MarkupLimits = .standard) throws -> ParsedDocument {
        try SourceParser().parse(
            ParseInput(
                bytes: Array(text.utf8), sourceName: "stream", kind: .stream, records: map, limits: limits)
        ).get()
    }

    @Test func `heartbeats are nothing, other records move the point on`() throws {
        let text = "\n\n\(Self.line(1))\n\r\n\(Self.line(2))\r\n\n\(Self.line(3, kind: "other"))\n\n"
        let document = try Self.parse(text)
        #expect(document.items.map(\.id) == ["1", "2"])
        #expect(document.items[0].published == Timestamp(rfc3339: "2026-01-02T03:04:05Z"))
        #expect(document.timepoint == "1003")
        #expect(document.counts == EntryCounts(seen: 3, items: 2, skipped: 1))
        #expect(document.damages == [])
    }

    @Test func `a bad line is counted damage and stops nothing`() throws {
        let document = try Self.parse("\(Self.line(1))\n{\"id\": 2, \"data\n[1]\n\(Self.line(4))\n")
        #expect(document.items.map(\.id) == ["1", "4"])
        #expect(document.timepoint == "1004")
        #expect(document.counts == EntryCounts(seen: 4, items: 2, skipped: 2))
        #expect(
            document.damages.map(\.description)
                == ["line 2: not-well-formed (2 times): a string is not closed"])
    }

    @Test func `cut anywhere it gives the whole lines, and the point before the cut`() throws {
        let bytes = Array("\(Self.line(1))\n\n\(Self.line(2))\n\(Self.line(3))".utf8)
        for end in 0...bytes.count {
            let document = try SourceParser().parse(
                ParseInput(bytes: Array(bytes[..<end]), sourceName: "stream", kind: .stream, records: Self.map)
            ).get()
            #expect(document.damages == [], "cut at \(end)")
            #expect(document.counts.seen == document.items.count)
            #expect(document.timepoint == document.items.last.map { "100\($0.id)" })
        }
        #expect(try Self.parse(String(decoding: bytes, as: UTF8.self)).items.count == 3)
    }

    @Test func `a cut inside a character changes nothing before it`() throws {
        let bytes = Array("{\"id\":\"1\",\"kind\":\"filing\",\"data\":{\"type\":\"é\"}}\n{\"id\":\"ü".utf8).dropLast()
        let document = try SourceParser().parse(
            ParseInput(bytes: Array(bytes), sourceName: "stream", kind: .stream, records: Self.map)
        ).get()
        #expect(document.items.map(\.title) == ["é"])
        #expect(document.damages == [])
    }

    @Test func `records that are not wanted move the point on, whatever stands beside them`() throws {
        let document = try Self.parse("\(Self.line(1, kind: "other"))\n{\n")
        #expect(document.items == [])
        #expect(document.timepoint == "1001")
        #expect(document.counts == EntryCounts(seen: 2, skipped: 2))
    }

    @Test func `silence is no fault`() throws {
        for text in ["", "\n\n\n", "{\"id\":\"1\",\"ki"] {
            let document = try Self.parse(text)
            #expect(document.items == [])
            #expect(document.timepoint == nil)
        }
    }

    @Test func `beyond the limit nothing is passed over: the point stays before it`() throws {
        var limits = MarkupLimits()
        limits.items = 2
        let text = (1...5).map { Self.line($0) + "\n" }.joined()
        let document = try Self.parse(text, limits: limits)
        #expect(document.items.map(\.id) == ["1", "2"])
        #expect(document.timepoint == "1002")
        #expect(document.damages.map(\.kind) == [.tooManyItems])
    }

    @Test func `a page instead of a stream is a fault`() {
        let result = SourceParser().parse(
            ParseInput(
                bytes: Array("<html>\n<body>Sign in</body>\n</html>\n".utf8), sourceName: "stream", kind: .stream,
                records: Self.map))
        guard case .failure(let fault) = result else {
            Issue.record("no fault")
            return
        }
        #expect(fault.reason == .otherKind)
        #expect(fault.message == "an HTML page, not JSON lines")
    }
}

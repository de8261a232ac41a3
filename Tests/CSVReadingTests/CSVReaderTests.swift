import Testing

@testable import CSVReading

@Suite("A table of comma-separated values")
struct CSVReaderTests {
    struct Table: Sendable, CustomTestStringConvertible {
        var lesson: String
        var text: String
        var rows: [[String]]
        var testDescription: String { lesson }
    }

    /// All rows; a broken one is its place and message.
    static func rows(_ bytes: [UInt8]) -> [[String]] {
        var reader = CSVReader(bytes: bytes)
        var fields: [CSVReader.Field] = []
        var rows: [[String]] = []
        while let row = reader.next(into: &fields) {
            switch row {
            case .fields: rows.append(fields.map(reader.text))
            case .broken(let offset, let message):
                let (line, column) = reader.place(of: offset)
                rows.append(["!\(line):\(column) \(message.prefix(24))"])
            }
        }
        return rows
    }

    static let tables = [
        Table(lesson: "plain", text: "a,b\nc,d\n", rows: [["a", "b"], ["c", "d"]]),
        Table(lesson: "no line end at the end", text: "a,b", rows: [["a", "b"]]),
        Table(lesson: "CRLF and CR", text: "a\r\nb\rc", rows: [["a"], ["b"], ["c"]]),
        Table(lesson: "empty cells", text: ",\n,x,\n", rows: [["", ""], ["", "x", ""]]),
        Table(lesson: "empty lines", text: "\n\na\n\n\nb\n\n", rows: [["a"], ["b"]]),
        Table(lesson: "quoted comma", text: "\"Acme, Inc.\",x", rows: [["Acme, Inc.", "x"]]),
        Table(lesson: "quote inside quotes", text: "\"say \"\"hi\"\"\",\"\"\"\"", rows: [["say \"hi\"", "\""]]),
        Table(lesson: "line end inside quotes is a space", text: "\"a\r\nb\",c\nd", rows: [["a b", "c"], ["d"]]),
        Table(lesson: "quote inside an unquoted field", text: "5\" pipe,x", rows: [["5\" pipe", "x"]]),
        Table(lesson: "cells are trimmed", text: " a , b \n", rows: [["a", "b"]]),
        Table(lesson: "formulas are text", text: "=1+1,@x,-2,+3", rows: [["=1+1", "@x", "-2", "+3"]]),
        Table(lesson: "empty quoted field at the end", text: "a,\"\"", rows: [["a", ""]]),
        Table(
            lesson: "an unclosed quote spoils only its own line", text: "a,b\nc,\"d\ne,f\n",
            rows: [["a", "b"], ["!2:3 the quote that opens her"], ["e", "f"]]),
        Table(
            lesson: "text after a closing quote spoils only its own line", text: "a,\"b\"c\nd,e\n",
            rows: [["!1:3 text after the closing q"], ["d", "e"]]),
        Table(
            lesson: "a missing quote that another one closes", text: "a,\"b\nc,d\ne,\"f\"\ng,h\n",
            rows: [["!1:3 text after the closing q"], ["c", "d"], ["e", "f"], ["g", "h"]]),
    ]

    @Test("is read as", arguments: tables)
    func reads(_ table: Table) {
        #expect(Self.rows(Array(table.text.utf8)) == table.rows)
    }

    @Test("leaves out a row of more fields than any table has, and goes on")
    func mostFields() {
        let commas = String(repeating: ",", count: CSVReader.mostFields)
        let rows = Self.rows(Array("a\n\(commas)\n\(commas.dropLast())\nb".utf8))
        #expect(rows.map(\.count) == [1, 1, CSVReader.mostFields, 1])
        #expect(rows[1] == ["!2:4097 a row of more than 4096 "])
        #expect(rows[3] == ["b"])
    }

    @Test("is read with semicolons and tabs too", arguments: [";", "\t"])
    func separators(separator: String) throws {
        let text = "a\(separator)\"b\(separator)c\"\(separator)d,e\n\(separator)\n"
        var reader = CSVReader(bytes: Array(text.utf8), separator: try #require(separator.utf8.first))
        var fields: [CSVReader.Field] = []
        var rows: [[String]] = []
        while reader.next(into: &fields) != nil { rows.append(fields.map(reader.text)) }
        #expect(rows == [["a", separator == "\t" ? "b c" : "b;c", "d,e"], ["", ""]])
    }

    @Test("knows the line of a row after fields of several lines")
    func lines() {
        var reader = CSVReader(bytes: Array("\"a\n\nb\",x\nc,d\n".utf8))
        var fields: [CSVReader.Field] = []
        _ = reader.next(into: &fields)
        #expect(reader.place(of: fields[1].range.lowerBound) == (3, 4))
        _ = reader.next(into: &fields)
        #expect(reader.place(of: fields[1].range.lowerBound) == (4, 3))
    }

    @Test("of any bytes ends, and every line without a quote survives")
    func hostile() {
        var generator = SeededGenerator(state: 11)
        let alphabet = Array("ab,\"\"\r\n ;".utf8)
        for _ in 0..<2000 {
            let bytes = (0..<60).map { _ in alphabet[Int(generator.next() % UInt64(alphabet.count))] }
            let rows = Self.rows(bytes)
            #expect(rows.count <= bytes.count)
            let sound = Self.rows(bytes + Array("\nlast,row\n".utf8))
            #expect(sound.last == ["last", "row"] || bytes.contains(UInt8(ascii: "\"")))
        }
        // A quote in each of many lines, none of them closed properly.
        #expect(Self.rows(Array(String(repeating: "x,\"y\" z\n", count: 20_000).utf8)).count == 20_000)
    }
}

/// A small linear congruential generator (Knuth, MMIX), so that a failure can be repeated.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state >> 16
    }
}

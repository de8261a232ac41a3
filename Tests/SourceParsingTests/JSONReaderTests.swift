import Testing

@testable import SourceParsing

struct JSONReaderTests {
    private func read(_ text: String) -> (JSONValue?, String?) {
        var reader = JSONReader(Array(text.utf8))
        let value = reader.read()
        return (value, reader.damage?.reason)
    }

    @Test func `values of every kind`() {
        let (value, damage) = read(#" {"a":[1,-2.5e3,true,false,null,"x\n\u00e9\ud83d\ude00\/"],"b":{}} "#)
        #expect(damage == nil)
        #expect(
            value?["a"]
                == .array([.number("1"), .number("-2.5e3"), .bool(true), .bool(false), .null, .string("x\né😀/")]))
        #expect(value?["b"] == .object([]))
    }

    @Test(
        "What was complete before the damage is kept",
        arguments: [
            (#"{"a":1,"b":[2,3"#, "an array is not closed"), (#"{"a":1,"b":"x"#, "a string is not closed"),
            (#"{"a":1,"b""#, "a member has no value"), (#"{"a":1,b:2}"#, "a member has no name"),
            (#"{"a":1,"b":tru}"#, "no value begins here"),
            (#"{"a":1} x"#, "text after the value"),
        ])
    func damaged(_ text: String, _ reason: String) {
        let (value, damage) = read(text)
        #expect(value?["a"] == .number("1"))
        #expect(damage == reason)
    }

    @Test func `odd but readable`() {
        #expect(read("[1,,2,]").0 == .array([.number("1"), .number("2")]))
        #expect(read("\"a\u{1}\\ud800b\\q\"").0 == .string("a\u{1}\u{FFFD}bq"))
        #expect(read(#"{"a":1,"a":2}"#).0?["a"] == .number("1"))
        #expect(read("").0 == nil)
    }

    @Test func `nesting is limited`() {
        let (_, damage) = read(String(repeating: "[", count: 200_000))
        #expect(damage == "deeper than 128")
        #expect(read(String(repeating: "{\"a\":", count: 200_000)).1 == "deeper than 128")
    }
}

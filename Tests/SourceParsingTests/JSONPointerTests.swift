import Testing

@testable import SourceParsing

@Suite("A JSON pointer")
struct JSONPointerTests {
    static let document = #"""
        {"foo": ["bar", "baz", {"x": 1.50}], "": 0, "a/b": 1, "m~n": 2, "~1": 3, "null": null, "deep": {"": {"y": true}},
         "links": {"self": "/company/01234567/filing-history/abc"}, "plain": "text", "twice": 1, "twice": 2}
        """#

    static func value() -> JSONValue {
        var reader = JSONReader(Array(document.utf8))
        return reader.read() ?? .null
    }

    @Test(
        "leads to the value that RFC 6901 names",
        arguments: [
            ("/foo/0", JSONValue.string("bar")), ("/foo/2/x", .number("1.50")), ("/", .number("0")),
            ("/a~1b", .number("1")), ("/m~0n", .number("2")), ("/~01", .number("3")), ("/null", .null),
            ("/deep//y", .bool(true)), ("/twice", .number("1")),
        ])
    func found(pointer: String, value: JSONValue) throws {
        #expect(try #require(JSONPointer(pointer)).value(in: Self.value()) == value)
    }

    @Test func `the empty pointer is the whole document`() throws {
        #expect(try #require(JSONPointer("")).value(in: Self.value()) == Self.value())
    }

    @Test(
        "leads nowhere",
        arguments: [
            "/foo/3", "/foo/-", "/foo/00", "/foo/+1", "/foo/99999999999999999999", "/FOO", "/null/x", "/plain/0",
            "/links/self/9", "/links/self/x", "/a",
        ])
    func nowhere(pointer: String) throws {
        #expect(try #require(JSONPointer(pointer)).value(in: Self.value()) == nil)
    }

    @Test(
        "is none without a slash in front, or with a tilde that stands for nothing", arguments: ["foo", "/a~2", "/a~"])
    func none(text: String) { #expect(JSONPointer(text) == nil) }

    @Test func `goes on into a string that is a path`() throws {
        #expect(try #require(JSONPointer("/links/self/1")).value(in: Self.value()) == .string("01234567"))
        #expect(try #require(JSONPointer("/links/self/0")).value(in: Self.value()) == .string("company"))
    }

    @Test(
        "numbers are written as people write them",
        arguments: [
            ("0", "0"), ("-0.0", "-0"), ("2500000.0", "2500000"), ("1.25E6", "1250000"), ("1e-3", "0.001"),
            ("12.340", "12.34"), ("-1.5e1", "-15"), ("0.5e1", "5"),
            ("12345678901234567890123", "12345678901234567890123"),
            ("1e400", "1e400"), ("1-2", "1-2"), ("1.2.3", "1.2.3"), ("1e", "1e"), ("-", "-"),
        ])
    func numbers(written: String, plain: String) { #expect(RecordText.number(written) == plain) }
}

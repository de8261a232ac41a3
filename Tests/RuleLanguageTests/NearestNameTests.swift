import RuleLanguage
import Testing

@Suite("The nearest valid name")
struct NearestNameTests {
    static let names = ["shelf-life", "strength", "status", "match", "unless", "reason"]

    @Test(
        "is found for slips of a few letters and for nothing else",
        arguments: [
            ("shelf-lief", "shelf-life"), ("shelf", "shelf-life"), ("SHELF_LIFE", "shelf-life"),
            ("strenght", "strength"),
            ("mtach", "match"), ("statu", "status"), ("reasons", "reason"), ("zebra", nil), ("", nil),
            (String(repeating: "s", count: 100_000), nil),
        ] as [(String, String?)])
    func finds(written: String, nearest: String?) {
        #expect(NearestName.find(written, in: Self.names) == nearest)
    }

    @Test("gives way to the list of valid names where nothing is near")
    func lists() {
        #expect(NearestName.hint("zebra", in: ["a1", "b1"]) == " (valid: a1, b1)")
        #expect(NearestName.hint("matsh", in: Self.names) == " (did you mean match?)")
    }
}

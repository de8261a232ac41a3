import Testing

@testable import CurlTransfer

@Suite struct ResponseHeadTests {
    private func head(_ lines: [String]) -> ResponseHead {
        var head = ResponseHead()
        for line in lines { Array(line.utf8).withUnsafeBytes { head.take($0) } }
        return head
    }

    @Test func `the last head of several counts and trailers do not`() {
        let head = head([
            "HTTP/1.1 103 Early Hints\r\n", "Link: </x>\r\n", "\r\n", "HTTP/2 200 \r\n", "ETag:  \"a\" \r\n",
            "x-empty:\r\n", "\r\n", "ETag: \"trailer\"\r\n",
        ])
        #expect(head.status == 200)
        #expect(head.fields == [HeaderField("ETag", "\"a\""), HeaderField("x-empty", "")])
    }

    @Test func `folded values are joined and lines without a colon are left out`() {
        let head = head(["HTTP/1.1 200 OK\r\n", "A: one\r\n", "\t two\r\n", "nonsense\r\n", ": no name\r\n", "B: x\n"])
        #expect(head.fields == [HeaderField("A", "one two"), HeaderField("", "no name"), HeaderField("B", "x")])
    }

    @Test(arguments: ["HTTP/1.1\r\n", "HTTP/1.1 2\r\n", "HTTP/1.1 abc\r\n", "HTTP/"])
    func `a broken status line has status 0`(line: String) {
        #expect(head([line]).status == 0)
    }

    @Test func `fields are found without case, first and all`() {
        let fields = HeaderFields([HeaderField("Via", "a"), HeaderField("VIA", "b"), HeaderField("Vi[", "c")])
        #expect(fields["via"] == "a")
        #expect(fields.all("vIa") == ["a", "b"])
        #expect(fields["vi{"] == nil)
    }
}

import Testing
import TriggerModel

@testable import SourceParsing

@Suite("Paging of records")
struct RecordPagingTests {
    @Test(
        "What stands at the pointer says whether there is more",
        arguments: [
            (#"{"next": "https://x.example/?page=2"}"#, .address("https://x.example/?page=2")),
            (#"{"next": "/api?page=2"}"#, .address("https://register.example/api?page=2")),
            (#"{"next": true}"#, .nextPage), (#"{"next": "true"}"#, .nextPage), (#"{"next": 2}"#, .nextPage),
            (#"{"next": false}"#, .none), (#"{"next": "false"}"#, .none), (#"{"next": null}"#, .none),
            (#"{"next": ""}"#, .none), (#"{"next": 0}"#, .none), (#"{}"#, .none), ("", .none), ("<html>", .none),
        ] as [(String, RecordPaging.More)])
    func more(answer: String, more: RecordPaging.More) {
        let found = RecordPaging.more(
            in: Array(answer.utf8), Paging(more: "/next"), url: "https://register.example/a/b")
        #expect(found == more)
    }

    @Test func `without a pointer there is always a next page to try`() {
        #expect(RecordPaging.more(in: [], Paging()) == .nextPage)
    }
}

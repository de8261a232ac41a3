import Foundation
import Testing
import TriggerModel

@testable import WatcherRuntime

struct `Broken JSON` {
    @Test(arguments: [
        ("{\"title\": 5}", "title must be text"),
        ("{\"filing\": {\"form\": 8}}", "filing.form must be text"),
        ("{\"filing\": {\"form\": \"8-K\", \"items\": [\"5.02\", 7]}}", "filing.items[1] must be text"),
        ("{\"filing\": {\"form\": \"8-K\", \"items\": \"5.02\"}}", "filing.items must be a list in brackets"),
        ("{\"filing\": []}", "filing must be an object in braces"),
        ("{\"published\": \"yesterday\"}", "published: not an RFC 3339 time: yesterday"),
        ("[]", "not an item: an object in braces is wanted"),
        ("{\"title\": ", "not an item: not valid JSON"),
    ])
    func `is told with its place and what is wanted there`(json: String, words: String) throws {
        let error = #expect(throws: DecodingError.self) { try JSONDecoder().decode(Item.self, from: Data(json.utf8)) }
        #expect(try #require(error).words(whole: "an item") == words)
    }
}

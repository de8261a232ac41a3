import MarkupReading
import Testing
import TriggerModel

@testable import SourceParsing

struct JSONFeedTests {
    @Test(
        "People of a JSON Feed are read from its newer list, and from one person where a list should be",
        arguments: [
            (#""authors":[{"name":"New"}],"author":{"name":"Old"}"#, ["New"]), (#""author":{"name":"Old"}"#, ["Old"]),
            (#""authors":{"name":"New"}"#, ["New"]), (#""authors":[],"author":"Old""#, ["Old"]),
            (#""tags":["x"]"#, ["Feed"]),
        ])
    func people(_ members: String, _ names: [String]) throws {
        let document = try SourceParser().document(
            #"{"version":"https://jsonfeed.org/version/1.1","authors":[{"name":"Feed"}],"items":[{"id":"1",\#(members)}]}"#
        )
        #expect(document.items.map(\.authors) == [names])
    }

    @Test func `JSON that is nearly JSON is read and counted as damage`() throws {
        let document = try SourceParser().document(
            #"{"version":"https://jsonfeed.org/version/1.1","x":NaN,"y":-Infinity,"items":[{"id":"1","tags":"one",},],}"#
        )
        #expect(document.items.map(\.id) == ["1"])
        #expect(document.items[0].categories == ["one"])
        #expect(document.damages.map(\.description) == ["line 1: not-well-formed: NaN"])
        let broken = #"{"version":"https://jsonfeed.org/version/1.1","title":"x","items":null}"#
        #expect(throws: ParseFault.self) { try SourceParser().document(broken) }
    }
}

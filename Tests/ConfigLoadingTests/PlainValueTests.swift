import Foundation
import RuleLanguage
import Testing

@testable import ConfigLoading

struct `Plain values of YAML` {
    @Test func `are read as they are written, each document with its line`() throws {
        let text = """
            # a comment
            a: plain text # comment
            b: "q: \\"x\\" # no comment"
            c: 'it''s'
            d: [one, "two, three", 'four']
            e:
            - f: 1
              g: |
                first

                  second
            - word
            h:
            ---
            a: no\r
            --- \r
            # nothing
            """
        let documents = try PlainValue.documents(Array(text.utf8), path: "s.yaml").get()
        #expect(documents.map(\.line) == [2, 15])
        let json = try JSONSerialization.data(
            withJSONObject: documents[0].value.json, options: [.sortedKeys, .withoutEscapingSlashes])
        #expect(
            String(decoding: json, as: UTF8.self)
                == #"{"a":"plain text","b":"q: \"x\" # no comment","c":"it's","d":["one","two, three","four"],"e":[{"f":"1","g":"first\n\n  second\n"},"word"],"h":""}"#
        )
        #expect(documents[1].value.json as? [String: String] == ["a": "no"])
    }

    @Test func `name every fault at its own line, in the second document too`() {
        let text = "a: 1\n---\nb: 1\nb: 2\n---\nc: &x 1\nd: *x\n"
        guard case .failure(let faults) = PlainValue.documents(Array(text.utf8), path: "s.yaml") else {
            Issue.record("read")
            return
        }
        #expect(faults.faults.map(\.place.line).first == 3)
        #expect(faults.faults.map(\.place.line).contains(6))
        #expect(faults.description.hasPrefix("s.yaml:3:1: error: key b stands more than once"))
    }

    @Test func `of brackets without end are refused and do not end the program`() {
        let text = String(repeating: "[", count: 100_000)
        guard case .failure = PlainValue.documents(Array(text.utf8), path: "s.yaml") else {
            Issue.record("read")
            return
        }
    }
}

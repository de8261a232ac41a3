import Foundation
import Testing
import TriggerModel

@testable import EventRecognition

/// Real headlines, where the shared corpus lies beside the repository.
@Suite("Real headlines")
struct CorpusTests {
    /// `../shared/corpus/headlines/press_release_headlines.txt` beside the repository root, nil where it is absent.
    static let headlines: [String]? = {
        let file = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        let root = file.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let path = root.deletingLastPathComponent().appendingPathComponent(
            "shared/corpus/headlines/press_release_headlines.txt")
        guard let data = try? Data(contentsOf: path) else { return nil }
        return String(decoding: data, as: UTF8.self).split(separator: "\n").compactMap { line in
            line.components(separatedBy: " || ").first
        }
    }()

    @Test(
        "every span of every event is the text it says, and confidence adds up",
        .enabled(if: headlines != nil, "needs ../shared/corpus beside the repository"))
    func spans() throws {
        let headlines = try #require(Self.headlines)
        let recogniser = Recogniser(pack: TestPack.small, accounts: [TestPack.account("boeing", "The Boeing Company")])
        var events = 0
        for (index, headline) in headlines.enumerated() {
            let result = recogniser.recognise(
                TestPack.item(headline, id: "\(index)"), teller: TestPack.teller, received: TestPack.received)
            let scalars = Array(headline.unicodeScalars)
            func text(_ span: Span) -> String {
                var view = String.UnicodeScalarView()
                view.append(contentsOf: scalars[span.start..<span.end])
                return String(view)
            }
            for mention in result.mentions { #expect(text(mention.span) == mention.name) }
            for event in result.events {
                events += 1
                for evidence in event.evidence { #expect(text(evidence.span) == evidence.text) }
                let sum = event.confidenceParts.reduce(0) { $0 + Int(($1.value * 100).rounded()) }
                #expect(sum == Int((event.confidence * 100).rounded()))
                #expect((0...1).contains(event.confidence))
            }
        }
        // The small pack knows one form of appointing a finance chief; the corpus holds more than fifty of it.
        #expect(events > 50)
    }
}

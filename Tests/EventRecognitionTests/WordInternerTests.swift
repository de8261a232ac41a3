import Testing
import TriggerModel

@testable import EventRecognition

@Suite("Words by their numbers")
struct WordInternerTests {
    /// Pieces of one run of letters, and each with another last letter.
    private static let words: [String] = (1...40).flatMap { length -> [String] in
        let letters = (0..<length).map { String(UnicodeScalar(UInt8(0x61 + $0 % 25))) }.joined()
        return [letters, "\(letters.dropLast())z"]
    }

    @Test("words that begin alike are told apart at any length, in a text as by themselves")
    func tellsApart() {
        var lexicon = TestPack.lexicon
        var scan = TextScan()
        let known = Self.words.enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
        let ids = known.map { lexicon.intern($0, with: &scan)[0] }
        #expect(Set(ids).count == known.count)
        for word in Self.words {
            let id = known.firstIndex(of: word).map { ids[$0] } ?? 0
            let isOfLexicon = id == 0 && TestPack.lexicon.id(word) != 0
            guard !isOfLexicon else { continue }
            #expect(lexicon.id(word) == id)
            let text = lexicon.read("Of \(word) and \(word.uppercased()) (\(word)", field: .summary)
            #expect(text.tokens.map(\.word).enumerated().filter { $0.offset % 2 == 1 }.map(\.element) == [id, id])
            #expect(text.tokens.last?.word == id)
        }
    }
}

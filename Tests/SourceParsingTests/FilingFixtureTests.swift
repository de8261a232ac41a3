import MarkupReading
import Testing
import TriggerModel

@testable import SourceParsing

struct FilingFixtureTests {
    static let names = [
        "edgar-index-two-parties.html", "edgar-8k-inline-xbrl.htm", "edgar-8k-typewritten.txt",
        "edgar-submission-exhibits.txt", "edgar-form-d.xml", "edgar-daily.idx", "edgar-submissions.json",
        "edgar-company-list.html",
    ]

    @Test("A filing gives its items, and every entry is accounted for", arguments: names)
    func items(_ name: String) throws {
        let kind: DocumentKind? = name.hasSuffix("typewritten.txt") ? .filing : nil
        let document = try SourceParser().parse(
            ParseInput(bytes: Fixture.bytes(name), sourceName: name, kind: kind)
        ).get()
        #expect(document.kind == .filing)
        #expect(try document.items == Fixture.expected(name))
        #expect(document.counts.isConserved)
    }

    @Test("A filing that ends anywhere is read as far as it goes, or named", arguments: names)
    func truncated(_ name: String) throws {
        let bytes = try Fixture.bytes(name)
        for end in 0..<bytes.count {
            let input = ParseInput(bytes: Array(bytes[..<end]), sourceName: name, kind: .filing)
            guard case .success(let document) = SourceParser().parse(input) else { continue }
            #expect(document.counts.isConserved)
            for item in document.items {
                let scalars = item.content?.unicodeScalars.count ?? 0
                #expect(item.filing?.sections.allSatisfy { $0.start < $0.end && $0.end <= scalars } == true)
            }
        }
    }

    @Test func `the words of a section are the item's and nothing else`() throws {
        let document = try SourceParser().parse(
            ParseInput(bytes: Fixture.bytes("edgar-8k-inline-xbrl.htm"), sourceName: "x")
        ).get()
        let item = document.items[0]
        let scalars = Array((item.content ?? "").unicodeScalars)
        let texts = try #require(item.filing).sections.map { section in
            var text = String.UnicodeScalarView()
            text.append(contentsOf: scalars[section.start..<section.end])
            return "\(section.code): \(String(text))"
        }
        #expect(
            texts == [
                "5.02: On March 5, 2026, Ida Holm gave notice that she will leave as chief financial officer on April 30, 2026.\nUlf Brandt was appointed to succeed her, as Item 5.02 of Form 8-K asks to report.",
                "8.01: The café in Hudson closes.",
                "9.01: 99.1\tPress release dated March 9, 2026",
            ])
    }
}

import Foundation
import MarkupReading
import Testing
import TriggerModel

@testable import SourceParsing

/// Articles' pages with answers that other people made by hand, where they lie beside the repository.
///
/// Every second page of a set was looked at while the extraction was made; the others were only measured. Token F1 is over
/// the bag of words (`\w+`) of each page, averaged. A title counts as met where the words are the same, or where the answer
/// is the title and a site's name behind a separator, which some answers keep. Days are compared in UTC.
@Suite(.enabled(if: Corpus.isThere, "the captured pages are not beside the repository"))
struct ArticleCorpusTests {
    struct Gold {
        var name: String
        var page: [UInt8]
        var url: String?
        var text: String
        var title: String?
        var published: String?
    }

    struct Figures {
        var pages = 0
        var f1 = 0.0
        var titles: [Bool] = []
        var days: [Bool] = []

        static func share(_ list: [Bool]) -> Double {
            list.isEmpty ? 1 : Double(list.count { $0 }) / Double(list.count)
        }
    }

    struct Case: CustomTestStringConvertible, Sendable {
        var name: String
        var f1: Double
        /// Of the half that was looked at, and of the other.
        var halves: [Double]
        var pages: Int
        var testDescription: String { name }
    }

    @Test(
        "Articles are read as people read them",
        arguments: [
            Case(name: "article-extraction-benchmark", f1: 0.96, halves: [0.975, 0.95], pages: 56),
            Case(name: "fundus", f1: 0.96, halves: [0.95, 0.97], pages: 26),
            Case(name: "newspaper4k", f1: 0.95, halves: [0.95, 0.93], pages: 5),
            // One page's answer is the whole page with its menus, as the page is one table.
            Case(name: "readability", f1: 0.93, halves: [0.88, 0.97], pages: 10),
        ])
    func measures(_ test: Case) throws {
        let golds = try ArticleCorpusTests.golds(test.name)
        var halves = [Figures(), Figures()]
        for (index, gold) in golds.enumerated() {
            let input = ParseInput(bytes: gold.page, url: gold.url, sourceName: gold.name, kind: .article)
            let item = try #require(try? SourceParser().parse(input).get().items.first, "\(gold.name)")
            halves[index % 2].pages += 1
            halves[index % 2].f1 += Self.f1(Self.words(item.content ?? ""), Self.words(gold.text))
            if let title = gold.title { halves[index % 2].titles.append(Self.isSame(item.title ?? "", title)) }
            if let date = gold.published.flatMap({ DateReading.timestamp($0) }) {
                halves[index % 2].days.append(item.published.map { $0.day == date.day } ?? false)
            }
        }
        #expect(golds.count == test.pages)
        let means = halves.map { $0.f1 / Double($0.pages) }
        for (mean, least) in zip(means, test.halves) { #expect(mean >= least, "F1 by halves: \(means)") }
        #expect((halves[0].f1 + halves[1].f1) / Double(golds.count) >= test.f1)
        #expect(Figures.share(halves[0].titles + halves[1].titles) >= 0.9)
        #expect(Figures.share(halves[0].days + halves[1].days) >= 0.93)
    }

    // MARK: - Answers

    private static func golds(_ set: String) throws -> [Gold] {
        let folder = Corpus.folder.appendingPathComponent("pages/" + set)
        switch set {
        case "article-extraction-benchmark": return try benchmark(folder)
        case "fundus": return try fundus(folder)
        case "newspaper4k": return try newspaper(folder)
        default: return try readability(folder)
        }
    }

    private static func benchmark(_ folder: URL) throws -> [Gold] {
        let answers = try object(folder.appendingPathComponent("ground-truth.json"))
        return try answers.keys.sorted().map { key in
            let answer = try #require(answers[key] as? [String: Any])
            return Gold(
                name: key, page: try unpacked(folder.appendingPathComponent("html/\(key).html.gz")),
                url: answer["url"] as? String, text: try #require(answer["articleBody"] as? String))
        }
    }

    private static func fundus(_ folder: URL) throws -> [Gold] {
        let files = try files(in: folder)
        return try files.filter { $0.pathExtension == "json" }.map { file in
            let versions = try object(file)
            let answer = try #require(versions[versions.keys.max() ?? ""] as? [String: Any])
            let body = try #require(answer["body"] as? [String: Any])
            var lines = body["summary"] as? [String] ?? []
            for section in body["sections"] as? [[String: Any]] ?? [] {
                lines += (section["headline"] as? [String] ?? []) + (section["paragraphs"] as? [String] ?? [])
            }
            let name = file.deletingPathExtension().lastPathComponent
            let page = try #require(files.first { $0.lastPathComponent.hasPrefix(name + "_") })
            return Gold(
                name: name, page: try unpacked(page), text: lines.joined(separator: "\n"),
                title: answer["title"] as? String, published: answer["publishing_date"] as? String)
        }
    }

    private static func newspaper(_ folder: URL) throws -> [Gold] {
        try files(in: folder).filter { $0.pathExtension == "html" }.compactMap { page in
            let stem = page.deletingPathExtension()
            guard let text = try? String(contentsOf: stem.appendingPathExtension("expected.txt"), encoding: .utf8)
            else {
                return nil
            }
            let facts = (try? object(stem.appendingPathExtension("expected.json"))) ?? [:]
            return Gold(
                name: stem.lastPathComponent, page: [UInt8](try Data(contentsOf: page)), text: text,
                title: facts["title"] as? String, published: facts["publish_date"] as? String)
        }
    }

    private static func readability(_ folder: URL) throws -> [Gold] {
        try files(in: folder).filter { $0.lastPathComponent == "source.html" }.map { page in
            let home = page.deletingLastPathComponent()
            let facts = try object(home.appendingPathComponent("expected-metadata.json"))
            let text = try String(contentsOf: home.appendingPathComponent("expected.html"), encoding: .utf8)
            return Gold(
                name: home.lastPathComponent, page: [UInt8](try Data(contentsOf: page)),
                url: "https://pages.example/test/page.html", text: PlainTextReader().text(text, as: .html) ?? "",
                title: facts["title"] as? String, published: facts["publishedTime"] as? String)
        }
    }

    // MARK: - Files

    /// All files below a folder, by path.
    private static func files(in folder: URL) throws -> [URL] {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
        return paths.map { folder.appendingPathComponent($0) }
    }

    private static func object(_ file: URL) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
    }

    private static func unpacked(_ file: URL) throws -> [UInt8] {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/bin/gzip")
        process.arguments = ["-dc", file.path]
        process.standardOutput = output
        try process.run()
        let bytes = [UInt8](output.fileHandleForReading.readDataToEndOfFile())
        process.waitUntilExit()
        try #require(process.terminationStatus == 0 && !bytes.isEmpty, "\(file.lastPathComponent)")
        return bytes
    }

    // MARK: - Scores

    private static func words(_ text: String) -> [Substring.UnicodeScalarView] {
        text[...].unicodeScalars.split { scalar in
            !(scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "_")
        }
    }

    private static func f1(_ one: [Substring.UnicodeScalarView], _ other: [Substring.UnicodeScalarView]) -> Double {
        var counts: [String: Int] = [:]
        for word in other { counts[String(word), default: 0] += 1 }
        var common = 0
        for word in one {
            if let left = counts[String(word)], left > 0 {
                counts[String(word)] = left - 1
                common += 1
            }
        }
        return common == 0 ? 0 : 2 * Double(common) / Double(one.count + other.count)
    }

    private static func isSame(_ title: String, _ gold: String) -> Bool {
        func key(_ text: Substring) -> [String] { words(String(text)).map { String($0).lowercased() } }
        if key(title[...]) == key(gold[...]) { return true }
        let ends = gold.indices.filter { "-–—|：:·»".contains(gold[$0]) }
        return ends.contains { key(gold[..<$0]) == key(title[...]) }
    }
}

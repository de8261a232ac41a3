import Foundation
import Testing
import TriggerModel

@testable import Delivery

@Suite("Digest templates")
struct TemplateTests {
    private static let shipped = [
        ("digest.subject", DefaultTemplates.subject), ("digest.text", DefaultTemplates.text),
        ("digest.html", DefaultTemplates.html),
    ]
    private static let quietMorning = DigestModel(
        repName: "Dana", timezone: "America/New_York", day: Sample.morning, builtAt: Sample.builtAt, rows: [],
        heldBack: 0, watched: Watched(sources: 1, itemsRead: 1, faults: []))

    @Test("The built-in wording is that of the shipped files", arguments: shipped)
    func builtInIsShipped(name: String, builtIn: String) throws {
        let path = Repository.root + "/Config/templates/\(name).mustache"
        #expect(try String(contentsOfFile: path, encoding: .utf8) == builtIn)
        _ = try DigestRenderer.compile(builtIn, path: path)
    }

    @Test("The shipped directory loads without a fault")
    func shippedDirectory() {
        let renderer = DigestRenderer(templatesDirectory: Repository.root + "/Config/templates")
        #expect(renderer.faults == [])
        #expect(renderer.render(Self.quietMorning) == DigestRenderer().render(Self.quietMorning))
    }

    @Test("Every name a template may use is used by a shipped one")
    func everyNameIsUsed() {
        let text = Self.shipped.map(\.1).joined()
        for name in DigestContext.topNames.union(DigestContext.innerNames) where name != "count" {
            #expect(text.contains("{{\(name)}}") || text.contains("{{#\(name)}}"), "\(name)")
        }
        #expect(DigestContext.topNames.isDisjoint(with: DigestContext.innerNames))
    }

    @Test("No directory means the built-in wording without a fault")
    func noDirectory() throws {
        let directory = try TemporaryDirectory()
        #expect(DigestRenderer(templatesDirectory: directory.path + "/none").faults == [])
    }

    @Test("An operator's template is used, a missing one is named and replaced")
    func ownTemplate() throws {
        let directory = try TemporaryDirectory()
        try directory.write("{{count}} for {{rep}}\n", to: "digest.subject.mustache")
        try directory.write(DefaultTemplates.html, to: "digest.html.mustache")
        let renderer = DigestRenderer(templatesDirectory: directory.path)
        #expect(
            renderer.faults == [
                TemplateFault(
                    kind: .missing, path: directory.path + "/digest.text.mustache", detail: "the template is missing")
            ])
        let fault = try #require(renderer.faults.first).opened(at: Sample.builtAt)
        #expect(fault.scope == "template:digest.text.mustache")
        #expect(fault.kind == "template-missing")
        let digest = renderer.render(Self.quietMorning)
        #expect(digest.subject == "0 for Dana")
        #expect(digest.text == DigestRenderer().render(Self.quietMorning).text)
    }

    @Test("An operator's template as long as the built-in one is its own")
    func ownTemplateOfSameLength() throws {
        let directory = try TemporaryDirectory()
        let subject = String(repeating: "x", count: DefaultTemplates.subject.count)
        try directory.write(subject, to: "digest.subject.mustache")
        let digest = DigestRenderer(templatesDirectory: directory.path).render(Self.quietMorning)
        #expect(digest.subject.hasPrefix("xxx"))
    }

    @Test("Neither kind of braces lets a feed write HTML in an operator's template")
    func bracesDoNotMatter() throws {
        let directory = try TemporaryDirectory()
        try directory.write("{{#rows}}{{account}}|{{{account}}}|{{&account}}{{/rows}}", to: "digest.html.mustache")
        var alert = Sample.alert()
        alert.account.name = "A <b> & \"c\""
        var model = Self.quietMorning
        model.rows = [DigestRow(alert: alert)]
        let escaped = "A &lt;b&gt; &amp; &quot;c&quot;"
        let html = DigestRenderer(templatesDirectory: directory.path).render(model).html
        #expect(html == "\(escaped)|\(escaped)|\(escaped)\n")
    }

    struct Broken: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var text: String
        var line: Int
        var column: Int
        var words: String
    }

    @Test(
        "A broken template is named with its place and replaced",
        arguments: [
            Broken(testDescription: "misspelt", text: "a\n {{acount}}", line: 2, column: 2, words: "\"acount\""),
            Broken(testDescription: "open section", text: "{{#rows}}\n", line: 1, column: 1, words: "has no {{/rows}}"),
            Broken(testDescription: "stray end", text: "{{/rows}}", line: 1, column: 1, words: "closes nothing"),
            Broken(
                testDescription: "crossed", text: "{{#rows}}{{#help}}{{/rows}}{{/help}}", line: 1, column: 19,
                words: "closes nothing"),
            Broken(testDescription: "unclosed tag", text: "x {{rep", line: 1, column: 3, words: "not closed"),
            Broken(
                testDescription: "unclosed triple", text: "{{{rep}}", line: 1, column: 1, words: "not closed with }}}"),
            Broken(
                testDescription: "partial of itself", text: "{{>digest.text}}", line: 1, column: 1,
                words: "not available"),
            Broken(testDescription: "parent", text: "{{<a}}{{/a}}", line: 1, column: 1, words: "not available"),
            Broken(testDescription: "block", text: "{{$a}}{{/a}}", line: 1, column: 1, words: "not available"),
            Broken(testDescription: "delimiters", text: "{{=<% %>=}}", line: 1, column: 1, words: "not available"),
            Broken(
                testDescription: "pragma", text: "{{% CONTENT_TYPE: HTML}}", line: 1, column: 1, words: "not available"),
            Broken(
                testDescription: "transform", text: "{{uppercase(rep)}}", line: 1, column: 1, words: "uppercase(rep)"),
            Broken(
                testDescription: "section in itself", text: "{{#rows}}{{#rows}}{{/rows}}{{/rows}}", line: 1, column: 10,
                words: "open already"),
            Broken(testDescription: "empty", text: " \n", line: 0, column: 0, words: "empty"),
            Broken(
                testDescription: "huge", text: String(repeating: "x", count: 300_000), line: 0, column: 0,
                words: "larger than"),
            Broken(
                testDescription: "deep", text: String(repeating: "{{#rows}}", count: 20_000), line: 1, column: 10,
                words: "open already"),
        ])
    func broken(broken: Broken) throws {
        let directory = try TemporaryDirectory()
        try directory.write(broken.text, to: "digest.text.mustache")
        try directory.write(DefaultTemplates.html, to: "digest.html.mustache")
        try directory.write(DefaultTemplates.subject, to: "digest.subject.mustache")
        let renderer = DigestRenderer(templatesDirectory: directory.path)
        let fault = try #require(renderer.faults.first)
        #expect(renderer.faults.count == 1)
        #expect(fault.kind == .broken)
        #expect((fault.line, fault.column) == (broken.line, broken.column))
        #expect(fault.detail.contains(broken.words))
        #expect(fault.description.hasPrefix(directory.path + "/digest.text.mustache"))
        #expect(renderer.render(Self.quietMorning) == DigestRenderer().render(Self.quietMorning))
    }

    @Test("A template that is not UTF-8, or is a folder, is named and replaced")
    func unreadable() throws {
        let directory = try TemporaryDirectory()
        try Data([0xFF, 0xFE, 0x41]).write(to: URL(filePath: directory.path + "/digest.text.mustache"))
        try FileManager.default.createDirectory(
            atPath: directory.path + "/digest.html.mustache", withIntermediateDirectories: false)
        try directory.write(DefaultTemplates.subject, to: "digest.subject.mustache")
        let renderer = DigestRenderer(templatesDirectory: directory.path)
        #expect(renderer.faults.map(\.kind) == [.unreadable, .broken])
        #expect(renderer.render(Self.quietMorning) == DigestRenderer().render(Self.quietMorning))
    }
}

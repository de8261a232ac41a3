import Foundation
import Mustache
import TriggerModel

/// Turns a morning into subject, text and HTML by Mustache templates.
///
/// The templates are `digest.subject.mustache`, `digest.text.mustache` and `digest.html.mustache`. One that is
/// missing or broken is a named fault, and the built-in wording stands in for it. Rendering cannot fail.
package struct DigestRenderer: Sendable {
    /// The scopes that faults of templates have (`TemplateFault.opened`), of all templates there are.
    package static let faultScopes = Part.allCases.map { "template:\($0.file)" }

    /// What was wrong with the operator's templates, in name order.
    package let faults: [TemplateFault]
    /// The operator's own wording, by part; the built-in one stands in for the others.
    private let own: [Part: MustacheTemplate]

    /// Loads the templates of a directory; nil, or a directory that does not exist, means the built-in wording.
    package init(templatesDirectory: String? = nil) {
        var faults: [TemplateFault] = []
        var own: [Part: MustacheTemplate] = [:]
        if let directory = templatesDirectory, FileManager.default.fileExists(atPath: directory) {
            for part in Part.allCases {
                do throws(TemplateFault) {
                    let path = "\(directory)/\(part.file)"
                    let text = try Self.read(path)
                    if text != part.wording { own[part] = try Self.compile(text, path: path) }
                } catch {
                    faults.append(error)
                }
            }
        }
        self.faults = faults
        self.own = own
    }

    /// What a morning is written in, in name order.
    private enum Part: String, CaseIterable {
        case html, subject, text

        var file: String { "digest.\(rawValue).mustache" }

        var wording: String {
            switch self {
            case .html: DefaultTemplates.html
            case .subject: DefaultTemplates.subject
            case .text: DefaultTemplates.text
            }
        }
    }

    /// The built-in wording, compiled once for the process: every rep's morning asks for it.
    private static let builtIn = Dictionary(
        uniqueKeysWithValues: Part.allCases.map { part in
            // Proof: tests compile every built-in template with the same function.
            (part, try! compile(part.wording, path: part.file))
        })

    private func render(_ part: Part, _ values: some Any) -> String {
        (own[part] ?? Self.builtIn[part])?.render(values) ?? ""
    }

    package func render(_ model: DigestModel) -> RenderedDigest {
        let plain = DigestContext.plain.values(of: model)
        var page = render(.html, DigestContext.html.values(of: model))
        if !page.hasSuffix("\n") { page += "\n" }
        return RenderedDigest(
            subject: PlainText.line(render(.subject, plain), limit: 200),
            text: LineLayout.wrap(render(.text, plain), width: 72), html: page)
    }

    private static func read(_ path: String) throws(TemplateFault) -> String {
        guard let handle = FileHandle(forReadingAtPath: path) else {
            guard FileManager.default.fileExists(atPath: path) else {
                throw TemplateFault(kind: .missing, path: path, detail: "the template is missing")
            }
            throw TemplateFault(kind: .unreadable, path: path, detail: "the template cannot be read")
        }
        let bytes: Data
        do {
            bytes = try handle.read(upToCount: largestTemplate + 1) ?? Data()
        } catch {
            throw TemplateFault(
                kind: .unreadable, path: path, detail: "the template cannot be read: \(error.localizedDescription)")
        }
        guard bytes.count <= largestTemplate else {
            throw TemplateFault(
                kind: .broken, path: path, detail: "the template is larger than \(largestTemplate / 1024) KB")
        }
        guard let text = String(validatingUTF8Bytes: bytes) else {
            throw TemplateFault(kind: .broken, path: path, detail: "the template is not UTF-8")
        }
        guard text.contains(where: { !$0.isWhitespace }) else {
            throw TemplateFault(kind: .broken, path: path, detail: "the template is empty")
        }
        return text
    }

    /// The values arrive escaped, so the template itself must not escape again; the pragma on a line of its own
    /// says so and vanishes.
    static func compile(_ text: String, path: String) throws(TemplateFault) -> MustacheTemplate {
        do throws(TemplateCheck.Finding) {
            try TemplateCheck.check(text, names: DigestContext.topNames.union(DigestContext.innerNames))
        } catch {
            throw TemplateFault(
                kind: .broken, path: path, line: error.line, column: error.column, detail: error.detail)
        }
        do {
            return try MustacheTemplate(string: "{{% CONTENT_TYPE: TEXT}}\n" + text)
        } catch {
            throw TemplateFault(kind: .broken, path: path, detail: "not a Mustache template: \(error)")
        }
    }

    /// Bytes; ours has about ten thousand.
    private static let largestTemplate = 256 * 1024
}

extension String {
    fileprivate init?(validatingUTF8Bytes bytes: Data) {
        self.init(validating: bytes, as: UTF8.self)
    }
}

import Foundation
import Mustache
import TriggerModel

/// Turns a morning into subject, text and HTML by Mustache templates.
///
/// The templates are `digest.subject.mustache`, `digest.text.mustache` and `digest.html.mustache`. One that is
/// missing or broken is a named fault, and the built-in wording stands in for it. Rendering cannot fail.
package struct DigestRenderer: Sendable {
    /// The scopes that faults of templates have (`TemplateFault.opened`), of all templates there are.
    package static let faultScopes = ["html", "subject", "text"].map { "template:digest.\($0).mustache" }

    /// What was wrong with the operator's templates, in name order.
    package let faults: [TemplateFault]

    /// The same without making a renderer of them. One that says word for word what the built-in one says needs no look.
    package static func faults(inTemplates directory: String) -> [TemplateFault] {
        guard exists(directory) else { return [] }
        let builtIn = [
            ("digest.html", DefaultTemplates.html), ("digest.subject", DefaultTemplates.subject),
            ("digest.text", DefaultTemplates.text),
        ]
        return builtIn.compactMap { name, builtIn in
            do throws(TemplateFault) {
                let path = "\(directory)/\(name).mustache"
                let text = try read(path)
                if text != builtIn { _ = try compile(text, path: path) }
                return nil
            } catch {
                return error
            }
        }
    }

    private let subject: MustacheTemplate
    private let text: MustacheTemplate
    private let html: MustacheTemplate

    /// Loads the templates of a directory; nil, or a directory that does not exist, means the built-in wording.
    package init(templatesDirectory: String? = nil) {
        var faults: [TemplateFault] = []
        let hasDirectory = templatesDirectory.map(Self.exists) ?? false
        func load(_ name: String, _ builtIn: BuiltIn) -> MustacheTemplate {
            if hasDirectory, let templatesDirectory {
                do throws(TemplateFault) {
                    let path = "\(templatesDirectory)/\(name).mustache"
                    let text = try Self.read(path)
                    return text == builtIn.text ? builtIn.template : try Self.compile(text, path: path)
                } catch {
                    faults.append(error)
                }
            }
            return builtIn.template
        }
        html = load("digest.html", .html)
        subject = load("digest.subject", .subject)
        text = load("digest.text", .text)
        self.faults = faults
    }

    /// The built-in wording, compiled once for the process: every rep's morning asks for it.
    private struct BuiltIn {
        let text: String
        let template: MustacheTemplate

        private init(_ text: String, name: String) {
            self.text = text
            // Proof: tests compile every built-in template with the same function.
            template = try! DigestRenderer.compile(text, path: name)
        }

        static let html = BuiltIn(DefaultTemplates.html, name: "digest.html")
        static let subject = BuiltIn(DefaultTemplates.subject, name: "digest.subject")
        static let text = BuiltIn(DefaultTemplates.text, name: "digest.text")
    }

    package func render(_ model: DigestModel) -> RenderedDigest {
        let plain = DigestContext.plain.values(of: model)
        var page = html.render(DigestContext.html.values(of: model))
        if !page.hasSuffix("\n") { page += "\n" }
        return RenderedDigest(
            subject: PlainText.line(subject.render(plain), limit: 200),
            text: LineLayout.wrap(text.render(plain), width: 72), html: page)
    }

    private static func exists(_ directory: String) -> Bool { FileManager.default.fileExists(atPath: directory) }

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

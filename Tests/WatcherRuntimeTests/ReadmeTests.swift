import Foundation
import Synchronization
import Testing
import TriggerModel

@testable import WatcherRuntime

/// What the README shows is loaded as it stands there.
struct `The README's examples` {
    private static let repository = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    @Test func `make a configuration that check accepts`() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("whynow-readme-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let readme = try String(contentsOf: Self.repository.appendingPathComponent("README.md"), encoding: .utf8)
        let files = [
            ("sources/readme.yaml", try #require(block(in: readme, "yaml", beginning: "sources:"))),
            ("accounts/readme.csv", try #require(block(in: readme, "csv", beginning: "id,name"))),
            ("profiles/readme.yaml", try #require(block(in: readme, "yaml", beginning: "profiles:"))),
            ("rules/readme.yaml", try #require(block(in: readme, "yaml", beginning: "triggers:"))),
            (
                "reps.yaml",
                "reps:\n  dana: {name: Dana Whitlock, email: dana@seller.example, timezone: Europe/London}\n"
            ),
            ("whynow.yaml", "contact: ops@seller.example\n"),
        ]
        for (name, text) in files {
            let file = folder.appendingPathComponent(name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        for name in try FileManager.default.contentsOfDirectory(
            atPath: Self.repository.appendingPathComponent("Config/rules").path) where name.hasSuffix(".yaml")
        {
            try FileManager.default.copyItem(
                at: Self.repository.appendingPathComponent("Config/rules/\(name)"),
                to: folder.appendingPathComponent("rules/\(name)"))
        }
        let talk = Mutex<[String]>([])
        let data = Mutex<[UInt8]>([])
        let output = CommandOutput(
            data: { bytes in data.withLock { $0 += bytes } }, talk: { line in talk.withLock { $0.append(line) } })
        let code = CheckCommand(directory: folder.path, output: output).run()
        let errors = talk.withLock { $0.filter { $0.contains(": error:") || $0.contains("must ") } }
        #expect(errors == [])
        #expect(code == .ok)
        let summary = String(decoding: data.withLock { $0 }, as: UTF8.self)
        #expect(summary.hasPrefix("1 sources (1 enabled), 1 accounts, 1 reps, 1 profiles, "))
    }

    /// The first fenced block of a language that begins with a text.
    private func block(in text: String, _ language: String, beginning part: String) -> String? {
        text.components(separatedBy: "```\(language)\n").dropFirst()
            .compactMap { $0.components(separatedBy: "\n```").first }
            .first { $0.hasPrefix(part) }
            .map { $0 + "\n" }
    }
}

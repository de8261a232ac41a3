import ConfigLoading
import Foundation
import Testing
import TriggerModel

@testable import WatcherRuntime

struct `A scenario` {
    private static let folder: String = {
        let folder = NSTemporaryDirectory() + "scenario-tests-\(ProcessInfo.processInfo.processIdentifier)"
        atexit { try? FileManager.default.removeItem(atPath: `A scenario`.folder) }
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        return folder
    }()

    private static let shipped: String = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Config").path

    private func file(_ name: String, _ text: String) throws -> String {
        let path = "\(Self.folder)/\(UUID().uuidString)-\(name)"
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        return path
    }

    @Test func `of the shipped files passes over the shipped configuration`() throws {
        let heard = Heard()
        #expect(try RuleTestCommand(directory: Self.shipped, output: heard.output).run(files: [], junit: nil) == .ok)
        #expect(heard.text.contains("3 of 3 scenarios passed"))
    }

    @Test func `that fails shows what differs and why, and is written for build servers`() throws {
        let path = try file(
            "fails.ndjson",
            #"{"scenario":"A <summit>","now":"2026-11-23T15:00:00Z","items":[{"title":"Northgate Mills CFO to speak at Midwest Manufacturing Summit"}],"expect":[{"account":"northgate","trigger":"leadership.cfo"}]}"#
                + "\n\n"
                + #"{"scenario":"Unexpected","now":"2026-11-23T15:00:00Z","items":[{"title":"Northgate Mills names Ada Nilsen chief financial officer"}],"expect":"none"}"#
        )
        let junit = Self.folder + "/\(UUID().uuidString).xml"
        let heard = Heard()
        let code = try RuleTestCommand(directory: Self.shipped, output: heard.output).run(files: [path], junit: junit)
        #expect(code == .data)
        #expect(heard.text.contains("      - northgate, leadership.cfo\n      why: \"Northgate Mills CFO"))
        #expect(heard.text.contains("      + northgate, leadership.cfo, itself"))
        #expect(heard.text.contains("0 of 2 scenarios passed"))
        let xml = try String(contentsOfFile: junit, encoding: .utf8)
        #expect(xml.contains(#"<testsuites name="whynow test" tests="2" failures="2" errors="0">"#))
        #expect(xml.contains(#"name="A &lt;summit&gt;""#))
    }

    @Test(arguments: [
        ("scenario: x\nnow: 2026-11-23T15:00:00Z\nitems:\n  - title: a\n", "1: error: expect is a list"),
        (
            "scenario: x\nnow: 2026-11-23T15:00:00Z\nitems:\n  - title: a\nexpcet: none\n",
            "1: error: unknown key expcet (did you mean expect?)"
        ),
        ("scenario: x\nnow: soon\nitems:\n  - title: a\nexpect: none\n", "1: error: now: "),
        ("scenario: x\nitems:\n  - title: a\nexpect: none\n", "1: error: now is missing"),
        (
            "scenario: x\nnow: 2026-11-23T15:00:00Z\nitems:\n  - source: a\nexpect: none\n",
            "1: error: an item needs at least a title"
        ),
        ("scenario: x\n\n  now: late\n", "3:6: error: a ': ' inside unquoted text"),
        ("scenario: &a x\n", "1:11: error: "),
        ("scenario: \"x\n", "1:11: error: the quote that opens here is never closed"),
        ("scenario: x\nscenario: y\n", "1:1: error: key scenario stands more than once"),
    ])
    func `that is written wrong is named with its place`(text: String, message: String) throws {
        let path = try file("wrong.yaml", text)
        let heard = Heard()
        #expect(
            try RuleTestCommand(directory: Self.shipped, output: heard.output).run(files: [path], junit: nil) == .data)
        #expect(heard.talk.count == 1)
        #expect(heard.talk.first?.hasPrefix("\(path):\(message)") == true, "\(heard.talk)")
    }
}

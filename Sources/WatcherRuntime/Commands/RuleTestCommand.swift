internal import ConfigLoading
internal import Foundation
internal import TriggerModel

/// `whynow test`: plays scenarios over the configuration and compares the alerts with those written down.
package struct RuleTestCommand {
    private let directory: String
    private let output: CommandOutput

    package init(directory: String, output: CommandOutput) {
        self.directory = directory
        self.output = output
    }

    /// - Parameters:
    ///   - files: none means every file of the configuration's `tests/`.
    ///   - junit: where to write the results for build servers.
    package func run(files given: [String], junit: String?) throws -> ExitCode {
        let loaded = try StartConfiguration.load(directory)
        let files = given.isEmpty ? try shipped() : given
        let engine = ReasonEngine(loaded.configuration)
        let folder = NSTemporaryDirectory() + "whynow-test-\(UUID().uuidString)"
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let run = ScenarioRun(engine: engine, folder: folder)
        var results: [ScenarioRun.Result] = []
        var broken: [(file: String, detail: String)] = []
        for file in files {
            do {
                for scenario in try Scenario.read(file) { results.append(try run.play(scenario)) }
            } catch let fault as Scenario.Fault {
                broken.append((file, fault.description))
                output.talk(fault.description)
            }
        }
        for result in results { tell(result) }
        if let junit { try write(JUnitReport.text(results, broken: broken), to: junit) }
        let failed = results.count { !$0.hasPassed }
        output.line(
            "\(results.count - failed) of \(results.count) scenarios passed"
                + (broken.isEmpty ? "" : ", \(broken.count) files could not be read"))
        return failed == 0 && broken.isEmpty ? .ok : .data
    }

    private func tell(_ result: ScenarioRun.Result) {
        let scenario = result.scenario
        guard !result.hasPassed else { return output.line("ok    \(scenario.name)") }
        output.line("FAIL  \(scenario.name) (\(scenario.file):\(scenario.line))")
        for line in result.difference { output.line("      \(line)") }
        for line in result.reasons { output.line("      why: \(TextTable.oneLine(line, limit: 300))") }
    }

    private func shipped() throws -> [String] {
        let folder = "\(directory)/tests"
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
            .filter { !$0.hasPrefix(".") && ($0.hasSuffix(".yaml") || $0.hasSuffix(".ndjson")) }
        guard !names.isEmpty else {
            throw CommandFailure(
                .noInput, "\(folder) holds no scenarios; name files, or write one there (*.yaml, *.ndjson)")
        }
        return names.sorted().map { "\(folder)/\($0)" }
    }

    private func write(_ text: String, to path: String) throws {
        do {
            try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw CommandFailure(.cannotCreate, "\(path): \(error.localizedDescription)")
        }
    }
}

/// Results in the form that build servers read.
enum JUnitReport {
    static func text(_ results: [ScenarioRun.Result], broken: [(file: String, detail: String)]) -> String {
        let failed = results.count { !$0.hasPassed }
        var lines = [
            #"<?xml version="1.0" encoding="UTF-8"?>"#,
            #"<testsuites name="whynow test" tests="\#(results.count)" failures="\#(failed)" errors="\#(broken.count)">"#,
        ]
        let files = Dictionary(grouping: results) { $0.scenario.file }
        for (file, results) in files.sorted(by: { $0.key < $1.key }) {
            let failures = results.count { !$0.hasPassed }
            lines.append(
                #"  <testsuite name="\#(escaped(file))" tests="\#(results.count)" failures="\#(failures)" errors="0">"#)
            for result in results {
                let head = #"    <testcase classname="\#(escaped(file))" name="\#(escaped(result.scenario.name))""#
                guard !result.hasPassed else {
                    lines.append(head + "/>")
                    continue
                }
                lines.append(head + ">")
                lines.append(
                    #"      <failure message="alerts differ">\#(escaped((result.difference + result.reasons).joined(separator: "\n")))</failure>"#
                )
                lines.append("    </testcase>")
            }
            lines.append("  </testsuite>")
        }
        for fault in broken {
            lines.append(#"  <testsuite name="\#(escaped(fault.file))" tests="0" failures="0" errors="1">"#)
            lines.append("    <system-err>\(escaped(fault.detail))</system-err>")
            lines.append("  </testsuite>")
        }
        return (lines + ["</testsuites>"]).joined(separator: "\n") + "\n"
    }

    /// Without what XML 1.0 forbids; safe in text and attributes.
    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\n": result += "&#10;"
            case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: result += " "
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}

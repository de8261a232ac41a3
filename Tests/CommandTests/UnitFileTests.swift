import Foundation
import Testing

/// systemd's own checker of unit files, where it is installed.
private enum SystemdAnalyze {
    static let path = ["/usr/bin/systemd-analyze", "/bin/systemd-analyze"]
        .first { FileManager.default.isExecutableFile(atPath: $0) }
}

extension CommandSuite {
    @Suite("systemd/whynow.service", .enabled(if: SystemdAnalyze.path != nil, "systemd-analyze is not installed here"))
    struct UnitFileTests {
        private let folder: TemporaryFolder
        /// A copy whose ExecStart is the built program.
        private let unit: String

        init() throws {
            folder = try TemporaryFolder()
            let lines = try String(contentsOfFile: Repository.unitFile, encoding: .utf8)
                .split(separator: "\n", omittingEmptySubsequences: false).map { line in
                    line.hasPrefix("ExecStart=")
                        ? "ExecStart=\(BuiltProgram.path) run --config /etc/whynow" : String(line)
                }
            #expect(lines.count { $0.hasPrefix("ExecStart=\(BuiltProgram.path)") } == 1)
            unit = try folder.write(lines.joined(separator: "\n"), to: "whynow.service")
        }

        @Test("passes systemd-analyze verify without a word")
        func verify() throws {
            let (code, output) = try analyze(["verify", "--man=no", unit])
            #expect(code == 0, "\(output)")
            #expect(!output.contains("whynow.service"), "\(output)")
        }

        @Test("is exposed at most 1.1 of 10")
        func security() throws {
            let (code, output) = try analyze(["security", "--offline=yes", "--no-pager", "--threshold=11", unit])
            #expect(code == 0, "\(output.suffix(300))")
            let overall = try #require(output.split(separator: "\n").last { $0.contains("Overall exposure level") })
            let level = overall.split(separator: " ").compactMap { Double($0) }.last
            #expect(try #require(level) <= 1.1, "\(overall)")
        }

        private func analyze(_ arguments: [String]) throws -> (Int32, String) {
            let output = try folder.write("", to: "out")
            let process = Process()
            process.executableURL = URL(filePath: try #require(SystemdAnalyze.path))
            process.arguments = arguments
            process.standardInput = FileHandle.nullDevice
            let handle = try FileHandle(forWritingTo: URL(filePath: output))
            process.standardOutput = handle
            process.standardError = handle
            try process.run()
            process.waitUntilExit()
            return (process.terminationStatus, try String(contentsOfFile: output, encoding: .utf8))
        }
    }
}

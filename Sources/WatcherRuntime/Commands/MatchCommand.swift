internal import ConfigLoading
internal import EventRecognition
internal import Foundation
internal import RuleLanguage
internal import TriggerModel

/// `whynow match`: what items mean, without state. Folds across its whole input, so it reads all before it answers.
package struct MatchCommand {
    private let directory: String
    private let clock: RuntimeClock
    private let output: CommandOutput

    package init(directory: String, clock: RuntimeClock, output: CommandOutput) {
        self.directory = directory
        self.clock = clock
        self.output = output
    }

    package func run(file: String) throws -> ExitCode {
        let result = ConfigLoader(directory: directory).load()
        for fault in result.faults where fault.severity == .error { output.talk("\(fault)") }
        guard !result.configuration.rules.triggers.isEmpty else {
            throw CommandFailure(.configuration, "no rule loads from \(directory); 'whynow check' says why")
        }
        let engine = ReasonEngine(result.configuration)
        let now = clock.now()
        var batch = MatchBatch(engine: engine, now: now)
        var code = ExitCode.ok
        let decoder = JSONDecoder()
        try LineReader(path: file).forEachLine { number, line in
            guard let line else {
                output.talk("\(file):\(number): error: the line is too long")
                code = .data
                return
            }
            guard line.contains(where: { $0 > 0x20 }) else { return }
            do {
                var item = try decoder.decode(Item.self, from: Data(line))
                guard item.title != nil else {
                    throw CommandFailure(.data, "an item needs at least a title")
                }
                if item.id.isEmpty { item.id = "line:\(number)" }
                batch.add(item)
            } catch let error as DecodingError {
                output.talk("\(file):\(number): error: \(error.words(whole: "an item"))")
                code = .data
            } catch {
                output.talk("\(file):\(number): error: \(error)")
                code = .data
            }
        }
        let lines = JSONLines()
        for result in batch.results() { output.data(try lines.line(result)) }
        return code
    }
}

internal import ConfigLoading
internal import Delivery
internal import EventRecognition
internal import RuleLanguage
internal import TriggerModel

/// `whynow check`: everything that is wrong with a configuration, at once.
package struct CheckCommand {
    private let directory: String
    private let output: CommandOutput

    package init(directory: String, output: CommandOutput) {
        self.directory = directory
        self.output = output
    }

    package func run() -> ExitCode {
        let result = ConfigLoader(directory: directory).load()
        let configuration = result.configuration
        for fault in result.faults { output.talk("\(fault)") }
        let templates = DigestRenderer(templatesDirectory: configuration.templatesDirectory).faults
        for fault in templates { output.talk("\(fault)") }
        let findings = configuration.lint()
        for finding in findings { output.talk("\(finding)") }
        let failures = Recogniser.runTrials(of: configuration.rules)
        for failure in failures { output.talk("\(failure)") }

        let trials = configuration.rules.triggers.reduce(0) { $0 + $1.trials.count }
        let enabled = configuration.sources.filter(\.isEnabled).count
        output.line(
            """
            \(configuration.sources.count) sources (\(enabled) enabled), \(configuration.accounts.count) accounts, \
            \(configuration.reps.count) reps, \(configuration.profiles.count) profiles, \
            \(configuration.rules.triggers.count) rules with \(trials) trials
            """)
        let errors = result.faults.filter { $0.severity == .error }.count
        let warnings =
            result.faults.filter { $0.severity == .warning }.count
            + findings.filter { $0.severity == .warning }.count + templates.count
        let lintErrors = findings.filter { $0.severity == .error }.count
        let counts =
            "\(errors) errors, \(warnings) warnings, \(failures.count) failed trials, \(lintErrors) lint errors"
        output.line(errors + failures.count + lintErrors == 0 ? "configuration is sound (\(counts))" : counts)
        if errors > 0 { return .configuration }
        return failures.isEmpty && lintErrors == 0 ? .ok : .data
    }
}

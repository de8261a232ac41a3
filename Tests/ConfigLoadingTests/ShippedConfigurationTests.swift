import Foundation
import RuleLanguage
import Testing
import TriggerModel

@testable import ConfigLoading

@Suite("The shipped configuration")
struct ShippedConfigurationTests {
    static let result = ConfigLoader(directory: Repository.config.path).load()

    @Test("loads every file without a fault")
    func loads() {
        #expect(Self.result.faults.map(\.description) == [])
        let configuration = Self.result.configuration
        #expect(configuration.sources.count > 5)
        #expect(configuration.sources.allSatisfy { !$0.isEnabled })
        #expect(configuration.accounts.count > 5)
        #expect(configuration.accounts.contains { !$0.contacts.isEmpty })
        #expect(!configuration.products.isEmpty)
        #expect(!configuration.touches.isEmpty)
        #expect(!configuration.reps.isEmpty)
        #expect(!configuration.profiles.isEmpty)
    }

    @Test("has rules and profiles that lint finds no error in")
    func lint() {
        #expect(Self.result.configuration.lint().filter { $0.severity == .error }.map(\.description) == [])
    }

    @Test("teaches the defaults: whynow.yaml says what holds without it")
    func defaults() throws {
        let reps = try String(contentsOf: Repository.config.appending(path: "reps.yaml"), encoding: .utf8)
        let bare = try ConfigSandbox(["reps.yaml": reps]).load().configuration.settings
        #expect(Self.result.configuration.settings == bare)
    }

    @Test("shows every key of the settings, active or as a comment")
    func keys() throws {
        let text = try String(contentsOf: Repository.config.appending(path: "whynow.yaml"), encoding: .utf8)
        let lines = text.split(separator: "\n").map { $0.drop { $0 == " " || $0 == "#" } }
        var missing: [String] = []
        for key in SettingsTable.root.keys {
            var names = [key.name]
            if case .mapping(let shape) = key.kind { names += shape.keys.map(\.name) }
            missing += names.filter { name in !lines.contains { $0.hasPrefix(name + ":") } }
        }
        #expect(missing == [])
    }

    @Test("every default of every table can be read")
    func tables() {
        let faults = FaultList()
        let context = YAMLContext(file: ConfigFile(path: "table", bytes: []), faults: faults)
        func read(_ shape: Shape) {
            let reader = MappingReader.empty(shape, in: context)
            for key in shape.keys where key.standard != nil {
                switch key.kind {
                case .list: #expect(key.standard == "" || !reader.texts(key.name).isEmpty, "\(shape.noun): \(key.name)")
                default: #expect(reader.text(key.name) != nil, "\(shape.noun): \(key.name)")
                }
            }
        }
        let shapes = [
            SettingsTable.root, SettingsTable.directories, SettingsTable.mail, SettingsTable.schedule,
            SettingsTable.network,
            SettingsTable.limits, SettingsTable.budgets, SourceTable.source, AccountTable.account, AccountTable.contact,
            AccountTable.product, RepTable.rep, ProfileTable.profile, ProfileTable.reason, RuleTable.trigger,
            RuleTable.trial, RuleTable.root, RuleTable.addition, RuleTable.clause, RuleTable.source,
        ]
        shapes.forEach(read)
        #expect(faults.errorCount == 0)
        #expect(Set(AccountColumn.allCases.map(\.name)) == Set(AccountTable.accountColumns))
    }

    /// `WHYNOW_WRITE_SCHEMAS=1 swift test --filter schemas` writes the files anew after a change of a table.
    @Test("has the JSON Schemas that the loader's tables give", arguments: SchemaWriter.all().keys.sorted())
    func schemas(name: String) throws {
        let file = Repository.config.appending(path: "schema/\(name)")
        let generated = try #require(SchemaWriter.all()[name])
        if ProcessInfo.processInfo.environment["WHYNOW_WRITE_SCHEMAS"] != nil {
            try Data(generated.utf8).write(to: file)
        }
        let written = try? String(contentsOf: file, encoding: .utf8)
        #expect(written == generated, "set WHYNOW_WRITE_SCHEMAS=1 and run the tests once to write schema/\(name)")
    }
}

import ConfigLoading
import Foundation
import RuleLanguage

/// The project's own `Config` directory, found from where this file lies.
enum ShippedConfig {
    static let directory: String = {
        var place = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        // Benchmarks/Benchmarks/Stages/ShippedConfig.swift
        for _ in 0..<4 { place.deleteLastPathComponent() }
        return place.appendingPathComponent("Config").path
    }()

    static func rules() throws -> RulePack {
        let rules = ConfigLoader(directory: directory).load().configuration.rules
        guard !rules.triggers.isEmpty else { throw Missing(path: directory + "/rules") }
        return rules
    }

    struct Missing: Error {
        var path: String
    }
}

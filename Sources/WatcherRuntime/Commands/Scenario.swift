internal import ConfigLoading
internal import Foundation
internal import RuleLanguage
internal import TriggerModel

/// A test of the whole way from items to alerts: items come in at times of a virtual clock, and exactly the alerts that
/// are written down must come out.
struct Scenario {
    /// An item and when it is read.
    struct Step: Decodable {
        var at: Timestamp?
        var item: Item

        private enum Key: String, CodingKey { case at }

        init(from decoder: any Decoder) throws {
            at = try decoder.container(keyedBy: Key.self).decodeIfPresent(Timestamp.self, forKey: .at)
            item = try Item(from: decoder)
        }
    }

    /// What an expected alert must be; what is not said is free.
    struct Expectation: Decodable {
        var account: String
        var trigger: String?
        var relation: String?
        var profile: String?
        var rep: String?
        /// Must occur in the reason.
        var reason: String?
        /// `yes`: an update of an earlier alert; `no`: a first one.
        var update: String?

        static let keys = ["account", "trigger", "relation", "profile", "rep", "reason", "update"]

        func holds(for alert: Alert) -> Bool {
            func fits(_ wanted: String?, _ value: String) -> Bool { wanted.map { $0 == value } ?? true }
            return account == alert.account.id && fits(trigger, alert.trigger)
                && fits(relation, alert.relation.rawValue) && fits(profile, alert.profile) && fits(rep, alert.rep)
                && (reason.map(alert.reason.contains) ?? true)
                && (update.map { ($0 == "yes") == (alert.updates != nil) } ?? true)
        }

        /// As the diff shows it.
        var line: String {
            [
                account, trigger, relation, profile.map { "profile \($0)" }, rep.map { "rep \($0)" },
                reason.map { "reason with \"\($0)\"" }, update.map { "update \($0)" },
            ].compactMap(\.self).joined(separator: ", ")
        }
    }

    /// Where it stands: file and line.
    var file: String
    var line: Int
    var name: String
    /// When it is read, for items that do not say.
    var now: Timestamp
    var steps: [Step]
    /// Empty: nothing may be alerted.
    var expected: [Expectation]

    static let keys = ["scenario", "now", "items", "expect"]
}

extension Scenario {
    /// What is wrong with a scenario, with its place.
    struct Fault: Error, CustomStringConvertible {
        var description: String

        init(_ file: String, _ line: Int, _ message: String) { description = "\(file):\(line): error: \(message)" }

        init(_ faults: PlainValueFaults) { description = faults.description }
    }

    private struct Body: Decodable {
        var scenario: String
        var now: Timestamp
        var items: [Step]
    }

    /// All scenarios of a file: documents of YAML, or one JSON object a line where the name ends in `.ndjson`.
    static func read(_ path: String) throws -> [Scenario] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw CommandFailure(.noInput, "\(path): cannot be read; name files with scenarios")
        }
        guard let text = String(validating: data, as: UTF8.self) else { throw Fault(path, 1, "is not UTF-8") }
        if path.hasSuffix(".ndjson") || path.hasSuffix(".json") || path.hasSuffix(".jsonl") {
            return try text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap {
                index, line in
                guard line.contains(where: { !$0.isWhitespace }) else { return nil }
                guard let json = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] else {
                    throw Fault(path, index + 1, "is no JSON object")
                }
                return try Scenario(json, path, index + 1)
            }
        }
        switch PlainValue.documents(Array(data), path: path) {
        case .failure(let faults): throw Fault(faults)
        case .success(let documents):
            return try documents.map { line, value in
                guard let json = value.json as? [String: Any] else {
                    throw Fault(path, line, "a scenario begins with 'scenario:'")
                }
                return try Scenario(json, path, line)
            }
        }
    }

    private init(_ json: [String: Any], _ file: String, _ line: Int) throws {
        func check(_ keys: some Sequence<String>, _ known: [String]) throws {
            for key in keys.sorted() where !known.contains(key) {
                let hint = NearestName.find(key, in: known).map { " (did you mean \($0)?)" } ?? ""
                throw Fault(file, line, "unknown key \(key)\(hint)")
            }
        }
        try check(json.keys, Self.keys)
        do {
            let decoder = JSONDecoder()
            let body = try decoder.decode(Body.self, from: JSONSerialization.data(withJSONObject: json))
            switch json["expect"] {
            case let word as String where word == "none": expected = []
            case let list as [[String: Any]] where !list.isEmpty:
                for entry in list { try check(entry.keys, Expectation.keys) }
                expected = try decoder.decode([Expectation].self, from: JSONSerialization.data(withJSONObject: list))
            default:
                throw Fault(
                    file, line, "expect is a list of alerts, or the word none: a scenario that expects nothing says so")
            }
            guard !body.items.isEmpty else { throw Fault(file, line, "items is empty") }
            for step in body.items where step.item.title == nil {
                throw Fault(file, line, "an item needs at least a title")
            }
            name = body.scenario
            now = body.now
            steps = body.items
        } catch let error as DecodingError {
            throw Fault(file, line, error.words(whole: "a scenario"))
        }
        self.file = file
        self.line = line
    }
}

import Foundation
import GRDB
import TriggerModel

extension Database {
    /// Runs a statement that is prepared once per connection.
    func run(_ sql: String, _ arguments: StatementArguments) throws {
        try cachedStatement(sql: sql).execute(arguments: arguments)
    }

    /// Runs an INSERT OR IGNORE, UPDATE or DELETE; true when a row changed.
    func changes(_ sql: String, _ arguments: StatementArguments) throws -> Bool {
        try run(sql, arguments)
        return changesCount > 0
    }

    /// The first row; a copy that outlives the statement.
    func row(_ sql: String, _ arguments: StatementArguments = []) throws -> Row? {
        try Row.fetchOne(cachedStatement(sql: sql), arguments: arguments)
    }

    func rows(_ sql: String, _ arguments: StatementArguments = []) throws -> [Row] {
        try Row.fetchAll(cachedStatement(sql: sql), arguments: arguments)
    }
}

extension WatchLedger {
    /// How SQLite would answer a query, one line for each table: tests guard with it that no table is read as a whole.
    func plan(of sql: String) throws -> [String] {
        try read { db in
            // The values of parameters do not change the plan.
            try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + sql.replacing("?", with: "1")).map { $0["detail"] }
        }
    }
}

extension Row {
    func time(_ column: String) -> Timestamp { Timestamp(seconds: self[column]) }

    func optionalTime(_ column: String) -> Timestamp? {
        (self[column] as Int?).map { Timestamp(seconds: $0) }
    }

    func calendarDay(_ column: String) -> CalendarDay { CalendarDay(daysSince1970: self[column]) }
}

/// Values that are kept whole. Sorted keys: equal values are equal bytes.
enum StoredJSON {
    static func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    static func value<Value: Decodable>(_ type: Value.Type, _ text: String) throws -> Value {
        try JSONDecoder().decode(type, from: Data(text.utf8))
    }
}

/// Numbers as a JSON array, the form in which one statement takes many (`json_each`).
enum JSONNumbers {
    static func text(_ numbers: some Collection<Int64>) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(numbers.count * 21 + 2)
        var separator = UInt8(ascii: "[")
        for number in numbers {
            bytes.append(separator)
            separator = UInt8(ascii: ",")
            if number < 0 { bytes.append(UInt8(ascii: "-")) }
            let start = bytes.count
            var rest = number.magnitude
            repeat {
                bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
                rest /= 10
            } while rest > 0
            bytes[start...].reverse()
        }
        if bytes.isEmpty { bytes.append(separator) }
        bytes.append(UInt8(ascii: "]"))
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// Lists of short texts in one column. The separator cannot occur: items carry no control characters but tab and
/// newline, and any other is removed here.
enum StoredList {
    private static let separator: Character = "\u{1F}"

    static func text(_ values: [String]) -> String? {
        guard !values.isEmpty else { return nil }
        return values.map { $0.contains(separator) ? $0.filter { $0 != separator } : $0 }
            .joined(separator: String(separator))
    }

    static func values(_ text: String?) -> [String] {
        guard let text else { return [] }
        return text.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    }
}

import MarkupReading
import TriggerModel

/// A JSON answer as records: one item for each element of the array that the map names.
enum RecordsOfJSON {
    static func read(_ input: ParseInput) -> Result<ParsedDocument, ParseFault> {
        guard let map = input.records else { return .failure(RecordDocument.needsMap("json")) }
        switch RecordDocument.json(input, as: "JSON", bytes: input.bytes) {
        case .failure(let fault): return .failure(fault)
        case .success(let text):
            do throws(ParseFault) {
                return try read(text, map, input)
            } catch {
                return .failure(error)
            }
        }
    }

    private static func read(
        _ text: DecodedText, _ map: RecordMap, _ input: ParseInput
    ) throws(ParseFault) -> Result<ParsedDocument, ParseFault> {
        let makes = try RecordItems<JSONRecord>(map, input, resolve: JSONRecord.pointer)
        let (value, damages) = try value(of: text, input)
        let rows = try rows(in: value, map.rows, isDamaged: damages.count > text.damages.count)
        var tally = RecordTally(damages: damages)
        for row in wanted(rows, makes, &tally, limit: input.limits.items) {
            let record = JSONRecord(value: rows[row])
            if makes.keeps(record) { tally.add(makes.item(of: record)) } else { tally.skip() }
        }
        return tally.document(.json, input, format: "JSON records", encoding: text.encoding)
    }

    /// Which rows to read: all, or the newest `limit` of those that are kept.
    private static func wanted(
        _ rows: [JSONValue], _ makes: RecordItems<JSONRecord>, _ tally: inout RecordTally, limit: Int
    ) -> [Int] {
        guard rows.count > limit else { return Array(rows.indices) }
        let kept = rows.indices.filter { makes.keeps(JSONRecord(value: rows[$0])) }
        tally.skip(rows.count - kept.count)
        guard kept.count > limit else { return kept }
        tally.note(.tooManyItems, RecordTally.tooMany(kept.count, limit: limit))
        let chosen = RecordTally.newest(kept.map { makes.moment(of: JSONRecord(value: rows[$0])) }, limit: limit)
        return zip(kept, chosen).filter(\.1).map(\.0)
    }

    /// As far as the document can be read.
    private static func value(
        of text: DecodedText, _ input: ParseInput
    ) throws(ParseFault) -> (JSONValue, [MarkupDamage]) {
        var reader = JSONReader(text.utf8, maximumDepth: input.limits.depth)
        let value = reader.read()
        var damages = text.damages
        if let damage = reader.damage {
            let line = RecordDocument.line(of: damage.offset, in: text.utf8)
            damages.append(MarkupDamage(.notWellFormed, line: line, offset: damage.offset, detail: damage.reason))
        }
        guard let value else {
            let damage = damages.last
            throw ParseFault(
                .notRecognised, "not JSON: \(damage?.detail ?? "no value")", line: damage?.line, damages: damages)
        }
        return (value, damages)
    }

    /// The array that `pointer` leads to. A null is an empty one: several servers write no rows so.
    static func rows(in value: JSONValue, _ text: String, isDamaged: Bool = false) throws(ParseFault) -> [JSONValue] {
        guard let pointer = JSONPointer(text) else {
            throw ParseFault(.badSelector, "rows is no JSON pointer: \(text)")
        }
        guard let found = pointer.value(in: value) else {
            let end = pointer.end(in: value)
            let message =
                "rows \(text) leads nowhere: there is no \"\(end?.missing ?? "")\" in \(described(end?.value ?? value))"
            throw ParseFault(isDamaged ? .damaged : .layoutChanged, message)
        }
        switch found {
        case .array(let elements): return elements
        case .null: return []
        default:
            let place = text.isEmpty ? "the document" : "rows \(text)"
            throw ParseFault(isDamaged ? .damaged : .layoutChanged, "\(place) is no array but \(described(found))")
        }
    }

    /// For a person who looks for what has moved: an object's first names, with those that hold arrays marked.
    private static func described(_ value: JSONValue) -> String {
        switch value {
        case .null: return "null"
        case .bool: return "true or false"
        case .number: return "a number"
        case .string(let text): return "the text \"\(text.prefix(60))\""
        case .array(let elements): return "an array of \(elements.count)"
        case .object(let members):
            let names = members.prefix(12).map { member in
                member.name.prefix(40) + (member.value.elements == nil ? "" : "[]")
            }
            if names.isEmpty { return "an object without members" }
            return "an object of \(names.joined(separator: ", "))\(members.count > 12 ? ", …" : "")"
        }
    }
}

import MarkupReading
import TriggerModel

/// What a connection brought that stays open for a while: one JSON object a line.
///
/// Blank lines are heartbeats. A last line without its end is left alone unless it is whole: it comes again when the
/// stream is resumed from the point of the line before it.
enum RecordsOfStream {
    static func read(_ input: ParseInput) -> Result<ParsedDocument, ParseFault> {
        guard let map = input.records else { return .failure(RecordDocument.needsMap("stream")) }
        do throws(ParseFault) {
            let makes = try RecordItems<JSONRecord>(map, input, resolve: JSONRecord.pointer)
            let bytes = wholeLines(input.bytes, limit: input.limits.documentBytes)
            guard bytes.contains(where: { $0 > 0x20 }) else { return nothing(input) }
            switch RecordDocument.json(input, as: "JSON lines", bytes: bytes) {
            case .failure(let fault): return .failure(fault)
            case .success(let text): return read(text, makes, input)
            }
        } catch {
            return .failure(error)
        }
    }

    private static func read(
        _ text: DecodedText, _ makes: RecordItems<JSONRecord>, _ input: ParseInput
    ) -> Result<ParsedDocument, ParseFault> {
        var tally = RecordTally(damages: text.damages)
        var timepoint: String?
        for (line, bytes) in StreamLines(text.utf8) {
            guard tally.seen < input.limits.items else {
                // The rest is not lost: the point to resume from stands before it.
                tally.note(.tooManyItems, "more than \(input.limits.items) lines; the rest comes next time")
                break
            }
            var reader = JSONReader(Array(bytes), maximumDepth: input.limits.depth)
            guard let value = reader.read(), reader.damage == nil, value.isObject else {
                tally.skip(damaged: reader.damage?.reason ?? "a line that is no JSON object", line: line)
                continue
            }
            let record = JSONRecord(value: value)
            if let point = makes.timepoint(of: record) { timepoint = point }
            if makes.keeps(record) { tally.add(makes.item(of: record)) } else { tally.skip() }
        }
        return tally.document(.stream, input, format: "JSON lines", encoding: text.encoding).map { document in
            var document = document
            document.timepoint = timepoint
            return document
        }
    }

    /// A silent connection is no fault.
    private static func nothing(_ input: ParseInput) -> Result<ParsedDocument, ParseFault> {
        RecordTally(damages: []).document(
            .stream, input, format: "JSON lines", encoding: EncodingDecision(name: "utf-8", step: .validUTF8))
    }

    /// Up to the last line end, and the line behind it where that is a whole object.
    private static func wholeLines(_ bytes: [UInt8], limit: Int) -> [UInt8] {
        let head = bytes.prefix(limit)
        let end = head.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        let rest = head[end...]
        if head.count == bytes.count, rest.contains(where: { $0 > 0x20 }) {
            var reader = JSONReader(Array(rest))
            if let value = reader.read(), value.isObject, reader.damage == nil { return bytes }
        }
        return Array(head[..<end])
    }
}

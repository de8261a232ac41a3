/// A rule file with exclusions added to one trigger, and the change as a unified diff.
struct RuleFileEdit {
    var text: String
    var diff: String

    private static let context = 3

    /// - Parameters:
    ///   - file: path from the configuration directory, as the diff shows it.
    ///   - line: where the trigger's key stands, from 1.
    ///   - exclusions: what to exclude.
    /// - Returns: nil where the trigger is not written in block style, so that a person must place them.
    static func adding(_ exclusions: [Exclusion], toTriggerAt line: Int, of text: String, file: String) -> RuleFileEdit?
    {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard lines.indices.contains(line - 1) else { return nil }
        func indent(_ line: String) -> Int { line.prefix { $0 == " " }.count }
        func isBlank(_ line: String) -> Bool { line.allSatisfy { $0 == " " || $0 == "\r" } }
        let outer = indent(lines[line - 1])
        guard lines[line - 1].drop(while: { $0 == " " }).contains(":") else { return nil }
        var end = line
        while end < lines.count, isBlank(lines[end]) || indent(lines[end]) > outer { end += 1 }
        guard
            let inner = (line..<end).first(where: { !isBlank(lines[$0]) && !lines[$0].contains("#") }).map({
                indent(lines[$0])
            })
        else { return nil }
        let key = String(repeating: " ", count: inner)
        let keys = (line..<end).filter {
            indent(lines[$0]) == inner && lines[$0].dropFirst(inner).first?.isLetter == true
        }
        let entries = exclusions.map { "\(key)  - \($0.line)" }
        let place: Int
        let added: [String]
        if let unless = keys.first(where: { lines[$0].hasPrefix("\(key)unless:") }) {
            guard lines[unless].dropFirst(inner + 7).allSatisfy({ $0 == " " }) else { return nil }
            place = unless + 1
            added = entries
        } else if let reason = keys.first(where: { lines[$0].hasPrefix("\(key)reason:") }) {
            place = reason
            added = ["\(key)unless:"] + entries
        } else {
            return nil
        }
        let first = max(0, place - context)
        let last = min(lines.count, place + context)
        var diff = [
            "--- a/\(file)", "+++ b/\(file)",
            "@@ -\(first + 1),\(last - first) +\(first + 1),\(last - first + added.count) @@",
        ]
        diff += lines[first..<place].map { " \($0)" } + added.map { "+\($0)" } + lines[place..<last].map { " \($0)" }
        lines.insert(contentsOf: added, at: place)
        return RuleFileEdit(text: lines.joined(separator: "\n"), diff: diff.joined(separator: "\n"))
    }
}

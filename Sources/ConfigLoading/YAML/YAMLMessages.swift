import RuleLanguage
import Yams

/// Says what a parser error means for whoever wrote the file.
enum YAMLMessages {
    static func explain(_ error: any Error, in file: ConfigFile) -> (SourcePlace, String) {
        guard let error = error as? YamlError else { return (file.start, "cannot be parsed: \(error)") }
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            // An unfinished construct is mended where it begins, not where the parser gave up.
            let isUnfinished = problem.contains("end of stream")
            let place = isUnfinished ? context?.mark ?? mark : mark
            return (file.place(line: place.line, column: place.column), translate(problem))
        case .duplicatedKeysInMapping(let duplicates, let context):
            let names = duplicates.sorted().joined(separator: ", ")
            return (
                file.place(line: context.mark.line, column: context.mark.column),
                "key \(names) stands more than once in this mapping; only one would count"
            )
        case .reader(let problem, let offset, let value, let yaml):
            let before = yaml.prefix(offset ?? 0)
            let line = before.count { $0.isNewline } + 1
            let column = before.reversed().prefix { !$0.isNewline }.count + 1
            let sign = value >= 0 ? " (U+\(String(value, radix: 16, uppercase: true)))" : ""
            return (file.place(line: line, column: column), "\(problem)\(sign)")
        case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
            return (file.start, "cannot be parsed: \(error)")
        }
    }

    private static func translate(_ problem: String) -> String {
        if problem.contains("mapping values are not allowed") {
            return "a ': ' inside unquoted text begins a new key; put the whole value in quotes"
        }
        if problem.contains("did not find expected key") || problem.contains("could not find expected ':'") {
            return "expected a key here, as in name: value; check the indentation, and quote text with special signs"
        }
        if problem.contains("did not find expected '-' indicator") {
            return "expected a list entry ('- ') here; check the indentation"
        }
        if problem.contains("cannot start any token") {
            return "this sign cannot begin a value; put the text in quotes"
        }
        if problem.contains("unknown escape character") {
            return "unknown \\ sequence in double quotes; write \\\\ for a backslash, or use single quotes"
        }
        if problem.contains("found another document") { return "a second '---' document; one file holds one" }
        if problem.contains("nesting") || problem.contains("maximum") {
            return "nested too deep"
        }
        return "not valid YAML: \(problem)"
    }
}

/// Writes JSON Schema (draft-07) for editors, from the tables that the loader reads by.
package enum SchemaWriter {
    /// File name to contents, for `schema/`: the schemas, and the reference page of rule files.
    package static func all() -> [String: String] {
        let roots = [
            ("whynow", SettingsTable.root), ("sources", SourceTable.root), ("accounts", AccountTable.root),
            ("profiles", ProfileTable.root), ("rules", RuleTable.root), ("reps", RepTable.root),
        ]
        var files = Dictionary(
            uniqueKeysWithValues: roots.map { name, shape in ("\(name).schema.json", schema(name, shape)) })
        files["RULES.md"] = RuleReference.markdown
        return files
    }

    /// Shapes that contain themselves.
    static let definitions: [(name: String, shape: Shape)] = [
        ("companies", ProfileTable.companies), ("condition", RuleTable.clause),
    ]

    private static func schema(_ name: String, _ shape: Shape) -> String {
        var fields: [(String, JSONText)] = [
            ("$schema", .text("http://json-schema.org/draft-07/schema#")),
            ("title", .text("whynow: \(shape.noun)")),
        ]
        fields += mapping(shape)
        let used = Self.definitions.filter { shape.definitions.contains($0.name) }
        if !used.isEmpty {
            fields.append(("definitions", .object(used.map { ($0.name, .object(mapping($0.shape))) })))
        }
        return JSONText.object(fields).rendered() + "\n"
    }

    private static func mapping(_ shape: Shape, extra: [(String, JSONText)] = []) -> [(String, JSONText)] {
        let properties =
            extra
            + shape.keys.filter { key in !extra.contains { $0.0 == key.name } }.map { key in
                var fields = value(key.kind)
                // draft-07 ignores everything beside $ref, so a reference is wrapped where a description is to stand.
                if fields.first?.0 == "$ref" { fields = [("allOf", .array([.object(fields)]))] }
                fields.insert(("description", .text(key.meaning)), at: 0)
                if let standard = key.standard, !standard.isEmpty {
                    fields.append(("default", literal(standard, key.kind)))
                }
                return (key.name, JSONText.object(fields))
            }
        let required = extra.map { JSONText.text($0.0) } + shape.keys.filter(\.isRequired).map { .text($0.name) }
        return [("type", .text("object")), ("additionalProperties", .boolean(false))]
            + (required.isEmpty ? [] : [("required", .array(required))])
            + [("properties", .object(properties))]
    }

    private static func value(_ kind: ValueKind) -> [(String, JSONText)] {
        switch kind {
        case .boolean: [("type", .text("boolean"))]
        case .integer(let range):
            [
                ("type", .text("integer")), ("minimum", .number(range.lowerBound)),
                ("maximum", .number(range.upperBound)),
            ]
        case .duration: string("^[0-9]+ *(s|sec|seconds?|min|minutes?|h|hours?|d|days?|w|weeks?)$")
        case .days: string("^[0-9]+ *(d|days?|w|weeks?)$")
        case .size: string("^[0-9]+ *([Bb]ytes|[Bb]|[KkMmGg]i?[Bb])$")
        case .clock: string("^([01]?[0-9]|2[0-3]):[0-5][0-9]$")
        case .choice(let words): [("enum", .array(words.map(JSONText.text)))]
        case .firstPoll: string("^(seed|backfill [0-9]+ (d|days?|w|weeks?))$")
        case .itemCode: string("^[0-9]\\.[0-9][0-9]$")
        case .weekday: string("^[A-Za-z]{3,9}$")
        case .range: [("type", .array([.text("integer"), .text("string")]))]
        case .address: string("^[^@ ]+@[^@ ]+$")
        case .url: string("^https?://")
        case .text: [("type", .array([.text("string"), .text("number")]))]
        case .zone, .network, .location, .pattern, .wording: [("type", .text("string"))]
        case .list(let element):
            [
                (
                    "anyOf",
                    .array([
                        .object(value(element)),
                        .object([("type", .text("array")), ("items", .object(value(element)))]),
                    ])
                )
            ]
        // What contains itself is written once.
        case .mapping(let shape) where shape.noun == RuleTable.clause.noun: value(.definition("condition"))
        case .mapping(let shape): mapping(shape)
        case .entries(let shape):
            [
                (
                    "anyOf",
                    .array([
                        .object([
                            ("type", .text("object")), ("additionalProperties", .object(mapping(shape))),
                        ]),
                        .object([
                            ("type", .text("array")),
                            ("items", .object(mapping(shape, extra: [("id", .object([("type", .text("string"))]))]))),
                        ]),
                    ])
                )
            ]
        case .named(let element):
            [("type", .text("object")), ("additionalProperties", .object(value(element)))]
        case .definition(let name): [("$ref", .text("#/definitions/\(name)"))]
        case .either(let first, let second): [("anyOf", .array([.object(value(first)), .object(value(second))]))]
        }
    }

    private static func string(_ pattern: String) -> [(String, JSONText)] {
        [("type", .text("string")), ("pattern", .text(pattern))]
    }

    private static func literal(_ text: String, _ kind: ValueKind) -> JSONText {
        switch kind {
        case .boolean: .boolean(text == "true")
        case .integer: ScalarReading.integer(text).map(JSONText.number) ?? .text(text)
        case .list: .array(text.split(separator: ",").map { .text(String($0.drop { $0 == " " })) })
        default: .text(text)
        }
    }
}

extension Shape {
    /// Names of the definitions that it refers to.
    fileprivate var definitions: Set<String> { keys.reduce(into: []) { $0.formUnion($1.kind.definitions) } }
}

extension ValueKind {
    fileprivate var definitions: Set<String> {
        switch self {
        case .definition(let name): [name]
        case .mapping(let shape) where shape.noun == RuleTable.clause.noun: ["condition"]
        case .list(let kind), .named(let kind): kind.definitions
        case .mapping(let shape), .entries(let shape): shape.definitions
        case .either(let first, let second): first.definitions.union(second.definitions)
        default: []
        }
    }
}

import Foundation
import RuleLanguage
import TriggerModel
import Yams

/// Reads one mapping by its table of keys.
///
/// Making it checks the keys; the getters check values. Every getter takes the kind and the default from the table, so
/// what the documentation says and what the loader does cannot part.
struct MappingReader {
    let shape: Shape
    let place: SourcePlace
    let context: YAMLContext
    private var values: [Value] = []
    /// What the mapping is for messages, and the id of the one it is.
    private let noun: String
    private let id: String?

    private struct Value {
        /// Index of the key in the shape.
        var key: Int
        var node: Node
        /// True where the key is there and says nothing.
        var isNull: Bool
    }

    /// For messages: `source sec-8k`.
    var subject: String { id.map { "\(noun) \($0)" } ?? noun }

    private init(shape: Shape, noun: String?, id: String?, place: SourcePlace, context: YAMLContext) {
        self.shape = shape
        self.noun = noun ?? shape.noun
        self.id = id
        self.place = place
        self.context = context
    }

    /// nil with a fault where `node` is no mapping or lacks a required key; other faults leave the rest readable.
    ///
    /// - Parameters:
    ///   - noun: what it is, for messages; as the shape says where absent.
    ///   - id: which one it is.
    ///   - extraKey: a key that belongs to whoever asks; the getters do not see it, whatever the table says.
    init?(
        _ node: Node, as shape: Shape, noun: String? = nil, id: String? = nil, extraKey: String? = nil,
        in context: YAMLContext
    ) {
        self.init(shape: shape, noun: noun, id: id, place: context.place(of: node), context: context)
        guard case .mapping(let mapping) = node else {
            if !YAMLContext.isNull(node) || !shape.required.isEmpty {
                context.faults.error(place, context.misfit(node, key: subject, kind: .mapping(shape)))
                return nil
            }
            return
        }
        values.reserveCapacity(mapping.count)
        // By index: the mapping's own iterator makes an array of all pairs first.
        for pair in mapping.indices {
            let (key, value) = mapping[pair]
            guard case .scalar(let name) = key else {
                context.faults.error(context.place(of: key), "a key is one word; put text with brackets in quotes")
                continue
            }
            guard name.string != extraKey else { continue }
            guard let index = shape.index(of: name.string) else {
                let hint = NearestName.hint(name.string, in: shape.keys.map(\.name))
                context.faults.error(
                    context.place(of: key), "unknown key \(YAMLContext.shown(name.string)) in \(subject)\(hint)")
                continue
            }
            values.append(Value(key: index, node: value, isNull: YAMLContext.isNull(value)))
        }
        let missing = shape.required.filter { self.node(at: $0) == nil }
        for key in missing {
            context.faults.error(place, "\(subject) needs \(shape.keys[key].name): \(shape.keys[key].meaningInside)")
        }
        if !missing.isEmpty { return nil }
    }

    /// A mapping without a single key: what the defaults alone say.
    static func empty(_ shape: Shape, in context: YAMLContext) -> MappingReader {
        MappingReader(shape: shape, noun: nil, id: nil, place: context.file.start, context: context)
    }

    // MARK: Values

    func node(_ key: String) -> Node? { shape.index(of: key).flatMap(node(at:)) }

    /// The keys that are there, in the order of the file.
    var said: [String] { values.map { shape.keys[$0.key].name } }

    /// Whether the key is there and says something.
    func says(_ key: String) -> Bool {
        guard let index = shape.index(of: key) else { return false }
        return values.contains { $0.key == index && !$0.isNull }
    }

    func place(of key: String) -> SourcePlace {
        guard let index = shape.index(of: key), let value = values.first(where: { $0.key == index }) else {
            return place
        }
        return context.place(of: value.node)
    }

    func text(_ key: String) -> TextValue? {
        let index = index(key)
        guard let node = node(at: index) else { return shape.keys[index].standard.map(standardValue) }
        let kind = shape.keys[index].kind
        guard let value = context.text(node, as: kind, key: key) else { return nil }
        guard isValid(value, kind) else {
            context.reject(value, as: kind, key: key, tips: shape.keys[index].tips)
            return nil
        }
        return value
    }

    func string(_ key: String) -> String? { text(key)?.text }

    /// The entries of a list; a single value counts as a list of one.
    func texts(_ key: String) -> [TextValue] {
        guard case .list(let kind) = kind(key) else { preconditionFailure("\(key) is no list in the table") }
        guard let node = node(key) else {
            let standard = standard(key) ?? ""
            return standard.isEmpty ? [] : standard.components(separatedBy: ", ").map(standardValue)
        }
        return elements(node, key: key).compactMap { element in
            guard let value = context.text(element, as: kind, key: key) else { return nil }
            guard isValid(value, kind) else {
                context.reject(value, as: kind, key: key, tips: shape.keys[index(key)].tips)
                return nil
            }
            return value
        }
    }

    func strings(_ key: String) -> [String] { texts(key).map(\.text) }

    func boolean(_ key: String) -> Bool? { text(key).flatMap { ScalarReading.boolean($0.text) } }

    /// The number behind an integer, duration (seconds), days, size (bytes) or clock (minutes).
    func integer(_ key: String) -> Int? { text(key).flatMap { Self.number($0.text, kind(key)) } }

    func choice<Choice: RawRepresentable<String>>(_ key: String, _ type: Choice.Type) -> Choice? {
        text(key).flatMap { Choice(rawValue: $0.text) }
    }

    func mapping(_ key: String) -> MappingReader? {
        guard case .mapping(let shape) = kind(key) else { preconditionFailure("\(key) is no mapping in the table") }
        guard let node = node(key) else { return nil }
        return MappingReader(node, as: shape, in: context)
    }

    /// A mapping that counts as empty where it is absent: its defaults apply.
    func mappingOrStandard(_ key: String) -> MappingReader? {
        guard case .mapping(let shape) = kind(key) else { preconditionFailure("\(key) is no mapping in the table") }
        guard says(key) else {
            return MappingReader(shape: shape, noun: nil, id: nil, place: place, context: context)
        }
        return mapping(key)
    }

    func mappings(_ key: String) -> [MappingReader] {
        guard case .list(.mapping(let shape)) = kind(key) else {
            preconditionFailure("\(key) is no list of mappings in the table")
        }
        guard let node = node(key) else { return [] }
        return elements(node, key: key).compactMap { MappingReader($0, as: shape, in: context) }
    }

    /// The nodes of a list; a single value counts as a list of one.
    func nodes(_ key: String) -> [Node] { node(key).map { elements($0, key: key) } ?? [] }

    /// Names and values of a free mapping.
    func named(_ key: String) -> [(name: TextValue, value: Node)] {
        guard let node = node(key) else { return [] }
        guard case .mapping(let mapping) = node else {
            context.faults.error(context.place(of: node), context.misfit(node, key: key, kind: kind(key)))
            return []
        }
        return mapping.compactMap { name, value in
            context.text(name, as: .text, key: "a name under \(key)").map { ($0, value) }
        }
    }

    /// Entries with an id: a mapping from id to shape, or a list of shapes with `id`.
    func entries(_ key: String) -> [(id: TextValue, reader: MappingReader)] {
        guard case .entries(let shape) = kind(key) else { preconditionFailure("\(key) holds no entries in the table") }
        guard let node = node(key) else { return [] }
        let word = shape.noun.split(separator: " ").last.map(String.init) ?? shape.noun
        var found: [(id: TextValue, reader: MappingReader)] = []
        if case .sequence(let sequence) = node {
            for element in sequence {
                guard case .mapping(let mapping) = element, let name = mapping["id"] else {
                    context.faults.error(context.place(of: element), "each \(word) in a list needs an id")
                    continue
                }
                guard let id = identifier(name, word: word),
                    let reader = MappingReader(
                        element, as: shape, noun: word, id: id.text, extraKey: "id", in: context)
                else { continue }
                found.append((id, reader))
            }
            return found
        }
        guard case .mapping(let mapping) = node else {
            context.faults.error(context.place(of: node), context.misfit(node, key: key, kind: kind(key)))
            return []
        }
        found.reserveCapacity(mapping.count)
        for pair in mapping.indices {
            let (name, value) = mapping[pair]
            guard let id = identifier(name, word: word) else { continue }
            guard let reader = MappingReader(value, as: shape, noun: word, id: id.text, in: context) else {
                continue
            }
            found.append((id, reader))
        }
        return found
    }

    /// A mark of what the mapping says: twelve hexadecimal digits that change when a key or value does, not when
    /// spaces, comments or the order of keys do.
    var mark: String {
        let parts = values.map { (name: shape.keys[$0.key].name, node: $0.node) }.sorted { $0.name < $1.name }
            .map { "\($0.name.utf8.count):\($0.name)" + Self.canonical($0.node) }
        return String(ContentHash.hex(parts.joined()).prefix(12))
    }

    private static func canonical(_ node: Node) -> String {
        switch node {
        case .scalar(let scalar): "s\(scalar.string.utf8.count):\(scalar.string)"
        case .sequence(let sequence): "l\(sequence.count):" + sequence.map { canonical($0) }.joined()
        case .mapping(let mapping):
            "m\(mapping.count):" + mapping.map { canonical($0.key) + canonical($0.value) }.sorted().joined()
        case .alias: "n"
        }
    }

    // MARK: Private helpers

    private func node(at index: Int) -> Node? {
        for place in values.indices where values[place].key == index {
            return values[place].isNull ? nil : values[place].node
        }
        return nil
    }

    private func index(_ key: String) -> Int {
        guard let index = shape.index(of: key) else {
            preconditionFailure("\(shape.noun) has no key \(key) in its table")
        }
        return index
    }

    private func kind(_ key: String) -> ValueKind { shape.keys[index(key)].kind }

    private func standard(_ key: String) -> String? { shape.keys[index(key)].standard }

    private func standardValue(_ text: String) -> TextValue {
        TextValue(text: text, place: place, isPlain: false, isInLine: false)
    }

    private func elements(_ node: Node, key: String) -> [Node] {
        guard case .sequence(let sequence) = node else { return [node] }
        return sequence.filter { element in
            guard YAMLContext.isNull(element) else { return true }
            context.faults.error(context.place(of: element), "empty entry in \(key)")
            return false
        }
    }

    private func identifier(_ node: Node, word: String) -> TextValue? {
        guard let id = context.text(node, as: .text, key: "the id of a \(word)") else { return nil }
        guard Identifiers.isValid(id.text) else {
            context.faults.error(id.place, "\(YAMLContext.shown(id.text)) is no id: \(Identifiers.rule)")
            return nil
        }
        return id
    }

    private func isValid(_ value: TextValue, _ kind: ValueKind) -> Bool {
        switch kind {
        case .boolean: ScalarReading.boolean(value.text) != nil
        case .integer, .duration, .days, .size, .clock: Self.number(value.text, kind) != nil
        case .choice(let words): words.contains(value.text)
        case .zone: Zones.isKnown(value.text)
        case .address: ScalarReading.isAddress(value.text)
        case .url: ScalarReading.isWebAddress(value.text)
        case .firstPoll: ScalarReading.firstPoll(value.text) != nil
        case .itemCode: ScalarReading.isItemCode(value.text)
        case .network: ScalarReading.isNetwork(value.text)
        case .weekday: ScalarReading.weekday(value.text) != nil
        case .range: ScalarReading.range(value.text) != nil
        default: value.text.contains { !$0.isWhitespace }
        }
    }

    private static func number(_ text: String, _ kind: ValueKind) -> Int? {
        let (value, range): (Int?, ClosedRange<Int>) =
            switch kind {
            case .integer(let range): (ScalarReading.integer(text), range)
            case .duration(let range): (ScalarReading.seconds(text), range)
            case .days(let range): (ScalarReading.days(text), range)
            case .size(let range): (ScalarReading.size(text), range)
            case .clock: (ScalarReading.clock(text), 0...1439)
            default: preconditionFailure("not a number in the table")
            }
        return value.flatMap { range.contains($0) ? $0 : nil }
    }
}

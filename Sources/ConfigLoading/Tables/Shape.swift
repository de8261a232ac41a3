/// The keys that one kind of mapping may have. The decoder, the messages and the JSON Schema all read these tables.
///
/// A class, because every reader of a mapping holds one.
final class Shape: Sendable {
    struct Key: Sendable {
        var name: String
        var kind: ValueKind
        var isRequired: Bool
        /// As it would be written in the file; used where the key is absent.
        var standard: String?
        /// For the schema and so for the editor's tooltip: what it means, and why one would change it.
        var meaning: String
        /// Values that people try, and what to tell them.
        var tips: [String: String]

        init(
            _ name: String, _ kind: ValueKind, required: Bool = false, default standard: String? = nil,
            _ meaning: String, tips: [String: String] = [:]
        ) {
            self.name = name
            self.kind = kind
            isRequired = required
            self.standard = standard
            self.meaning = meaning
            self.tips = tips
        }

        /// The meaning as it goes on inside a sentence.
        var meaningInside: String {
            let isName = meaning.dropFirst().first?.isUppercase ?? false
            let text = isName ? meaning : meaning.prefix(1).lowercased() + meaning.dropFirst()
            return text.hasSuffix(".") ? String(text.dropLast()) : text
        }
    }

    /// With its article, for messages: "a source".
    let noun: String
    let keys: [Key]
    /// Indexes of the keys that must be there.
    let required: [Int]
    /// Indexes of the keys, by a hash of the name; a long configuration asks for keys very often.
    private let buckets: [[UInt8]]

    init(_ noun: String, _ keys: [Key]) {
        precondition(keys.count < 256)
        self.noun = noun
        self.keys = keys
        required = keys.indices.filter { keys[$0].isRequired }
        var buckets: [[UInt8]] = Array(repeating: [], count: Self.bucketCount)
        for index in keys.indices { buckets[Self.bucket(of: keys[index].name)].append(UInt8(index)) }
        self.buckets = buckets
    }

    subscript(name: String) -> Key? { index(of: name).map { keys[$0] } }

    func index(of name: String) -> Int? {
        for index in buckets[Self.bucket(of: name)] where keys[Int(index)].name == name { return Int(index) }
        return nil
    }

    private static let bucketCount = 64

    private static func bucket(of name: String) -> Int {
        let bytes = name.utf8
        return (bytes.count &* 13 &+ Int(bytes.first ?? 0) &* 7 &+ Int(bytes.last ?? 0)) & (bucketCount - 1)
    }
}

/// What may stand as the value of a key.
indirect enum ValueKind: Sendable {
    case text
    case boolean
    case integer(ClosedRange<Int>)
    /// `15 minutes`; in seconds.
    case duration(ClosedRange<Int>)
    /// `90 days`; in days.
    case days(ClosedRange<Int>)
    /// `4 MB`; in bytes.
    case size(ClosedRange<Int>)
    /// `07:00`; in minutes after midnight.
    case clock
    case choice([String])
    case zone
    case address
    case url
    /// A web address or the path of a file.
    case location
    /// `backfill 3 days` or `seed`.
    case firstPoll
    /// `"5.02"`, always quoted.
    case itemCode
    /// An address or CIDR range.
    case network
    /// `monday`
    case weekday
    /// A number or a range: `50..5000`, `>= 100`.
    case range
    /// A cue.
    case pattern
    /// A sentence with slots.
    case wording
    /// A list of them, or just one.
    case list(ValueKind)
    case mapping(Shape)
    /// A mapping from id to shape, or a list of shapes with an `id`.
    case entries(Shape)
    /// A mapping from free names to values.
    case named(ValueKind)
    /// Shapes that contain themselves, by the name of a schema definition.
    case definition(String)
    /// Either of two forms.
    case either(ValueKind, ValueKind)

    /// "expected …, as in …".
    var expectation: String {
        switch self {
        case .text: "text"
        case .boolean: "true or false"
        case .integer(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
        case .duration(let range):
            "a duration with its unit from \(Self.spoken(range.lowerBound)) to \(Self.spoken(range.upperBound)), "
                + "as in 15 minutes"
        case .days(let range): "\(range.lowerBound) to \(range.upperBound) days with the unit, as in 90 days"
        case .size(let range):
            "a size with its unit from \(range.lowerBound >> 10) KB to \(range.upperBound >> 20) MB, as in 4 MB"
        case .clock: "a time of day, as in \"07:00\""
        case .choice(let words): "one of \(words.joined(separator: ", "))"
        case .zone: "a time zone name, as in America/Chicago"
        case .address: "an e-mail address, as in ops@seller.example"
        case .url: "a web address, as in https://news.example/feed.xml"
        case .location: "a web address, as in https://news.example/feed.xml, or for an activity a path"
        case .firstPoll: "seed, or a window as in backfill 3 days"
        case .itemCode: "a quoted item code, as in \"5.02\""
        case .network: "an address or a range, as in 10.1.0.0/16"
        case .weekday: "a day of the week, as in monday"
        case .range: "a number or a range, as in 50..5000 or \">= 100\""
        case .pattern: "a quoted pattern, as in \"{company} appoints {person}\""
        case .wording: "a quoted sentence, as in \"{company} has a new finance chief.\""
        case .list(let kind): "a list, each entry \(kind.expectation)"
        case .mapping(let shape): "a mapping (\(shape.keys.prefix(3).map { $0.name + ": …" }.joined(separator: ", ")))"
        case .entries(let shape): "a mapping from id to \(shape.noun)"
        case .named: "a mapping from names to values"
        case .definition: "a mapping"
        case .either(let first, let second): "\(first.expectation); or \(second.expectation)"
        }
    }

    private static func spoken(_ seconds: Int) -> String {
        let units = [(604_800, "week"), (86_400, "day"), (3600, "hour"), (60, "minute"), (1, "second")]
        guard let (length, name) = units.first(where: { seconds >= $0.0 && seconds % $0.0 == 0 }) else {
            return "0 seconds"
        }
        return "\(seconds / length) \(name)\(seconds == length ? "" : "s")"
    }
}

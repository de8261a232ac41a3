package import TriggerModel

/// Items as NDJSON lines (DESIGN.md section 6): every key present, unknown as null or an empty array.
package enum ItemLine {
    /// One line without its line feed.
    package static func json(_ item: Item) -> String {
        var line = JSONLine()
        line.open("source", item.source, isFirst: true)
        line.open("id", item.id)
        line.open("url", item.url)
        line.open("title", item.title)
        line.open("summary", item.summary)
        line.open("content", item.content)
        line.open("published", item.published?.description)
        line.open("updated", item.updated?.description)
        line.open("authors", item.authors)
        line.open("categories", item.categories)
        line.open("language", item.language)
        line.name("filing")
        if let filing = item.filing { write(filing, &line) } else { line.raw("null") }
        if let activity = item.activity {
            line.name("activity")
            write(activity, &line)
        }
        line.raw("}")
        return line.text
    }

    /// `{"feed":{…},"source":…}` for `--feed-info`.
    package static func json(_ feed: FeedDescription, source: String) -> String {
        var line = JSONLine()
        line.raw("{\"feed\":")
        line.open("title", feed.title, isFirst: true)
        line.open("url", feed.url)
        line.open("language", feed.language)
        line.open("description", feed.description)
        line.open("updated", feed.updated?.description)
        line.open("self", feed.selfURL)
        line.open("format", feed.format)
        line.raw("}")
        line.open("source", source)
        line.raw("}")
        return line.text
    }

    /// What is not known is left out.
    private static func write(_ activity: Activity, _ line: inout JSONLine) {
        line.open("kind", activity.kind.rawValue, isFirst: true)
        if let account = activity.account { line.open("account", account) }
        if let company = activity.company { line.open("company", company) }
        if let domain = activity.domain { line.open("domain", domain) }
        if let person = activity.person { line.open("person", person) }
        if let email = activity.email { line.open("email", email) }
        if let what = activity.what { line.open("what", what) }
        if let product = activity.product { line.open("product", product) }
        line.raw("}")
    }

    private static func write(_ filing: Filing, _ line: inout JSONLine) {
        line.open("form", filing.form, isFirst: true)
        line.open("accession", filing.accession)
        line.open("items", filing.items)
        line.name("parties")
        line.raw("[")
        for (index, party) in filing.parties.enumerated() {
            if index > 0 { line.raw(",") }
            line.open("name", party.name, isFirst: true)
            line.open("cik", party.cik)
            line.open("role", party.role.rawValue)
            if let sic = party.sic { line.open("sic", sic) }
            if let state = party.state { line.open("state", state) }
            if let number = party.number { line.open("number", number) }
            if let naics = party.naics { line.open("naics", naics) }
            if let industry = party.industry { line.open("industry", industry) }
            if let country = party.country { line.open("country", country) }
            if let employees = party.employees { write("employees", employees, &line) }
            if let revenue = party.revenue { write("revenue", revenue, &line) }
            line.raw("}")
        }
        line.raw("]")
        line.open("filed", filing.filed?.description)
        line.open("accepted", filing.accepted?.description)
        line.open("period", filing.period?.description)
        if !filing.sections.isEmpty { write(filing.sections, &line) }
        line.raw("}")
    }

    private static func write(_ name: StaticString, _ size: StatedSize, _ line: inout JSONLine) {
        line.name(name)
        var isFirst = true
        for (bound, value) in [("least" as StaticString, size.least), ("most", size.most)] {
            guard let value else { continue }
            line.open(bound, value, isFirst: isFirst)
            isFirst = false
        }
        line.raw(isFirst ? "{}" : "}")
    }

    private static func write(_ sections: [FilingSection], _ line: inout JSONLine) {
        line.name("sections")
        line.raw("[")
        for (index, section) in sections.enumerated() {
            if index > 0 { line.raw(",") }
            line.open("code", section.code, isFirst: true)
            line.open("start", section.start)
            line.open("end", section.end)
            line.raw("}")
        }
        line.raw("]")
    }
}

/// Writes one JSON object as bytes.
private struct JSONLine {
    private var bytes: [UInt8] = []

    init() { bytes.reserveCapacity(1024) }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    mutating func raw(_ text: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    mutating func name(_ name: StaticString, isFirst: Bool = false) {
        raw(isFirst ? "{\"" : ",\"")
        raw(name)
        raw("\":")
    }

    mutating func open(_ name: StaticString, _ value: String?, isFirst: Bool = false) {
        self.name(name, isFirst: isFirst)
        if let value { string(value) } else { raw("null") }
    }

    mutating func open(_ name: StaticString, _ value: Int, isFirst: Bool = false) {
        self.name(name, isFirst: isFirst)
        bytes.append(contentsOf: String(value).utf8)
    }

    mutating func open(_ name: StaticString, _ values: [String]) {
        self.name(name)
        raw("[")
        for (index, value) in values.enumerated() {
            if index > 0 { raw(",") }
            string(value)
        }
        raw("]")
    }

    private mutating func string(_ value: String) {
        bytes.append(UInt8(ascii: "\""))
        for byte in value.utf8 {
            switch byte {
            case UInt8(ascii: "\""): raw("\\\"")
            case UInt8(ascii: "\\"): raw("\\\\")
            case 0x0A: raw("\\n")
            case 0x0D: raw("\\r")
            case 0x09: raw("\\t")
            case 0..<0x20:
                raw("\\u00")
                let digits = Array("0123456789abcdef".utf8)
                bytes.append(digits[Int(byte >> 4)])
                bytes.append(digits[Int(byte & 15)])
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}

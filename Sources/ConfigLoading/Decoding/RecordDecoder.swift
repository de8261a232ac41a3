import MarkupReading
import RuleLanguage
import TriggerModel
import Yams

/// Where the parts of an entry are: selectors of a page, pointers and templates of records.
struct RecordDecoder {
    let reader: MappingReader
    let kind: Source.Kind
    let faults: FaultList

    // MARK: Pages

    func selectors() -> ListSelectors? {
        guard kind == .page else { return nil }
        var parts: [String: String] = [:]
        for key in ["rows", "link", "title", "date", "summary", "company"] {
            guard let value = reader.text(key) else { continue }
            check(selector: value, key: key)
            parts[key] = value.text
        }
        let facts = facts { check(selector: $1, key: $0) }
        guard let rows = parts["rows"] else {
            if reader.node("rows") == nil {
                faults.error(
                    reader.place, "\(reader.subject) needs rows: the selector of its entries, as in \"ul.news > li\"")
            }
            return nil
        }
        return ListSelectors(
            rows: rows, link: parts["link"], title: parts["title"], date: parts["date"], summary: parts["summary"],
            form: reader.string("form"), company: parts["company"], facts: facts)
    }

    /// What is said of the company that an entry is about.
    private func facts(_ check: (String, TextValue) -> Void) -> [CompanyFact: String] {
        guard let reader = reader.mapping("company-facts") else { return [:] }
        var facts: [CompanyFact: String] = [:]
        for fact in CompanyFact.allCases {
            guard let value = reader.text(fact.rawValue) else { continue }
            check(fact.rawValue, value)
            facts[fact] = value.text
        }
        return facts
    }

    private func check(selector: TextValue, key: String) {
        do throws(SelectorFault) {
            let parsed = try Selector(selector.text)
            if key == "rows", parsed.language == .column {
                faults.error(selector.place, "column(…) is a cell of a row; rows says which elements are the rows")
            }
        } catch {
            faults.error(selector.place(ofColumn: error.column), "\(key): \(error.message)")
        }
    }

    // MARK: Records

    /// nil for other kinds, and with a fault where a part is wrong.
    func records() -> RecordMap? {
        guard [.json, .csv, .stream].contains(kind) else { return nil }
        let rows = reader.text("rows")
        if kind == .json, let rows { Self.check(pointer: rows, key: "rows", faults: faults) }
        var parts: [String: String] = [:]
        for key in ["link", "title", "date", "summary", "content", "id", "form", "company", "company-number"] {
            guard let value = reader.text(key) else { continue }
            parts[key] = value.text
            checkTemplate(value, key: key, needsReference: !["summary", "content", "form"].contains(key))
        }
        let facts = facts { checkTemplate($1, key: $0, needsReference: false) }
        let categories = reader.texts("categories")
        for category in categories { checkTemplate(category, key: "categories", needsReference: false) }
        let timepoint = reader.text("timepoint")
        if let timepoint, timepoint.text.contains("{") {
            checkTemplate(timepoint, key: "timepoint", needsReference: true)
        } else if let timepoint {
            Self.check(pointer: timepoint, key: "timepoint", faults: faults)
        }
        let keep = keep()
        let words = words()
        guard let title = parts["title"] else {
            if reader.node("title") == nil {
                faults.error(
                    reader.place,
                    "\(reader.subject) needs title: what a record says, as in "
                        + (kind == .csv ? "\"{Company}, {City}\"" : "\"{/name}: {/description}\""))
            }
            return nil
        }
        return RecordMap(
            rows: kind == .json ? rows?.text ?? "" : "", id: parts["id"], url: parts["link"], title: title,
            summary: parts["summary"], content: parts["content"], date: parts["date"], form: parts["form"],
            company: parts["company"], companyNumber: parts["company-number"], facts: facts,
            categories: categories.map(\.text), timepoint: timepoint?.text, keep: keep, words: words)
    }

    private func keep() -> [String: [String]] {
        var keep: [String: [String]] = [:]
        for (name, node) in reader.named("keep") where isReference(name, under: "keep") {
            let elements: [Node] = if case .sequence(let sequence) = node { Array(sequence) } else { [node] }
            let values = elements.compactMap { reader.context.text($0, as: .text, key: "keep") }.map(\.text)
            if values.isEmpty || values.contains("") {
                faults.error(
                    reader.context.place(of: node), "\(name.text) under keep needs at least one value, as in [filing]")
            }
            keep[name.text] = values
        }
        return keep
    }

    private func words() -> [String: [String: String]] {
        var words: [String: [String: String]] = [:]
        for (name, node) in reader.named("words") where isReference(name, under: "words") {
            guard case .mapping(let mapping) = node, !mapping.isEmpty else {
                faults.error(
                    reader.context.place(of: node),
                    "\(name.text) under words is a mapping from codes to what they mean, as in TM01: \"Director leaves\""
                )
                continue
            }
            for (code, meaning) in mapping {
                guard let code = reader.context.text(code, as: .text, key: "a code under \(name.text)"),
                    let meaning = reader.context.text(meaning, as: .text, key: "words")
                else { continue }
                checkTemplate(meaning, key: "words", needsReference: false)
                words[name.text, default: [:]][code.text.lowercased()] = meaning.text
            }
        }
        return words
    }

    /// A bare reference, as it names what a rule under `key` is about.
    private func isReference(_ name: TextValue, under key: String) -> Bool {
        if name.text.hasPrefix("{") || (kind != .csv && !name.text.hasPrefix("/")) {
            faults.error(
                name.place,
                kind == .csv
                    ? "a name under \(key) is a column without braces, as in Status"
                    : "a name under \(key) is a pointer without braces, as in /type; found \(YAMLContext.shown(name.text))"
            )
            return false
        }
        if kind != .csv { Self.check(pointer: name, key: "a name under \(key)", faults: faults) }
        return true
    }

    // MARK: Pointers and templates

    /// RFC 6901 section 3: `/` before each part, `~` only as `~0` or `~1`.
    static func check(pointer: TextValue, key: String, faults: FaultList) {
        let text = pointer.text
        if !text.hasPrefix("/") {
            let bare = text.trimmingBraces
            faults.error(
                pointer.place,
                "\(key) is a JSON pointer that begins with '/', as in \(bare.hasPrefix("/") ? bare : "/" + bare)")
        } else if let column = Self.badTilde(text[...]) {
            faults.error(pointer.place(ofColumn: column), "in a JSON pointer '~' is written ~0 and '/' in a name ~1")
        }
    }

    /// 1-based column of a `~` that is neither `~0` nor `~1`.
    private static func badTilde(_ text: Substring) -> Int? {
        var column = 1
        var index = text.startIndex
        while index < text.endIndex {
            let next = text.index(after: index)
            if text[index] == "~", next == text.endIndex || (text[next] != "0" && text[next] != "1") { return column }
            index = next
            column += 1
        }
        return nil
    }

    /// Braces and brackets pair, each reference says something, and it is of the kind's sort.
    private func checkTemplate(_ value: TextValue, key: String, needsReference: Bool) {
        var scan = TemplateScan(value.text)
        if let fault = scan.run() {
            faults.error(value.place(ofColumn: fault.column), "\(key): \(fault.message)")
            return
        }
        if scan.references.isEmpty, needsReference {
            let text = value.text
            let sample = kind == .csv ? "{\(text)}" : text.hasPrefix("/") ? "{\(text)}" : "{/\(text)}"
            faults.error(
                value.place,
                "\(key) is the same for every record; a part of the record stands in braces, as in \"\(sample)\"")
        }
        for (column, name) in scan.references {
            if kind == .csv {
                guard name.hasPrefix("/") else { continue }
                faults.error(
                    value.place(ofColumn: column),
                    "\(key): a csv has columns, not pointers; write {\(name.dropFirst())}")
            } else if !name.hasPrefix("/") {
                faults.error(
                    value.place(ofColumn: column),
                    "\(key): a reference is a pointer that begins with '/', as in {/\(name)}")
            } else if let tilde = Self.badTilde(name[...]) {
                faults.error(
                    value.place(ofColumn: column + tilde - 1),
                    "\(key): in a JSON pointer '~' is written ~0 and '/' in a name ~1")
            }
        }
    }
}

extension String {
    fileprivate var trimmingBraces: String {
        var text = self[...]
        if text.hasPrefix("{") { text.removeFirst() }
        if text.hasSuffix("}") { text.removeLast() }
        return String(text)
    }
}

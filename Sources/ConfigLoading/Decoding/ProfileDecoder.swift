import RuleLanguage
import TriggerModel
import Yams

/// `profiles/*.yaml` → profiles.
struct ProfileDecoder {
    /// `any`, `all` and `not` inside one another.
    static let deepestNesting = 16

    let faults: FaultList
    private(set) var profiles: [Profile] = []
    private var places: [String: SourcePlace] = [:]

    init(faults: FaultList) { self.faults = faults }

    mutating func decode(_ document: YAMLDocument) {
        guard let root = MappingReader(document.root, as: ProfileTable.root, in: document.context) else { return }
        for (id, reader) in root.entries("profiles") {
            if let first = places[id.text] {
                faults.error(id.place, "profile \(id.text) is defined already at \(first)")
                continue
            }
            guard let profile = profile(id, reader) else { continue }
            places[id.text] = id.place
            profiles.append(profile)
        }
    }

    private func profile(_ id: TextValue, _ reader: MappingReader) -> Profile? {
        let before = faults.errorCount
        let companies = reader.node("companies").flatMap { predicate($0, reader.context, depth: 0) }
        let reasons = reader.mappings("reasons").compactMap { reason in
            reason.integer("weight").map { weight in
                Profile.ReasonClause(
                    triggers: reason.texts("triggers").map(selector),
                    relations: reason.texts("relations").compactMap { Relation(rawValue: $0.text) }, weight: weight,
                    place: reason.place)
            }
        }
        let notReasons = reader.texts("not-reasons").map(selector)
        guard let name = reader.string("name"), let minimumScore = reader.integer("minimum-score"), let companies,
            let takesProspects = reader.boolean("prospects"),
            faults.errorCount == before
        else { return nil }
        return Profile(
            id: id.text, name: name, companies: companies, reasons: reasons, notReasons: notReasons,
            minimumScore: minimumScore, takesProspects: takesProspects, place: id.place)
    }

    private func selector(_ value: TextValue) -> TriggerSelector {
        if let star = value.text.firstIndex(of: "*"), star != value.text.index(before: value.text.endIndex) {
            faults.error(value.place, "* stands only at the end of a trigger family, as in leadership.*")
        }
        return TriggerSelector(value.text)
    }

    // MARK: Predicates

    private func predicate(_ node: Node, _ context: YAMLContext, depth: Int) -> AccountPredicate? {
        guard depth < Self.deepestNesting else {
            faults.error(context.place(of: node), "conditions are nested more than \(Self.deepestNesting) deep")
            return nil
        }
        let before = faults.errorCount
        guard let reader = MappingReader(node, as: ProfileTable.companies, in: context) else { return nil }
        var parts: [AccountPredicate] = []
        for field in AccountField.allCases where reader.node(field.rawValue) != nil {
            if let part = condition(field, reader) { parts.append(part) }
        }
        for key in ["all", "any", "not"] where reader.node(key) != nil {
            let inner = reader.nodes(key).compactMap { predicate($0, context, depth: depth + 1) }
            guard !inner.isEmpty else { continue }
            switch key {
            case "all": parts.append(.all(inner))
            case "any": parts.append(.any(inner))
            default: parts.append(.not(inner.count == 1 ? inner[0] : .any(inner)))
            }
        }
        guard !parts.isEmpty else {
            // With a line that could not be read, that line is what is wrong.
            guard faults.errorCount == before else { return nil }
            faults.error(
                reader.place,
                "a condition without a line fits every company; if that is meant, write status: [prospect, active, lapsed]"
            )
            return nil
        }
        return parts.count == 1 ? parts[0] : .all(parts)
    }

    private func condition(_ field: AccountField, _ reader: MappingReader) -> AccountPredicate? {
        if field.isNumber {
            guard let text = reader.string(field.rawValue), let range = ScalarReading.range(text) else { return nil }
            return .range(field, atLeast: range.atLeast, atMost: range.atMost)
        }
        let values = reader.texts(field.rawValue)
        if field == .status {
            for value in values where Account.Status(rawValue: value.text) == nil {
                reader.context.reject(
                    value, as: .choice(Account.Status.allCases.map(\.rawValue)), key: field.rawValue)
            }
        }
        if field == .country {
            for value in values where AccountAssembler.country(value.text) == nil {
                faults.error(value.place, "country is a code of two letters, as in US, or GB for the United Kingdom")
            }
        }
        return values.isEmpty ? nil : .oneOf(field, values.map(\.text))
    }
}

import RuleLanguage
import TriggerModel

/// `reps.yaml` → reps.
enum RepDecoder {
    static func decode(_ document: YAMLDocument, settings: Settings) -> [Rep] {
        let faults = document.context.faults
        guard let root = MappingReader(document.root, as: RepTable.root, in: document.context) else { return [] }
        var seen: [String: SourcePlace] = [:]
        return root.entries("reps").compactMap { id, reader in
            if let first = seen.updateValue(id.place, forKey: id.text) {
                faults.error(id.place, "rep \(id.text) is defined already at \(first)")
                return nil
            }
            guard Identifiers.isFileName(id.text) else {
                faults.error(id.place, "a rep's id names a digest file: \(Identifiers.fileNameRule)")
                return nil
            }
            // All is read before anything is given up, so that every fault is told at once.
            let name = reader.string("name")
            let email = reader.string("email")
            let timezone = reader.string("timezone")
            let digestAt = reader.integer("digest-at")
            let style = reader.choice("style", Rep.Style.self)
            let territory = reader.strings("territory")
            let callListLength = reader.integer("call-list")
            let days = Set(reader.texts("working-days").compactMap { ScalarReading.weekday($0.text) })
            if days.isEmpty {
                faults.warning(
                    reader.place(of: "working-days"), "\(reader.subject) has no working day and gets no digest")
            }
            guard let name, let email, let timezone, let digestAt, let style else { return nil }
            return Rep(
                id: id.text, name: name, email: email, timezone: timezone, workingDays: days.sorted(),
                digestAt: digestAt, style: style, territory: territory,
                callListLength: callListLength ?? settings.budgets.callList)
        }
    }
}

import RuleLanguage

/// The four sentences of an alert.
enum WordingDecoder {
    /// nil with the faults reported where one is missing or cannot be read.
    static func wording(_ reader: MappingReader, slots: [String] = WordingSlot.all) -> TriggerRule.Wording? {
        let reason = template(reader, "reason", slots)
        let soWhat = template(reader, "so-what", slots)
        let whyNow = template(reader, "why-now", slots)
        let ask = template(reader, "ask", slots)
        guard let reason, let soWhat, let whyNow, let ask else { return nil }
        return TriggerRule.Wording(
            reason: reason, soWhat: soWhat, whyNow: whyNow, ask: ask, affects: reader.strings("affects"))
    }

    private static func template(_ reader: MappingReader, _ key: String, _ slots: [String]) -> WordingTemplate? {
        guard let value = reader.text(key) else { return nil }
        do {
            return try WordingParser.parse(value.text, place: value.place, slots: slots)
        } catch {
            reader.context.faults.error(value.place(ofColumn: error.column), error.message)
            return nil
        }
    }
}

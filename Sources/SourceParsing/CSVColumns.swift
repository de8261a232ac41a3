import TriggerModel

/// The columns that a map reads.
enum CSVColumns {
    /// Of each reference its alternatives, of which the table has to have one.
    static func named(in map: RecordMap) throws(ParseFault) -> [[String]] {
        let templates =
            [
                map.title, map.id, map.url, map.summary, map.content, map.date, map.form, map.company,
                map.companyNumber,
            ].compactMap(\.self) + CompanyFact.allCases.compactMap { map.facts[$0] } + map.categories
            + map.words.values.flatMap(\.values).sorted()
        var groups: [[String]] = []
        for template in templates {
            var reader = RecordTemplateReader(template)
            while let token = try reader.next() {
                if case .names(let names) = token, !groups.contains(names) { groups.append(names) }
            }
        }
        return groups + (map.keep.keys.sorted() + map.words.keys.sorted()).map { [$0] }
    }
}

internal import TriggerModel

/// A source in the words of its file: every key that says something, with the defaults that hold.
enum SourceWords {
    static func keys(of source: Source) -> [(key: String, value: String)] {
        var keys: [(key: String, value: String)] = []
        func add(_ key: String, _ value: String?) {
            if let value, !value.isEmpty { keys.append((key, value)) }
        }
        add("kind", source.kind.rawValue)
        add("url", source.url)
        add("name", source.name)
        add("publisher", source.publisher)
        add("first-hand", source.isFirstHand ? "true" : nil)
        add("interval", TextTable.duration(source.interval))
        add("fastest", TextTable.duration(source.fastest))
        add("slowest", TextTable.duration(source.slowest))
        switch source.firstPoll {
        case .seed: add("first-poll", "seed")
        case .backfill(let days): add("first-poll", "backfill \(CycleSummary.counted(days, "day"))")
        }
        if let selectors = source.selectors {
            add("rows", selectors.rows)
            add("link", selectors.link)
            add("title", selectors.title)
            add("date", selectors.date)
            add("summary", selectors.summary)
            add("form", selectors.form)
            add("company", selectors.company)
            add("company-facts", facts(selectors.facts))
        }
        if let records = source.records { self.keys(of: records).forEach { add($0.key, $0.value) } }
        add("marker", source.shape.marker)
        add("at-least", source.shape.minimumRows > 0 ? "\(source.shape.minimumRows)" : nil)
        add("fetch-article", source.fetchesArticles ? "true" : nil)
        if source.request.method == .post {
            add("method", source.request.method.rawValue)
            add("body", source.request.body)
        }
        if let credential = source.request.credential {
            add("credential", credential.name)
            switch credential.form {
            case .basicUser: add("credential-as", "basic")
            case .bearer: add("credential-as", "bearer")
            case .header(let name): add("credential-as", name)
            }
        }
        if let paging = source.paging {
            add(
                "page",
                "first \(paging.first), step \(paging.step), most \(paging.most)"
                    + (paging.more.map { ", more \($0)" } ?? ""))
        }
        if let control = source.control {
            let question = [control.url, control.body].compactMap(\.self).joined(separator: " ")
            add("control", "\(question) has at least \(CycleSummary.counted(control.atLeast, "row"))")
        }
        add("daily-index", source.dailyIndex)
        add("forms", source.forms.joined(separator: ", "))
        return keys
    }

    private static func facts(_ facts: [CompanyFact: String]) -> String {
        CompanyFact.allCases.compactMap { fact in facts[fact].map { "\(fact.rawValue) \($0)" } }.joined(separator: ", ")
    }

    private static func keys(of records: RecordMap) -> [(key: String, value: String?)] {
        [
            ("rows", records.rows), ("id", records.id), ("link", records.url), ("title", records.title),
            ("date", records.date), ("summary", records.summary), ("content", records.content), ("form", records.form),
            ("company", records.company), ("company-number", records.companyNumber),
            ("company-facts", facts(records.facts)),
            ("categories", records.categories.joined(separator: ", ")), ("timepoint", records.timepoint),
            (
                "keep",
                records.keep.sorted { $0.key < $1.key }.map { "\($0.key) is \($0.value.joined(separator: " or "))" }
                    .joined(separator: ", ")
            ),
            (
                "words",
                records.words.sorted { $0.key < $1.key }
                    .map { "\(CycleSummary.counted($0.value.count, "code")) of \($0.key)" }.joined(separator: ", ")
            ),
        ]
    }
}

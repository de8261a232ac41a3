import TriggerModel

/// The names found in an item's fields, with what is said about them to the outside.
struct NamedText {
    /// Fields that hold words, in reading order.
    var fields: [FieldText] = []
    /// Names by field, rising.
    var hits: [[NameHit]] = []

    init(fields: [FieldText], hits: [[NameHit]]) {
        self.fields = fields
        self.hits = hits
    }

    /// Cuts an item's fields, finds names in them and settles their doubts: all that a reading does before it looks for
    /// events.
    init(of item: borrowing Item, filer: (party: Party, companies: [Int32])?, finder: MentionFinder) {
        read(item.title, .title, finder)
        read(item.summary, .summary, finder)
        read(item.content, .content, finder)
        NameDoubts.settle(&hits, in: fields, filer: filer)
        if NameDoubts.areOpen(hits) { NameDoubts.settle(&hits, known: finder.known(of: copy item, filer: filer)) }
    }

    private mutating func read(_ text: String?, _ field: TextField, _ finder: MentionFinder) {
        guard let text, !text.isEmpty else { return }
        let read =
            text.utf8.count > ItemReading.longestField
            ? finder.lexicon.read(String(text.prefix(ItemReading.longestField)), field: field)
            : finder.lexicon.read(text, field: field)
        guard !read.tokens.isEmpty else { return }
        let found = finder.hits(in: read)
        // Most items have one field, and lists made of one cost less than those that grow.
        if fields.isEmpty {
            (fields, hits) = ([read], [found])
        } else {
            fields.append(read)
            hits.append(found)
        }
    }

    /// Accounts seen: one line per place, both candidates where a name is not one account's alone; and the filer,
    /// though no field may spell its name.
    func mentions(_ finder: MentionFinder, filer: (party: Party, companies: [Int32])?) -> [Mention] {
        var mentions: [Mention] = []
        mentions.reserveCapacity(hits.reduce(0) { $0 + $1.count })
        for (field, text) in fields.enumerated() {
            let hits = hits[field]
            // By what is asked of each: whoever takes a hit out of its list copies all that it holds.
            for place in hits.indices where hits[place].certainty >= MentionFinder.leastCertainty {
                // Cut out once, and only for accounts.
                var said: (name: String, span: Span)?
                for company in hits[place].companies {
                    guard case .account(let id) = finder.names.faces[Int(company)].reference else { continue }
                    let (name, span) =
                        said ?? text.written(hits[place].tokens, isPossessive: hits[place].isPossessive)
                    said = (name, span)
                    mentions.append(Mention(account: id, name: name, span: span, certainty: hits[place].certainty))
                }
            }
        }
        if let filer, let id = filer.party.account, !mentions.contains(where: { $0.account == id }) {
            mentions.append(
                Mention(account: id, name: filer.party.name, span: Span(field: .title, start: 0, end: 0), certainty: 1))
        }
        return mentions
    }

    /// Names that may mean any of several accounts, in reading order, none twice in a field.
    func ambiguous(_ names: CompanyNames) -> [AmbiguousMention] {
        var found: [AmbiguousMention] = []
        for (field, text) in fields.enumerated() {
            var seen: Set<Candidates> = []
            for hit in hits[field] where hit.companies.count > 1 && seen.insert(hit.companies).inserted {
                let accounts = hit.companies.map { names.companies[Int($0)] }
                let (name, span) = text.written(hit.tokens, isPossessive: hit.isPossessive)
                found.append(
                    AmbiguousMention(
                        text: name, names: accounts.map(\.name),
                        accounts: accounts.compactMap { if case .account(let id) = $0.reference { id } else { nil } },
                        span: span))
            }
        }
        return found
    }
}

extension NameHit {
    func name(in text: FieldText) -> String { text.written(tokens, isPossessive: isPossessive).name }
}

extension FieldText {
    /// A name as the text writes it, and where; with the `'s` of one that is written so.
    @inline(__always)
    fileprivate func written(_ tokens: Range<Int>, isPossessive: Bool) -> (name: String, span: Span) {
        isPossessive
            ? (possessiveText(of: tokens), possessiveSpan(of: tokens)) : (text(of: tokens), span(of: tokens))
    }
}

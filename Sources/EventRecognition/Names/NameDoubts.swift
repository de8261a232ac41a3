import TriggerModel

/// Settles doubtful names of an item by what its other parts say.
///
/// An ordinary word means the company where another part of the item names it surely; a short form does not where
/// another company's full name begins with it; of several candidates the one is meant that the item names otherwise.
enum NameDoubts {
    /// Several words that are surely the company begin no other one's name.
    private static func isWhole(_ hit: NameHit) -> Bool { hit.tokens.count > 1 && hit.certainty >= 0.9 }

    /// Whether any hit leaves something to settle.
    static func areOpen(_ hits: [[NameHit]]) -> Bool {
        hits.contains { $0.contains { isOpen($0) || $0.isAnother } }
    }

    /// `known`: companies that the item is about whatever its words say, as its filer or the owner of its address.
    static func settle(_ hits: inout [[NameHit]], known: [Int32]) {
        var sure: Set<Int32> = []
        var others: Set<Int32> = []
        for list in hits {
            for hit in list {
                guard let company = hit.company else { continue }
                if hit.certainty >= 0.8 { sure.insert(company) }
                if hit.isAnother { others.insert(company) }
            }
        }
        for list in hits {
            for hit in list where hit.isFull || isWhole(hit) {
                if let company = hit.company { others.remove(company) }
            }
        }
        sure.subtract(others)
        sure.formUnion(known)
        guard !sure.isEmpty || !others.isEmpty else { return }
        for field in hits.indices {
            for index in hits[field].indices { settle(&hits[field][index], sure: sure, others: others) }
        }
    }

    /// A short form that the filer's own name begins with means the filer, not the account that is called so for short.
    static func settle(
        _ hits: inout [[NameHit]], in fields: [FieldText], filer: (party: Party, companies: [Int32])?
    ) {
        guard let filer else { return }
        let words = SubjectKey(filer.party.name).words
        for field in hits.indices {
            for index in hits[field].indices {
                let hit = hits[field][index]
                guard let company = hit.company, !hit.isFull, !filer.companies.contains(company),
                    words.starts(with: SubjectKey(hit.name(in: fields[field])).words)
                else { continue }
                hits[field][index].certainty = min(hit.certainty, 0.4)
                hits[field][index].isLoose = true
                hits[field][index].basis += "; the filer's name begins so"
            }
        }
    }

    /// Other parts of the item may change how sure the hit is.
    private static func isOpen(_ hit: NameHit) -> Bool {
        hit.companies.count > 1 || (hit.isOrdinary && hit.certainty < 0.8)
    }

    private static func settle(_ hit: inout NameHit, sure: Set<Int32>, others: Set<Int32>) {
        if let company = hit.company, others.contains(company), !sure.contains(company) {
            hit.certainty = min(hit.certainty, 0.4)
            hit.basis += "; another company's name begins so"
        } else if hit.isOrdinary, hit.certainty < 0.8, let company = hit.company, sure.contains(company) {
            hit.certainty = 0.85
            hit.basis += "; named elsewhere in the item"
        } else if hit.companies.count > 1 {
            // One of the candidates is named by a name that is its alone.
            let meant = hit.companies.filter { sure.contains($0) }
            if meant.count == 1 {
                hit.companies = .one(meant[0])
                hit.certainty = 0.85
                hit.basis = "shared name, settled elsewhere in the item"
            }
        }
    }
}

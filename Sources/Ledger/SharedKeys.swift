/// Finds the keys that several items of one document share and that therefore identify none of them.
package enum SharedKeys {
    package struct Shared: Hashable, Sendable {
        package var key: IdentityKey
        /// Index of one of the items.
        package var example: Int

        package init(key: IdentityKey, example: Int) {
            self.key = key
            self.example = example
        }
    }

    /// A guid, link or path is shared when it stands on two items with another title or another date: two copies of one
    /// entry share everything. A title is shared when two items with neither guid nor link in common bear it near one
    /// date.
    package static func find(in document: [IdentityKeys]) -> [Shared] {
        guard hasRepeats(document) else { return [] }
        var first: [IdentityKey: Int] = [:]
        var found: Set<IdentityKey> = []
        var titled: [Int64: [(day: Int, index: Int, key: IdentityKey)]] = [:]
        var result: [Shared] = []
        first.reserveCapacity(document.count * 4)
        for (index, keys) in document.enumerated() where !keys.isFiling {
            for key in keys.keys {
                if key.kind == .title {
                    titled[key.hash, default: []].append((key.day, index, key))
                    continue
                }
                // Kind apart: the same address as guid here and as link there is the same sign.
                let sign = IdentityKey(kind: .guid, hash: key.hash)
                guard let other = first.updateValue(first[sign] ?? index, forKey: sign) else { continue }
                let isCopy = document[other].title == keys.title && document[other].published == keys.published
                if !isCopy, found.insert(sign).inserted { result.append(Shared(key: key, example: index)) }
            }
        }
        for var group in titled.values where group.count > 1 {
            group.sort { ($0.day, $0.index) < ($1.day, $1.index) }
            for (earlier, later) in zip(group, group.dropFirst())
            where later.day - earlier.day <= IdentityRule.nearDays
                && !haveAddressInCommon(document[earlier.index], document[later.index])
            {
                for one in [earlier, later] where found.insert(one.key).inserted {
                    result.append(Shared(key: one.key, example: one.index))
                }
            }
        }
        return result
    }

    /// Some hash stands on two items. Most documents have none, and are done with one sort.
    private static func hasRepeats(_ document: [IdentityKeys]) -> Bool {
        var hashes: [Int64] = []
        hashes.reserveCapacity(document.count * 4)
        for keys in document where !keys.isFiling {
            for key in keys.keys { hashes.append(key.hash) }
        }
        hashes.sort()
        return zip(hashes, hashes.dropFirst()).contains { $0 == $1 }
    }

    private static func haveAddressInCommon(_ one: IdentityKeys, _ other: IdentityKeys) -> Bool {
        one.keys.contains { key in
            (key.kind == .guid || key.kind == .link)
                && other.keys.contains { $0.hash == key.hash && ($0.kind == .guid || $0.kind == .link) }
        }
    }
}

import Foundation
package import TriggerModel

/// One sign by which a source's item is recognised again.
package struct IdentityKey: Hashable, Sendable {
    package enum Kind: Int, Sendable, CaseIterable {
        /// The document's own identifier, without scheme.
        case guid = 1
        /// The canonical link.
        case link = 2
        /// The title near a date.
        case title = 3
        /// Path, query and title: what stays when a site moves to another host.
        case path = 4
        /// A guid or link that several items share, together with title and date.
        case composite = 5
    }

    package var kind: Kind
    /// Kind and value under the ledger's `KeyedHash`.
    package var hash: Int64
    /// Days since 1970 for a title with a date; 0 for every other key.
    package var day: Int

    package init(kind: Kind, hash: Int64, day: Int = 0) {
        self.kind = kind
        self.hash = hash
        self.day = day
    }
}

/// What identifies an item within its source, and what tells an edit of it.
///
/// The publisher of promise 2's third key is the source's own, one per source, and therefore part of where the keys are
/// kept. Nothing here looks at a clock: dates are the item's own.
package struct IdentityKeys: Hashable, Sendable {
    /// In the order in which they decide.
    package var keys: [IdentityKey]
    /// Hash of the folded title: letters and digits only, without case and accents.
    package var title: Int64
    /// Hash of all text without white space: two texts that differ in it are a revision.
    package var text: Int64
    /// Hash of identifier and link as the document writes them: equal where nothing moved.
    package var address: Int64
    /// The day the document says it was published; nil where it says none. `updated` alone is no evidence of another
    /// date: an Atom entry that is edited keeps its id and gets a new `updated` (RFC 4287 section 4.2.15).
    package var published: Int?
    /// A regulator's accession number is never used twice; nothing retires it.
    package var isFiling: Bool
    /// The last key is the title of an item without a date though it has an address. Such a title decides only where
    /// the source's addresses say nothing: a column is called the same every week.
    package var hasWeakTitle = false

    /// - Parameters:
    ///   - asksGuids: false where the source's guids change on every fetch. They count nevertheless where an item has
    ///     nothing else.
    ///   - asksLinks: the same for its links.
    package init(_ item: Item, hash: KeyedHash, asksGuids: Bool = true, asksLinks: Bool = true) {
        isFiling = item.filing?.accession != nil
        let folded = Self.folded(item.title ?? Self.opening(of: item))
        title = hash(Domain.title, folded)
        let asksID = asksGuids && (asksLinks || item.id != item.url)
        address = hash(Domain.address, (asksID ? item.id + "\n" : "") + (asksLinks ? item.url ?? "" : ""))
        text = Self.textHash(item)
        published = item.published?.day.daysSince1970
        keys = []

        // Two filings of one company look alike in everything but the accession number.
        if isFiling {
            keys.append(IdentityKey(kind: .guid, hash: hash(Domain.guid, item.id)))
            return
        }
        let link = item.url.flatMap { CanonicalLink($0) }
        // The usual id of an item without one of its own; a fragment tells apart in the one and not in the other.
        let isLink = item.id == item.url && !item.id.utf8.contains(UInt8(ascii: "#"))
        let guidLink = isLink ? link : CanonicalLink(item.id, keepsFragment: true)
        let guid = guidLink?.address ?? Self.withoutSchemes(item.id)
        if !guid.isEmpty, guid != link?.address {
            keys.append(IdentityKey(kind: .guid, hash: hash(guidLink == nil ? Domain.guid : Domain.page, guid)))
        }
        if let link { keys.append(IdentityKey(kind: .link, hash: hash(Domain.page, link.address))) }
        if let day = (item.published ?? item.updated)?.day.daysSince1970 {
            keys.append(IdentityKey(kind: .title, hash: hash(Domain.dated, folded), day: day))
        } else if link == nil {
            // Without a date a title alone is weak; it decides only where there is no address at all to tell apart.
            keys.append(IdentityKey(kind: .title, hash: hash(Domain.undated, folded)))
        }
        if let path = (link ?? guidLink)?.pathAndQuery {
            keys.append(IdentityKey(kind: .path, hash: hash(Domain.path, path + "\n" + folded)))
        }
        if link != nil, item.published == nil, item.updated == nil, !folded.isEmpty {
            keys.append(IdentityKey(kind: .title, hash: hash(Domain.undated, folded)))
            hasWeakTitle = true
        }
        if !asksLinks { drop([.link, .path]) }
        if !asksGuids { drop([.guid]) }
        hasWeakTitle = hasWeakTitle && keys.count > 1
    }

    /// Takes keys away that identify nothing in this source, as long as another is left.
    private mutating func drop(_ kinds: Set<IdentityKey.Kind>) {
        let rest = keys.filter { !kinds.contains($0.kind) }
        if !rest.isEmpty { keys = rest }
    }

    /// The key that stands in for a guid or link which several items of the source share.
    package static func composite(
        of key: IdentityKey, title: Int64, published: Int?, hash: KeyedHash
    ) -> IdentityKey {
        let text = "\(key.hash)/\(title)/\(published.map(String.init) ?? "")"
        return IdentityKey(kind: .composite, hash: hash(Domain.composite, text))
    }

    /// What a hash is of. A guid that is an address is a page's: as guid here and link there it is one sign.
    private enum Domain {
        static let guid: UInt8 = 1
        static let page: UInt8 = 2
        static let dated: UInt8 = 3
        static let undated: UInt8 = 4
        static let path: UInt8 = 5
        static let composite: UInt8 = 6
        static let title: UInt8 = 7
        static let address: UInt8 = 8
    }

    // MARK: Folding and hashing

    /// Letters and digits in lower case without accents, words separated by one space.
    package static func folded(_ text: String) -> String {
        if let folded = foldedASCII(text) { return folded }
        var result: [UInt8] = []
        var isGap = false
        for scalar in text.decomposedStringWithCompatibilityMapping.lowercased().unicodeScalars {
            switch scalar.properties.generalCategory {
            case .nonspacingMark: continue
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .spacingMark,
                .decimalNumber, .letterNumber, .otherNumber:
                if isGap, !result.isEmpty { result.append(UInt8(ascii: " ")) }
                isGap = false
                result.append(contentsOf: UTF8.encode(scalar)!)  // every Unicode scalar value has a UTF-8 form
            default: isGap = true
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The same for text of ASCII only, as most titles are; nil for other text.
    private static func foldedASCII(_ text: String) -> String? {
        var text = text
        return text.withUTF8 { bytes in
            guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
            return String(unsafeUninitializedCapacity: bytes.count) { result in
                var count = 0
                var isGap = false
                for byte in bytes {
                    let lowered = (0x41...0x5a).contains(byte) ? byte | 0x20 : byte
                    guard (0x30...0x39).contains(lowered) || (0x61...0x7a).contains(lowered) else {
                        isGap = count > 0
                        continue
                    }
                    // A space stands for a byte that was passed over, so there is room for it.
                    if isGap {
                        result[count] = UInt8(ascii: " ")
                        count += 1
                        isGap = false
                    }
                    result[count] = lowered
                    count += 1
                }
                return count
            }
        }
    }

    /// What a person would see first of an item without a title.
    private static func opening(of item: Item) -> String {
        String((item.summary ?? item.content ?? "").unicodeScalars.prefix(200))
    }

    /// An identifier such as `12 at http://www.acme.example/` without the parts that a move to https changes.
    private static func withoutSchemes(_ guid: String) -> String {
        var text = trimmed(guid)
        guard text.utf8.contains(UInt8(ascii: ":")) else { return text }
        for scheme in ["https://", "http://"] where text.contains(scheme) {
            text = text.replacingOccurrences(of: scheme + "www.", with: "").replacingOccurrences(of: scheme, with: "")
        }
        while text.hasSuffix("/") { text.removeLast() }
        return text
    }

    /// Without white space around it, which a feed's line breaks put there.
    private static func trimmed(_ guid: String) -> String {
        func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }
        let scalars = guid.unicodeScalars
        guard let first = scalars.first, let last = scalars.last, isSpace(first) || isSpace(last) else { return guid }
        return String(
            String.UnicodeScalarView(scalars.drop(while: isSpace).reversed().drop(while: isSpace).reversed()))
    }

    /// FNV-1a, 64 bits: it only has to notice an edit, and it runs over the full text of every listed item.
    private static func textHash(_ item: Item) -> Int64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for var text in [item.summary ?? "", item.content ?? ""] {
            text.withUTF8 { bytes in
                for byte in bytes where byte > UInt8(ascii: " ") { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
            }
            hash = (hash ^ 0xff) &* 0x100_0000_01b3
        }
        return Int64(bitPattern: hash)
    }
}

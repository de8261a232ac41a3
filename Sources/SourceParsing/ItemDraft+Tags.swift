import MarkupReading

/// What the attributes of an entry's elements say.
extension ItemDraft {
    /// The entry's own tag.
    mutating func readItem(_ tag: borrowing XMLStartTag, isCDF: Bool, base: String?) {
        if tag.count > 0, let about = tag.value(prefix: "rdf", "about")?.trimmedOrNil { self.about = about }
        guard isCDF else { return }
        link = (tag.value("HREF") ?? tag.value("href")).map { WebAddress.absolute($0, against: base) ?? $0 }
        updated = (tag.value("LASTMOD") ?? tag.value("lastmod")).flatMap(DateReading.timestamp)
    }

    /// `isPermaLink` of RSS 2.0, whose text is still to come.
    mutating func readGuid(_ tag: borrowing XMLStartTag) {
        guidTag = nil
        guard tag.count > 0 else { return }
        guidTag =
            tag.says("isPermaLink", "false")
            ? false
            : (tag.value("isPermaLink") ?? tag.value("ispermalink")).map {
                $0.trimmedOrNil?.startsIgnoringCase("true") ?? true
            }
    }

    /// The label may name the scheme as well as the term: EDGAR labels every form "form type".
    mutating func readCategory(_ tag: borrowing XMLStartTag) {
        categoryTerm = nil
        guard tag.count > 0, let term = tag.value("term") else { return }
        categoryTerm = term.trimmedOrNil ?? tag.value("label")?.trimmedOrNil
    }

    mutating func readEnclosure(_ tag: borrowing XMLStartTag, base: String?) {
        hasEnclosure = true
        if enclosure == nil { enclosure = ItemDraft.address(of: tag, base) }
    }

    mutating func readMedia(_ tag: borrowing XMLStartTag, base: String?) {
        hasEnclosure = true
        if media == nil { media = ItemDraft.address(of: tag, base) }
    }

    /// Of an enclosure: `url` of RSS, `rdf:resource` of its modules. As written where no base is known yet.
    private static func address(of tag: borrowing XMLStartTag, _ base: String?) -> String? {
        guard let address = (tag.value("url") ?? tag.value(anyPrefix: "resource"))?.trimmedOrNil else { return nil }
        return WebAddress.absolute(address, against: base) ?? address
    }

    /// Content elsewhere has no text here; it is where to read the entry if no link is better. False where the content
    /// is here.
    mutating func readContentElsewhere(_ tag: borrowing XMLStartTag, base: String?) -> Bool {
        guard tag.count > 0, let address = tag.value("src") else { return false }
        if linkRank == 0, link == nil { link = WebAddress.absolute(address, against: base) }
        return true
    }

    /// A link with `href`. False where the address is the element's text, which is still to come.
    mutating func readLink(_ tag: borrowing XMLStartTag, isAtom: Bool, base: String?) -> Bool {
        guard tag.count > 0, let address = tag.value("href") else { return false }
        var rank: Int
        if tag.count == 1 {
            // Nothing but the address, as most entries have it.
            rank = 6
        } else {
            let isHTML = tag.value("type").map { $0.contains(bytes: "html") }
            switch tag.value("rel")?.lowercased() ?? "" {
            case "alternate", "http://www.iana.org/assignments/relation/alternate": rank = isHTML ?? true ? 7 : 5
            // Without `rel` it is an alternate too (RFC 4287 section 4.2.7.2), but one that says so is surer.
            case "": rank = isHTML.map { $0 ? 7 : 4 } ?? 6
            case "related", "via", "canonical": rank = 1
            case "enclosure":
                hasEnclosure = true
                if enclosure == nil { enclosure = WebAddress.absolute(address, against: base) ?? address }
                rank = 0
            default: rank = 0
            }
        }
        // The link of RSS itself comes first where a feed of RSS has Atom's too.
        if !isAtom { rank = min(rank, 3) }
        if rank > linkRank {
            linkRank = rank
            link = WebAddress.absolute(address, against: base) ?? address
        }
        return true
    }
}

import Foundation
package import TriggerModel

/// A source as it is to be written into a file: only what differs from the defaults.
package struct SourceEntry: Hashable, Sendable {
    package var id: String
    package var kind: Source.Kind
    package var url: String
    package var name: String
    package var publisher: String?
    package var isFirstHand: Bool
    /// Seconds.
    package var interval: Int?
    package var selectors: ListSelectors?
    package var isEnabled: Bool
    /// Said above the entry, one line.
    package var comment: String?

    package init(
        id: String, kind: Source.Kind = .feed, url: String, name: String, publisher: String? = nil,
        isFirstHand: Bool = false, interval: Int? = nil, selectors: ListSelectors? = nil, isEnabled: Bool = true,
        comment: String? = nil
    ) {
        self.id = id
        self.kind = kind
        self.url = url
        self.name = YAMLWriting.line(name)
        self.publisher = publisher.map(YAMLWriting.line)
        self.isFirstHand = isFirstHand
        self.interval = interval
        self.selectors = selectors
        self.isEnabled = isEnabled
        self.comment = comment.map(YAMLWriting.line)
    }

    /// Lines without indentation: the comment, the id, and the keys two blanks in. In a list, `- id:` and the keys.
    func lines(inList: Bool) -> [String] {
        var keys = ["kind: \(kind.rawValue)", "url: \(YAMLWriting.scalar(url))"]
        if name != id, !name.isEmpty { keys.append("name: \(YAMLWriting.scalar(name))") }
        if let publisher, !publisher.isEmpty { keys.append("publisher: \(YAMLWriting.scalar(publisher))") }
        if isFirstHand { keys.append("first-hand: true") }
        if let interval { keys.append("interval: \(YAMLWriting.duration(interval))") }
        if let selectors {
            keys.append("rows: \(YAMLWriting.quoted(selectors.rows))")
            let parts = [
                ("link", selectors.link), ("title", selectors.title), ("date", selectors.date),
                ("summary", selectors.summary),
            ]
            for (key, value) in parts { value.map { keys.append("\(key): \(YAMLWriting.quoted($0))") } }
        }
        if !isEnabled { keys.append("enabled: false") }
        let head = comment.flatMap { $0.isEmpty ? nil : ["# \($0)"] } ?? []
        let name = YAMLWriting.scalar(id)
        return head + (inList ? ["- id: \(name)"] : ["\(name):"]) + keys.map { "  " + $0 }
    }

    /// Absolute `http` or `https` without a user name or password in it, as a source may have.
    package static func isWebAddress(_ text: String) -> Bool { ScalarReading.isWebAddress(text) }

    /// A source's address with something plain in place of each placeholder (`{today}`), as two of them are compared.
    package static func plainAddress(_ text: String) -> String { SourceAddress.filled(text) }

    /// Seconds of an interval as it stands in a file, `30 minutes`; nil where it is none or out of bounds.
    package static func interval(_ text: String) -> Int? {
        guard case .duration(let range) = SourceTable.source["interval"]?.kind,
            let seconds = ScalarReading.seconds(text),
            range.contains(seconds)
        else { return nil }
        return seconds
    }

    /// An id from what people call the source, else from its host, that is not among `taken`.
    ///
    /// - Parameter prefix: put before it, as the names of a subscription list's groups.
    package static func freeID(
        name: String?, url: String, prefix: String = "", isTaken: (String) -> Bool
    ) -> String {
        let host = slug((SourceAddress.host(of: url) ?? "source").droppingPrefix("www."))
        let words = name.map(slug) ?? ""
        let begin = prefix.isEmpty ? "" : slug(prefix) + "-"
        let base = begin + (words.utf8.count >= 3 ? words : host.isEmpty ? "source" : host)
        if !isTaken(base) { return base }
        let longer = "\(base)-\(host)"
        if words.utf8.count >= 3, !host.isEmpty, !isTaken(longer) { return longer }
        if let number = (2...9).first(where: { !isTaken("\(base)-\($0)") }) { return "\(base)-\(number)" }
        // A list full of one name must not be counted through for each of its entries.
        let hashed = "\(base)-\(ContentHash.hex(url).prefix(8))"
        var id = hashed
        var count = 2
        while isTaken(id) { (id, count) = ("\(hashed)-\(count)", count + 1) }
        return id
    }

    /// Lower-case ASCII letters and digits in words joined by `-`, at most 40 of them; accents folded.
    static func slug(_ text: String) -> String {
        var result = ""
        for scalar in text.prefix(200).decomposedStringWithCompatibilityMapping.lowercased().unicodeScalars {
            switch scalar {
            case "a"..."z", "0"..."9": result.unicodeScalars.append(scalar)
            case "'", "\u{2019}": break
            case _ where scalar.properties.generalCategory == .nonspacingMark: break
            default: if let last = result.last, last != "-" { result.append("-") }
            }
        }
        var cut = result.prefix(40)
        // A word that was cut in two is left out.
        if result.count > 40, result.dropFirst(40).first != "-", let dash = cut.lastIndex(of: "-") {
            cut = cut[..<dash]
        }
        while cut.last == "-" { cut.removeLast() }
        return String(cut)
    }
}

extension String {
    fileprivate func droppingPrefix(_ prefix: String) -> String {
        hasPrefix(prefix) ? String(dropFirst(prefix.count)) : self
    }
}

import MarkupReading

/// What EDGAR's servers send instead of a document, with whatever status: never a filing, an index or a feed.
package enum FilingNotice: String, Sendable, CaseIterable {
    /// "Request Rate Threshold Exceeded": ten minutes of silence, longer with every further request.
    case rateLimit = "rate-limit"
    /// The agent names no contact, or the storage behind the site refuses.
    case denied
    case notFound = "not-found"
    case unavailable

    /// Looks at the first 16 KiB; nil for anything that is not one of the known notices.
    package static func of(_ bytes: [UInt8]) -> FilingNotice? {
        of(bytes[...])
    }

    static func of(_ bytes: ArraySlice<UInt8>) -> FilingNotice? {
        let head = bytes.prefix(16 << 10)
        if let code = text(between: "<Code>", "</Code>", in: head), head.prefix(200).has("<Error>") {
            switch code {
            case "NoSuchKey", "NoSuchBucket": return .notFound
            case "AccessDenied": return .denied
            case "SlowDown", "TooManyRequests", "RequestLimitExceeded": return .rateLimit
            default: return .unavailable
            }
        }
        guard let title = text(between: "<title>", "</title>", in: head)?.trimmedOrNil?.lowercased(),
            title.hasPrefix("sec.gov")
        else { return nil }
        if title.contains("rate threshold") { return .rateLimit }
        if title.contains("automated tool") || title.contains("denied") { return .denied }
        if title.contains("not found") || title.contains("404") { return .notFound }
        return title.contains("unavailable") || title.contains("maintenance") ? .unavailable : nil
    }

    /// Why a document that is this notice gave nothing.
    var fault: ParseFault {
        let what: String =
            switch self {
            case .rateLimit: "the server's notice that too many requests were made; it asks for ten minutes of silence"
            case .denied: "the server's notice that access is denied; it wants an agent with a contact address"
            case .notFound: "the server's notice that there is no such document"
            case .unavailable: "the server's notice that it is out of order for now"
            }
        return ParseFault(.otherKind, "\(what), not a document")
    }

    private static func text(between start: StaticString, _ end: StaticString, in bytes: ArraySlice<UInt8>) -> String? {
        guard let first = bytes.firstPlace(of: start) else { return nil }
        let rest = bytes[(first + start.utf8CodeUnitCount)...]
        guard let last = rest.firstPlace(of: end), last - rest.startIndex <= 400 else { return nil }
        return String(decoding: rest[..<last], as: UTF8.self)
    }
}

extension ArraySlice<UInt8> {
    /// Where a short text of ASCII begins for the first time, letters in the case given; nil where it does not.
    func firstPlace(of text: StaticString) -> Int? {
        let wanted = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        guard let first = wanted.first else { return nil }
        var rest = self
        while let place = rest.firstIndex(of: first) {
            if self[place...].starts(with: wanted) { return place }
            rest = self[(place + 1)...]
        }
        return nil
    }

    func has(_ text: StaticString) -> Bool { firstPlace(of: text) != nil }
}

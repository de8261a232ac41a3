import CurlTransfer

/// What a server gave us to ask "has it changed?" with (RFC 9110, 8.8). Kept by the caller, after the commit that used
/// the document: kept earlier, a crash would lose what the next 304 then hides.
package struct Validators: Hashable, Sendable {
    /// As sent, with quotes and `W/`.
    package var etag: String?
    /// As sent: it goes back byte for byte, since servers compare the text.
    package var lastModified: String?

    package init(etag: String? = nil, lastModified: String? = nil) {
        self.etag = etag
        self.lastModified = lastModified
    }

    package var isEmpty: Bool { etag == nil && lastModified == nil }

    /// Longer ones are not kept: they would be sent with every request.
    private static let longest = 1024

    init(_ headers: HeaderFields) {
        func usable(_ name: String) -> String? {
            headers[name].flatMap { value in
                let isPlain = !value.isEmpty && value.utf8.count <= Self.longest && value.utf8.allSatisfy { $0 >= 0x20 }
                return isPlain ? value : nil
            }
        }
        self.init(etag: usable("ETag"), lastModified: usable("Last-Modified"))
    }

    var headers: [HeaderField] {
        var fields: [HeaderField] = []
        if let etag { fields.append(HeaderField("If-None-Match", etag)) }
        if let lastModified { fields.append(HeaderField("If-Modified-Since", lastModified)) }
        return fields
    }

    /// These, with what `newer` says put over them: a 304 need not repeat what did not change.
    func updated(with newer: Validators) -> Validators {
        Validators(etag: newer.etag ?? etag, lastModified: newer.lastModified ?? lastModified)
    }
}

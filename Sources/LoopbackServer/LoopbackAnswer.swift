/// What the server says to one request, and how badly it behaves while saying it.
package struct LoopbackAnswer: Sendable {
    /// How the body travels.
    package enum Manner: Hashable, Sendable {
        /// At once, with a true Content-Length.
        case whole
        /// At once, in chunks, without a Content-Length.
        case chunked
        /// One byte at a time with so many milliseconds between them, with a true Content-Length.
        case drip(milliseconds: Int)
        /// Line by line in chunks, so many milliseconds between two, and then nothing more while the connection stays open:
        /// a stream that waits for news.
        case stream(milliseconds: Int)
        /// The body again and again, in chunks, until the client leaves.
        case endless
        /// With a Content-Length that is larger than the body by this many bytes; then the connection closes.
        case truncated(missing: Int)
        /// So many bytes of header fields before the body.
        case headerFlood(bytes: Int)
        /// The request is read and nothing is said until the client leaves or the server stops.
        case silence
        /// The request is read and the connection closed without a byte.
        case hangUp
    }

    package struct Field: Hashable, Sendable {
        package var name: String
        package var value: String

        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    package var status: Int
    /// Sent as given, after the server's own; a `Content-Type`, `ETag` or `Last-Modified` here replaces the server's.
    package var fields: [Field]
    package var body: [UInt8]
    package var manner: Manner
    /// True where a matching If-None-Match or If-Modified-Since is answered 304.
    package var honoursValidators: Bool

    package init(
        status: Int = 200, fields: [Field] = [], body: [UInt8] = [], manner: Manner = .whole,
        honoursValidators: Bool = true
    ) {
        self.status = status
        self.fields = fields
        self.body = body
        self.manner = manner
        self.honoursValidators = honoursValidators
    }

    /// A body of text.
    package static func text(
        _ text: String, type: String = "text/plain; charset=utf-8", status: Int = 200, fields: [Field] = [],
        manner: Manner = .whole
    ) -> LoopbackAnswer {
        LoopbackAnswer(
            status: status, fields: [Field("Content-Type", type)] + fields, body: Array(text.utf8), manner: manner)
    }

    /// A redirect whose Location is sent exactly as given.
    package static func redirect(to location: String, status: Int = 302) -> LoopbackAnswer {
        LoopbackAnswer(status: status, fields: [Field("Location", location)], honoursValidators: false)
    }

    /// `status` with a Retry-After field as given: seconds or a date.
    package static func tryLater(_ retryAfter: String, status: Int = 429) -> LoopbackAnswer {
        .text("later", status: status, fields: [Field("Retry-After", retryAfter)])
    }

    /// A gzip body of `count` equal bytes in about count/159 bytes on the wire.
    package static func gzipBomb(of count: Int) -> LoopbackAnswer {
        LoopbackAnswer(
            fields: [Field("Content-Type", "application/rss+xml"), Field("Content-Encoding", "gzip")],
            body: RunLengthGzip.run(of: 0x20, count: count), honoursValidators: false)
    }

    /// `text` as a gzip body.
    package static func gzipped(_ text: String, type: String = "text/plain; charset=utf-8") -> LoopbackAnswer {
        LoopbackAnswer(
            fields: [Field("Content-Type", type), Field("Content-Encoding", "gzip")],
            body: RunLengthGzip.encoded(Array(text.utf8)))
    }

    /// The value of the field `name`, letters compared without case.
    func header(_ name: String) -> String? {
        let wanted = name.lowercased()
        return fields.first { $0.name.lowercased() == wanted }?.value
    }
}

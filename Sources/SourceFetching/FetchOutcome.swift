/// What one poll came to: exactly one of these.
package enum FetchOutcome: Sendable {
    /// 200 and a body that we have not seen last time.
    case document(Document)
    /// 304.
    case notModified(Unchanged)
    /// 200 and the body of last time.
    case sameBody(Unchanged)
    case failed(FetchFault)

    /// Stable name for counters: `document`, `not-modified`, `same-body`, or the fault's kind.
    package var name: String {
        switch self {
        case .document: "document"
        case .notModified: "not-modified"
        case .sameBody: "same-body"
        case .failed(let fault): fault.kind.rawValue
        }
    }
}

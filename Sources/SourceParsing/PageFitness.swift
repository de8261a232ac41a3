import MarkupReading
package import TriggerModel

/// Whether a document that arrived is the one that was asked for, or something that stands in its way.
///
/// An unfit document is never compared with the last good one. Structure is asked first (rows, password fields, how
/// little there is to read), words second and only where there is little to read: a news page may speak of captchas and
/// maintenance as much as it likes.
package enum PageFitness: Hashable, Sendable {
    case fit
    /// With what was seen, in words for a person.
    case unfit(Kind, detail: String)

    /// The raw values are those of fetch faults where they name the same; they stand in the ledger and in metrics.
    package enum Kind: String, Sendable, CaseIterable {
        /// A challenge, a captcha, a refusal.
        case blocked
        case login
        case rateLimited = "rate-limited"
        case notFound = "not-found"
        case gone
        /// Maintenance, or the server's own failure.
        case serverError = "server-error"
        case empty
        /// A sound page on which the selectors find nothing.
        case layoutChanged = "layout-changed"
        /// Something else than the page: no marker, too few rows, a consent wall, a shell that scripts would fill.
        case unfit
    }

    /// - Parameter rows: entries that the source's selectors or its format gave, repeated ones counted too and those
    ///   left out that held nothing, as a table's head (`counts.items + counts.merged`); nil where nothing was read yet.
    package static func judge(
        bytes: [UInt8], contentType: String?, status: Int, shape: SourceShape, rows: Int?
    ) -> PageFitness {
        if let fault = judge(status: status) { return fault }
        let hasMarker = shape.marker.map { ByteSearch.contains(bytes, Array($0.utf8)) }
        // Enough rows are the best proof, whatever else the page shows around them.
        if let rows, rows > 0, rows >= shape.minimumRows, hasMarker != false { return .fit }
        let text = TextDecoding.decode(bytes, contentType: contentType)
        let form = DocumentShape.of(text.utf8)
        switch form {
        case .empty: return .unfit(.empty, detail: "the document is empty")
        case .html, .xml(root: "html"):
            guard let signs = PageFitnessSigns(text) else { return .unfit(.empty, detail: "the page is empty") }
            if let obstacle = PageFitnessObstacles.first(on: signs) { return obstacle }
            if let fault = marker(shape, hasMarker) ?? tooFew(shape, rows) { return fault }
            if rows == 0, !signs.saysNothingFound {
                return .unfit(
                    .layoutChanged,
                    detail: "the selectors find no rows on a page that is otherwise sound: look at it again")
            }
            return .fit
        default:
            return marker(shape, hasMarker) ?? tooFew(shape, rows) ?? .fit
        }
    }

    private static func judge(status: Int) -> PageFitness? {
        switch status {
        case 200..<300: nil
        case 401, 407: .unfit(.login, detail: "wants a user name and password")
        case 403: .unfit(.blocked, detail: "refuses programs")
        case 404: .unfit(.notFound, detail: "the server has nothing at this address")
        case 410: .unfit(.gone, detail: "removed for good")
        case 429: .unfit(.rateLimited, detail: "too many requests")
        case 500..<600: .unfit(.serverError, detail: "the server fails with \(status)")
        default: .unfit(.unfit, detail: "unexpected status \(status)")
        }
    }

    private static func marker(_ shape: SourceShape, _ hasMarker: Bool?) -> PageFitness? {
        guard hasMarker == false, let marker = shape.marker else { return nil }
        return .unfit(.unfit, detail: "the marker \"\(marker.prefix(60))\" is not on it")
    }

    private static func tooFew(_ shape: SourceShape, _ rows: Int?) -> PageFitness? {
        guard let rows, rows > 0, rows < shape.minimumRows else { return nil }
        return .unfit(
            .unfit, detail: "\(rows) \(rows == 1 ? "row" : "rows") where at least \(shape.minimumRows) are expected")
    }
}

import MarkupReading
import TriggerModel

/// Hands the events of a document to a `FeedScan`.
final class FeedReader: XMLEventHandler {
    /// In memory of its own and used by one thread, so that no event costs a check of exclusive access.
    private let scan: UnsafeMutablePointer<FeedScan>

    init(source: String, documentURL: String?, limits: MarkupLimits) {
        scan = .allocate(capacity: 1)
        scan.initialize(to: FeedScan(source: source, documentURL: documentURL, limits: limits))
    }

    deinit {
        scan.deinitialize(count: 1)
        scan.deallocate()
    }

    func number(for name: XMLName) -> Int { FeedElement.named(name).rawValue }
    func start(_ element: Int, _ tag: borrowing XMLStartTag) { scan.pointee.start(element, tag) }
    func end(_ element: Int) { scan.pointee.end() }
    func text(_ piece: Swift.Span<UInt8>) { scan.pointee.text(piece) }
    var isFinished: Bool { scan.pointee.isFinished }

    /// The scan of the whole document; the reader is used up.
    func finish() -> FeedScan {
        scan.pointee.finish()
        return scan.pointee
    }
}

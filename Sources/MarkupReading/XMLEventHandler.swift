/// Receives a document's events in order, on the thread that reads it.
///
/// Names are numbers of the handler's own: `number(for:)` is asked once per distinct name of a document, so that
/// comparing names costs nothing while elements pass.
package protocol XMLEventHandler: AnyObject {
    func number(for name: XMLName) -> Int

    func start(_ element: Int, _ tag: borrowing XMLStartTag)
    func end(_ element: Int)

    /// A piece of text or CDATA, decoded; one text may come in many pieces. Lives during the call only.
    func text(_ piece: Span<UInt8>)

    /// True once the handler wants no more events; asked after each start.
    var isFinished: Bool { get }
}

/// Receives a document's events in order, on the thread that reads it.
///
/// A value, lent to the reader for the whole document: events reach it where it lies, without counting references.
/// Names are numbers of the handler's own: `number(for:)` is asked once per distinct name of a document, so that
/// comparing names costs nothing while elements pass.
package protocol XMLEventHandler: ~Copyable {
    mutating func number(for name: borrowing XMLNewName) -> Int

    mutating func start(_ element: Int, _ tag: borrowing XMLStartTag)
    /// The innermost element that was started and not ended ends.
    mutating func end()

    /// A piece of text or CDATA, decoded; one text may come in many pieces. Lives during the call only.
    mutating func text(_ piece: Span<UInt8>)

    /// True once the handler wants no more events; asked after each start.
    var isFinished: Bool { get }
}

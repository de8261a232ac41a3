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

    /// The document ended here: what is open now was never closed, and its last text may be half of one. Not called
    /// for a document that closes its root.
    mutating func cutOff()

    /// A piece of text or CDATA, decoded; one text may come in many pieces. Lives during the call only.
    mutating func text(_ piece: Span<UInt8>)

    /// True once the handler wants no more events; asked after each start.
    var isFinished: Bool { get }
}

extension XMLEventHandler where Self: ~Copyable {
    package mutating func cutOff() {}
}

/// What a document may cost, whoever wrote it. Everything above a limit is left out and counted as damage.
///
/// libxml2's own limits live in its tree builder and do not hold for a SAX handler of our own, so these are kept here.
package struct MarkupLimits: Hashable, Sendable {
    /// Bytes of a document that are looked at; the rest is cut off.
    package var documentBytes = 8 << 20
    /// Open elements; deeper elements are left out, their text stays.
    package var depth = 128
    /// Bytes of text kept for one field.
    package var fieldBytes = 1 << 20
    /// Items, entries or rows of one document.
    package var items = 10_000
    /// Attributes of one start tag; a tag with more keeps none of them. libxml2 compares each with all others.
    package var attributes = 256
    /// Bytes of one start tag; a longer tag keeps no attribute.
    package var tagBytes = 64 << 10
    /// Bytes of the replacement text of an entity that the document declares itself.
    package var entityBytes = 1 << 10
    /// Bytes that all replacements of declared entities may add to a document.
    package var expansionBytes = 1 << 20
    /// Different names of elements and attributes; libxml2's dictionary gets slow with more, and reading stops.
    package var names = 20_000
    /// Errors of libxml2 after which reading stops: each one costs it a formatted message.
    package var errors = 20_000
    /// Start and end tags of a page; what stands behind keeps its text and loses its tags.
    package var pageTags = 100_000
    /// Steps that the XPath expressions of one document may take together.
    package var xpathSteps: UInt = 20_000_000

    package init() {}

    package static let standard = MarkupLimits()
}

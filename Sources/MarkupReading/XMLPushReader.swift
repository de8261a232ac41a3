import CLibXML2
import Glibc

/// Reads XML with libxml2's SAX2 push parser: no tree, no entities, no network, whatever the document says.
///
/// Broken documents are normal: `XMLRepair` goes first, libxml2 recovers from what is left, and everything that was
/// not as it should be is in the report. The reader never fails; a document without an element gives no events.
package struct XMLPushReader {
    package var limits: MarkupLimits
    /// Bytes of tags that libxml2 gets at once; between two chunks it is asked how it is doing.
    package var chunkBytes = 64 << 10
    /// Where the repaired bytes are cut once more, for the proof that chunks do not matter.
    package var cut: Int?

    /// Names of elements, in lower case, for which the document is read on where its root has ended before them: an
    /// item behind `</rss>` is an item. Nothing else behind the root is read.
    package var wantedBehindRoot: [StaticString] = []

    package init(limits: MarkupLimits = .standard) {
        self.limits = limits
    }

    package struct Report: Sendable {
        package var damages: [MarkupDamage]
        /// False where no start tag was found at all.
        package var hasRoot: Bool
        /// Bytes that libxml2 was given: the tags.
        package var bytesRead: Int
    }

    /// Decodes and reads a document in memory.
    package func read<Handler: XMLEventHandler & ~Copyable>(
        _ bytes: [UInt8], contentType: String? = nil, into handler: inout Handler
    ) -> (EncodingDecision, Report) {
        let text = TextDecoding.decode(bytes, contentType: contentType, limits: limits)
        var report = read(text, into: &handler)
        report.damages = text.damages + report.damages
        return (text.encoding, report)
    }

    /// Reads a document that is UTF-8 already. The report holds the damages of the markup, not those of the bytes.
    package func read<Handler: XMLEventHandler & ~Copyable>(
        _ text: DecodedText, into handler: inout Handler
    ) -> Report {
        text.utf8.withUnsafeBufferPointer { bytes in
            let repair = XMLRepair(bytes, limits: limits, wanted: wantedBehindRoot)
            guard repair.outline.count > 0 else {
                return Report(damages: repair.log.damages, hasRoot: false, bytesRead: 0)
            }
            // The session is gone before the handler is.
            let session = withUnsafeMutablePointer(to: &handler) { handler in
                let session = HandlerSession(handler, limits: limits)
                session.parse(repair, chunks(of: repair.outline.count, cutOffAt: repair.writtenCount))
                return session
            }
            var damages = repair.log.damages
            if let error = session.firstError {
                damages.append(
                    MarkupDamage(
                        .notWellFormed, count: session.errorCount, line: repair.line(of: error.position),
                        detail: error.text))
            }
            if let error = session.firstPrefixError {
                damages.append(
                    MarkupDamage(
                        .undeclaredPrefix, count: session.prefixErrorCount, line: repair.line(of: error.position),
                        detail: error.text))
            }
            if session.hasTooManyNames {
                damages.append(
                    MarkupDamage(.tooManyNames, detail: "more than \(limits.names); the rest is not read"))
            }
            return Report(damages: damages, hasRoot: true, bytesRead: repair.outline.count)
        }
    }

    /// What the document did not close itself is closed in a chunk of its own.
    private func chunks(of count: Int, cutOffAt written: Int) -> [Range<Int>] {
        let chunks = chunks(of: written)
        return written < count ? chunks + [written..<count] : chunks
    }

    private func chunks(of count: Int) -> [Range<Int>] {
        var chunks: [Range<Int>] = []
        var start = 0
        while start < count {
            var end = min(start + chunkBytes, count)
            if let cut, cut > start, cut < end { end = cut }
            chunks.append(start..<end)
            start = end
        }
        return chunks
    }
}

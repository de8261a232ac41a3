import MarkupReading
import TriggerModel

/// An HTML list read by selectors: one item for each row with a link or a title.
enum ListPage {
    static func read(_ text: DecodedText, _ input: ParseInput) -> Result<ParsedDocument, ParseFault> {
        guard let selectors = input.selectors else {
            return .failure(ParseFault(.badSelector, "a list page needs a selector for its rows"))
        }
        let compiled: ListReader
        do throws(ParseFault) { compiled = try ListReader(selectors) } catch { return .failure(error) }
        guard let tree = HTMLTree(text, limits: input.limits) else {
            return .failure(ParseFault(.notRecognised, "not an HTML page", damages: text.damages))
        }
        return read(tree, compiled, input)
    }

    static func read(
        _ tree: HTMLTree, _ reader: ListReader, _ input: ParseInput
    ) -> Result<ParsedDocument, ParseFault> {
        var counts = EntryCounts()
        var rows: [ListReader.Row] = []
        var damages = tree.damages
        let base = PageBase.of(tree, documentURL: input.url)
        do throws(ParseFault) {
            for row in try reader.rows(tree) {
                guard counts.seen < input.limits.items else {
                    damages.append(MarkupDamage(.tooManyItems, detail: "more than \(input.limits.items)"))
                    break
                }
                counts.seen += 1
                if let read = try reader.item(row, tree, base, input.sourceName) {
                    rows.append(read)
                } else {
                    counts.skipped += 1
                }
            }
        } catch {
            return .failure(error)
        }
        let items = ListReader.items(rows, language: tree.root?.attribute("lang"))
        let (distinct, merged) = ItemIdentity.merged(items)
        counts.items = distinct.count
        counts.merged = merged
        let feed = FeedDescription(title: PageBase.title(tree), url: input.url, format: "HTML list")
        return .success(
            ParsedDocument(
                kind: .list, feed: feed, items: distinct, damages: damages, encoding: tree.encoding, counts: counts))
    }
}

/// What links of a page are relative to, and its title.
enum PageBase {
    static func of(_ tree: HTMLTree, documentURL: String?) -> String? {
        guard let base = tree.elements(.base).lazy.compactMap({ $0.attribute("href") }).first else {
            return documentURL
        }
        return WebAddress.absolute(base, against: documentURL) ?? documentURL
    }

    static func title(_ tree: HTMLTree) -> String? {
        // A drawing's elements have titles too.
        let title = tree.elements(.title).first { !$0.isInside("svg") }
        return title.flatMap { PlainTextReader().text($0.content, as: .text, isSingleLine: true) }
    }
}

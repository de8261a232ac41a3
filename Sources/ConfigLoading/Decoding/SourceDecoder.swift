import Foundation
import RuleLanguage
import TriggerModel

/// `sources/*.yaml` → sources.
struct SourceDecoder {
    let settings: Settings
    let faults: FaultList
    private(set) var sources: [Source] = []
    private var places: [String: SourcePlace] = [:]

    init(settings: Settings, faults: FaultList) {
        self.settings = settings
        self.faults = faults
    }

    mutating func decode(_ document: YAMLDocument) {
        guard let root = MappingReader(document.root, as: SourceTable.root, in: document.context) else { return }
        for (id, reader) in root.entries("sources") {
            if let first = places[id.text] {
                faults.error(id.place, "source \(id.text) is defined already at \(first)")
                continue
            }
            guard let source = source(id.text, reader) else { continue }
            places[id.text] = id.place
            sources.append(source)
        }
    }

    private func source(_ id: String, _ reader: MappingReader) -> Source? {
        let before = faults.errorCount
        let readKind = reader.choice("kind", Source.Kind.self)
        let readURL = reader.text("url")
        let isEnabled = reader.boolean("enabled")
        let isFirstHand = reader.boolean("first-hand")
        let interval = reader.integer("interval")
        let firstPoll = reader.string("first-poll").flatMap(ScalarReading.firstPoll)
        let forms = reader.strings("forms")
        guard let kind = readKind, let url = readURL else { return nil }
        if kind != .activity, !ScalarReading.isWebAddress(url.text) {
            faults.error(
                url.place,
                URL(string: url.text)?.user() != nil
                    ? "url holds a user name or password; a source is fetched without one"
                    : "url is \(ValueKind.url.expectation); found \(YAMLContext.shown(url.text))")
        }
        let selectors = selectors(reader, kind: kind)
        if !forms.isEmpty, kind != .filing {
            faults.error(reader.place(of: "forms"), "forms only means something for kind: filing")
        }
        let host = URL(string: url.text)?.host()?.lowercased() ?? id
        guard faults.errorCount == before, let isEnabled, let isFirstHand else { return nil }
        if isEnabled, settings.contact == nil, host == "sec.gov" || host.hasSuffix(".sec.gov") {
            faults.warning(
                url.place,
                "sec.gov asks for a contact address; source \(id) is not polled until whynow.yaml has contact:")
        }
        return Source(
            id: id, kind: kind, url: url.text, name: reader.string("name") ?? id,
            publisher: reader.string("publisher") ?? host, isFirstHand: isFirstHand,
            interval: interval ?? settings.schedule.defaultInterval, firstPoll: firstPoll ?? settings.firstPoll,
            selectors: selectors, forms: forms, isEnabled: isEnabled)
    }

    private func selectors(_ reader: MappingReader, kind: Source.Kind) -> ListSelectors? {
        guard kind == .page else {
            for key in SourceTable.pageOnly where reader.node(key) != nil {
                faults.error(reader.place(of: key), "\(key) only means something for kind: page")
            }
            return nil
        }
        guard let rows = reader.string("rows") else {
            faults.error(
                reader.place, "\(reader.subject) needs rows: the XPath of its entries, as in \"//ul[@class='news']/li\""
            )
            return nil
        }
        return ListSelectors(
            rows: rows, link: reader.string("link"), title: reader.string("title"), date: reader.string("date"),
            summary: reader.string("summary"))
    }
}

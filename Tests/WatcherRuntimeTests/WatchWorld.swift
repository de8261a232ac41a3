import ConfigLoading
import EventRecognition
import Foundation
import Ledger
import RuleLanguage
import Synchronization
import TriggerModel

@testable import WatcherRuntime

/// The shipped configuration over directories of its own, into which a test puts items as if they had been fetched.
struct WatchWorld {
    var configuration: Configuration
    let place: Workplace

    /// A Monday morning in the invented world of these tests.
    static let now = Timestamp(CalendarDay("2026-11-23")!, secondOfDay: 15 * 3600)

    /// - Parameters:
    ///   - sources: instead of the shipped ones; nil keeps those.
    ///   - directory: where the configuration says that it was loaded from.
    init(sources: [Source]? = nil, directory: String? = nil) throws {
        var configuration = Self.shipped
        if let sources { configuration.sources = sources.sorted { $0.id < $1.id } }
        if let directory { configuration.directory = directory }
        let folder = Self.base + "/" + UUID().uuidString
        configuration.settings.directories.state = folder
        configuration.settings.directories.queue = folder + "/queue"
        configuration.settings.directories.spool = folder + "/spool"
        configuration.settings.directories.digest = folder + "/digest"
        self.configuration = configuration
        place = try Workplace(configuration.settings, at: Self.now)
    }

    var ledger: WatchLedger { place.ledger }

    /// Rules are compiled once for the same accounts: hundreds of worlds have the shipped ones.
    var engine: ReasonEngine {
        let recogniser = Self.recognisers.withLock { known in
            known.first { $0.accounts == configuration.accounts && $0.rules == configuration.rules }?.recogniser
        }
        if let recogniser { return ReasonEngine(configuration, recogniser: recogniser) }
        let engine = ReasonEngine(configuration)
        Self.recognisers.withLock { known in
            if known.count >= 40 { known.removeFirst() }
            known.append((configuration.accounts, configuration.rules, engine.recogniser))
        }
        return engine
    }

    private var intake: DocumentIntake { DocumentIntake(engine: engine, ledger: ledger) }

    static func source(_ id: String, kind: Source.Kind = .feed) -> Source {
        Source(id: id, kind: kind, url: "https://\(id).example/feed", name: id, publisher: id)
    }

    static func item(
        _ title: String, of source: Source, at time: Timestamp, filing: Filing? = nil, content: String? = nil
    ) -> Item {
        let id = ContentHash.hex(title)
        return Item(
            source: source.id, id: id, url: "https://\(source.id).example/\(id)", title: title,
            content: content, published: time, filing: filing)
    }

    /// Polls a document of `source` that holds `titles`, an hour old.
    @discardableResult
    func read(
        _ titles: [String], of source: Source, at time: Timestamp = now, filing: Filing? = nil, content: String? = nil
    ) throws -> IntakeReport {
        let items = titles.map {
            Self.item($0, of: source, at: time.adding(seconds: -3600), filing: filing, content: content)
        }
        let record = PollRecord(
            source: source.id, at: time, outcome: .document, status: 200, nextPollAt: time.adding(seconds: 900))
        return try intake.take(items, of: source, record) { _ in DocumentIntake.Aftermath(faults: []) }
    }

    /// Judges all that awaits a further document as if the document had added nothing.
    func settleAll(of source: Source, at time: Timestamp) throws -> [IntakeReport] {
        try ledger.awaitingDue(time).map { try intake.settle($0, with: $0.item, of: source, at: time) }
    }

    func mornings(at time: Timestamp) throws -> MorningRunner.Round {
        try MorningRunner(engine: engine, place: place).run(at: time, atOnce: true)
    }

    func morning(of rep: String, on day: String, at time: Timestamp) throws -> MorningRunner.Morning {
        try MorningRunner(engine: engine, place: place)
            .build(for: configuration.rep(rep)!, day: CalendarDay(day)!, at: time)
    }

    private static let recognisers = Mutex<[(accounts: [Account], rules: RulePack, recogniser: Recogniser)]>([])

    private static let shipped: Configuration = {
        let repository = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        return ConfigLoader(directory: repository.appending(path: "Config").path).load().configuration
    }()

    private static let base: String = {
        atexit { try? FileManager.default.removeItem(atPath: WatchWorld.base) }
        return NSTemporaryDirectory() + "runtime-tests-\(ProcessInfo.processInfo.processIdentifier)"
    }()
}

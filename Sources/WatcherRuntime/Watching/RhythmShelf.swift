internal import SourceRhythm
internal import Synchronization

/// The rhythms of the sources, read once: only this process writes them.
final class RhythmShelf: Sendable {
    private let rhythms = Mutex<[String: Rhythm]>([:])
    /// Sources whose last business day had no index.
    private let withoutIndex = Mutex<Set<String>>([])

    /// - Parameter stored: as the ledger has it; read where the source is met for the first time. One that cannot be read
    ///   is learnt anew.
    func rhythm(of source: String, stored: String?) -> Rhythm {
        if let known = rhythms.withLock({ $0[source] }) { return known }
        return stored.flatMap(Rhythm.init(stored:)) ?? Rhythm()
    }

    func keep(_ rhythm: Rhythm, of source: String) { rhythms.withLock { $0[source] = rhythm } }

    /// - Returns: true where the business day before had no index either.
    func noteNoIndex(of source: String) -> Bool { withoutIndex.withLock { !$0.insert(source).inserted } }

    func noteIndex(of source: String) { withoutIndex.withLock { _ = $0.remove(source) } }
}

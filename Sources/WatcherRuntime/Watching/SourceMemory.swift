internal import CurlTransfer
internal import Ledger
internal import SourceFetching
internal import TriggerModel

/// Where a source lives, as far as the server's own words change it.
enum SourceMemory {
    /// Polls in a row that must name the same new address before the old one is no longer asked.
    static let equalAnswers = 3

    /// What is remembered counts only for the address it was learnt at: a source whose `url` was edited begins anew, but
    /// keeps the identity of its items.
    static func of(_ source: Source, in state: SourceState) -> SourceState {
        guard let address = state.address, address != source.url else { return state }
        var state = state
        state.etag = nil
        state.lastModified = nil
        state.bodyHash = nil
        state.movedTo = nil
        state.movedCount = 0
        state.timepoint = nil
        return state
    }

    /// The address to ask: the configured one, until a permanent move was announced often enough. Where the new one
    /// fails, the configured one is tried in between: it may be back.
    static func address(of source: Source, _ state: SourceState?) -> String {
        guard let state, let moved = state.movedTo, state.movedCount >= equalAnswers,
            state.failures % failuresForOld != failuresForOld - 1
        else { return source.url }
        return moved
    }

    private static let failuresForOld = 3

    /// What an answer says about the source's configured address.
    static func move(_ redirects: [Redirect], askedAt address: String, of source: Source) -> PollRecord.Move {
        // Asked at the new home already: the old address has not spoken.
        guard address == source.url else { return .unknown }
        return PermanentMove.target(of: redirects, from: source.url).map(PollRecord.Move.to) ?? .stayed
    }

    /// What is told once the configured address is no longer asked; nil where it is.
    static func fault(_ move: PollRecord.Move, of source: Source, _ state: SourceState?, at now: Timestamp) -> Fault? {
        guard case .to(let target) = move,
            (state?.movedTo == target ? state?.movedCount ?? 0 : 0) + 1 >= equalAnswers
        else { return nil }
        return Fault(
            scope: FaultScope.source(source.id), kind: FaultKind.moved,
            detail: "said \(equalAnswers) times in a row that it moved for good to \(target), and is asked there now: "
                + "put that address into url", openedAt: now)
    }

    /// The configured address answers by itself: there is nothing to tell of a move.
    static func close(_ move: PollRecord.Move, of source: Source, _ transaction: LedgerTransaction) throws {
        guard case .stayed = move else { return }
        _ = try transaction.closeFault(scope: FaultScope.source(source.id), kind: FaultKind.moved)
    }
}

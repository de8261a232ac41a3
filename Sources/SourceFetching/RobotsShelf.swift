import Synchronization
import TriggerModel

/// The robots.txt files that are known, by origin, and who is fetching one just now. Any task may call it.
///
/// Of several tasks that want one file, the first is told to fetch it and the others wait. Memory is bounded by the number
/// of origins and by the size of their rules; the ones that were not asked for longest go first.
final class RobotsShelf: Sendable {
    enum Entry: Sendable {
        case known(RobotsFile)
        /// Fetch it, with what was known of it before, and then call `put` or `giveUp`.
        case fetch(earlier: RobotsFile?)
        /// Who fetched it could not, for a reason that concerns everybody.
        case failed(FetchFault)
        case cancelled
    }

    private typealias Waiter = CheckedContinuation<Entry, Never>

    private struct Slot {
        var file: RobotsFile?
        var isBeingFetched = false
        var waiters: [(id: UInt64, waiter: Waiter)] = []
        var lastUse: UInt64 = 0
    }

    private struct State {
        var slots: [String: Slot] = [:]
        var size = 0
        var counter: UInt64 = 0
        /// Who was cancelled before waiting.
        var cancelledEarly: Set<UInt64> = []
    }

    private let state = Mutex(State())
    private let mostOrigins: Int
    private let mostBytes: Int

    init(mostOrigins: Int = 4096, mostBytes: Int = 16 * 1024 * 1024) {
        self.mostOrigins = max(1, mostOrigins)
        self.mostBytes = mostBytes
    }

    /// The file of `origin` if it still holds at `now`, or the task of fetching it. Cancelling ends a wait.
    func take(_ origin: String, now: Timestamp) async -> Entry {
        let id = state.withLock { state in
            state.counter += 1
            return state.counter
        }
        let entry = await withTaskCancellationHandler {
            await withCheckedContinuation { (waiter: Waiter) in
                let entry = state.withLock { state -> Entry? in
                    if state.cancelledEarly.contains(id) { return .cancelled }
                    var slot = state.slots[origin] ?? Slot()
                    slot.lastUse = id
                    defer { state.slots[origin] = slot }
                    if let file = slot.file, file.holds(at: now) { return .known(file) }
                    if !slot.isBeingFetched {
                        slot.isBeingFetched = true
                        return .fetch(earlier: slot.file)
                    }
                    slot.waiters.append((id, waiter))
                    return nil
                }
                if let entry { waiter.resume(returning: entry) }
            }
        } onCancel: {
            let waiter = state.withLock { state -> Waiter? in
                state.cancelledEarly.insert(id)
                guard let index = state.slots[origin]?.waiters.firstIndex(where: { $0.id == id }) else { return nil }
                return state.slots[origin]?.waiters.remove(at: index).waiter
            }
            waiter?.resume(returning: .cancelled)
        }
        state.withLock { _ = $0.cancelledEarly.remove(id) }
        return entry
    }

    /// The file was fetched, or found to be unreachable.
    func put(_ file: RobotsFile, for origin: String) {
        let waiters = state.withLock { state -> [Waiter] in
            var slot = state.slots[origin] ?? Slot()
            state.size += file.size - (slot.file?.size ?? 0)
            let waiters = slot.waiters.map(\.waiter)
            slot = Slot(file: file, lastUse: slot.lastUse)
            state.slots[origin] = slot
            tidy(&state, keeping: origin)
            return waiters
        }
        for waiter in waiters { waiter.resume(returning: .known(file)) }
    }

    /// Nothing was learnt. For a reason of ours the next one who waits has the task now; else all who wait are told.
    func giveUp(_ origin: String, because fault: FetchFault) {
        let (waiters, entry) = state.withLock { state -> ([Waiter], Entry) in
            guard var slot = state.slots[origin] else { return ([], .failed(fault)) }
            defer { state.slots[origin] = slot.file == nil && !slot.isBeingFetched ? nil : slot }
            if fault.isOurs, !slot.waiters.isEmpty {
                return ([slot.waiters.removeFirst().waiter], .fetch(earlier: slot.file))
            }
            let waiters = slot.waiters.map(\.waiter)
            slot.waiters = []
            slot.isBeingFetched = false
            return (waiters, .failed(fault))
        }
        for waiter in waiters { waiter.resume(returning: entry) }
    }

    var origins: Int { state.withLock { $0.slots.count } }

    /// Makes room in large steps, so that a sweep over all is rare.
    private func tidy(_ state: inout State, keeping origin: String) {
        guard state.slots.count > mostOrigins || state.size > mostBytes else { return }
        let idle = state.slots.filter { !$0.value.isBeingFetched && $0.key != origin }
        for (key, slot) in idle.sorted(by: { $0.value.lastUse < $1.value.lastUse }) {
            guard state.slots.count > mostOrigins * 3 / 4 || state.size > mostBytes * 3 / 4 else { return }
            state.size -= slot.file?.size ?? 0
            state.slots[key] = nil
        }
    }
}

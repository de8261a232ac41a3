/// Who may send a request now. A state machine without a clock: `now` is in seconds on any clock that only goes forward.
///
/// Each host has a lane with its own queue; lanes that may start a request take turns, so that neither a host with many
/// sources nor one that is slow or paused holds up the others. A decision costs the logarithm of the number of lanes.
struct HostPacing {
    typealias Ticket = UInt64

    private enum Place: Equatable {
        case nowhere
        case ready
        /// In the heap, to be looked at again then.
        case timed(Double)
    }

    private struct Lane {
        var waiting: [(ticket: Ticket, spacing: Double)] = []
        var inFlight = 0
        var nextStart = -Double.infinity
        var heldUntil = -Double.infinity
        var place = Place.nowhere

        var opensAt: Double { max(nextStart, heldUntil) }
    }

    private let settings: PacingSettings
    private var lanes: [HostKey: Lane] = [:]
    /// Lanes in the order of their turns; the first `turned` have had theirs.
    private var ready: [HostKey] = []
    private var turned = 0
    private var timed = MinHeap<HostKey>()
    private var inFlight = 0
    private var sweepAt = 1024

    init(settings: PacingSettings) { self.settings = settings }

    /// Queues a ticket. A result is the seconds for which the host is held instead, when that is beyond patience.
    /// - Parameter spacing: seconds that this ticket asks the next one to wait, where the rule says less.
    mutating func enter(_ ticket: Ticket, _ host: HostKey, spacing: Double = 0, now: Double) -> Double? {
        let lane = lanes[host, default: Lane()]
        if lane.heldUntil - now > settings.patience { return lane.heldUntil - now }
        lanes[host, default: Lane()].waiting.append((ticket, spacing))
        place(host, now: now)
        return nil
    }

    /// Takes a ticket out that was not granted yet; false where there is none.
    mutating func withdraw(_ ticket: Ticket, _ host: HostKey) -> Bool {
        guard let index = lanes[host]?.waiting.firstIndex(where: { $0.ticket == ticket }) else { return false }
        lanes[host]?.waiting.remove(at: index)
        return true
    }

    /// A granted request is over.
    mutating func leave(_ host: HostKey, now: Double) {
        guard let count = lanes[host]?.inFlight, count > 0 else { return }
        lanes[host]?.inFlight = count - 1
        inFlight -= 1
        place(host, now: now)
    }

    /// Starts nothing at `host` for `seconds`; never shortens a pause. The tickets that will not wait that long.
    mutating func hold(_ host: HostKey, seconds: Double, now: Double) -> [Ticket] {
        guard seconds > 0 else { return [] }
        var lane = lanes[host, default: Lane()]
        lane.heldUntil = max(lane.heldUntil, now + seconds)
        var refused: [Ticket] = []
        if lane.heldUntil - now > settings.patience {
            refused = lane.waiting.map(\.ticket)
            lane.waiting = []
        }
        lanes[host] = lane
        place(host, now: now)
        return refused
    }

    /// Seconds for which `host` is still held; 0 where it is not.
    func held(_ host: HostKey, now: Double) -> Double { max(0, (lanes[host]?.heldUntil ?? now) - now) }

    /// Grants what may start now, in fair order, and says when to ask again if nothing else happens before.
    mutating func grants(now: Double) -> (granted: [Ticket], wakeAt: Double?) {
        sweep(now: now)
        while let (at, host) = timed.first, at <= now {
            _ = timed.removeFirst()
            // A lane that was placed anew since has another entry.
            guard lanes[host]?.place == .timed(at) else { continue }
            lanes[host]?.place = .nowhere
            place(host, now: now)
        }
        var granted: [Ticket] = []
        while inFlight < settings.total, turned < ready.count {
            let host = ready[turned]
            turned += 1
            guard var lane = lanes[host] else { continue }
            lane.place = .nowhere
            let rule = settings.rule(for: host)
            if !lane.waiting.isEmpty, lane.inFlight < rule.inFlight, lane.opensAt <= now {
                let (ticket, spacing) = lane.waiting.removeFirst()
                granted.append(ticket)
                lane.inFlight += 1
                lane.nextStart = now + max(rule.spacing, spacing)
                inFlight += 1
            }
            lanes[host] = lane
            place(host, now: now)
        }
        if turned > 256, turned * 2 > ready.count {
            ready.removeFirst(turned)
            turned = 0
        }
        return (granted, timed.first?.at)
    }

    /// Puts a lane where its next turn comes from. Does nothing for one that has its place already, unless its time moved.
    private mutating func place(_ host: HostKey, now: Double) {
        guard var lane = lanes[host], lane.place != .ready else { return }
        guard !lane.waiting.isEmpty, lane.inFlight < settings.rule(for: host).inFlight else { return }
        if lane.opensAt > now {
            guard lane.place != .timed(lane.opensAt) else { return }
            lane.place = .timed(lane.opensAt)
            timed.insert(lane.opensAt, host)
        } else {
            lane.place = .ready
            ready.append(host)
        }
        lanes[host] = lane
    }

    /// Forgets lanes that are empty and have nothing to remember, once there are twice as many as after the last sweep.
    private mutating func sweep(now: Double) {
        guard lanes.count >= sweepAt else { return }
        lanes = lanes.filter { $0.value.inFlight > 0 || !$0.value.waiting.isEmpty || $0.value.opensAt > now }
        sweepAt = max(1024, lanes.count * 2)
    }
}

/// A binary heap by time; equal times come in any order.
struct MinHeap<Element> {
    private var entries: [(at: Double, element: Element)] = []

    var first: (at: Double, element: Element)? { entries.first }

    mutating func insert(_ at: Double, _ element: Element) {
        entries.append((at, element))
        var child = entries.count - 1
        while child > 0, entries[child].at < entries[(child - 1) / 2].at {
            entries.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    mutating func removeFirst() -> (at: Double, element: Element)? {
        guard let first = entries.first, let last = entries.popLast() else { return nil }
        guard !entries.isEmpty else { return first }
        entries[0] = last
        var parent = 0
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2]
            where child < entries.count && entries[child].at < entries[least].at {
                least = child
            }
            guard least != parent else { return first }
            entries.swapAt(least, parent)
            parent = least
        }
    }
}

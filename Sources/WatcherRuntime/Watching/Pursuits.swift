internal import Foundation
internal import Ledger

/// The further documents that are being asked for now, few of one host: one that hangs must not hold what waits for
/// others.
struct Pursuits {
    static let most = 32
    static let mostOfOneHost = 4

    /// The host that is asked for each.
    private var hosts: [StoredItemID: String] = [:]

    var isEmpty: Bool { hosts.isEmpty }

    /// Takes what there is room for, in the order of `due`; what is under way already is not begun again.
    mutating func begin(_ due: [AwaitingItem]) -> [AwaitingItem] {
        var begun: [AwaitingItem] = []
        for awaiting in due where hosts[awaiting.id] == nil && hosts.count < Self.most {
            let host = URL(string: awaiting.document.url)?.host() ?? awaiting.document.url
            guard hosts.values.count(where: { $0 == host }) < Self.mostOfOneHost else { continue }
            hosts[awaiting.id] = host
            begun.append(awaiting)
        }
        return begun
    }

    mutating func end(_ id: StoredItemID) { hosts[id] = nil }
}

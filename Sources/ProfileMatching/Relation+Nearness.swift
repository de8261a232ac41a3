package import TriggerModel

/// Where what happens comes from, seen from the account.
package enum RelationDirection: String, Sendable {
    /// At the account or with its people.
    case own
    /// From those it buys from.
    case upstream
    /// From those it sells to.
    case downstream
    /// From those around it.
    case sideways
}

extension Relation {
    /// Where 0 is nearest: where one account is touched twice by an event, the nearest relation is the reason.
    ///
    /// What happens to the account comes before what happens around it; then whoever forces its hand soonest.
    var rank: Int {
        switch self {
        case .itself: 0
        case .person: 1
        case .rival: 2
        case .incumbent: 3
        case .customer: 4
        case .supplier: 5
        case .industry: 6
        case .market: 7
        }
    }

    /// Steps from the account to whom it happened to: itself, those it deals with, all around it.
    package var distance: Int {
        switch self {
        case .itself: 0
        case .rival, .incumbent, .customer, .supplier, .person: 1
        case .industry, .market: 2
        }
    }

    package var direction: RelationDirection {
        switch self {
        case .itself, .person: .own
        case .incumbent, .supplier: .upstream
        case .customer: .downstream
        case .rival, .industry, .market: .sideways
        }
    }
}

import TriggerModel

extension Relation {
    /// 0 is nearest: where one account is touched twice by an event, the nearest relation is the reason.
    ///
    /// What happens to the account comes before what happens around it; then whoever forces its hand soonest.
    var distance: Int {
        switch self {
        case .itself: 0
        case .rival: 1
        case .incumbent: 2
        case .customer: 3
        case .supplier: 4
        case .person: 5
        case .industry: 6
        case .market: 7
        }
    }
}

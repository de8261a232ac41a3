/// The companies that a name may mean, in the order of the accounts.
///
/// Nearly always one, which stands here itself: a list of its own would have to be fetched and counted for every name.
enum Candidates: RandomAccessCollection, Hashable, Sendable {
    case one(Int32)
    /// Not one.
    case several([Int32])

    init(_ companies: [Int32]) {
        self = companies.count == 1 ? .one(companies[0]) : .several(companies)
    }

    var startIndex: Int { 0 }

    var endIndex: Int {
        switch self {
        case .one: 1
        case .several(let companies): companies.count
        }
    }

    subscript(index: Int) -> Int32 {
        switch self {
        case .one(let company):
            precondition(index == 0)
            return company
        case .several(let companies): return companies[index]
        }
    }
}

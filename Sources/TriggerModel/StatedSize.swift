/// A number of people or a sum as a source states it: exactly, or within bounds.
///
/// A notice that 120 employees are affected says that there are at least 120.
package struct StatedSize: Hashable, Sendable, Codable {
    /// nil: nothing is said of how few.
    package var least: Int?
    /// nil: nothing is said of how many.
    package var most: Int?

    package init(least: Int? = nil, most: Int? = nil) {
        self.least = least
        self.most = most
    }

    /// nil where only bounds are said.
    package var exact: Int? { least == most ? least : nil }

    /// Whatever the number is, it is in `range`.
    package func isWithin(_ range: ClosedRange<Int>) -> Bool {
        let isLowEnough = range.upperBound == .max || most.map { $0 <= range.upperBound } ?? false
        let isHighEnough = range.lowerBound == .min || least.map { $0 >= range.lowerBound } ?? false
        return isLowEnough && isHighEnough && self != StatedSize()
    }

    /// Whatever the number is, it is not in `range`.
    package func isOutside(_ range: ClosedRange<Int>) -> Bool {
        (most.map { $0 < range.lowerBound } ?? false) || (least.map { $0 > range.upperBound } ?? false)
    }
}

extension StatedSize: ExpressibleByIntegerLiteral {
    package init(integerLiteral value: Int) { self.init(least: value, most: value) }
}

extension StatedSize: CustomStringConvertible {
    package var description: String {
        switch (least, most) {
        case (let low?, let high?): low == high ? "\(low)" : "\(low) to \(high)"
        case (let low?, nil): "at least \(low)"
        case (nil, let high?): "at most \(high)"
        case (nil, nil): "not known"
        }
    }
}

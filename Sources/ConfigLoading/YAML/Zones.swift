import Foundation

/// Knows time zone names.
enum Zones {
    /// An IANA name that this machine's zone data has; abbreviations such as EST are refused because they name an
    /// offset, not a place with its summer time.
    static func isKnown(_ name: String) -> Bool {
        name == "UTC" || (name.contains("/") && TimeZone(identifier: name) != nil)
    }
}

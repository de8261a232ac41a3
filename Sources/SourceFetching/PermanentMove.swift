package import CurlTransfer

/// Where a source has moved for good.
package enum PermanentMove {
    /// The address to ask from now on, as far as an unbroken row of permanent redirects (301, 308) leads from `url`; nil
    /// where the first one is temporary, or there is none.
    ///
    /// A temporary redirect ends the row: what stands behind it may be elsewhere tomorrow. A row that gives up https is no
    /// move. One answer is no proof either: the ledger counts equal ones. Without user and password.
    package static func target(of redirects: [Redirect], from url: String) -> String? {
        guard starts(redirects, at: url), let start = redirects.first?.from else { return nil }
        var place = start
        for redirect in redirects {
            guard redirect.isPermanent, redirect.from.isSamePlace(as: place) else { break }
            guard redirect.to.isSecure || !place.isSecure else { return nil }
            place = redirect.to
        }
        return place.isSamePlace(as: start) ? nil : place.redacted
    }

    /// True where `redirects` lead away from `url`, and not from a place that it moved to before.
    package static func starts(_ redirects: [Redirect], at url: String) -> Bool {
        guard let first = redirects.first, let start = try? TransferURL(url) else { return false }
        return first.from.isSamePlace(as: start)
    }
}

extension TransferURL {
    /// Equal but for what does not count in an address: case of the host, a default port, user and password.
    fileprivate func isSamePlace(as other: TransferURL) -> Bool { origin == other.origin && target == other.target }
}

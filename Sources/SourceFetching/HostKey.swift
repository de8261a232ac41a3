import CLibPSL
package import CurlTransfer

/// Whom requests are counted against: one operator's machines, as far as a name tells.
///
/// A name counts by its registrable domain (Public Suffix List), whatever its port: `www.sec.gov` and `data.sec.gov` are
/// `sec.gov`. A public suffix or a single label counts as itself. An address literal counts with its port, since several
/// parties may share an address.
package struct HostKey: Hashable, Sendable, CustomStringConvertible {
    package let description: String

    package init(_ url: TransferURL) {
        if IPAddress(url.host) != nil {
            description = url.host.contains(":") ? "[\(url.host)]:\(url.port)" : "\(url.host):\(url.port)"
        } else {
            description = HostKey.registrableDomain(of: url.host)
        }
    }

    /// For settings and tests: a registrable domain, or an address with its port, as `description` prints it.
    package init(named name: String) { description = name }

    private static func registrableDomain(of host: String) -> String {
        let name = host.hasSuffix(".") ? String(host.dropLast()) : host
        // The result points into the argument, so it is copied before that goes.
        return name.withCString { pointer in
            psl_registrable_domain(list, pointer).map { String(cString: $0) } ?? name
        }
    }

    /// The newer of the system's list and libpsl's own; read-only and never freed, so every thread may ask it.
    private nonisolated(unsafe) static let list: OpaquePointer? = psl_latest(nil) ?? psl_builtin()
}

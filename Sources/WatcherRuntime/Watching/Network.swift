internal import ConfigLoading
internal import CurlTransfer
internal import SourceFetching

/// The transfer loop and the fetcher of one configuration.
struct Network: Sendable {
    let fetcher: Fetcher
    private let loop: TransferLoop
    private let gate: HostGate
    private let pacing: PacingSettings

    /// Idle connections kept for reuse, whatever the number of transfers: one for each of this many hosts.
    private static let connections = 256

    /// - Parameter earlier: the network of the configuration before a reload; hosts that asked to be left alone are
    ///   left alone by the new one too.
    /// - Throws: `CommandFailure` that names the entry of `network.allow` that is no address.
    init(_ settings: Settings, clock: RuntimeClock, after earlier: Network? = nil) throws {
        let addresses: AddressPolicy
        do throws(AddressEntryError) {
            addresses = try AddressPolicy(allowing: settings.network.allow)
        } catch {
            throw CommandFailure(.configuration, "network.allow: \(error)")
        }
        loop = TransferLoop(
            configuration: TransferConfiguration(
                userAgent: UserAgent.text(version: WhynowVersion.current, contact: settings.contact),
                addresses: addresses, maxConcurrent: settings.network.transfers,
                connectionCacheSize: max(Self.connections, settings.network.transfers)))
        let network = settings.network
        var pacing = PacingSettings(
            total: network.transfers,
            standard: PacingSettings.Rule(inFlight: network.transfersPerHost, spacing: 0))
        pacing.rules["sec.gov"] = PacingSettings.Rule(
            inFlight: network.transfersPerHost, spacing: 1 / Double(network.secRequestsPerSecond))
        self.pacing = pacing
        gate = earlier.flatMap { $0.pacing == pacing ? $0.gate : nil } ?? HostGate(settings: pacing)
        fetcher = Fetcher(
            loop: loop, gate: gate,
            settings: FetchSettings(
                contact: settings.contact, timeout: .seconds(settings.limits.transferSeconds),
                maxBodyBytes: settings.limits.documentBytes, maxRedirects: settings.limits.redirects),
            wallClock: { clock.now() })
    }

    func shutDown() { loop.shutDown() }
}

internal import ConfigLoading
internal import CurlTransfer
internal import SourceFetching

/// The transfer loop and the fetcher of one configuration.
struct Network: Sendable {
    let fetcher: Fetcher
    private let loop: TransferLoop

    /// - Throws: `CommandFailure` that names the entry of `network.allow` that is no address.
    init(_ settings: Settings, clock: RuntimeClock) throws {
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
                connectionCacheSize: settings.network.transfers))
        let network = settings.network
        var pacing = PacingSettings(
            total: network.transfers,
            standard: PacingSettings.Rule(inFlight: network.transfersPerHost, spacing: 0))
        pacing.rules["sec.gov"] = PacingSettings.Rule(
            inFlight: network.transfersPerHost, spacing: 1 / Double(network.secRequestsPerSecond))
        fetcher = Fetcher(
            loop: loop, gate: HostGate(settings: pacing),
            settings: FetchSettings(
                contact: settings.contact, timeout: .seconds(settings.limits.transferSeconds),
                maxBodyBytes: settings.limits.documentBytes, maxRedirects: settings.limits.redirects),
            wallClock: { clock.now() })
    }

    func shutDown() { loop.shutDown() }
}

/// How politely hosts are asked.
package struct PacingSettings: Hashable, Sendable {
    /// What holds for one registrable host.
    package struct Rule: Hashable, Sendable {
        /// Requests at a time, 1 or more.
        package var inFlight: Int
        /// Seconds from the start of one request to the start of the next.
        package var spacing: Double

        package init(inFlight: Int, spacing: Double) {
            self.inFlight = max(1, inFlight)
            self.spacing = max(0, spacing)
        }
    }

    /// Requests at a time over all hosts, 1 or more.
    package var total: Int
    package var standard: Rule
    /// By registrable domain. SEC's published limit is 10 requests a second over all machines of a user; ours is 2,
    /// because callers just under the limit were blocked all the same.
    package var rules: [String: Rule]
    /// Seconds that a request waits for a host which asked us to stay away; a longer pause is reported instead.
    package var patience: Double

    package init(
        total: Int = 64, standard: Rule = Rule(inFlight: 2, spacing: 0.2),
        rules: [String: Rule] = ["sec.gov": Rule(inFlight: 2, spacing: 0.5)], patience: Double = 5
    ) {
        self.total = max(1, total)
        self.standard = standard
        self.rules = rules
        self.patience = max(0, patience)
    }

    func rule(for host: HostKey) -> Rule { rules[host.description] ?? standard }
}

import TriggerModel

/// What is known of one origin's robots.txt.
struct RobotsFile: Sendable, Equatable {
    enum Content: Sendable, Equatable {
        /// It was read, or there is none: 4xx (RFC 9309, 2.3.1.3).
        case rules(RobotsRules)
        /// It could not be had, for this reason: nothing may be fetched (2.3.1.4).
        case unreachable(String)
    }

    var content: Content
    var fetchedAt: Timestamp
    /// Seconds.
    var lifetime: Int
    /// Since when every attempt failed; nil for the last one did not.
    var unreachableSince: Timestamp?

    /// A day (2.4), and at least an hour, whatever Cache-Control says.
    static let longestLife = 86_400
    static let shortestLife = 3_600
    /// How soon a file that could not be had is asked for again.
    static let retry = 600
    /// A file that could not be had for so long counts as absent (2.3.1.4).
    static let patience = 30 * 86_400

    static func read(_ rules: RobotsRules, at time: Timestamp, cacheSeconds: Int?) -> RobotsFile {
        RobotsFile(
            content: .rules(rules), fetchedAt: time,
            lifetime: min(max(cacheSeconds ?? longestLife, shortestLife), longestLife))
    }

    /// What a failed attempt leaves: the rules known before go on to hold (2.4), and without any nothing is allowed, until
    /// patience is over.
    static func failed(_ reason: String, at time: Timestamp, earlier: RobotsFile?) -> RobotsFile {
        let since = min(earlier?.unreachableSince ?? time, time)
        var content = Content.unreachable(reason)
        if case .rules(let rules)? = earlier?.content { content = .rules(rules) }
        if case .unreachable = content, time.seconds(since: since) >= patience { content = .rules(.everything) }
        return RobotsFile(content: content, fetchedAt: time, lifetime: retry, unreachableSince: since)
    }

    /// False once it is old, and when the clock was set back behind its fetch.
    func holds(at now: Timestamp) -> Bool { (0..<lifetime).contains(now.seconds(since: fetchedAt)) }

    var size: Int {
        switch content {
        case .rules(let rules): rules.size
        case .unreachable(let reason): reason.utf8.count + 64
        }
    }
}

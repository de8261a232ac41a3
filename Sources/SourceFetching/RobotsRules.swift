/// What a robots.txt file says to us (RFC 9309). Pure; time grows with the size of the file.
///
/// Only what concerns us is kept: the rules of every group for our product token, merged (2.2.1), or of the groups for
/// `*` where none names us. The longest pattern that matches decides, and Allow wins a tie (2.2.2). Beyond the RFC:
/// `Crawl-delay` is read, a pattern without a slash at the start is taken to have one, and the misspellings of "disallow"
/// that are met in the wild count, since a page fewer is better than an unwelcome visit.
struct RobotsRules: Sendable, Equatable {
    enum Verdict: Hashable, Sendable {
        case allowed
        /// By the line of this number, 1 for the first, which says so much.
        case refused(line: Int, text: String)
    }

    /// The name that a group is addressed to us by.
    static let productToken = "whynow"
    /// What of a file is read; RFC 9309, 2.5 asks for no less.
    static let mostBytes = 500 * 1024
    /// Rules kept for us; honest files have hundreds.
    private static let mostRules = 10_000

    private(set) var rules: [RobotsPattern] = []
    /// Seconds between two requests, as asked for; nil unsaid.
    private(set) var crawlDelay: Double?

    /// Nothing is refused.
    static let everything = RobotsRules()

    private init() {}

    /// Reads a file of any bytes; beyond `mostBytes` it is not looked at, nor is a line that is cut there.
    init(_ file: [UInt8]) {
        var ours = RobotsGroup()
        var anybodys = RobotsGroup()
        // The group that is being read: to whom it speaks, and whether its rules began.
        var speaks = (toUs: false, toAnybody: false)
        var hasRules = false
        for (number, line) in RobotsLine.lines(of: file, atMost: Self.mostBytes) {
            switch line {
            case .agent(let token):
                if hasRules {
                    speaks = (false, false)
                    hasRules = false
                }
                speaks.toUs = speaks.toUs || token == Self.productToken
                speaks.toAnybody = speaks.toAnybody || token == "*"
                if token == Self.productToken { ours.isThere = true }
            case .rule(let isAllow, let path):
                hasRules = true
                guard let pattern = RobotsPattern(path, isAllow: isAllow, line: number) else { continue }
                if speaks.toUs, ours.rules.count < Self.mostRules { ours.rules.append(pattern) }
                if speaks.toAnybody, anybodys.rules.count < Self.mostRules { anybodys.rules.append(pattern) }
            case .crawlDelay(let seconds):
                if speaks.toUs { ours.crawlDelay = max(seconds, ours.crawlDelay ?? 0) }
                if speaks.toAnybody { anybodys.crawlDelay = max(seconds, anybodys.crawlDelay ?? 0) }
            }
        }
        let group = ours.isThere ? ours : anybodys
        rules = group.rules
        crawlDelay = group.crawlDelay
    }

    /// - Parameter target: path and query as they are sent; a fragment is none of the site's business.
    func verdict(on target: String) -> Verdict {
        let path = RobotsPattern.normalised(Array(target.utf8), isPattern: false)
        if path == Array("/robots.txt".utf8) { return .allowed }
        var decisive: RobotsPattern?
        for rule in rules where rule.isStronger(than: decisive) && rule.matches(path) { decisive = rule }
        guard let decisive, !decisive.isAllow else { return .allowed }
        return .refused(line: decisive.line, text: decisive.description)
    }

    /// Bytes of memory, roughly.
    var size: Int { rules.reduce(64) { $0 + $1.size } }
}

private struct RobotsGroup {
    var isThere = false
    var rules: [RobotsPattern] = []
    var crawlDelay: Double?
}

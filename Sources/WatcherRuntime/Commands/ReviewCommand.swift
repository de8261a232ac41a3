internal import ConfigLoading
internal import Foundation
internal import Ledger
internal import TriggerModel

/// `whynow review`: names that may mean more than one account, and what a person says they mean.
package struct ReviewCommand {
    private let directory: String
    private let clock: RuntimeClock
    private let output: CommandOutput

    package init(directory: String, clock: RuntimeClock, output: CommandOutput) {
        self.directory = directory
        self.clock = clock
        self.output = output
    }

    private struct Line: Encodable {
        var item: Int64
        var name: String
        var candidates: [String]
        var at: Timestamp
        var source: String
        var title: String
        var url: String?
    }

    /// The open ones, newest first.
    package func list(json: Bool) throws -> ExitCode {
        let settings = try StartConfiguration.load(directory).configuration.settings
        let ledger = try Workplace.openForReading(settings)
        let lines = JSONLines()
        var table = TextTable(["item", "name", "may be", "seen", "told by"])
        let open = try ledger.openReviews()
        for review in open {
            guard let item = try ledger.item(StoredItemID(review.item))?.item else { continue }
            let title = item.title ?? item.id
            if json {
                output.data(
                    try lines.line(
                        Line(
                            item: review.item, name: review.name, candidates: review.candidates, at: review.at,
                            source: item.source, title: title, url: item.url)))
            } else {
                table.add([
                    "\(review.item)", TextTable.oneLine(review.name, limit: 40),
                    review.candidates.joined(separator: " or "), TextTable.minute(review.at),
                    "\(item.source): \(TextTable.oneLine(title, limit: 80))",
                ])
            }
        }
        if json { return .ok }
        guard !open.isEmpty else {
            output.line("No name waits for a decision.")
            return .ok
        }
        for line in table.lines { output.line(line) }
        output.talk("decide with: whynow review decide ITEM NAME ACCOUNT|none --author YOU")
        return .ok
    }

    /// - Parameter account: an account's id, or `none`.
    package func decide(item: Int64, name: String, account: String, author: String) throws -> ExitCode {
        let configuration = try StartConfiguration.load(directory).configuration
        let isNone = account == "none"
        guard isNone || configuration.account(account) != nil else {
            throw CommandFailure(.data, "there is no account '\(account)'; say an account's id, or none")
        }
        let ledger = try ReportingState.open(configuration.settings)
        let isKept = try ledger.commit(at: clock.now()) {
            try $0.decide(
                name, in: StoredItemID(item), account: isNone ? "" : account,
                author: TextTable.oneLine(author, limit: 100))
        }
        guard isKept else {
            throw CommandFailure(.data, "item \(item) has no name '\(name)' on the list; 'whynow review' shows it")
        }
        output.line("\"\(name)\" in item \(item) is \(isNone ? "none of our accounts" : account)")
        return .ok
    }
}

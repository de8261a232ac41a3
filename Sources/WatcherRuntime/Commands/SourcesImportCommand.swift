internal import ConfigLoading
internal import Ledger
internal import TriggerModel

/// `whynow sources import FILE.opml`: adds every feed of a subscription list that is not watched yet, at once.
package struct SourcesImportCommand {
    private let directory: String
    private let output: CommandOutput

    /// A list is at most as large as a document.
    private static let largestFile = 8 << 20

    package init(directory: String, output: CommandOutput) {
        self.directory = directory
        self.output = output
    }

    /// - Parameter groupPrefix: ids begin with the names of the list's groups.
    package func run(file: String, groupPrefix: Bool) throws -> ExitCode {
        let bytes = try FileBytes.read(file, limit: Self.largestFile)
        let list: OPML.Reading
        do throws(OPML.Fault) {
            list = try OPML.read(bytes).get()
        } catch {
            throw CommandFailure(.data, "\(file): \(error)")
        }
        for damage in list.damageLines { output.talk("\(file): warning: \(damage)") }
        let files = SourceFiles(directory: directory)
        let plan = ImportPlan(
            list.feeds, sources: try StartConfiguration.load(directory).configuration.sources, taken: files.takenIDs(),
            listName: file, groupPrefix: groupPrefix)
        if !plan.entries.isEmpty {
            do throws(SourceFiles.Fault) {
                let change = try files.add(plan.entries)
                for entry in plan.entries {
                    output.line("\(entry.id)  \(entry.url)\(entry.isEnabled ? "" : "  (off)")")
                }
                output.talk(
                    "\(CycleSummary.counted(plan.entries.count, "source")) added to \(change.file), from line "
                        + "\(change.line) on. \(SourcesCommands.takesEffect)")
            } catch {
                throw CommandFailure(error)
            }
        }
        for skipped in plan.skipped { output.talk("skipped: \(skipped.url): \(skipped.reason)") }
        if plan.entries.isEmpty {
            output.talk(
                list.feeds.isEmpty
                    ? "\(file): the list is empty; nothing to add"
                    : "Nothing was added: all \(list.feeds.count) are skipped, as said above.")
        }
        return .ok
    }
}

/// Which feeds of a list become sources, and why the others do not. Pure.
struct ImportPlan {
    private(set) var entries: [SourceEntry] = []
    private(set) var skipped: [(url: String, reason: String)] = []

    init(_ feeds: [OPMLFeed], sources: [Source], taken: Set<String>, listName: String, groupPrefix: Bool) {
        var known: [CanonicalLink: String] = [:]
        for source in sources {
            CanonicalLink(SourceEntry.plainAddress(source.url)).map {
                known[$0] = known[$0] ?? "is source \(source.id) already"
            }
        }
        var taken = taken
        for feed in feeds {
            // An exported address keeps its placeholders.
            let address = SourceEntry.plainAddress(feed.url)
            guard let link = CanonicalLink(address), SourceEntry.isWebAddress(address) else {
                skipped.append(
                    (
                        String(feed.url.prefix(200)),
                        feed.url.contains("@") && feed.url.contains("://")
                            ? "holds a user name or password; a source is fetched without one"
                            : "is no web address (http or https)"
                    ))
                continue
            }
            if let reason = known[link] {
                skipped.append((feed.url, reason))
                continue
            }
            let group = feed.group.filter { !$0.isEmpty }.joined(separator: " / ")
            let id = SourceEntry.freeID(name: feed.title, url: feed.url, prefix: groupPrefix ? group : "") {
                taken.contains($0)
            }
            taken.insert(id)
            known[link] = "stands in the list before, as \(id)"
            entries.append(
                SourceEntry(
                    id: id, url: feed.url, name: feed.title ?? id, isEnabled: !feed.isSwitchedOff,
                    comment: "From \(listName.split(separator: "/").last ?? "stdin")"
                        + (group.isEmpty ? "." : ", group \(group).")))
        }
    }
}

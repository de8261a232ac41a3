import Foundation
import Ledger
import Testing
import TriggerModel

extension CommandSuite {
    @Suite("whynow demo")
    struct DemoTests {
        private let folder: TemporaryFolder
        private var demo: String { folder.path + "/demo" }

        init() throws { folder = try TemporaryFolder() }

        @Test("leaves the promised layout, at least three alerts and one mail, and a second cycle finds nothing new")
        func wholeStory() throws {
            let run = try BuiltProgram.run(["demo", "--keep", demo])
            #expect(run.exitCode == 0, "\(run.talk)")
            try expectStory(run, today: Timestamp(seconds: Int(Date().timeIntervalSince1970)).day)
        }

        @Test("works the same two years ahead", arguments: ["2028-11-21T09:30:00Z", "2028-02-29T23:59:30Z"])
        func twoYearsAhead(now: String) throws {
            let run = try BuiltProgram.run(["demo", "--keep", demo, "--now", now])
            #expect(run.exitCode == 0, "\(run.talk)")
            try expectStory(run, today: try #require(Timestamp(rfc3339: now)).day)
        }

        @Test("says where its temporary directory is when none is named")
        func temporaryDirectory() throws {
            let run = try BuiltProgram.run(["demo"], environment: ["TMPDIR": folder.path])
            #expect(run.exitCode == 0, "\(run.talk)")
            let made = folder.names("")
            #expect(made.count == 1)
            let path = "\(folder.path)/\(try #require(made.first))"
            #expect(run.text.contains(path))
            #expect(FileManager.default.fileExists(atPath: path + "/state/whynow.sqlite"))
        }

        @Test("refuses a directory that holds something else with 73, and touches nothing in it")
        func foreignDirectory() throws {
            try folder.write("mine", to: "demo/config/whynow.yaml")
            try folder.write("mine too", to: "demo/notes.txt")
            let before = try TemporaryFolder.tree(demo)
            let run = try BuiltProgram.run(["demo", "--keep", demo])
            #expect(run.exitCode == 73)
            #expect(run.text.isEmpty)
            #expect(run.talk.contains(demo) && run.talk.contains("not made by a demo"))
            #expect(try TemporaryFolder.tree(demo) == before)
        }

        @Test("refuses a file and a place that cannot be made with 73")
        func unusablePlaces() throws {
            let file = try folder.write("a file", to: "plain")
            for place in [file, file + "/below"] {
                let run = try BuiltProgram.run(["demo", "--keep", place])
                #expect(run.exitCode == 73, "\(place): \(run.talk)")
                #expect(run.text.isEmpty)
            }
            #expect(try String(contentsOfFile: file, encoding: .utf8) == "a file")
        }

        @Test("uses an empty directory, and a demo's own directory again, from the start")
        func reusedDirectory() throws {
            try FileManager.default.createDirectory(atPath: demo, withIntermediateDirectories: true)
            let now = ["--now", "2027-03-03T10:00:00Z"]
            #expect(try BuiltProgram.run(["demo", "--keep", demo] + now).exitCode == 0)
            let first = TemporaryFolder.names(demo + "/queue/new")
            try folder.write("left over", to: "demo/queue/new/stray.json")
            #expect(try BuiltProgram.run(["demo", "--keep", demo] + now).exitCode == 0)
            #expect(TemporaryFolder.names(demo + "/queue/new") == first)
            #expect(first.count >= 3)
        }

        // MARK: The story

        private func expectStory(_ run: BuiltProgram.Run, today: CalendarDay) throws {
            #expect(
                TemporaryFolder.names(demo).filter { !$0.hasPrefix(".") }
                    == ["config", "digest", "queue", "sources", "spool", "state"])
            #expect(TemporaryFolder.names(demo + "/queue") == ["cur", "new", "tmp"])
            #expect(TemporaryFolder.names(demo + "/spool") == ["cur", "failed", "new", "tmp"])
            for empty in ["queue/tmp", "queue/cur", "spool/tmp", "spool/cur", "spool/failed"] {
                #expect(TemporaryFolder.names("\(demo)/\(empty)").isEmpty, "\(empty)")
            }
            #expect(TemporaryFolder.names(demo + "/state").contains("whynow.sqlite"))
            #expect(TemporaryFolder.names(demo + "/digest") == ["dana.html", "dana.txt", "miguel.html", "miguel.txt"])
            let mails = TemporaryFolder.names(demo + "/spool/new")
            #expect(mails.count == 2)

            let alerts = try TemporaryFolder.files(demo + "/queue/new").mapValues { try JSONValue($0) }
            #expect(alerts.count >= 3)
            for (name, alert) in alerts { try CloudEventCheck.expect(alert, fileName: name) }
            let told = alerts.values.map {
                "\($0["data"]?["account"]?["id"]?.text ?? "") \($0["data"]?["trigger"]?.text ?? "")"
            }
            #expect(
                told.sorted() == [
                    "bellmont ma.agreement", "bellmont regulation.new_for_industry", "harrowgate leadership.cfo",
                    "kestrel cyber.incident", "northquay layoff", "prairieoak regulation.new_for_industry",
                    "prospect:alder-ridge-castings-inc contract.won", "tarnhollow regulation.new_for_industry",
                    "valmere funding.round",
                ])

            let ledger = try WatchLedger(path: demo + "/state/whynow.sqlite", mode: .readOnly)
            // Told by a press release, a newspaper and the company's own newsroom: one event, one alert.
            let chief = try #require(try ledger.events(naming: "harrowgate").first { $0.trigger == "leadership.cfo" })
            #expect(try ledger.events(naming: "harrowgate").count == 1)
            #expect(Set(chief.tellers.map(\.source)) == ["harrowgate-newsroom", "morning-tally", "release-wire"])
            #expect(try ledger.alerts(ofEvent: chief.id).count == 1)
            // A rule for an industry is a campaign, and a company that nobody sells to is no account's.
            let rule = try #require(alerts.values.first { $0["data"]?["account"]?["id"]?.text == "tarnhollow" })
            let event = try #require(rule["data"]?["event"]?.text)
            #expect(try ledger.campaign(ofEvent: event)?.calls.map(\.rank) == [1, 2, 3])
            // The filing waited for its index page, whose period of report is the day it happened.
            let incident = try #require(try ledger.events(naming: "kestrel").first { $0.trigger == "cyber.incident" })
            #expect(incident.dateBasis == .period)
            #expect(incident.date <= today.adding(days: -2))
            let filing = try #require(try ledger.items(telling: incident.id).first)
            #expect(filing.item.filing?.period == incident.date)
            #expect(filing.outcome == .alerted)
            #expect(try ledger.conservation(on: filing.firstSeen.day, source: "edgar-8k").items.awaiting == 1)
            #expect(try ledger.conservation(on: filing.firstSeen.day, source: "edgar-8k").settled.alerted == 1)
            // Nothing that only looks like a reason became one.
            for lookAlike in [
                "lanternpost-70312", "lanternpost-70313", "lanternpost-70314", "courier-5503",
                "tag:capital-notes.example,2020:aubepine-iv", "0009900102-26-000003",
            ] {
                let items = try ledger.items(matching: lookAlike)
                #expect(items.map(\.outcome) == [.gated], "\(lookAlike)")
                #expect(items.first?.events == [], "\(lookAlike)")
            }
            let rumour = try #require(try ledger.items(matching: "courier-5502").first)
            #expect(rumour.outcome == .told)
            #expect(try rumour.events.allSatisfy { try ledger.alerts(ofEvent: $0).isEmpty })

            // Both cycles: all that was read has one outcome, and the second read nothing.
            let status = try ledger.status(on: filing.firstSeen.day)
            #expect(status.isBalanced)
            #expect(status.pollsToday == 14)
            #expect(status.itemsToday == status.newItemsToday)
            #expect(status.alerts == alerts.count)
            #expect(try ledger.openFaults().isEmpty)
            try ledger.close()

            // What a person sees: the alert on stdout with where everything lies, the progress on stderr.
            #expect(run.text.contains("Harrowgate Precision plc"))
            #expect(run.text.contains("digest/dana.html"))
            #expect(run.lines.contains { $0.hasPrefix("  second") && $0.contains(" 0 new, 0 alerts, 0 mails") })
            #expect(!run.text.contains("[1/3]") && run.talk.contains("[1/3]"))
        }
    }
}

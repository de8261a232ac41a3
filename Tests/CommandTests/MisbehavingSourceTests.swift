import Foundation
import Ledger
import LoopbackServer
import Testing
import TriggerModel

extension CommandSuite {
    /// Promise 6: a bad part never stops the rest.
    @Suite("Sources that misbehave")
    struct MisbehavingSourceTests {
        private static let now = Timestamp(seconds: 1_795_003_500)

        /// A source that goes wrong, and the name under which that is known.
        struct Wrong: CustomTestStringConvertible {
            var id: String
            var route: LoopbackRoute
            /// The open fault.
            var fault: String
            /// Items that are read although something is wrong.
            var items: Int = 0

            var testDescription: String { id }
        }

        private static let feed = FeedText.atom(
            "Anybody",
            (1...3).map {
                Story(
                    id: "plain-\($0)", title: "Nothing of note happened, part \($0)", at: now.adding(seconds: -60 * $0))
            })

        private static let wrongs: [Wrong] = [
            Wrong(id: "drip", route: .always(.text(feed, manner: .drip(milliseconds: 400))), fault: "timeout"),
            Wrong(id: "endless", route: .always(.text(feed, manner: .endless)), fault: "too-large"),
            Wrong(id: "silent", route: .always(.text("", manner: .silence)), fault: "timeout"),
            Wrong(id: "hang-up", route: .always(.text("", manner: .hangUp)), fault: "broken-response"),
            Wrong(id: "loop", route: .always(.redirect(to: "/loop")), fault: "redirect-loop"),
            Wrong(id: "inward", route: .always(.redirect(to: "file:///etc/passwd")), fault: "protocol-refused"),
            Wrong(id: "private", route: .always(.redirect(to: "http://10.1.2.3/feed")), fault: "address-refused"),
            Wrong(id: "flood", route: .always(.text(feed, manner: .headerFlood(bytes: 4 << 20))), fault: "too-large"),
            Wrong(id: "bomb", route: .always(.gzipBomb(of: 64 << 20)), fault: "too-large"),
            Wrong(id: "cut", route: .always(.text(feed, manner: .truncated(missing: 500))), fault: "broken-response"),
            Wrong(
                id: "half", route: .text(String(feed.prefix(feed.count * 3 / 4)), type: "application/atom+xml"),
                fault: "damaged", items: 3),
            Wrong(
                id: "page",
                route: .text("<!DOCTYPE html><html><body><p>We moved.</p></body></html>", type: "text/html"),
                fault: "other-kind"),
            Wrong(id: "nonsense", route: .text("neither this nor that"), fault: "not-recognised"),
            Wrong(id: "nothing", route: .text(""), fault: "empty"),
            Wrong(id: "gone", route: .always(.text("gone", status: 410)), fault: "gone"),
            Wrong(id: "failing", route: .always(.text("oops", status: 500)), fault: "server-error"),
            Wrong(id: "too-often", route: .always(.tryLater("120")), fault: "rate-limited"),
            Wrong(
                id: "charset",
                route: .always(
                    LoopbackAnswer(
                        fields: [.init("Content-Type", "application/atom+xml; charset=utf-8")], body: latinFeed)),
                fault: "damaged", items: 1),
        ]

        @Test(
            "each have one open fault, are counted to the last item, never stop the others, and are well again once mended"
        )
        func misbehaviour() throws {
            // A server each: a host that wants to be left alone must not silence its neighbours here.
            var servers: [String: LoopbackServer] = [:]
            var sources = ""
            for wrong in Self.wrongs {
                let server = try LoopbackServer(routes: ["/\(wrong.id)": wrong.route])
                servers[wrong.id] = server
                sources += Watched.feed(wrong.id, server.url("/\(wrong.id)"))
            }
            let sound = try LoopbackServer()
            // Polled before, between and after the broken ones.
            let companies = ["aa", "j", "zz"].enumerated().map { place, id in
                Watched.Company(id: id, name: InventedNames.company(place), owner: "ada")
            }
            for company in companies {
                let story = Story(
                    id: company.id, title: "\(company.name) hit by ransomware attack",
                    at: Self.now.adding(seconds: -600))
                sound.setRoute(
                    "/\(company.id)", .text(FeedText.atom(company.id, [story]), type: "application/atom+xml"))
                sources += Watched.feed("\(company.id)-sound", sound.url("/\(company.id)"))
            }
            let watched = try Watched(sources: sources, companies: companies)
            let first = try watched.cycle(at: Self.now)
            #expect(first.exitCode == 0, "\(first.talk)")
            let told = try watched.alerts().compactMap { $0["data"]?["account"]?["id"]?.text }
            #expect(told.sorted() == ["aa", "j", "zz"])
            try watched.look { (ledger) throws in
                for wrong in Self.wrongs {
                    let faults = try ledger.openFaults(scope: "source:\(wrong.id)")
                    #expect(faults.map(\.kind) == [wrong.fault], "\(wrong.id): \(faults.map(\.detail))")
                    // Told to people, so in words: neither empty nor a value as a debugger shows it.
                    #expect(faults.allSatisfy { !$0.detail.isEmpty && !$0.detail.contains("Optional(") }, "\(wrong.id)")
                    try expectCounted(wrong.id, items: wrong.items, ledger)
                }
                // Bytes that are not what they are said to be are read as what they are.
                let latin = try ledger.items(matching: "urn:story:latin")
                #expect(latin.map(\.item.title) == ["Caf\u{E9} Moli\u{E8}re opens again"])
                for company in companies { try expectCounted("\(company.id)-sound", items: 1, ledger) }
                #expect(try ledger.openFaults().count == Self.wrongs.count)
                #expect(try ledger.conservation(on: Self.now.day).isBalanced)
                #expect(try ledger.conservation(on: Self.now.day).polls == Self.wrongs.count + 3)
            }

            // Still wrong a day later: the same fault goes on, no second one opens.
            let again = try watched.cycle(at: Self.now.adding(days: 1))
            #expect(again.exitCode == 0, "\(again.talk)")
            try watched.look { (ledger) throws in
                for wrong in Self.wrongs {
                    let faults = try ledger.openFaults(scope: "source:\(wrong.id)")
                    #expect(faults.map(\.openedAt) == [Self.now], "\(wrong.id)")
                }
            }

            for wrong in Self.wrongs {
                servers[wrong.id]?.setRoute(
                    "/\(wrong.id)",
                    .text(FeedText.atom(wrong.id, [Story(id: "new", title: "All is well", at: Self.now)])))
            }
            let mended = try watched.cycle(at: Self.now.adding(days: 2))
            #expect(mended.exitCode == 0, "\(mended.talk)")
            try watched.look { (ledger) throws in
                #expect(try ledger.openFaults() == [])
                for wrong in Self.wrongs {
                    #expect(try ledger.sourceState(wrong.id)?.failures == 0, "\(wrong.id)")
                    #expect(try ledger.sourceState(wrong.id)?.lastOutcome == .document, "\(wrong.id)")
                }
                for days in 0...2 { #expect(try ledger.conservation(on: Self.now.day.adding(days: days)).isBalanced) }
            }
        }

        @Test("are asked with the validators of the last document, and a 304 costs no parse and loses nothing")
        func notModified() throws {
            let story = Story(id: "one", title: "\(InventedNames.company(0)) hit by ransomware attack", at: Self.now)
            let answer = LoopbackAnswer(
                fields: [.init("Content-Type", "application/atom+xml"), .init("ETag", "\"one\"")],
                body: Array(FeedText.atom("Anybody", [story]).utf8))
            let server = try LoopbackServer(routes: ["/feed": .always(answer)])
            let watched = try Watched(
                sources: Watched.feed("feed", server.url("/feed")),
                companies: [.init(id: "c", name: InventedNames.company(0), owner: "ada")])
            for day in 0...1 { #expect(try watched.cycle(at: Self.now.adding(days: day)).exitCode == 0) }
            #expect(server.requests.map { $0.header("If-None-Match") } == [nil, "\"one\""])
            #expect(try watched.alerts().count == 1)
            try watched.look { (ledger) throws in
                let tomorrow = try ledger.conservation(on: Self.now.day.adding(days: 1))
                #expect(tomorrow.polls == 1 && tomorrow.unchanged == 1 && tomorrow.items == PollCounts())
            }
        }

        /// An Atom feed in Latin-1 that says it is UTF-8.
        private static var latinFeed: [UInt8] {
            let text = FeedText.atom(
                "Caf\u{E9}", [Story(id: "latin", title: "Caf\u{E9} Moli\u{E8}re opens again", at: now)])
            return text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
        }

        private func expectCounted(_ source: String, items: Int, _ ledger: WatchLedger) throws {
            let polls = try ledger.polls(of: source)
            #expect(polls.count == 1, "\(source)")
            for poll in polls {
                #expect(poll.counts.isBalanced, "\(source): \(poll.counts)")
                #expect(poll.counts.items == items, "\(source): \(poll.counts), \(poll.record.detail)")
            }
        }
    }
}

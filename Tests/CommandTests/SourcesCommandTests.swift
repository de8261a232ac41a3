import Foundation
import LoopbackServer
import Testing
import TriggerModel

extension CommandSuite {
    /// `whynow sources …` as an operator types it.
    @Suite("The sources commands")
    struct SourcesCommandTests {
        private static let now = ContractWorld.now
        private static let newsroom = """
            <!doctype html><html lang="en"><head><title>Rookwood Pumps: newsroom</title></head><body>
            <nav><ul><li><a href="/">Home</a></li><li><a href="/products">Products</a></li></ul></nav>
            <main><h1>News</h1><ul class="releases">
            \((1...6).map { """
            <li class="release"><time datetime="2026-11-\(10 + $0)">\(10 + $0) November 2026</time>
            <a href="/news/\($0)">Rookwood Pumps tells the story number \($0) of this autumn</a></li>
            """ }.joined())
            </ul></main><footer><a href="/imprint">Imprint</a></footer></body></html>
            """
        private static let naming = """
            <!doctype html><html><head><title>Rookwood</title>
            <link rel="alternate" type="application/atom+xml" title="Rookwood news" href="/feed"></head>
            <body><p>Welcome.</p></body></html>
            """

        private let server: LoopbackServer
        private let watched: Watched

        init() throws {
            let stories = [Story(id: "one", title: "Rookwood Pumps opens a yard", at: Self.now.adding(seconds: -600))]
            server = try LoopbackServer(
                routes: [
                    "/feed": .text(FeedText.atom("Rookwood news", stories), type: "application/atom+xml"),
                    "/home": .text(Self.naming, type: "text/html"),
                    "/news": .text(Self.newsroom, type: "text/html"),
                    "/robots.txt": .text("User-agent: *\nDisallow: /private\n", type: "text/plain"),
                ])
            watched = try Watched(sources: Watched.feed("first", server.url("/other")), companies: [])
        }

        private func sources(_ arguments: String...) throws -> BuiltProgram.Run {
            try BuiltProgram.run(["sources"] + arguments + ["--config", watched.config])
        }

        @Test("test shows what was fetched, decided and read of an address, and changes nothing")
        func test() throws {
            let run = try sources("test", server.url("/feed"), "--now", "\(Self.now)")
            #expect(run.exitCode == 0, "\(run.talk)")
            for part in ["200", "application/atom+xml", "Atom", "Rookwood Pumps opens a yard"] {
                #expect(run.text.contains(part), "\(part) is missing in: \(run.text)")
            }
            #expect(!FileManager.default.fileExists(atPath: watched.stateFile))
        }

        @Test("add finds the feed that a page names, and the next cycle reads it")
        func addFeed() throws {
            let added = try sources("add", server.url("/home"), "--id", "rookwood", "--yes")
            #expect(added.exitCode == 0, "\(added.talk)")
            let cycle = try watched.cycle(at: Self.now)
            #expect(cycle.talk.contains("rookwood: 1 item, 1 new"), "\(cycle.talk)")
            let list = try sources("list", "--json")
            #expect(try list.lines.map { try JSONValue(Array($0.utf8))["id"]?.text } == ["first", "rookwood"])
            // Known already, under whatever spelling of its address.
            #expect(try sources("add", server.url("/feed"), "--yes").exitCode == 65)
        }

        @Test("add proposes the rows of a newsroom without a feed, and the next cycle reads them")
        func addPage() throws {
            let added = try sources("add", server.url("/news"), "--id", "rows", "--yes")
            #expect(added.exitCode == 0, "\(added.talk)")
            let cycle = try watched.cycle(at: Self.now)
            #expect(cycle.talk.contains("rows: 6 items, 6 new"), "\(cycle.talk)")
        }

        @Test("remove takes out what add wrote, and what was there stays byte for byte")
        func remove() throws {
            let before = try TemporaryFolder.files(watched.config + "/sources")
            #expect(try sources("add", server.url("/feed"), "--id", "rookwood", "--yes").exitCode == 0)
            #expect(try sources("remove", "rookwood").exitCode == 0)
            let after = try TemporaryFolder.files(watched.config + "/sources")
            #expect(after["all.yaml"] == before["all.yaml"])
            let ids = try sources("list", "--json").lines.map { try JSONValue(Array($0.utf8))["id"]?.text }
            #expect(ids == ["first"])
        }

        @Test("export and import carry feeds through OPML")
        func opml() throws {
            #expect(try sources("add", server.url("/feed"), "--id", "rookwood", "--yes").exitCode == 0)
            let file = watched.folder.path + "/feeds.opml"
            #expect(try sources("export", file).exitCode == 0)
            #expect(try sources("remove", "rookwood").exitCode == 0)
            let imported = try sources("import", file)
            #expect(imported.exitCode == 0, "\(imported.talk)")
            let urls = try sources("list", "--json").lines.map { try JSONValue(Array($0.utf8))["url"]?.text }
            #expect(Set(urls) == [server.url("/feed"), server.url("/other")])
        }

        @Test("an address that is none, and an id that is not there, say what to do")
        func refused() throws {
            #expect(try sources("add", "no address", "--yes").exitCode == 64)
            let missing = try sources("remove", "nobody")
            #expect(missing.exitCode == 66)
            #expect(missing.talk.contains("sources list"), "\(missing.talk)")
        }
    }
}

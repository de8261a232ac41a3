import ConfigLoading
import Foundation
import RuleLanguage
import Testing
import TriggerModel

@Suite("Loading a directory")
struct ConfigLoaderTests {
    @Test("tells every fault of an entry at once, whichever comes first")
    func allAtOnce() throws {
        let sandbox = try ConfigSandbox([
            "whynow.yaml": "mail: {from: nobody}\nnetwork: {allow: [inside], transfers: many}\nretention: ever\n",
            "reps.yaml": "reps:\n  dana: {name: Dana, email: nobody, timezone: Nowhere, style: angler}\n",
            "sources/a.yaml": "sources:\n  a: {kind: rumour, url: 'https://a.example/', interval: often}\n",
        ])
        let places = sandbox.load().faults.filter { $0.severity == .error }.map { "\($0.place)" }
        #expect(
            places.sorted() == [
                "reps.yaml:2:29", "reps.yaml:2:47", "reps.yaml:2:63", "sources/a.yaml:2:13", "sources/a.yaml:2:58",
                "whynow.yaml:1:14", "whynow.yaml:2:19", "whynow.yaml:2:39", "whynow.yaml:3:12",
            ])
    }

    @Test("reads an account from YAML and from CSV as the same value")
    func accounts() throws {
        let yaml = """
            accounts:
              acme:
                name: Acme Industrial, Inc.
                aliases: [Acme, Acme Tools]
                domain: https://www.Acme.example/about
                cik: 320193
                ticker: "nyse: acm"
                lei: 5493001kjtiigc8y1r12
                company-number: "09901234"
                industry: manufacturing
                employees: 1,200
                revenue: 300_000_000
                region: Midwest
                country: us
                status: active
                owner: dana
                tags: [key, erp]
                phone: "+1 312 555 0100"
                timezone: America/Chicago
                incumbents: [Ledgerwise]
                rivals: [beta, Gamma GmbH]
                customers: nobody
                suppliers: []
                products: [kit]
                contacts:
                  - {name: Jo Roe, role: cfo, title: "CFO", phone: "1", email: jo@acme.example, timezone: Europe/London}
            """
        let csv = """
            id,name,aliases,domain,cik,ticker,lei,company_number,industry,employees,revenue,region,country,status,owner,tags,phone,timezone,incumbents,rivals,customers,suppliers,products
            acme,"Acme Industrial, Inc.",Acme; Acme Tools,acme.example,0000320193,NYSE:ACM,5493001KJTIIGC8Y1R12,09901234,manufacturing,"1,200",300000000,Midwest,US,Active,dana,key;erp,+1 312 555 0100,America/Chicago,Ledgerwise,beta;gamma gmbh,nobody,,kit
            """
        let contacts =
            "account,name,role,title,phone,email,timezone\nacme,Jo Roe,cfo,CFO,1,jo@acme.example,Europe/London\n"
        let base = [
            "whynow.yaml": "", "reps.yaml": "reps:\n  dana: {name: Dana, email: d@seller.example, timezone: UTC}\n",
            "accounts/base.yaml": "products:\n  kit: {name: Kit, help: Helps., triggers: 'ma.*'}\n",
            "accounts/others.csv": "id,name\nbeta,Beta\ng1,Gamma GmbH\n",
        ]
        let expected = Account(
            id: "acme", name: "Acme Industrial, Inc.", aliases: ["Acme", "Acme Tools"], domain: "acme.example",
            cik: "0000320193", ticker: "NYSE:ACM", lei: "5493001KJTIIGC8Y1R12", companyNumber: "09901234",
            industry: "manufacturing", employees: 1200, revenue: 300_000_000, region: "Midwest", country: "US",
            status: .active, owner: "dana", tags: ["key", "erp"], phone: "+1 312 555 0100", timezone: "America/Chicago",
            incumbents: [.named("Ledgerwise")], rivals: [.account("beta"), .account("g1")],
            customers: [.named("nobody")],
            suppliers: [], products: ["kit"],
            contacts: [
                Contact(
                    name: "Jo Roe", role: "cfo", title: "CFO", phone: "1", email: "jo@acme.example",
                    timezone: "Europe/London")
            ])
        let variants = [
            ["accounts/a.yaml": yaml], ["accounts/a.csv": csv, "accounts/b.csv": contacts],
            ["accounts/a.csv": contacts, "accounts/z.csv": csv],
        ]
        for files in variants {
            let sandbox = try ConfigSandbox(base.merging(files) { $1 })
            #expect(sandbox.faults() == [])
            let configuration = sandbox.load().configuration
            #expect(configuration.account("acme") == expected)
            #expect(configuration.accounts.map(\.id) == ["acme", "beta", "g1"])
            #expect(
                configuration.products == [
                    Product(id: "kit", name: "Kit", help: "Helps.", triggers: [TriggerSelector("ma.*")])
                ])
        }
    }

    @Test("reads every key of a source")
    func sources() throws {
        let sandbox = try ConfigSandbox([
            "sources/x.yaml": """
            sources:
              room:
                kind: page
                url: https://room.example/news
                name: Newsroom
                publisher: Room Ltd
                first-hand: true
                interval: 2 hours
                first-poll: seed
                rows: //li
                link: .//a/@href
                title: .//a
                date: .//time
                summary: .//p
                enabled: false
            """
        ])
        #expect(sandbox.faults() == [])
        #expect(
            sandbox.load().configuration.sources == [
                Source(
                    id: "room", kind: .page, url: "https://room.example/news", name: "Newsroom", publisher: "Room Ltd",
                    isFirstHand: true, interval: 7200, firstPoll: .seed,
                    selectors: ListSelectors(
                        rows: "//li", link: ".//a/@href", title: ".//a", date: ".//time", summary: ".//p"),
                    isEnabled: false)
            ])
    }

    @Test("reads reps, with the budget's call list where they set none")
    func reps() throws {
        let sandbox = try ConfigSandbox([
            "whynow.yaml": "budgets:\n  call-list: 9\nfallback-rep: tom\n",
            "reps.yaml": """
            reps:
              tom: {name: Tom, email: tom@seller.example, timezone: Europe/London}
              ann:
                name: Ann
                email: ann@seller.example
                timezone: UTC
                working-days: [sun, Mon]
                digest-at: 6:30
                style: farmer
                territory: [GB]
                call-list: 4
            """,
        ])
        #expect(sandbox.faults() == [])
        let configuration = sandbox.load().configuration
        #expect(configuration.settings.fallbackRep == "tom")
        #expect(
            configuration.reps == [
                Rep(id: "tom", name: "Tom", email: "tom@seller.example", timezone: "Europe/London", callListLength: 9),
                Rep(
                    id: "ann", name: "Ann", email: "ann@seller.example", timezone: "UTC", workingDays: [1, 7],
                    digestAt: 390,
                    style: .farmer, territory: ["GB"], callListLength: 4),
            ])
    }

    @Test("reads a profile with nested conditions and the place of each reason")
    func profiles() throws {
        let sandbox = try ConfigSandbox([
            "profiles/x.yaml": """
            profiles:
              makers:
                name: Makers
                companies:
                  industry: [food, metal]
                  employees: 50..500
                  any:
                    - tags: key
                    - not:
                        status: [lapsed, excluded]
                        revenue: "< 1,000,000"
                reasons:
                  - triggers: leadership.*
                  - triggers: [ma.agreement, "*"]
                    relations: [rival, incumbent]
                    weight: 5
                not-reasons: [leadership.board]
                minimum-score: 55
            """
        ])
        #expect(sandbox.faults() == [])
        func place(_ line: Int, _ column: Int) -> SourcePlace {
            SourcePlace(file: "profiles/x.yaml", line: line, column: column)
        }
        #expect(
            sandbox.load().configuration.profiles == [
                Profile(
                    id: "makers", name: "Makers",
                    companies: .all([
                        .oneOf(.industry, ["food", "metal"]), .range(.employees, atLeast: 50, atMost: 500),
                        .any([
                            .oneOf(.tags, ["key"]),
                            .not(
                                .all([
                                    .oneOf(.status, ["lapsed", "excluded"]),
                                    .range(.revenue, atLeast: nil, atMost: 999_999),
                                ])),
                        ]),
                    ]),
                    reasons: [
                        .init(
                            triggers: [TriggerSelector("leadership.*")], relations: [.itself], weight: 3,
                            place: place(13, 9)),
                        .init(
                            triggers: [TriggerSelector("ma.agreement"), TriggerSelector("*")],
                            relations: [.rival, .incumbent],
                            weight: 5, place: place(14, 9)),
                    ],
                    notReasons: [TriggerSelector("leadership.board")], minimumScore: 55, place: place(2, 3))
            ])
    }

    @Test("leaves out what is bad and keeps the rest, however many files are bad")
    func isolation() throws {
        let bad = try FileManager.default.contentsOfDirectory(
            atPath: Repository.fixtures.appending(path: "bad/sources").path)
        let sandbox = try ConfigSandbox([
            "sources/zz.yaml": "sources:\n  good: {kind: feed, url: \"https://good.example/f\"}\n"
        ])
        for name in bad {
            let bytes = try Array(Data(contentsOf: Repository.fixtures.appending(path: "bad/sources/\(name)")))
            try sandbox.write("sources/\(name)", bytes)
        }
        let result = sandbox.load()
        #expect(result.configuration.sources.contains { $0.id == "good" })
        #expect(Set(result.faults.map(\.place.file)).isSuperset(of: bad.map { "sources/\($0)" }))
        #expect(result.faults == result.faults.sorted())
    }

    @Test("keeps the sound entries of a file with a bad one")
    func entries() throws {
        let sandbox = try ConfigSandbox([
            "sources/x.yaml": """
            sources:
              a: {kind: feed, url: "https://a.example/f"}
              b: {kind: fed, url: "https://b.example/f"}
              c: {kind: feed, url: "https://c.example/f", colour: red}
              d: {kind: feed}
              e: {kind: feed, url: "https://e.example/f"}
            """
        ])
        let result = sandbox.load()
        #expect(result.configuration.sources.map(\.id) == ["a", "c", "e"])
        #expect(result.faults.filter { $0.severity == .error }.map(\.place.line) == [3, 4, 5])
    }

    @Test("tells a file full of faults by the first of them")
    func manyFaults() throws {
        let rows = (0..<1000).map { "a\($0),\n" }.joined()
        let faults = try ConfigSandbox(["accounts/x.csv": "id,name\n" + rows]).faults()
        #expect(faults.count == 201)
        #expect(faults.contains { $0.hasSuffix("800 more faults in this file are not shown; mend these first") })
    }

    @Test("visits files in the order of their names, without hidden ones, backups and other kinds")
    func visiting() throws {
        let sandbox = try ConfigSandbox([
            "whynow.yaml": "", "reps.yaml": "", "sources/b.yml": "", "sources/a.YAML": "", "sources/.a.yaml": "x",
            "sources/a.yaml~": "x", "sources/#a.yaml#": "x", "sources/a.yaml.bak": "x", "sources/README.md": "x",
            "sources/deeper/c.yaml": "x", "accounts/c.csv": "id,name\n", "rules/local/z.yaml": "", "rules/a.yaml": "",
        ])
        #expect(
            sandbox.load().loadedFiles == [
                "whynow.yaml", "reps.yaml", "sources/a.YAML", "sources/b.yml", "accounts/c.csv", "rules/a.yaml",
                "rules/local/z.yaml",
            ])
    }

    @Test("survives links in a circle, directories and pipes named as files, and files beyond the bound")
    func oddFiles() throws {
        let sandbox = try ConfigSandbox([
            "sources/good.yaml": "sources:\n  a: {kind: feed, url: \"https://a.example/f\"}\n"
        ])
        let folder = sandbox.path + "/sources"
        try FileManager.default.createSymbolicLink(atPath: "\(folder)/circle.yaml", withDestinationPath: "circle.yaml")
        try FileManager.default.createSymbolicLink(atPath: "\(folder)/up", withDestinationPath: "..")
        try FileManager.default.createDirectory(atPath: "\(folder)/folder.yaml", withIntermediateDirectories: false)
        #expect(mkfifo("\(folder)/pipe.yaml", 0o600) == 0)
        try sandbox.write("sources/large.yaml", [UInt8](repeating: UInt8(ascii: "#"), count: 4 << 20 | 1))
        let result = sandbox.load()
        #expect(result.configuration.sources.map(\.id) == ["a"])
        #expect(
            sandbox.faults() == [
                "sources/circle.yaml:1:1: error: cannot be opened: Too many levels of symbolic links",
                "sources/folder.yaml:1:1: error: is not a regular file",
                "sources/large.yaml:1:1: error: file is 4 MB; at most 4 MB are read",
                "sources/pipe.yaml:1:1: error: is not a regular file",
            ])
    }

    @Test("names a misnamed folder, a missing file and a missing directory")
    func names() throws {
        let sandbox = try ConfigSandbox(["rule/a.yaml": "", "source.yaml": "", "notes.txt": ""])
        #expect(
            sandbox.load().faults.map(\.description) == [
                "reps.yaml:1:1: warning: file is missing; nobody gets an alert",
                "rule:1:1: warning: is not read (did you mean rules?)",
                "source.yaml:1:1: warning: is not read (did you mean sources?)",
                "whynow.yaml:1:1: warning: file is missing; the defaults hold",
            ])
        let missing = ConfigLoader(directory: "/nowhere/whynow").load()
        #expect(missing.faults.map(\.message) == ["there is no such configuration directory"])
    }

    @Test("has a fingerprint that changes with a file's name and bytes and with nothing else")
    func fingerprint() throws {
        let files = ["whynow.yaml": "", "sources/a.yaml": "# a\n"]
        let first = try ConfigSandbox(files).load().configuration.fingerprint
        #expect(first.count == 64)
        #expect(try ConfigSandbox(files.merging(["sources/.x": "y"]) { $1 }).load().configuration.fingerprint == first)
        #expect(
            try ConfigSandbox(["whynow.yaml": "", "sources/b.yaml": "# a\n"]).load().configuration.fingerprint != first)
        #expect(
            try ConfigSandbox(["whynow.yaml": "", "sources/a.yaml": "# b\n"]).load().configuration.fingerprint != first)
    }

    @Test("counts relative paths from the directory, and results from the state directory")
    func paths() throws {
        let sandbox = try ConfigSandbox(["whynow.yaml": "directories: {state: ../state, queue: /q, spool: ../spool}\n"])
        let base = URL(fileURLWithPath: sandbox.path).deletingLastPathComponent().path
        let directories = sandbox.load().configuration.settings.directories
        #expect(directories.state == base + "/state")
        #expect(directories.queue == "/q")
        #expect(directories.spool == base + "/spool")
        #expect(directories.digest == base + "/state/digest")
    }

    @Test("reads touches and leaves out those of nobody")
    func touches() throws {
        let sandbox = try ConfigSandbox([
            "accounts/a.csv": "id,name\nacme,Acme\n",
            "accounts/t.csv":
                "Account,Date,Kind,By,Note\nacme,2026-03-01,call,dana,\"good, long\"\nnobody,2026-03-01,,,\n",
        ])
        #expect(
            sandbox.faults() == [
                "accounts/t.csv:3:1: warning: touch names account nobody, which does not exist; left out"
            ])
        #expect(
            sandbox.load().configuration.touches == [
                Touch(
                    account: "acme", date: try #require(CalendarDay("2026-03-01")), kind: "call", by: "dana",
                    note: "good, long", place: SourcePlace(file: "accounts/t.csv", line: 2, column: 1))
            ])
    }

    @Test("makes no silent choice between two accounts of one name")
    func sharedName() throws {
        let sandbox = try ConfigSandbox([
            "accounts/a.csv": "id,name,rivals\na,Acme,\nb,ACME,\nc,Beta,Acme;b\n"
        ])
        #expect(
            sandbox.faults() == [
                "accounts/a.csv:4:1: warning: rivals of account c: two accounts are called Acme; write the id of one"
            ])
        #expect(sandbox.load().configuration.account("c")?.rivals == [.named("Acme"), .account("b")])
    }
}

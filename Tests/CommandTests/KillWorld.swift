import LoopbackServer
import TriggerModel

/// Feeds with six entries each, for two reps whose digests are due: one cycle with much to commit and publish.
final class KillWorld: Sendable {
    /// A Wednesday on which both reps' mornings have begun.
    static let now = Timestamp(seconds: 1_795_003_500)

    private static let storiesPerFeed = 6

    let watched: Watched
    private let server: LoopbackServer

    /// - Parameters:
    ///   - feeds: how many, at most 15.
    ///   - inMemory: without a disk; on one, a file that has appeared waits some time for its receipt.
    init(feeds: Int = 15, inMemory: Bool = true) throws {
        let server = try LoopbackServer()
        var companies: [Watched.Company] = []
        var sources = ""
        for feed in 0..<feeds {
            var stories: [Story] = []
            for place in 0..<(Self.storiesPerFeed - 1) {
                let number = feed * (Self.storiesPerFeed - 1) + place
                let company = Watched.Company(
                    id: "c\(number)", name: InventedNames.company(number),
                    owner: number.isMultiple(of: 2) ? "ada" : "ben")
                companies.append(company)
                stories.append(Self.story(about: company.name, number))
            }
            // The last entry retells what the feed before has told, or is none of anybody's business.
            let last = feed * (Self.storiesPerFeed - 1) - 1
            if feed.isMultiple(of: 2) {
                stories.append(
                    Story(id: "how-\(feed)", title: "How to plan a works canteen", at: Self.time(feed)))
            } else {
                var retold = Self.story(about: InventedNames.company(last), last)
                retold.id += "-retold"
                stories.append(retold)
            }
            let path = "/feed-\(feed).xml"
            server.setRoute(path, .text(FeedText.atom("Feed \(feed)", stories), type: "application/atom+xml"))
            sources += Watched.feed("feed-\(feed < 10 ? "0" : "")\(feed)", server.url(path))
        }
        self.server = server
        // Few rules: what is measured here is committing and publishing, not the start.
        watched = try Watched(
            sources: sources, companies: companies, rules: ["language-en.yaml", "security.yaml", "workforce.yaml"],
            inMemory: inMemory)
    }

    private static func time(_ number: Int) -> Timestamp { now.adding(seconds: -3600 - 60 * number) }

    private static func story(about company: String, _ number: Int) -> Story {
        let titles = [
            "\(company) to cut 1,200 jobs worldwide",
            "\(company) hit by ransomware attack",
            "\(company) to make up to 250 staff redundant",
            "\(company) discloses data breach affecting 40,000 customers",
        ]
        return Story(id: "\(number)", title: titles[number % titles.count], at: time(number))
    }
}

/// Company names that nobody bears, each with a first word of its own.
enum InventedNames {
    private static let beginnings = [
        "Brack", "Cold", "Dun", "Ferro", "Glen", "Harrow", "Kettle", "Larch", "Marl", "Orrin",
    ]
    private static let endings = ["mere", "wick", "holt", "combe", "stead", "vane", "borne", "leigh"]
    private static let trades = ["Foundry", "Textiles", "Robotics", "Foods", "Logistics", "Optics", "Chemicals"]

    /// Distinct for 0..<80.
    static func company(_ number: Int) -> String {
        let beginning = beginnings[number % beginnings.count]
        let ending = endings[number / beginnings.count % endings.count]
        return "\(beginning)\(ending) \(trades[number % trades.count])"
    }
}

/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers in every run of a test.
struct SplitMix {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// 0..<1.
    mutating func unit() -> Double { Double(next() >> 11) / 9_007_199_254_740_992 }
}

import Testing

/// What the shipped rules make of a deed, however it is announced or only talked of: every wording with every deed.
@Suite("Shipped rules and the words between a company and its deed")
struct ShippedGrammarTests {
    /// A deed and the family of what it is told as.
    static let deeds = [
        ("cut 300 jobs", "layoff"), ("acquire Tidewell Parts for $300 million", "ma"),
        ("open a new plant in Ohio", "site"), ("close its Dover plant", "site"),
        ("invest $300 million in a new plant in Texas", "capital"),
        ("spin off its consumer unit", "divestiture"), ("hire 400 engineers", "hiring"),
    ]

    private func tellings(_ wording: String) -> [(title: String, family: String, told: [String])] {
        Self.deeds.map { deed, family in
            let title = "Corvane \(wording) \(deed)"
            let told = ShippedPackTests.stated(title).map { String($0.prefix { $0 != "." && $0 != ":" }) }
            return (title, family, told)
        }
    }

    @Test(
        "what is decided is told, whatever says that it is",
        arguments: [
            "to", "will", "is to", "is set to", "set to", "looks set to", "plans to", "is planning to", "is about to",
            "is going to", "says it will", "said today it will", "said Tuesday it will",
            "announced Tuesday that it will",
            "has announced it will", "announces plans to", "has unveiled plans to", "confirms it will",
            "has confirmed plans to", "has decided to", "is preparing to", "agrees to", "vows to", "intends to",
            "has begun to", "is now set to", "on track to", "is gearing up to", "makes plans to", "lays out plans to",
            "sets out plans to", "commits to", "chooses to", "is starting to", "expects to", "is due to",
            "is scheduled to", "says it plans to", "tells staff it will", "tells investors it will",
            "discloses plans to", "details plans to", "board approves plan to",
        ])
    func decided(_ wording: String) {
        for telling in tellings(wording) {
            #expect(telling.told.contains(telling.family), "\(telling.title): \(telling.told)")
        }
    }

    @Test(
        "what is only thought of, wished, refused or over is not stated",
        arguments: [
            "may", "might", "could", "will not", "won't", "denies plan to", "has no plans to", "in talks to",
            "rumored to", "reportedly to", "urged to", "asked to", "scraps plan to", "delays plan to",
            "shelves plan to",
            "abandons plan to", "fails to", "threatens to", "hopes to", "wants to", "aims to", "likely to",
            "expected to", "poised to", "unlikely to", "refuses to", "not planning to", "faces pressure to",
            "nearly had to", "was right to", "seeks to", "looks to",
        ])
    func undecided(_ wording: String) {
        // Whoever wishes to hire says so by looking for people.
        for telling in tellings(wording) where telling.family != "hiring" {
            #expect(telling.told == [], "\(telling.title)")
        }
    }

    @Test(
        "who comes from elsewhere is named, whatever is said of where from",
        arguments: [
            "former Tidewell CFO", "ex-Tidewell CEO", "Tidewell veteran", "former Tidewell and Pellmore CFO",
            "Tidewell's", "Tidewell alum", "longtime exec", "industry veteran", "Tidewell finance chief",
            "former Navy officer", "retired Tidewell CEO", "insider",
        ],
        ["CFO", "CEO", "president", "chief marketing officer", "board chair"])
    func comesFrom(_ past: String, to post: String) {
        for title in [
            "Corvane names \(past) Jane Roe \(post)", "Corvane hires \(past) Jane Roe as \(post)",
            "Corvane announced that \(past) Jane Roe has been named \(post).",
            "Corvane promotes \(past) Jane Roe to \(post)",
        ] {
            let told = ShippedPackTests.stated(title)
            #expect(told.contains { $0.hasPrefix("leadership.") && $0.hasSuffix(": Corvane") }, "\(title): \(told)")
        }
    }

    @Test("a report's label makes a rumour of what follows", arguments: ["Report: ", "Sources: ", "Rumour: "])
    func labelled(_ label: String) {
        for (deed, _) in Self.deeds {
            #expect(ShippedPackTests.stated("\(label)Corvane to \(deed)") == [], "\(label)\(deed)")
        }
    }
}

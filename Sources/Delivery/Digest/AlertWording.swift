import TriggerModel

/// The sentences around an alert that are the same in every output: plain text, cleaned, not yet escaped.
enum AlertWording {
    static func status(_ status: Account.Status) -> String {
        switch status {
        case .prospect: "Prospect"
        case .active: "Customer"
        case .lapsed: "Former customer"
        case .excluded: "Excluded"
        }
    }

    static func status(of account: AlertAccount) -> String {
        account.isUnknown ? "Not a customer and not in your accounts yet" : status(account.status)
    }

    /// Why the call is this rep's, where that needs a word.
    static func owner(of alert: Alert) -> String? {
        if alert.account.isUnknown { return prospect(alert.account) }
        if let note = alert.campaign?.note { return "This call came to you with a campaign: \(PlainText.line(note))." }
        return alert.isFallbackRep ? fallback : nil
    }

    static func prospect(_ account: AlertAccount) -> String {
        let about = account.about.map { PlainText.line($0, limit: 120) } ?? ""
        return (about.isEmpty ? "Nobody's account" : "Nobody's account (\(about))")
            + ": it fits a profile by what the source says of it. Check that nobody knows it by another name."
    }

    /// nil where the event is the account's own.
    static func via(_ relation: Relation) -> String? {
        switch relation {
        case .itself: nil
        case .rival: "through a rival"
        case .incumbent: "through their present supplier"
        case .customer: "through a customer of theirs"
        case .supplier: "through a supplier of theirs"
        case .industry: "through their industry"
        case .market: "through their market"
        case .person: "through a person"
        }
    }

    static let tact = "Bad news for them. Call to help: no congratulations, no pitch, and offer to call back."
    static let fallback = "No rep owns this account; it came to you as the fallback."
    static let update = "Changed since you first saw it."

    /// Whom to ask for at the switchboard: "CFO or controller".
    static func askFor(_ roles: [String]) -> String? {
        let words = roles.prefix(3).map(spoken).filter { !$0.isEmpty }
        guard let last = words.last else { return nil }
        return words.count == 1 ? last : words.dropLast().joined(separator: ", ") + " or " + last
    }

    /// "it-director" is said "IT director", "cfo" "CFO".
    private static func spoken(_ role: String) -> String {
        let words = PlainText.line(role, limit: 40).replacing("-", with: " ").split(separator: " ")
        return words.map { word in
            // Chiefs are spoken of by their letters: cfo, ceo, ciso.
            let isChief = (3...4).contains(word.count) && word.hasPrefix("c") && word.hasSuffix("o")
            return isChief || ["it", "hr", "vp", "evp", "svp"].contains(word) ? word.uppercased() : String(word)
        }.joined(separator: " ")
    }

    /// "strength 40 + relation 20 - stale 3".
    static func scoreSum(_ parts: [ScorePart]) -> String {
        var sum = ""
        for part in parts where part.value != 0 {
            let sign = part.value < 0 ? "-" : "+"
            sum += sum.isEmpty ? (part.value < 0 ? "-" : "") : " \(sign) "
            sum += "\(PlainText.line(part.name, limit: 40)) \(part.value.magnitude)"
        }
        return sum
    }

    /// True where the opening line already ends in the question.
    static func openingAsks(_ alert: Alert) -> Bool {
        let ask = PlainText.line(alert.ask)
        return ask.isEmpty || PlainText.line(alert.opening).contains(ask)
    }

    /// The quotation without the quotation marks around it.
    static func quote(_ evidence: AlertEvidence) -> String? {
        PlainText.line(orNil: evidence.quote, limit: 400) ?? PlainText.line(orNil: evidence.title, limit: 400)
    }

    /// "Ledger Wire, 23 Nov 2026".
    static func citation(_ evidence: AlertEvidence, zone: String) -> String {
        let publisher =
            PlainText.line(orNil: evidence.publisher, limit: 80) ?? PlainText.line(evidence.source, limit: 80)
        guard let published = evidence.published else { return publisher }
        return "\(publisher), \(EnglishDate.plain(OfficeHours.day(of: published, zone: zone)))"
    }

    static func plural(_ count: Int, _ one: String, _ many: String) -> String { "\(count) \(count == 1 ? one : many)" }
}

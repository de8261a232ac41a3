/// The compelling reason delivered to one rep about one account: everything the rep needs to dial.
package struct Alert: Hashable, Sendable, Codable {
    /// From event and account, 32 hexadecimal digits: the idempotency key of the queue file.
    package var id: String
    /// The first alert's id when this one is an update of it.
    package var updates: String?
    package var event: String
    package var trigger: String
    package var triggerName: String
    package var account: AlertAccount
    package var rep: String
    /// The rep is not the account's owner but the fallback.
    package var isFallbackRep: Bool
    package var profile: String
    package var relation: Relation
    /// The event is bad news for the account: call with tact.
    package var isBadNews: Bool
    /// What happened, in one sentence about the customer.
    package var reason: String
    /// What it means for them.
    package var soWhat: String
    /// Why it will not keep.
    package var whyNow: String
    /// One question to open with.
    package var ask: String
    /// The question as the rule words it, before its slots were filled: what learning counts by. nil in alerts of
    /// versions that did not keep it.
    package var askTemplate: String?
    /// What the rep says first: ready to be read aloud.
    package var opening: String
    /// Whom to call; nil where no contact on file has a role that is affected.
    package var contact: AlertContact?
    /// Roles it lands on, most affected first.
    package var affects: [String]
    /// What we can help with: product and sentence. Never the reason.
    package var help: [AlertHelp]
    package var evidence: [AlertEvidence]
    package var confidence: Double
    package var score: Int
    package var scoreParts: [ScorePart]
    package var trace: [String]
    package var eventDate: CalendarDay
    package var dateBasis: DateBasis
    /// The last day on which it is still a reason.
    package var goodUntil: CalendarDay
    package var createdAt: Timestamp
    /// Its place in the campaign of its event; nil where the event concerns few accounts.
    package var campaign: AlertCampaign?

    package init(
        id: String, updates: String? = nil, event: String, trigger: String, triggerName: String,
        account: AlertAccount, rep: String, isFallbackRep: Bool, profile: String, relation: Relation,
        isBadNews: Bool, reason: String, soWhat: String, whyNow: String, ask: String, askTemplate: String? = nil,
        opening: String,
        contact: AlertContact?, affects: [String], help: [AlertHelp], evidence: [AlertEvidence], confidence: Double,
        score: Int, scoreParts: [ScorePart], trace: [String], eventDate: CalendarDay, dateBasis: DateBasis,
        goodUntil: CalendarDay, createdAt: Timestamp, campaign: AlertCampaign? = nil
    ) {
        self.id = id
        self.updates = updates
        self.event = event
        self.trigger = trigger
        self.triggerName = triggerName
        self.account = account
        self.rep = rep
        self.isFallbackRep = isFallbackRep
        self.profile = profile
        self.relation = relation
        self.isBadNews = isBadNews
        self.reason = reason
        self.soWhat = soWhat
        self.whyNow = whyNow
        self.ask = ask
        self.askTemplate = askTemplate
        self.opening = opening
        self.contact = contact
        self.affects = affects
        self.help = help
        self.evidence = evidence
        self.confidence = confidence
        self.score = score
        self.scoreParts = scoreParts
        self.trace = trace
        self.eventDate = eventDate
        self.dateBasis = dateBasis
        self.goodUntil = goodUntil
        self.createdAt = createdAt
        self.campaign = campaign
    }
}

/// The account as an alert carries it.
package struct AlertAccount: Hashable, Sendable, Codable {
    package var id: String
    package var name: String
    package var status: Account.Status
    /// The switchboard, for when no contact is on file.
    package var phone: String?
    package var timezone: String?
    /// What a source says of a company that is nobody's account: `metals, Ohio`. nil for an account, which the rep knows.
    package var about: String?

    package init(
        id: String, name: String, status: Account.Status, phone: String?, timezone: String?, about: String? = nil
    ) {
        self.id = id
        self.name = name
        self.status = status
        self.phone = phone
        self.timezone = timezone
        self.about = about
    }
}

extension AlertAccount {
    /// Nobody's account yet: a company that fits a profile by what a source says of it.
    package var isUnknown: Bool { Account.isProspectID(id) }
}

/// The person to call.
package struct AlertContact: Hashable, Sendable, Codable {
    package var name: String
    package var role: String
    package var title: String
    package var phone: String?
    package var email: String?
    package var timezone: String?

    package init(name: String, role: String, title: String, phone: String?, email: String?, timezone: String?) {
        self.name = name
        self.role = role
        self.title = title
        self.phone = phone
        self.email = email
        self.timezone = timezone
    }
}

/// One thing of ours that may help.
package struct AlertHelp: Hashable, Sendable, Codable {
    package var product: String
    package var help: String

    package init(product: String, help: String) {
        self.product = product
        self.help = help
    }
}

/// A quotation with its source.
package struct AlertEvidence: Hashable, Sendable, Codable {
    package var quote: String
    package var source: String
    package var publisher: String
    package var title: String
    package var url: String?
    package var published: Timestamp?

    package init(
        quote: String, source: String, publisher: String, title: String, url: String?, published: Timestamp?
    ) {
        self.quote = quote
        self.source = source
        self.publisher = publisher
        self.title = title
        self.url = url
        self.published = published
    }
}

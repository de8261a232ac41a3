internal import ConfigLoading
internal import Delivery
internal import EventRecognition
internal import Ledger
internal import ProfileMatching
internal import Reasoning
internal import SourceParsing
internal import TriggerModel

/// Takes the items of one document from "said" to "owed to the queue", in the one transaction of its poll.
///
/// The pure stages decide, the ledger remembers; this is the only place that knows both. Runs on the ledger thread.
struct DocumentIntake {
    let engine: ReasonEngine
    let ledger: WatchLedger

    /// How long a filing waits for its documents before it is judged by what is known of it.
    static let awaitingSeconds = 6 * 3600

    /// Tellers that an event keeps; further items that tell it are linked to it all the same. What is kept is read and
    /// written again with each of them.
    static let mostTellers = 20

    /// What follows from a document once its items are counted.
    struct Aftermath {
        /// Open from now on; the source's others close.
        var faults: [Fault]
        /// Only opens `faults`: the document says nothing about how the source does.
        var leavesOthersOpen = false
        /// The source's rhythm to be stored; nil leaves it.
        var rhythm: String?
        /// nil keeps the record's.
        var nextPollAt: Timestamp?
    }

    /// The items of a document, and what follows from how many of them were new.
    /// - Parameter aftermath: asked once every item has its outcome.
    func take(
        _ items: [Item], of source: Source, _ record: PollRecord,
        aftermath: (PollTransaction) throws -> Aftermath
    ) throws -> IntakeReport {
        let context = engine.context(at: record.at)
        return try ledger.commitPoll(record) { transaction in
            var reading = DocumentReading(source: source.id)
            var toJudge: [(id: StoredItemID, isRevision: Bool)] = []
            let identities = try transaction.identifyAll(items)
            let firstContact =
                transaction.isFirstContact
                ? FirstContact(source.firstPoll, today: record.at.day) : nil
            for (item, identity) in zip(items, identities) {
                switch identity {
                case .known: continue
                case .new(let id):
                    if let gate = Self.formGate(item, source) {
                        try transaction.judge(id, as: .gated(gate))
                        continue
                    }
                    if let gate = firstContact?.gate(for: item) {
                        reading.report.seeded += 1
                        if DateFlag(item, seenAt: record.at) != nil { reading.report.seededUndated += 1 }
                        try transaction.judge(id, as: .gated(gate))
                        continue
                    }
                    if let document = Self.awaited(item, source, at: record.at) {
                        try transaction.awaitDocument(document, for: id)
                        continue
                    }
                    if let gate = try tell(item, id, source, context, transaction, &reading) {
                        try transaction.judge(id, as: .gated(gate))
                    } else {
                        toJudge.append((id, false))
                    }
                case .revised(let id, _):
                    // What waits is judged once, with its document, and by what it says then.
                    guard try !transaction.isAwaiting(id), Self.formGate(item, source) == nil,
                        firstContact?.gate(for: item) == nil
                    else { continue }
                    let gate = try tell(item, id, source, context, transaction, &reading)
                    if gate == nil { toJudge.append((id, true)) }
                }
            }
            for (account, item) in reading.stirred.sorted(by: { $0.key < $1.key }) {
                try judgeAgain(account, item, context, transaction, &reading)
            }
            var alerted: Set<StoredItemID> = []
            let kept: [Alert]
            if firstContact != nil {
                let budget = FirstContact.budget(reading.drafts.map(\.alert))
                for dropped in budget.dropped {
                    guard let draft = reading.draft(of: dropped.alert) else { continue }
                    try transaction.record(dropped.gate, event: draft.alert.event, account: draft.alert.account.id)
                }
                kept = budget.kept
            } else {
                kept = reading.drafts.map(\.alert)
            }
            for alert in try arranged(kept, transaction) where try keep(alert, transaction) {
                reading.report.alerts.append(alert)
                if let draft = reading.draft(of: alert.id) { alerted.insert(draft.item) }
            }
            for entry in toJudge {
                // A revision that brought nothing new keeps the outcome it had.
                if entry.isRevision, !alerted.contains(entry.id) { continue }
                try transaction.judge(entry.id, as: alerted.contains(entry.id) ? .alerted : .told)
            }
            let after = try aftermath(transaction)
            if after.leavesOthersOpen {
                reading.report.opened = try after.faults.filter { try transaction.open($0) }
            } else {
                reading.report.opened = try Self.note(after.faults, source, transaction)
            }
            try transaction.remember(rhythm: after.rhythm, nextPollAt: after.nextPollAt)
            reading.report.nextPollAt = after.nextPollAt
            reading.report.count(transaction.counts)
            return reading.report
        }
    }

    /// The further document of an awaiting item came (`item` holds what it added), or will not come.
    ///
    /// - Parameter unread: why it could not be read, as a fault of the source that opens with it; one that could be read
    ///   closes it.
    func settle(
        _ awaiting: AwaitingItem, with item: Item, of source: Source, at now: Timestamp, unread: UnreadDocument = .none
    ) throws -> IntakeReport {
        let context = engine.context(at: now)
        let isOfFirstDocument = try ledger.sourceState(source.id)?.firstDocumentAt == awaiting.since
        return try ledger.commit(at: now) { transaction in
            var reading = DocumentReading(source: source.id)
            let gate = try tell(item, awaiting.id, source, context, transaction, &reading)
            var drafts: [Alert] = []
            for draft in reading.drafts {
                let same = drafts.first { $0.account.id == draft.alert.account.id && draft.alert.updates == nil }?.id
                if isOfFirstDocument,
                    let earlier = try same ?? firstContactAlert(draft.alert, source, awaiting, transaction)
                {
                    let detail = "first document of the source: one alert per account, and \(earlier) came first"
                    try transaction.record(
                        Gate(.deliver, "first-contact", detail), event: draft.alert.event,
                        account: draft.alert.account.id)
                } else {
                    drafts.append(draft.alert)
                }
            }
            for alert in try arranged(drafts, transaction) where try keep(alert, transaction) {
                reading.report.alerts.append(alert)
            }
            let outcome: ItemOutcome =
                gate.map(ItemOutcome.gated) ?? (reading.report.alerts.isEmpty ? .told : .alerted)
            _ = try transaction.settle(awaiting.id, as: outcome, item: item)
            reading.report.opened = try unread.note(awaiting, source, transaction, at: now)
            return reading.report
        }
    }

    /// The alert that an account already owes to the source's first document; nil where it has none, and for an update,
    /// which follows an alert that was given.
    private func firstContactAlert(
        _ alert: Alert, _ source: Source, _ awaiting: AwaitingItem, _ transaction: LedgerTransaction
    ) throws -> String? {
        guard alert.updates == nil else { return nil }
        return try transaction.alerts(about: alert.account.id, since: awaiting.since)
            .last { $0.evidence.first?.source == source.id }?.id
    }

    // MARK: One item

    /// Recognises, folds and matches one item; what it would alert goes into `reading`.
    /// - Returns: the first gate where the item tells nothing.
    private func tell(
        _ item: Item, _ id: StoredItemID, _ source: Source, _ context: ReasoningContext,
        _ transaction: LedgerTransaction, _ reading: inout DocumentReading
    ) throws -> Gate? {
        if let activity = item.activity {
            let accounts = reading.activityAccounts ?? ActivityAccounts(engine)
            reading.activityAccounts = accounts
            if let account = accounts.account(of: activity) {
                let day = min((item.published ?? context.now).day, context.today)
                try transaction.note(activityOn: day, with: account, item: id)
                reading.stirred[account] = id
            }
            return Gate(
                .recognise, "activity", "a \(activity.kind.rawValue) is something we caused, no event of the customer's"
            )
        }
        let teller = TellerOrigin(
            source: source.id, publisher: source.publisher, isFirstHand: source.isFirstHand, kind: source.kind)
        var item = item
        if DateFlag(item, seenAt: context.now) != nil {
            // No date, or one that cannot be: the item counts as published now.
            item.published = nil
            item.updated = nil
        }
        let recognition = engine.recogniser.recognise(item, teller: teller, received: context.now)
        for name in recognition.ambiguous {
            try transaction.review(name.text, in: id, candidates: name.accounts)
        }
        guard !recognition.events.isEmpty else {
            return recognition.gates.first ?? Gate(.recognise, "no-cue", "no rule has words for it")
        }
        var told = 0
        var tooMany: Gate?
        for event in recognition.events {
            if let gate = reading.gate(for: event) {
                tooMany = gate
                continue
            }
            told += 1
            let known = try transaction.events(near: event, engine.twins)
            for var folded in EventFolding(twins: engine.twins).fold([event], into: known) {
                reading.report.events += 1
                if folded.event.tellers.count > Self.mostTellers {
                    folded.event.tellers.removeLast(folded.event.tellers.count - Self.mostTellers)
                }
                try transaction.remember(folded.event, toldBy: [id])
                switch folded.outcome {
                case .first: try reason(folded.event, update: nil, item, id, context, transaction, &reading)
                case .repeated:
                    // The first teller publishes; but what was no fact or nobody's until now had no first one.
                    let before = known.first { $0.id == folded.event.id }
                    if before.map({ Self.gained(folded.event, over: $0) }) ?? false {
                        try reason(folded.event, update: nil, item, id, context, transaction, &reading)
                    }
                case .updated(let changes):
                    let change = Change(what: Self.change(changes, of: folded.event), isDenial: folded.isDenial)
                    try reason(folded.event, update: change, item, id, context, transaction, &reading)
                }
                // "Beta chooses Acme" was told, and now "Acme wins contract", be it with another sum: who has not heard
                // of it does.
                if event.trigger != folded.event.trigger {
                    let own = folded.event.asTold(by: event)
                    try reason(own, update: nil, item, id, context, transaction, &reading)
                }
            }
        }
        return told == 0 ? tooMany : nil
    }

    /// Whether a further telling made an event a fact, or told whose it is.
    private static func gained(_ event: Event, over before: Event) -> Bool {
        let line = AlertComposer.factLine
        return before.confidence < line && event.confidence >= line
            || before.subject?.account != event.subject?.account
            || before.counterparty?.account != event.counterparty?.account
    }

    /// What a later telling changed, before it is known whom that concerns.
    struct Change {
        var what: String
        var isDenial: Bool
    }

    /// Whom the event is a reason for; each account that it is not gets its gate.
    private func reason(
        _ event: Event, update: Change?, _ item: Item, _ id: StoredItemID, _ context: ReasoningContext,
        _ transaction: LedgerTransaction, _ reading: inout DocumentReading
    ) throws {
        let outcome = engine.match(event)
        let accounts = outcome.matches.map(\.account)
        var context = context
        if !accounts.isEmpty {
            context = try reading.memory.recalling(
                accounts, for: context, from: transaction.history, drafts: reading.draftEvents)
        }
        let first = Dictionary(
            try transaction.firstAlerts(ofEvent: event.id).map { ($0.account.id, $0) },
            uniquingKeysWith: { first, _ in first })
        let updates = update.map { update in
            first.mapValues { AlertUpdate(firstAlert: $0.id, what: update.what, isDenial: update.isDenial) }
        }
        let judged = engine.verdict(on: event, outcome, toldBy: [item], context, updates: updates ?? [:])
        if !judged.namesakes.isEmpty, let name = event.subject?.name {
            try transaction.review(name, in: id, candidates: judged.namesakes)
        }
        if let prospect = judged.prospect,
            let alert = try alert(for: prospect, event, update: update, context, transaction)
        {
            reading.add(alert, of: id, telling: event)
        }
        for entry in judged.gates {
            // Who was told of it by one rule is not stopped because another tells it too.
            if update == nil, let account = entry.account, first[account] != nil { continue }
            try transaction.record(entry.gate, event: event.id, account: entry.account)
        }
        for match in judged.matches {
            if first[match.account] != nil, update == nil { continue }
            if first[match.account] == nil, let before = try wasTold(event.id, account: match.account, transaction) {
                let detail = "account \(match.account) was told of it as a prospect, alert \(before.id)"
                try transaction.record(
                    Gate(.deliver, "told-as-prospect", detail), event: event.id, account: match.account)
                continue
            }
            switch engine.compose(match, event, context, update: updates?[match.account]) {
            case .gate(let gate): try transaction.record(gate, event: event.id, account: match.account)
            case .alert(let alert): reading.add(alert, of: id, telling: event)
            }
        }
    }

    /// Judges again what was too weak a reason for an account, now that it has turned to us: what we caused is never a
    /// reason, but it may lift one that is.
    private func judgeAgain(
        _ account: String, _ item: StoredItemID, _ context: ReasoningContext, _ transaction: LedgerTransaction,
        _ reading: inout DocumentReading
    ) throws {
        for id in try transaction.eventsScoredLow(for: account) {
            guard let event = try transaction.event(id), try transaction.alert(forEvent: id, account: account) == nil,
                try wasTold(id, account: account, transaction) == nil
            else { continue }
            var outcome = engine.match(event)
            outcome.matches.removeAll { $0.account != account }
            outcome.gates = []
            // The activity is a fact of this transaction; what was recalled before does not know it.
            var memory = ReasonMemory()
            let context = try memory.recalling(
                [account], for: context, from: transaction.history, drafts: reading.draftEvents)
            let judged = engine.judge(outcome, event, context)
            for entry in judged.gates { try transaction.record(entry.gate, event: id, account: account) }
            for match in judged.matches {
                switch engine.compose(match, event, context, update: nil) {
                case .gate(let gate): try transaction.record(gate, event: id, account: account)
                case .alert(let alert): reading.add(alert, of: item, telling: event)
                }
            }
        }
    }

    /// The alerts that are to be kept, with their place where they are part of a campaign; others get their gate.
    private func arranged(_ alerts: [Alert], _ transaction: LedgerTransaction) throws -> [Alert] {
        let arranged = try CampaignIntake(configuration: engine.configuration)
            .arrange(bounded(alerts, transaction), transaction)
        for entry in arranged.leftOver {
            try transaction.record(entry.gate, event: entry.alert.event, account: entry.alert.account.id)
        }
        return arranged.alerts
    }

    private func keep(_ alert: Alert, _ transaction: LedgerTransaction) throws -> Bool {
        try transaction.keep(alert, budgets: engine.configuration.settings.budgets)
    }

    /// What changed and to what: a second change of the same kind is another update.
    private static func change(_ changes: [EventFolding.Folded.Change], of event: Event) -> String {
        changes.map { change in
            switch change {
            case .type: event.qualifiers.isEmpty ? "now a fact" : event.isEnding ? "called off" : "denied"
            case .party:
                "party " + [event.counterparty?.name, event.slots["person"]].compactMap(\.self).joined(separator: ", ")
            case .amount: "amount " + (event.amount.map { "\($0.amount) \($0.currency ?? "")" } ?? "unknown")
            }
        }.joined(separator: "; ")
    }

    // MARK: Intake gates

    static func formGate(_ item: Item, _ source: Source) -> Gate? {
        guard !source.forms.isEmpty, let form = item.filing?.form else { return nil }
        let isWatched = source.forms.contains { $0 == form || form == $0 + "/A" }
        return isWatched
            ? nil : Gate(.intake, "form-not-watched", "form \(form) is not among the forms of source \(source.id)")
    }

    private static func awaited(_ item: Item, _ source: Source, at now: Timestamp) -> AwaitedDocument? {
        if source.kind == .filing, let step = FilingChain.first(for: item) {
            return AwaitedDocument(url: step.url, kind: step.kind, deadline: now.adding(seconds: awaitingSeconds))
        }
        return AwaitedArticle.of(item, source, at: now)
    }

    /// Opens faults of a source and closes its others.
    /// - Parameter kept: kinds that stay as they are.
    /// - Returns: those that were not open before.
    static func note(
        _ faults: [Fault], _ source: Source, _ transaction: LedgerTransaction, keeping kept: [String] = []
    ) throws -> [Fault] {
        let opened = try faults.filter { try transaction.open($0) }
        _ = try transaction.closeFaults(
            scope: FaultScope.source(source.id), except: FaultScope.selfClosing + kept + faults.map(\.kind))
        return opened
    }
}

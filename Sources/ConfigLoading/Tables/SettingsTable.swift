/// The keys of `whynow.yaml`.
enum SettingsTable {
    static let root = Shape(
        "the settings",
        [
            .init("directories", .mapping(directories), "Where state and results are kept."),
            .init(
                "contact", .address,
                "Address put into the agent header, so that operators of sources can reach you; sec.gov requires it."),
            .init("mail", .mapping(mail), "Mails to reps."),
            .init("schedule", .mapping(schedule), "When things happen."),
            .init("network", .mapping(network), "Manners and limits towards other people's servers."),
            .init("limits", .mapping(limits), "Upper bounds for what a server may send."),
            .init("budgets", .mapping(budgets), "Few, true, fresh, once: how much a rep may get."),
            .init(
                "fallback-rep", .text,
                "Rep who gets the alerts of accounts that nobody owns; the first of reps.yaml when absent."),
            .init(
                "retention", .days(30...3650), default: "400 days",
                "How long items and events are kept for looking back and for explain."),
            .init(
                "first-poll", .firstPoll, default: "backfill 3 days",
                "What the first document of a new source may do: items inside the window may alert, seed alerts nothing."
            ),
        ])

    static let directories = Shape(
        "directories",
        [
            .init(
                "state", .text, default: "/var/lib/whynow",
                "The database. A relative path counts from the configuration directory."),
            .init(
                "queue", .text, default: "queue", "Alerts as files. A relative path counts from the state directory."),
            .init("spool", .text, default: "spool", "Mails as files. A relative path counts from the state directory."),
            .init(
                "digest", .text, default: "digest",
                "The latest digest of each rep. A relative path counts from the state directory."),
        ])

    static let mail = Shape(
        "mail settings",
        [
            .init("from", .address, default: "whynow@localhost", "Address in the From header of digests."),
            .init(
                "delivery", .choice(["spool-only"]), default: "spool-only",
                "spool-only leaves each mail as a file in the spool for the site's own mailer.",
                tips: ["smtp": "sending by SMTP is not offered yet, let the site's own mailer take the spool"]),
        ])

    static let schedule = Shape(
        "the schedule",
        [
            .init(
                "default-interval", .duration(60...604_800), default: "15 minutes",
                "Between two polls of a source that names no interval."),
            .init(
                "ramp", .duration(0...3600), default: "60 seconds",
                "First polls after a start are spread over this time, so that a restart does not hit all servers at once."
            ),
        ])

    static let network = Shape(
        "network settings",
        [
            .init(
                "allow", .list(.network), default: "",
                "Private, loopback or link-local addresses that may be fetched from; all others are refused."),
            .init("transfers", .integer(1...512), default: "16", "Transfers at one time."),
            .init(
                "transfers-per-host", .integer(1...16), default: "2",
                "Transfers at one time from one registrable host."),
            .init(
                "sec-requests-per-second", .integer(1...10), default: "2",
                "Pace towards sec.gov; its published limit of 10 is a ceiling, not a goal."),
        ])

    static let limits = Shape(
        "limits",
        [
            .init(
                "document", .size(65_536...8_388_608), default: "8 MB",
                "One document after decompression; the parser reads no more than the default."),
            .init(
                "transfer", .duration(1...3600), default: "60 seconds", "From the first connect to the last byte."),
            .init("redirects", .integer(0...20), default: "5", "Redirects followed for one document."),
        ])

    static let budgets = Shape(
        "budgets",
        [
            .init(
                "alerts-per-account-and-day", .integer(1...100), default: "2",
                "More reasons of one account on one day are not queued; the digest shows them in the account's row."),
            .init(
                "cool-down", .days(0...365), default: "0 days",
                "Days that an account rests after it was given to any rep. A further reason waits for them, unless it would not keep so long; a change of what was told does not wait. 0 days: no rest beyond the budget of the day."
            ),
            .init(
                "prospects-per-day", .integer(0...1000), default: "5",
                "Companies that are nobody's account yet and are alerted on one day, the best first; further ones are kept for "
                    + "explain."),
            .init(
                "campaign-accounts", .integer(2...1000), default: "3",
                "Accounts from which on one event is a campaign: one ranked call list, shared among reps and spread over "
                    + "days."),
            .init(
                "call-list", .integer(1...200), default: "12",
                "Rows of the morning list: what fits a power hour. A rep's own call-list overrides it."),
        ])
}

package import TriggerModel

/// `whynow.yaml`: everything that is not a source, an account, a profile, a rule or a rep.
///
/// The defaults live in `SettingsTable`, next to the words that explain them.
package struct Settings: Hashable, Sendable {
    /// Absolute paths.
    package struct Directories: Hashable, Sendable {
        /// The one database.
        package var state: String
        /// Alerts as files, for programs.
        package var queue: String
        /// Mails as files.
        package var spool: String
        /// The latest digest of each rep, for people.
        package var digest: String
    }

    package struct Mail: Hashable, Sendable {
        package enum Delivery: String, Sendable, CaseIterable {
            /// Mails are left in the spool for the site's own mailer.
            case spoolOnly = "spool-only"
        }

        /// Address in the From header.
        package var from: String
        package var delivery: Delivery
    }

    /// Times in seconds.
    package struct Schedule: Hashable, Sendable {
        /// Between two polls of a source that names no interval of its own.
        package var defaultInterval: Int
        /// First polls after a start are spread over this time.
        package var ramp: Int
    }

    package struct Network: Hashable, Sendable {
        /// Private addresses that may be fetched from: addresses or CIDR ranges.
        package var allow: [String]
        /// Transfers at one time.
        package var transfers: Int
        /// Transfers at one time from one registrable host.
        package var transfersPerHost: Int
        package var secRequestsPerSecond: Int
    }

    package struct Limits: Hashable, Sendable {
        /// Bytes of one document after decompression.
        package var documentBytes: Int
        /// Seconds from the first connect to the last byte.
        package var transferSeconds: Int
        package var redirects: Int
    }

    package struct Budgets: Hashable, Sendable {
        package var alertsPerAccountAndDay: Int
        /// Days that an account rests after it was given to any rep; 0: none.
        package var coolDownDays: Int
        /// Alerts about companies that are nobody's account yet, on one UTC day.
        package var prospectsPerDay: Int
        /// Accounts from which on the alerts of one event are a campaign.
        package var campaignAccounts: Int
        /// Rows of a call list for reps that set none of their own.
        package var callList: Int
    }

    package var directories: Directories
    /// E-mail address put into the agent header; sec.gov sources are not polled without one.
    package var contact: String?
    package var mail: Mail
    package var schedule: Schedule
    package var network: Network
    package var limits: Limits
    package var budgets: Budgets
    /// The rep who gets alerts of accounts that nobody owns; nil only where there are no reps.
    package var fallbackRep: String?
    /// Days that items and events are kept for looking back and for `explain`.
    package var retentionDays: Int
    /// For sources that say nothing of their own.
    package var firstPoll: Source.FirstPoll
}

import Foundation
import RuleLanguage
import TriggerModel

/// `whynow.yaml` → settings.
enum SettingsDecoder {
    /// What holds where there is no readable file: the table's defaults.
    static func standard(directory: String) -> Settings {
        let faults = FaultList()
        let context = YAMLContext(file: ConfigFile(path: "whynow.yaml", bytes: []), faults: faults)
        // The defaults are ours and a test reads each of them, so decoding an empty mapping cannot fail.
        return decode(MappingReader.empty(SettingsTable.root, in: context), directory: directory)!
    }

    /// nil where a value cannot be read; the fault is reported.
    static func decode(_ root: MappingReader, directory: String) -> Settings? {
        let directories = root.mappingOrStandard("directories")
        let mail = root.mappingOrStandard("mail")
        let schedule = root.mappingOrStandard("schedule")
        let network = root.mappingOrStandard("network")
        let limits = root.mappingOrStandard("limits")
        let budgets = root.mappingOrStandard("budgets")
        // All is read before anything is given up, so that every fault is told at once.
        let state = directories?.string("state")
        let queue = directories?.string("queue")
        let spool = directories?.string("spool")
        let digest = directories?.string("digest")
        let contact = root.string("contact")
        let from = mail?.string("from")
        let delivery = mail?.choice("delivery", Settings.Mail.Delivery.self)
        let interval = schedule?.integer("default-interval")
        let ramp = schedule?.integer("ramp")
        let allow = network?.strings("allow")
        let transfers = network?.integer("transfers")
        let perHost = network?.integer("transfers-per-host")
        let secPace = network?.integer("sec-requests-per-second")
        let document = limits?.integer("document")
        let transfer = limits?.integer("transfer")
        let redirects = limits?.integer("redirects")
        let perAccount = budgets?.integer("alerts-per-account-and-day")
        let coolDown = budgets?.integer("cool-down")
        let prospectsPerDay = budgets?.integer("prospects-per-day")
        let campaignAccounts = budgets?.integer("campaign-accounts")
        let callList = budgets?.integer("call-list")
        let fallbackRep = root.string("fallback-rep")
        let retention = root.integer("retention")
        let firstPoll = root.string("first-poll").flatMap(ScalarReading.firstPoll)
        guard let state, let queue, let spool, let digest, let from, let delivery, let interval, let ramp, let allow,
            let transfers, let perHost, let secPace, let document, let transfer, let redirects, let perAccount,
            let prospectsPerDay, let campaignAccounts, let coolDown, let callList, let retention, let firstPoll
        else { return nil }
        let statePath = absolute(state, from: directory)
        return Settings(
            directories: .init(
                state: statePath, queue: absolute(queue, from: statePath), spool: absolute(spool, from: statePath),
                digest: absolute(digest, from: statePath)),
            contact: contact,
            mail: .init(from: from, delivery: delivery),
            schedule: .init(defaultInterval: interval, ramp: ramp),
            network: .init(
                allow: allow, transfers: transfers, transfersPerHost: perHost,
                secRequestsPerSecond: secPace),
            limits: .init(documentBytes: document, transferSeconds: transfer, redirects: redirects),
            budgets: .init(
                alertsPerAccountAndDay: perAccount, coolDownDays: coolDown, prospectsPerDay: prospectsPerDay,
                campaignAccounts: campaignAccounts, callList: callList),
            fallbackRep: fallbackRep,
            retentionDays: retention,
            firstPoll: firstPoll)
    }

    private static func absolute(_ path: String, from base: String) -> String {
        let full = path.hasPrefix("/") ? path : "\(base)/\(path)"
        return URL(fileURLWithPath: full).standardizedFileURL.path
    }
}

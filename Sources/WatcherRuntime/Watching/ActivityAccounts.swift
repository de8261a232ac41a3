internal import ConfigLoading
internal import EventRecognition
internal import Foundation
internal import TriggerModel

/// Tells with which account something we caused happened: by the id the file gives, the domain of company or person, or
/// the company's name where it means one account only.
struct ActivityAccounts {
    private let engine: ReasonEngine
    /// Nil where two accounts share a domain.
    private let byDomain: [String: String?]

    init(_ engine: ReasonEngine) {
        self.engine = engine
        var byDomain: [String: String?] = [:]
        for account in engine.configuration.accounts {
            guard let domain = account.domain?.lowercased() else { continue }
            byDomain.updateValue(byDomain[domain] == nil ? account.id : nil, forKey: domain)
        }
        self.byDomain = byDomain
    }

    func account(of activity: Activity) -> String? {
        if let id = activity.account { return engine.configuration.account(id)?.id }
        let mail = activity.email?.split(separator: "@").last.map(String.init)
        for domain in [activity.domain, mail].compactMap(\.self) {
            if let account = account(ofDomain: domain.lowercased()) { return account }
        }
        guard let company = activity.company else { return nil }
        let named = Set(
            engine.recogniser.mentions(in: Item(source: "activity", id: "company", title: company)).map(\.account))
        return named.count == 1 ? named.first : nil
    }

    /// Of the domain itself or of one above it: people write from `mail.example.com` too.
    private func account(ofDomain domain: String) -> String? {
        var rest = domain[...]
        while true {
            if let account = byDomain[String(rest)] { return account }
            guard let dot = rest.firstIndex(of: ".") else { return nil }
            rest = rest[rest.index(after: dot)...]
        }
    }
}

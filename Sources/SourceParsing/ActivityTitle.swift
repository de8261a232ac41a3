import TriggerModel

/// An activity as a headline that a person reads.
enum ActivityTitle {
    static func of(_ activity: Activity) -> String {
        let what = activity.what
        switch activity.kind {
        case .download: return "\(who(activity)) downloaded \(what ?? "a document")"
        case .webinar: return "\(who(activity)) attended \(what ?? "a webinar")"
        case .visit: return "\(who(activity)) visited \(what ?? "our site")"
        case .other: return what.map { "\(who(activity)): \($0)" } ?? "\(who(activity)) was active"
        case .release: return "New release: \(product(activity))"
        case .endOfLife: return "End of life: \(product(activity))"
        }
    }

    /// `Jane Roe of Acme`, as far as it is known.
    private static func who(_ activity: Activity) -> String {
        let company = activity.company ?? activity.domain ?? activity.account.map { "account \($0)" }
        let person = activity.person ?? activity.email
        return switch (person, company) {
        case (let person?, let company?): "\(person) of \(company)"
        case (let person?, nil): person
        case (nil, let company?): "Somebody at \(company)"
        case (nil, nil): "Somebody"
        }
    }

    private static func product(_ activity: Activity) -> String {
        [activity.product, activity.what].compactMap(\.self).joined(separator: ", ")
    }
}

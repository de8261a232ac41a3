import TriggerModel

/// An event's id, from what it says: trigger, subject and the first day it was told for.
enum EventIdentity {
    static func id(trigger: String, subject: Party?, date: CalendarDay) -> String {
        let key =
            switch subject?.company {
            case .account(let id): "account " + id
            default: subject.map { "name " + SubjectKey($0.name).text } ?? ""
            }
        return String(ContentHash.hex("\(trigger)\n\(key)\n\(date)").prefix(32))
    }
}

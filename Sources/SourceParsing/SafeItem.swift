import TriggerModel

/// What leaves this module is safe to show and to follow, whatever kind of document said it.
extension Item {
    /// Only addresses of the web stay, without credentials; titles and names lose what nobody sees (`SafeText`). Texts
    /// have lost it where they were read.
    mutating func makeSafe() {
        // Asked before they are changed: writing a text back counts its references, and most stay as they are.
        if let url, !WebAddress.isSafe(url) { self.url = WebAddress.safe(url) }
        if let title, !SafeText.isLine(title) { self.title = SafeText.line(title) }
        SafeText.clean(&authors)
        SafeText.clean(&categories)
        // By case: comparing with nil would copy what most items do not have.
        if case .some = filing { filing?.makeSafe() }
        if case .some = activity { activity?.makeSafe() }
    }
}

extension Filing {
    fileprivate mutating func makeSafe() {
        for index in parties.indices { parties[index].name = SafeText.line(parties[index].name) }
    }
}

extension Activity {
    fileprivate mutating func makeSafe() {
        company = SafeText.line(company)
        domain = SafeText.line(domain)
        person = SafeText.line(person)
        email = SafeText.line(email)
        what = SafeText.line(what)
    }
}

extension SafeText {
    /// The lists of neighbouring items share their memory: only what changes is written.
    fileprivate static func clean(_ names: inout [String]) {
        if names.contains(where: needsCleaning) { names = names.map(line) }
    }
}

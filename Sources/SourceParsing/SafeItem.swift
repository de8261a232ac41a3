import TriggerModel

/// What leaves this module is safe to show and to follow, whatever kind of document said it.
extension Item {
    /// Only addresses of the web stay, without credentials; titles and names lose what nobody sees (`SafeText`). Texts
    /// have lost it where they were read.
    mutating func makeSafe() {
        var nothing: UnsafePointer<String>?
        makeTextsSafe()
        SafeText.clean(&authors, unlessAt: &nothing)
        SafeText.clean(&categories, unlessAt: &nothing)
    }

    fileprivate mutating func makeTextsSafe() {
        // Asked before they are changed: writing a text back counts its references, and most stay as they are.
        if let url, !WebAddress.isSafe(url) { self.url = WebAddress.safe(url) }
        if let title, !SafeText.isLine(title) { self.title = SafeText.line(self.title) }
        // By case: comparing with nil would copy what most items do not have.
        if case .some = filing { filing?.makeSafe() }
        if case .some = activity { activity?.makeSafe() }
    }
}

extension [Item] {
    mutating func makeSafe() {
        // Neighbours mostly share the memory of their lists: what has been seen is not looked at again.
        var authors: UnsafePointer<String>?
        var categories: UnsafePointer<String>?
        for index in indices {
            self[index].makeTextsSafe()
            SafeText.clean(&self[index].authors, unlessAt: &authors)
            SafeText.clean(&self[index].categories, unlessAt: &categories)
        }
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
    /// Writes only what changes, so that shared lists stay shared. `seen` is the place of a list that needs nothing.
    fileprivate static func clean(_ names: inout [String], unlessAt seen: inout UnsafePointer<String>?) {
        let needed = names.withUnsafeBufferPointer { names in
            if names.isEmpty || names.baseAddress == seen { return false }
            for index in names.indices where needsCleaning(names[index]) { return true }
            seen = names.baseAddress
            return false
        }
        if needed { names = names.map(line) }
    }
}

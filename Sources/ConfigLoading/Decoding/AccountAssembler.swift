import TriggerModel

/// Makes an account from texts, wherever they come from, and brings identifiers into one form.
struct AccountAssembler {
    /// Names recur in every row; asking the zone data once each is enough.
    private var zones: [String: Bool] = [:]

    /// - Parameters:
    ///   - cell: the trimmed text of a column, nil where empty.
    ///   - list: the entries of a list column.
    ///   - complain: told of each value that is left out, and why.
    /// - Returns: nil where the account must not be loaded at all: it has no id or name, or its status cannot be read,
    ///   and a misspelt `excluded` must never become a call.
    mutating func account(
        cell: (AccountColumn) -> String?, list: (AccountColumn) -> [String],
        complain: (AccountColumn, String) -> Void
    ) -> Account? {
        guard let id = cell(.id), let name = cell(.name) else { return nil }
        var account = Account(id: id, name: name)
        if let text = cell(.status) {
            guard let status = Account.Status(rawValue: text.lowercased()) else { return nil }
            account.status = status
        }
        func checked(_ column: AccountColumn, _ normal: (String) -> String?, _ expected: String) -> String? {
            guard let text = cell(column) else { return nil }
            if let value = normal(text) { return value }
            complain(column, "\(column.name) is \(expected); found \"\(text.prefix(60))\", left out")
            return nil
        }
        func number(_ column: AccountColumn) -> Int? {
            guard let text = cell(column) else { return nil }
            if let value = ScalarReading.integer(text) { return value }
            complain(column, "\(column.name) is a whole number; found \"\(text.prefix(60))\", left out")
            return nil
        }
        account.aliases = list(.aliases)
        account.domain = checked(.domain, Self.domain, "a web domain, as in acme.example")
        account.cik = checked(.cik, Self.cik, "up to ten digits")
        account.ticker = checked(.ticker, Self.ticker, "EXCHANGE:SYMBOL or a symbol, as in NYSE:ACM")
        account.lei = checked(.lei, Self.lei, "20 letters and digits")
        account.companyNumber = cell(.companyNumber)
        account.industry = cell(.industry)
        account.business = list(.business)
        account.employees = number(.employees)
        account.revenue = number(.revenue)
        account.region = cell(.region)
        account.country = checked(
            .country, Self.country, "a code of two letters, as in US, or GB for the United Kingdom")
        account.owner = cell(.owner)
        account.tags = list(.tags)
        account.phone = cell(.phone)
        account.timezone = zone(cell(.timezone)) { complain(.timezone, $0) }
        account.incumbents = list(.incumbents).map(CompanyReference.named)
        account.rivals = list(.rivals).map(CompanyReference.named)
        account.customers = list(.customers).map(CompanyReference.named)
        account.suppliers = list(.suppliers).map(CompanyReference.named)
        account.products = list(.products)
        return account
    }

    /// `text` where it names a time zone.
    mutating func zone(_ text: String?, complain: (String) -> Void) -> String? {
        guard let text else { return nil }
        let isKnown = zones[text] ?? Zones.isKnown(text)
        zones[text] = isKnown
        if isKnown { return text }
        complain("timezone is \(ValueKind.zone.expectation); found \"\(text.prefix(60))\", left out")
        return nil
    }

    // MARK: One form for identifiers

    /// `https://www.Acme.example/about` → `acme.example`. Letters beyond ASCII are left to the domain's own rules.
    static func domain(_ text: String) -> String? {
        var rest = text.lowercased()
        // Byte by byte in place: a hundred thousand accounts have one each.
        return rest.withUTF8 { bytes in
            var start = 0
            for prefix in ["https://", "http://", "www."] as [StaticString]
            where bytes[start...].starts(
                with: UnsafeBufferPointer(start: prefix.utf8Start, count: prefix.utf8CodeUnitCount))
            {
                start += prefix.utf8CodeUnitCount
            }
            let dot = UInt8(ascii: ".")
            var end = start
            var hasDot = false
            scan: while end < bytes.count {
                switch bytes[end] {
                case UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: "?"): break scan
                case dot: hasDot = true
                case UInt8(ascii: "-"), 0x80...: break
                case let byte: guard isLetterOrDigit(byte) else { return nil }
                }
                end += 1
            }
            guard hasDot, bytes[start] != dot, bytes[end - 1] != dot, end - start <= 253 else { return nil }
            return String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
        }
    }

    /// Ten digits with leading zeros.
    static func cik(_ text: String) -> String? {
        let digits = text.uppercased().hasPrefix("CIK") ? text.dropFirst(3) : text[...]
        guard (1...10).contains(digits.utf8.count), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return String(repeating: "0", count: 10 - digits.utf8.count) + digits
    }

    /// Upper case, without spaces around the colon.
    static func ticker(_ text: String) -> String? {
        let parts = text.uppercased().split(separator: ":", omittingEmptySubsequences: false).map { part in
            var part = part
            while part.first == " " { part.removeFirst() }
            while part.last == " " { part.removeLast() }
            return part
        }
        let isSound = parts.allSatisfy { part in
            (1...12).contains(part.utf8.count)
                && part.utf8.allSatisfy { isLetterOrDigit($0) || ".- ".utf8.contains($0) }
        }
        return isSound && parts.count <= 2 ? parts.joined(separator: ":") : nil
    }

    /// ISO 17442: 20 letters and digits.
    static func lei(_ text: String) -> String? {
        let code = text.uppercased()
        return code.utf8.count == 20
            && code.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }
            ? code : nil
    }

    /// ISO 3166-1 alpha-2. `UK` is reserved there but names no country.
    static func country(_ text: String) -> String? {
        let code = text.uppercased()
        guard code.utf8.count == 2, code.utf8.allSatisfy({ (0x41...0x5A).contains($0) }), code != "UK" else {
            return nil
        }
        return code
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        default: false
        }
    }
}

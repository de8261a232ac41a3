import RuleLanguage
import TriggerModel

extension SlotReader {
    /// Words that hedge a number and are no part of it: "about", "more than", "up to".
    private func afterApproximators(_ place: Int) -> Int {
        var index = place
        while isInside(index), index - place < 4, classes(index).contains(.approximator), tokens[index].casing != .none
        { index += 1 }
        return index
    }

    // MARK: Money

    /// An amount with a currency: `$12.5 million`, `US$3bn`, `€20M`, `20 million euros`, `Rs 500 crore`, `USD 5m`.
    func money(at place: Int) -> (tokens: Range<Int>, amount: Money)? {
        let start = afterApproximators(place)
        guard isInside(start) else { return nil }
        var index = start
        var currency: String?
        if tokens[index].traits.contains(.currency) {
            currency = Self.sign(text.key(of: index..<index + 1), before: nil)
            index += 1
        } else if isInside(index + 1), tokens[index + 1].traits.contains(.currency), tokens[index].casing == .upper {
            currency = Self.sign(text.key(of: index + 1..<index + 2), before: text.key(of: index..<index + 1))
            index += 2
        } else if classes(index).contains(.currency) {
            currency = Self.code(text.key(of: index..<index + 1))
            index += 1
        }
        guard isInside(index), let (value, glued) = number(at: index) else { return nil }
        index += 1
        var scale = glued.flatMap(Self.scale)
        if glued != nil, scale == nil { return nil }
        var scaled = scale != nil
        while isInside(index), !scaled || currency == nil, isJoined(index), classes(index).contains(.scale),
            let factor = Self.scale(text.key(of: index..<index + 1))
        {
            guard scale == nil || factor > 1 else { break }
            scale = (scale ?? 1) * factor
            scaled = true
            index += 1
            break
        }
        if currency == nil {
            guard isInside(index), classes(index).contains(.currency), isJoined(index) else { return nil }
            currency = Self.code(text.key(of: index..<index + 1))
            index += 1
        }
        let amount = value * (scale ?? 1)
        guard amount.isFinite, amount >= 1, amount < 1e15 else { return nil }
        return (start..<index, Money(amount: Int(amount.rounded()), currency: currency))
    }

    /// The value of a number token and the letters glued to it: `12.5m` is 12.5 and `m`.
    private func number(at index: Int) -> (Double, String?)? {
        guard tokens[index].traits.contains(.number) || tokens[index].traits.contains(.digitFirst) else { return nil }
        let key = text.key(of: index..<index + 1)
        let digits = key.prefix { $0.isNumber || $0 == "." }
        guard let value = Double(digits) else { return nil }
        let rest = key.dropFirst(digits.count)
        return (value, rest.isEmpty ? nil : String(rest))
    }

    private static func scale(_ word: String) -> Double? {
        switch word {
        case "k", "thousand": 1e3
        case "m", "mn", "mln", "mio", "million", "millions", "mm": 1e6
        case "b", "bn", "billion", "billions": 1e9
        case "t", "tn", "trillion": 1e12
        case "crore", "crores", "cr": 1e7
        case "lakh", "lakhs": 1e5
        default: nil
        }
    }

    private static func sign(_ sign: String, before: String?) -> String? {
        switch sign {
        case "$":
            switch before {
            case "a", "au", "aud": "AUD"
            case "c", "ca", "cad", "cdn": "CAD"
            case "hk": "HKD"
            case "s", "sgd": "SGD"
            case "nz": "NZD"
            case "r": "BRL"
            default: "USD"
            }
        case "€": "EUR"
        case "£": "GBP"
        case "¥": "JPY"
        case "₹": "INR"
        case "₩": "KRW"
        case "₪": "ILS"
        case "₽": "RUB"
        case "₺": "TRY"
        default: nil
        }
    }

    private static func code(_ word: String) -> String? {
        switch word {
        case "dollar", "dollars", "usd": "USD"
        case "euro", "euros", "eur": "EUR"
        case "pound", "pounds", "gbp", "sterling": "GBP"
        case "yen", "jpy": "JPY"
        case "yuan", "rmb", "cny", "renminbi": "CNY"
        case "rupee", "rupees", "inr", "rs": "INR"
        case "franc", "francs", "chf": "CHF"
        case "sek", "krona", "kronor": "SEK"
        case "nok": "NOK"
        case "dkk": "DKK"
        case "krone", "kroner": nil
        case "won", "krw": "KRW"
        case "real", "reais", "brl": "BRL"
        case "aud", "cad", "nzd", "hkd", "sgd", "zar", "pln", "czk", "ils", "mxn": word.uppercased()
        case "rand": "ZAR"
        case "zloty": "PLN"
        case "shekel", "shekels": "ILS"
        case "peso", "pesos": "MXN"
        default: nil
        }
    }

    // MARK: Numbers

    /// A plain number: `1,500`, `about 200`, `three hundred`, `dozens`.
    func numbers(at place: Int) -> [Range<Int>] {
        let start = afterApproximators(place)
        guard isInside(start) else { return [] }
        if start > 0, tokens[start - 1].traits.contains(.currency) { return [] }
        var index = start
        while isInside(index), index - start < 4, index == start || isJoined(index) {
            let isNumber = tokens[index].traits.contains(.digitFirst) || classes(index).contains(.numeral)
            guard isNumber || (index > start && classes(index).contains(.scale)) else { break }
            index += 1
        }
        guard index > start else { return [] }
        if isInside(index), tokens[index].traits.contains(.percent) || classes(index).contains(.currency) { return [] }
        return [start..<index]
    }

    /// `12%`, `12.5 percent`, `5 per cent`.
    func percents(at place: Int) -> [Range<Int>] {
        let start = afterApproximators(place)
        guard isInside(start), tokens[start].traits.contains(.digitFirst), isInside(start + 1) else { return [] }
        if tokens[start + 1].traits.contains(.percent) { return [start..<start + 2] }
        let word = text.key(of: start + 1..<start + 2)
        if word == "percent" { return [start..<start + 2] }
        if word == "per", isInside(start + 2), text.key(of: start + 2..<start + 3) == "cent" {
            return [start..<start + 3]
        }
        return []
    }

    // MARK: Dates

    /// A date with month and year, or a bare year; the day where the text gives one. A date without a year has none.
    func date(at place: Int) -> (tokens: Range<Int>, day: CalendarDay?, year: Int?)? {
        guard isInside(place) else { return nil }
        if let month = month(place) {
            if let day = smallNumber(place + 1), let year = year(place + 2) {
                return (place..<place + 3, CalendarDay(year: year, month: month, day: day), year)
            }
            if let year = year(place + 1) { return (place..<place + 2, nil, year) }
            if smallNumber(place + 1) != nil { return (place..<place + 2, nil, nil) }
            return nil
        }
        if let day = smallNumber(place), isInside(place + 1), let month = month(place + 1) {
            if let year = year(place + 2) {
                return (place..<place + 3, CalendarDay(year: year, month: month, day: day), year)
            }
            return (place..<place + 2, nil, nil)
        }
        if let year = year(place) { return (place..<place + 1, nil, year) }
        return nil
    }

    private func month(_ index: Int) -> Int? {
        guard isInside(index), classes(index).contains(.month), tokens[index].isNameLike else { return nil }
        let names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
        return names.firstIndex(of: String(text.key(of: index..<index + 1).prefix(3))).map { $0 + 1 }
    }

    private func smallNumber(_ index: Int) -> Int? {
        guard isInside(index), tokens[index].traits.contains(.digitFirst) else { return nil }
        var key = text.key(of: index..<index + 1)
        for ending in ["st", "nd", "rd", "th"] where key.hasSuffix(ending) { key = String(key.dropLast(2)) }
        guard key.utf8.count <= 2, let day = Int(key), (1...31).contains(day) else { return nil }
        return day
    }

    private func year(_ index: Int) -> Int? {
        guard isInside(index), tokens[index].traits.contains(.number),
            tokens[index].foldEnd - tokens[index].foldStart == 4,
            let year = Int(text.key(of: index..<index + 1)), (1900...2100).contains(year)
        else { return nil }
        if index > 0, tokens[index - 1].traits.contains(.currency) { return nil }
        return year
    }
}

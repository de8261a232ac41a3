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

    /// An amount with a currency: `$12.5 million`, `US$3bn`, `€20M`, `20 million euros`, `Rs 500 crore`, `USD 5m`; in a
    /// language with a decimal comma `12,5 Mio. Euro`, `3.400 millones de dólares`.
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
        guard isInside(index), let read = hasDecimalComma ? numberWithComma(at: index) : number(at: index) else {
            return nil
        }
        index = read.end
        var scale = read.glued.flatMap(Self.scale)
        if read.glued != nil, scale == nil { return nil }
        if scale == nil || currency == nil, let (factor, end) = scaleWords(at: index) {
            scale = (scale ?? 1) * factor
            index = end
        }
        if currency == nil {
            guard let (code, end) = currencyWords(at: index) else { return nil }
            (currency, index) = (code, end)
        }
        let amount = read.value * (scale ?? 1)
        guard amount.isFinite, amount >= 1, amount < 1e15 else { return nil }
        return (start..<index, Money(amount: Int(amount.rounded()), currency: currency))
    }

    /// The words behind a number that say how much it counts: `million`, `Mrd.`, `mil millones`.
    private func scaleWords(at place: Int) -> (factor: Double, end: Int)? {
        guard isInside(place), isJoined(place) else { return nil }
        let word = text.key(of: place..<place + 1)
        guard hasDecimalComma else {
            guard classes(place).contains(.scale) else { return nil }
            return Self.scale(word).map { ($0, place + 1) }
        }
        guard let factor = Self.scaleAbroad(word) else { return nil }
        if word == "mil", isInside(place + 1), isJoined(place + 1),
            let more = Self.scaleAbroad(text.key(of: place + 1..<place + 2)), more > factor
        {
            return (factor * more, place + 2)
        }
        return (factor, place + 1)
    }

    /// The currency behind an amount, with the words that lead up to it: `euros`, `de dólares`, `US-Dollar`.
    private func currencyWords(at place: Int) -> (code: String?, end: Int)? {
        var index = place
        guard isInside(index), isJoined(index) else { return nil }
        if hasDecimalComma {
            if text.key(of: index..<index + 1) == "de" { index += 1 }
            if isInside(index), text.key(of: index..<index + 1) == "us" { index += 1 }
            guard isInside(index) else { return nil }
            let word = text.key(of: index..<index + 1)
            if tokens[index].traits.contains(.currency) { return (Self.sign(word, before: nil), index + 1) }
            if let code = Self.codeAbroad(word) { return (code, index + 1) }
        }
        guard isInside(index), classes(index).contains(.currency), isJoined(index) else { return nil }
        return (Self.code(text.key(of: index..<index + 1)), index + 1)
    }

    /// A number as it is read: its value, and the letters glued to it: `12.5m` is 12.5 and `m`.
    private typealias ReadNumber = (value: Double, glued: String?, end: Int)

    private func number(at index: Int) -> ReadNumber? {
        guard tokens[index].traits.contains(.number) || tokens[index].traits.contains(.digitFirst) else { return nil }
        let key = text.key(of: index..<index + 1)
        let digits = key.prefix { $0.isNumber || $0 == "." }
        guard let value = Double(digits) else { return nil }
        let rest = key.dropFirst(digits.count)
        return (value, rest.isEmpty ? nil : String(rest), index + 1)
    }

    /// `1.250`, `12,5`, `1.250,75`, `3,4m`: as it is written, because cutting a text into tokens knows commas between
    /// thousands only. A full stop that no three digits follow is a point all the same: "12.5" is said so everywhere.
    private func numberWithComma(at index: Int) -> ReadNumber? {
        guard tokens[index].traits.contains(.digitFirst) else { return nil }
        let written = text.text(of: index..<index + 1)
        var end = index + 1
        let digits = written.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") }
        var plain = Self.withPoint(digits)
        var rest = written.dropFirst(digits.count)
        // "12,5": the comma parted two tokens.
        if rest.isEmpty, !digits.contains(","), isInside(end), tokens[end].traits.contains(.digitFirst),
            tokens[end].breaks == .comma, tokens[end].byteStart == tokens[index].byteEnd + 1
        {
            let fraction = text.text(of: end..<end + 1)
            let places = fraction.prefix { $0.isASCII && $0.isNumber }
            guard !plain.contains(".") else { return nil }
            plain += "." + places
            rest = fraction.dropFirst(places.count)
            end += 1
        }
        guard let value = Double(plain) else { return nil }
        return (value, rest.isEmpty ? nil : rest.lowercased(), end)
    }

    /// Digits with a comma for the fraction as a computer writes them.
    private static func withPoint(_ digits: Substring) -> String {
        let halves = digits.split(separator: ",", omittingEmptySubsequences: false)
        let groups = halves[0].split(separator: ".", omittingEmptySubsequences: false)
        let areGroups = groups.count > 1 && groups.dropFirst().allSatisfy { $0.utf8.count == 3 }
        let whole = areGroups ? groups.joined() : String(halves[0])
        return halves.count == 2 ? whole + "." + halves[1] : whole
    }

    /// Scales in the languages that have a decimal comma. A German or Spanish "billion" is a million millions.
    private static func scaleAbroad(_ word: String) -> Double? {
        switch word {
        case "tausend", "tsd", "mil", "mille", "k": 1e3
        case "mio", "mill", "million", "millionen", "millon", "millones", "millions", "milioni", "milione", "m": 1e6
        case "mrd", "milliarde", "milliarden", "milliard", "milliards", "miliardi", "miliardo", "md", "mds", "bn": 1e9
        case "billion", "billionen", "billon", "billones": 1e12
        default: nil
        }
    }

    private static func codeAbroad(_ word: String) -> String? {
        switch word {
        case "dolar", "dolares": "USD"
        case "franken", "sfr": "CHF"
        case "pfund", "libra", "libras": "GBP"
        default: nil
        }
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

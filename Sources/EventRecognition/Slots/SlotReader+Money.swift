import RuleLanguage
import TriggerModel

/// Amounts of money.
extension SlotReader {
    /// An amount with a currency: `$12.5 million`, `US$3bn`, `20 million euros`, `Rs 500 crore`, `USD5m`, `$5-6
    /// million` (the lower end), `half a billion dollars`; in a language with a decimal comma `12,5 Mio. Euro`,
    /// `3.400 millones de dólares`.
    func money(at place: Int) -> (tokens: Range<Int>, amount: Money)? {
        let start = afterApproximators(place)
        guard isInside(start) else { return nil }
        let sign = currencyBefore(start)
        guard let read = gluedAmount(at: start) ?? amount(at: sign?.end ?? start) else { return nil }
        var (index, value) = (read.end, read.value)
        var scale = read.glued.flatMap(Currencies.scale)
        if read.glued != nil, scale == nil { return nil }
        var currency = read.currency ?? sign?.code
        let hasCurrency = sign != nil || read.currency != nil
        if scale == nil, let second = rangeEnd(at: index, hasCurrency) {
            // "$900,000 to $2 million": a first number that is larger was written out.
            scale = value <= second.value ? second.scale : 1
            index = second.end
        }
        if scale == nil || !hasCurrency, let (factor, end) = scaleWords(at: index) {
            scale = (scale ?? 1) * factor
            index = end
        }
        if read.isSpelt, scale == nil { return nil }
        if !hasCurrency {
            guard let (code, end) = currencyWords(at: index) else { return nil }
            (currency, index) = (code, end)
        }
        value *= scale ?? 1
        guard value.isFinite, value >= 1, value < 1e15 else { return nil }
        return (start..<index, Money(amount: Int(value.rounded()), currency: currency))
    }

    /// What it costs, where that stands right behind what happens: "… for $300m", "… in £40m deal".
    func price(behind match: Range<Int>) -> (tokens: Range<Int>, amount: Money)? {
        var index = match.upperBound
        guard isInside(index), isJoined(index) else { return nil }
        let lead = text.key(of: index..<index + 1)
        guard lead == "for" || lead == "in" else { return nil }
        index += 1
        while isInside(index), index - match.upperBound < 4, Self.priceOpeners.contains(text.key(of: index..<index + 1))
        {
            index += 1
        }
        guard let found = money(at: index) else { return nil }
        let end = found.tokens.upperBound
        if lead == "in" {
            let isDeal =
                isInside(end) && isJoined(end)
                && (end..<min(end + 3, sentence.tokens.upperBound)).contains {
                    Self.deals.contains(text.key(of: $0..<$0 + 1))
                }
            return isDeal ? found : nil
        }
        // "for $5m project" says what for.
        let isLast = !isInside(end) || !isJoined(end) || classes(end).contains(.function)
        return isLast ? found : nil
    }

    private static let priceOpeners: Set<String> = [
        "a", "an", "its", "all", "cash", "stock", "share", "landmark", "new",
    ]
    private static let deals: Set<String> = [
        "deal", "takeover", "acquisition", "merger", "buyout", "sale", "transaction", "agreement", "contract", "order",
        "swap", "purchase",
    ]

    /// A sign or word of a currency in front of a number: `$`, `A$`, `US $`, `SEK`, `Rs.`; never a name before a sign.
    private func currencyBefore(_ place: Int) -> (code: String?, end: Int)? {
        let word = text.key(of: place..<place + 1)
        if tokens[place].traits.contains(.currency) { return (Currencies.sign(word, before: nil), place + 1) }
        if isInside(place + 1), tokens[place + 1].traits.contains(.currency), tokens[place].casing == .upper,
            isJoined(place + 1), Currencies.isSignLetters(word)
        {
            return (Currencies.sign(text.key(of: place + 1..<place + 2), before: word), place + 2)
        }
        return classes(place).contains(.currency) ? (Currencies.code(word), place + 1) : nil
    }

    /// What is read of a number: its value, and the letters glued to it: `12.5m` is 12.5 and `m`.
    private struct Amount {
        var value: Double
        var glued: String?
        var end: Int
        /// Of a currency that is glued to it in front: `USD5m`.
        var currency: String?
        /// Written in words, which say an amount only with a scale: "half a billion".
        var isSpelt = false
    }

    private func amount(at place: Int) -> Amount? {
        guard isInside(place) else { return nil }
        return hasDecimalComma ? numberWithComma(at: place) : number(at: place) ?? speltNumber(at: place)
    }

    /// `USD5m`, `Rs410`, `EUR5.5m`.
    private func gluedAmount(at place: Int) -> Amount? {
        let token = tokens[place]
        guard token.isNameLike, token.length <= 16, text.holdsDigit(place) else { return nil }
        let key = text.key(of: place..<place + 1)
        let letters = key.prefix { !$0.isNumber }
        guard (2...4).contains(letters.utf8.count), letters.utf8.count < key.utf8.count,
            let code = Currencies.code(String(letters))
        else { return nil }
        let digits = key.dropFirst(letters.count).prefix { $0.isNumber }
        let rest = key.dropFirst(letters.count + digits.count)
        // "EUR5.5m": a full stop behind letters parts two tokens.
        if rest.isEmpty, isInside(place + 1), tokens[place + 1].isAfterDot,
            tokens[place + 1].byteStart == token.byteEnd + 1, let fraction = number(at: place + 1),
            let value = Double("\(digits).\(text.key(of: place + 1..<place + 2).prefix { $0.isNumber })")
        {
            return Amount(value: value, glued: fraction.glued, end: fraction.end, currency: code)
        }
        guard let value = Double(digits) else { return nil }
        return Amount(value: value, glued: rest.isEmpty ? nil : String(rest), end: place + 1, currency: code)
    }

    private func number(at place: Int) -> Amount? {
        guard tokens[place].traits.contains(.number) || tokens[place].traits.contains(.digitFirst) else { return nil }
        var key = text.key(of: place..<place + 1)
        var end = place + 1
        // "4,10,00,000": thousands in pairs, as India writes them, are parted at each comma.
        // The last of them goes on with three digits; "3,75 million" does not.
        var (pairs, next) = (key, end)
        while isInside(next), next - place < 6, tokens[next].breaks == .comma, tokens[next].traits.contains(.number),
            tokens[next].byteStart == tokens[next - 1].byteEnd + 1, !key.contains(".")
        {
            let digits = tokens[next].foldEnd - tokens[next].foldStart
            guard digits == 2 || digits == 5 else { break }
            pairs += text.key(of: next..<next + 1)
            next += 1
            if digits == 5 {
                (key, end) = (pairs, next)
                break
            }
        }
        // "€12,50 million": one or two digits behind a comma and a scale behind them are a fraction in any language.
        if end == place + 1, next == place + 1 || next == place + 2, isInside(end), tokens[end].breaks == .comma,
            tokens[end].byteStart == tokens[place].byteEnd + 1, tokens[end].traits.contains(.number),
            tokens[end].foldEnd - tokens[end].foldStart <= 2, scaleWords(at: end + 1) != nil,
            let value = Double("\(key).\(text.key(of: end..<end + 1))")
        {
            return Amount(value: value, end: end + 1)
        }
        let digits = key.prefix { $0.isNumber || $0 == "." }
        guard let value = Double(digits) else { return nil }
        let rest = key.dropFirst(digits.count)
        return Amount(value: value, glued: rest.isEmpty ? nil : String(rest), end: end)
    }

    /// "half a", "a quarter of a", "two", "fifty", "a": what stands before a scale in words.
    private func speltNumber(at place: Int) -> Amount? {
        func word(_ index: Int) -> String { isInside(index) ? text.key(of: index..<index + 1) : "" }
        func spelt(_ value: Double, _ end: Int) -> Amount { Amount(value: value, end: end, isSpelt: true) }
        let first = word(place)
        if first == "half" {
            return spelt(0.5, word(place + 1) == "a" ? place + 2 : place + 1)
        }
        let quarter = first == "a" ? place + 1 : place
        if word(quarter) == "quarter" {
            let isFull = word(quarter + 1) == "of" && word(quarter + 2) == "a"
            return spelt(0.25, isFull ? quarter + 3 : quarter + 1)
        }
        if first == "a" || first == "one" {
            return word(place + 1) == "hundred" ? spelt(100, place + 2) : spelt(1, place + 1)
        }
        guard let value = Self.numerals[first] else { return nil }
        if word(place + 1) == "hundred" { return spelt(value * 100, place + 2) }
        if value >= 20, value < 100, let ones = Self.numerals[word(place + 1)], ones < 10 {
            return spelt(value + ones, place + 2)
        }
        return spelt(value, place + 1)
    }

    private static let numerals: [String: Double] = [
        "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
        "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
        "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
        "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100,
    ]

    /// The second number of "$5-6 million", "$5m to $6m": the amount is the first, in the scale of the second where it
    /// has none of its own.
    private func rangeEnd(at place: Int, _ hasCurrency: Bool) -> (value: Double, scale: Double, end: Int)? {
        guard isInside(place), isInside(place + 1), isJoined(place) else { return nil }
        var index = place
        if !tokens[place].breaks.contains(.hyphen) {
            guard text.key(of: place..<place + 1) == "to" else { return nil }
            index += 1
        }
        if hasCurrency, let sign = currencyBefore(index) { index = sign.end }
        guard isInside(index), tokens[index].traits.contains(.digitFirst), let second = amount(at: index) else {
            return nil
        }
        if let glued = second.glued { return Currencies.scale(glued).map { (second.value, $0, second.end) } }
        return scaleWords(at: second.end).map { (second.value, $0.scale, $0.end) }
    }

    /// `1.250`, `12,5`, `1.250,75`, `3,4m`: as it is written, because cutting a text into tokens knows commas between
    /// thousands only. A full stop that no three digits follow is a point all the same: "12.5" is said so everywhere.
    private func numberWithComma(at index: Int) -> Amount? {
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
        return Amount(value: value, glued: rest.isEmpty ? nil : rest.lowercased(), end: end)
    }

    /// Digits with a comma for the fraction as a computer writes them.
    private static func withPoint(_ digits: Substring) -> String {
        let halves = digits.split(separator: ",", omittingEmptySubsequences: false)
        let groups = halves[0].split(separator: ".", omittingEmptySubsequences: false)
        let areGroups = groups.count > 1 && groups.dropFirst().allSatisfy { $0.utf8.count == 3 }
        let whole = areGroups ? groups.joined() : String(halves[0])
        return halves.count == 2 ? whole + "." + halves[1] : whole
    }

    /// The words behind a number that say how much it counts: `million`, `Mrd.`, `mil millones`.
    private func scaleWords(at place: Int) -> (scale: Double, end: Int)? {
        guard isInside(place), isJoined(place) else { return nil }
        let word = text.key(of: place..<place + 1)
        guard hasDecimalComma else {
            guard classes(place).contains(.scale) else { return nil }
            return Currencies.scale(word).map { ($0, place + 1) }
        }
        guard let factor = Currencies.scaleAbroad(word) else { return nil }
        if word == "mil", isInside(place + 1), isJoined(place + 1),
            let more = Currencies.scaleAbroad(text.key(of: place + 1..<place + 2)), more > factor
        {
            return (factor * more, place + 2)
        }
        return (factor, place + 1)
    }

    /// The currency behind an amount, with the words that lead up to it: `euros`, `de dólares`, `US-Dollar`.
    private func currencyWords(at place: Int) -> (code: String?, end: Int)? {
        var index = place
        guard isInside(index), isJoined(index) else { return nil }
        if hasDecimalComma, text.key(of: index..<index + 1) == "de" { index += 1 }
        if isInside(index), text.key(of: index..<index + 1) == "us" { index += 1 }
        guard isInside(index) else { return nil }
        let word = text.key(of: index..<index + 1)
        if hasDecimalComma {
            if tokens[index].traits.contains(.currency) { return (Currencies.sign(word, before: nil), index + 1) }
            if let code = Currencies.codeAbroad(word) { return (code, index + 1) }
        }
        guard classes(index).contains(.currency), isJoined(index), !isWeight(index) else { return nil }
        return (Currencies.code(word), index + 1)
    }

    /// "4,000 pounds of food": what is weighed, unless it is something that is paid, owed or earned.
    private func isWeight(_ index: Int) -> Bool {
        guard ["pound", "pounds"].contains(text.key(of: index..<index + 1)), isInside(index + 2), isJoined(index + 1),
            text.key(of: index + 1..<index + 2) == "of"
        else { return false }
        return !(index + 2..<index + 5).contains { isInside($0) && Self.sums.contains(text.key(of: $0..<$0 + 1)) }
    }

    private static let sums: Set<String> = [
        "aid", "assets", "bonds", "borrowing", "business", "capital", "cash", "contracts", "costs", "cuts", "damages",
        "debt", "debts", "deals", "equity", "fees", "fines", "funding", "investment", "loans", "losses", "money",
        "orders", "profit", "profits", "revenue", "sales", "savings", "shares", "spending", "support", "tax",
    ]
}

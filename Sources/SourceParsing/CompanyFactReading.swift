import TriggerModel

/// What a register says of a company, from its own words to what a profile can ask for.
///
/// A value that cannot be read so is left out: nothing is guessed.
enum CompanyFactReading {
    /// - Parameter values: as the record has them, without white space around them.
    static func put(_ values: [CompanyFact: String], into party: inout FilingParty) {
        for (fact, text) in values {
            switch fact {
            case .sic: party.sic = code(text, digits: 3...4).map { $0.utf8.count == 3 ? "0" + $0 : $0 }
            case .naics: party.naics = code(text, digits: 2...6)
            case .industry: party.industry = String(text.prefix(100))
            case .state: party.state = String(text.prefix(60))
            case .country: party.country = String(text.prefix(60))
            case .employees: party.employees = size(text)
            case .revenue: party.revenue = size(text)
            case .affected: continue
            }
        }
        // Whom a notice concerns says least; a head count of its own says more.
        if party.employees == nil, let affected = values[.affected].flatMap(size)?.least, affected > 0 {
            party.employees = StatedSize(least: affected)
        }
    }

    /// The digits that `text` begins with: `336411`, `31-33`, `3364: Aerospace`.
    private static func code(_ text: String, digits: ClosedRange<Int>) -> String? {
        let code = text.prefix { $0.isASCII && $0.isNumber }
        return digits.contains(code.utf8.count) ? String(code) : nil
    }

    /// `250`, `1,250`, `$5,000,001 - $25,000,000`, `Over $100,000,000`, `250+`, `No Revenues`.
    static func size(_ text: String) -> StatedSize? {
        let words = text.prefix(80).lowercased()
        let numbers = numbers(in: words)
        guard let first = numbers.first else {
            return words.hasPrefix("no ") || words == "none" ? 0 : nil
        }
        if numbers.count > 1 {
            let isRange = [" - ", "-", "–", " to ", ".."].contains { words.contains($0) }
            return isRange && numbers[1] >= first ? StatedSize(least: first, most: numbers[1]) : nil
        }
        if ["over ", "more than ", "at least ", ">"].contains(where: words.hasPrefix) || words.hasSuffix("+") {
            return StatedSize(least: first)
        }
        if ["under ", "less than ", "up to ", "at most ", "<"].contains(where: words.hasPrefix) {
            return StatedSize(most: first)
        }
        return StatedSize(least: first, most: first)
    }

    /// Whole numbers in the order of the text; commas between digits group them, what follows a point is left out.
    private static func numbers(in text: String) -> [Int] {
        var numbers: [Int] = []
        var digits = ""
        var isFraction = false
        let characters = Array(text)
        for (index, character) in characters.enumerated() {
            let next = index + 1 < characters.count ? characters[index + 1] : " "
            if character.isASCII, character.isNumber {
                if !isFraction { digits.append(character) }
                continue
            }
            let isBetweenDigits = !digits.isEmpty && next.isASCII && next.isNumber
            if character == ",", isBetweenDigits { continue }
            if character == ".", isBetweenDigits {
                isFraction = true
                continue
            }
            if let number = Int(digits) { numbers.append(number) }
            (digits, isFraction) = ("", false)
        }
        if let number = Int(digits) { numbers.append(number) }
        return numbers
    }
}

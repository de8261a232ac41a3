import RuleLanguage
import TriggerModel

extension SlotReader {
    /// Words that hedge a number and are no part of it: "about", "more than", "up to".
    func afterApproximators(_ place: Int) -> Int {
        var index = place
        while isInside(index), index - place < 4, classes(index).contains(.approximator), tokens[index].casing != .none
        { index += 1 }
        return index
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

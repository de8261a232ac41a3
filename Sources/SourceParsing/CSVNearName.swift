/// Finds what a column is called now that was called otherwise.
///
/// Registers rename "Company" to "Company Name" and "Notice Date" to "Date of Notice": names that share most of their
/// pairs of letters, however far apart they stand. The distance of typing errors says nothing there.
enum CSVNearName {
    /// The name of `names` that shares most with `name`; nil where none shares a third. Of equals the first.
    static func find(_ name: String, in names: [String]) -> String? {
        let wanted = pairs(name)
        guard !wanted.isEmpty else { return nil }
        var best: (name: String, share: Double)?
        for candidate in names {
            let found = pairs(candidate)
            let share = 2 * Double(wanted.intersection(found).count) / Double(wanted.count + found.count)
            if share >= 1.0 / 3, share > best?.share ?? 0 { best = (candidate, share) }
        }
        return best?.name
    }

    private static func pairs(_ name: String) -> Set<UInt16> {
        let letters = Array(name.lowercased().utf8.prefix(200)).filter { $0 > 0x20 }
        return Set(zip(letters, letters.dropFirst()).map { UInt16($0) << 8 | UInt16($1) })
    }
}

import RuleLanguage

/// Collects the faults of one load. It belongs to one `ConfigLoader.load()` call and never leaves it.
final class FaultList {
    /// A file full of the same slip is told by its first faults; the rest is one line.
    static let mostPerFile = 200

    private(set) var faults: [ConfigFault] = []
    private(set) var errorCount = 0
    private var perFile: [String: Int] = [:]

    func error(_ place: SourcePlace, _ message: String) {
        errorCount += 1
        add(ConfigFault(.error, at: place, message))
    }

    func warning(_ place: SourcePlace, _ message: String) { add(ConfigFault(.warning, at: place, message)) }

    func note(_ place: SourcePlace, _ message: String) { add(ConfigFault(.note, at: place, message)) }

    func report(_ severity: ConfigFault.Severity, _ place: SourcePlace, _ message: String) {
        severity == .error ? error(place, message) : add(ConfigFault(severity, at: place, message))
    }

    /// All faults in order, with one line for what was left out of each file.
    func sorted() -> [ConfigFault] {
        let overflow = perFile.filter { $0.value > Self.mostPerFile }.map { file, count in
            let line = faults.last { $0.place.file == file }?.place.line ?? 1
            return ConfigFault(
                .warning, at: SourcePlace(file: file, line: line, column: 1),
                "\(count - Self.mostPerFile) more faults in this file are not shown; mend these first")
        }
        return (faults + overflow).sorted()
    }

    private func add(_ fault: ConfigFault) {
        let count = perFile[fault.place.file, default: 0] + 1
        perFile[fault.place.file] = count
        if count <= Self.mostPerFile { faults.append(fault) }
    }
}

import RuleLanguage

/// Collects the faults of one load. It belongs to one `ConfigLoader.load()` call and never leaves it.
final class FaultList {
    /// A file full of the same slip is told by its first faults; the rest is one line.
    static let mostPerFile = 200

    /// What was collected, as a value that may be kept and added to another list.
    struct Content: Sendable {
        fileprivate(set) var faults: [ConfigFault] = []
        fileprivate(set) var errorCount = 0
        fileprivate var perFile: [String: Int] = [:]
    }

    private(set) var content = Content()
    var errorCount: Int { content.errorCount }

    /// Adds what another list has collected, of files that are not in this one.
    func add(_ other: Content) {
        content.faults += other.faults
        content.errorCount += other.errorCount
        content.perFile.merge(other.perFile, uniquingKeysWith: +)
    }

    func error(_ place: SourcePlace, _ message: String) {
        content.errorCount += 1
        add(ConfigFault(.error, at: place, message))
    }

    func warning(_ place: SourcePlace, _ message: String) { add(ConfigFault(.warning, at: place, message)) }

    func note(_ place: SourcePlace, _ message: String) { add(ConfigFault(.note, at: place, message)) }

    func report(_ severity: ConfigFault.Severity, _ place: SourcePlace, _ message: String) {
        severity == .error ? error(place, message) : add(ConfigFault(severity, at: place, message))
    }

    /// All faults in order, with one line for what was left out of each file.
    func sorted() -> [ConfigFault] {
        let overflow = content.perFile.filter { $0.value > Self.mostPerFile }.map { file, count in
            let line = content.faults.last { $0.place.file == file }?.place.line ?? 1
            return ConfigFault(
                .warning, at: SourcePlace(file: file, line: line, column: 1),
                "\(count - Self.mostPerFile) more faults in this file are not shown; mend these first")
        }
        return (content.faults + overflow).sorted()
    }

    private func add(_ fault: ConfigFault) {
        let count = content.perFile[fault.place.file, default: 0] + 1
        content.perFile[fault.place.file] = count
        if count <= Self.mostPerFile { content.faults.append(fault) }
    }
}

package import TriggerModel

/// Why a template of the operator's is not used; the built-in one takes its place.
package struct TemplateFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// Stable name for the fault list.
    package enum Kind: String, Sendable, CaseIterable {
        case missing = "template-missing"
        case unreadable = "template-unreadable"
        case broken = "template-broken"
    }

    package var kind: Kind
    /// The file.
    package var path: String
    /// 1-based; 0 where no place in the file is to blame.
    package var line: Int
    package var column: Int
    /// What is wrong and what to write instead.
    package var detail: String

    /// The same for the list of open faults.
    package func opened(at moment: Timestamp) -> Fault {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        return Fault(scope: "template:\(name)", kind: kind.rawValue, detail: description, openedAt: moment)
    }

    package init(kind: Kind, path: String, line: Int = 0, column: Int = 0, detail: String) {
        self.kind = kind
        self.path = path
        self.line = line
        self.column = column
        self.detail = detail
    }

    package var description: String {
        let place = line > 0 ? "\(path):\(line):\(column)" : path
        return "\(place): error: \(detail); the built-in wording is used"
    }
}
